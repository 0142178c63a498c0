"""A difference in Markdown, for the summary of a job on GitHub or for the text of a pull request.

In: a report, its difference, the names of both states. Out: text. GitHub takes 1 MiB for a step.
"""

from dataclasses import replace

from readouts.check.report import Report
from readouts.compare.change import Difference
from readouts.compare.sections import Section, sections
from readouts.report import totals
from readouts.report.display import Display
from readouts.report.github_summary import escaped, summary
from readouts.report.numbers import count


def render(report: Report, difference: Difference, base: str, head: str, display: Display) -> str:
    """The sections, then the findings that are new with the change in a table; last what was checked."""
    first, *others = sections(difference, base, head, display.every)
    told = [f"## {escaped(first.head)}", "", *(f"{escaped(line)}\n" for line in first.lines)]
    for one in others:
        told += _written(one)
    found = summary(replace(report, findings=difference.fresh, change=()))
    # Here it is this command that shows every one.
    return "\n".join([*told, found.rstrip("\n").replace(totals.ALL, "--all")])


def _written(section: Section) -> list[str]:
    """A heading with a list; a long one is folded up."""
    listed = [f"- {escaped(line)}" for line in section.lines]
    if section.more:
        listed.append(f"- and {count(section.more, 'more line')}, which `--format json` has")
    if len(listed) <= 12:
        return [f"### {escaped(section.head.capitalize())}", "", *listed, ""]
    title = (
        f"<summary>{escaped(section.head.capitalize())}: {count(len(section.lines) + section.more, 'line')}</summary>"
    )
    return ["<details>", title, "", *listed, "", "</details>", ""]
