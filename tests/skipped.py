"""Why tests were skipped, in one line: each cause once, with how many wait for it and what lets them run.

A test says its reason where it skips; `CAUSES` knows each reason by a word of it. A reason that
is not listed is told as it stands, so that none is lost.
"""

from collections import Counter
from collections.abc import Iterable

# A word of the reason, what is not here, what to do about it.
CAUSES = (
    ("source text", "without the source texts", "READOUTS_TEXTS names their folder"),
    (
        "LibreOffice",
        "without LibreOffice",
        ".ci/run installs it where it runs as root; apt-get install libreoffice-calc",
    ),
    ("chromium", "without Chromium", "apt-get install chromium, or READOUTS_CHROMIUM names one"),
    ("pdftotext", "without a reader of PDF", "apt-get install poppler-utils"),
    ("leads", "without the leads", "READOUTS_LEADS names their folder"),
)


def pytest_terminal_summary(terminalreporter) -> None:
    """Say at the end, in one line, what was skipped and why."""
    skips = [one.longrepr[2] for one in terminalreporter.stats.get("skipped", ()) if isinstance(one.longrepr, tuple)]
    if line := told(skips):
        terminalreporter.write_line(line)


def told(reasons: Iterable[str]) -> str:
    """One line on all that was skipped; empty if nothing was.

    `reasons` are those of the reports of pytest, which begin with "Skipped: ".
    """
    counts = Counter(_cause(reason.removeprefix("Skipped: ")) for reason in reasons)
    return "skipped: " + ", ".join(f"{count} {cause}" for cause, count in counts.most_common()) if counts else ""


def _cause(reason: str) -> str:
    return next((f"{absent} ({remedy})" for word, absent, remedy in CAUSES if word in reason), f"({reason})")
