"""From a sheet to what adding it would do, step by step; a step waits for those that it depends on.

In: the record as it is, the bytes of a sheet, and what gives the bytes of its text. Out: an `Outcome`: the findings,
the new rows, the files as they would be, and what the change means. Nothing is written here.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path, PurePath

from readouts.check import GATES
from readouts.check.gone import Before
from readouts.check.report import Report
from readouts.compare.change import Earlier, as_read, compare
from readouts.evidence.anchoring import measured
from readouts.evidence.anchors import read as indexed
from readouts.evidence.match import Match
from readouts.evidence.plain_text import no_text
from readouts.finding import Finding, Severity
from readouts.sheet import added, blocks, identified, rows, yaml_text
from readouts.sheet.form import forms
from readouts.sheet.judged import cells, judged, on_the_sheet
from readouts.sheet.owned import texts_read
from readouts.sheet.places import Page
from readouts.sheet.record import Record

RULES = (yaml_text.YAML, blocks.KEY, identified.NAME, identified.ID, rows.TEXT, added.OTHER)
TextOf = Callable[[str], bytes | None]  # the bytes of a text by the name of its file; None where it is not here


@dataclass(frozen=True)
class Outcome:
    """What adding a sheet would do.

    `new` are the keys of the rows that the record has not, by table; `text` is the name and the bytes of its text.
    """

    report: Report
    source_id: str = ""
    new: dict[str, tuple[str, ...]] | None = None
    files: dict[str, bytes] | None = None
    text: tuple[str, bytes] | None = None

    @property
    def stopped(self) -> bool:
        """Whether anything is wrong that keeps the sheet from being added."""
        return any(one.severity is Severity.ERROR for one in self.report.findings)


@dataclass(frozen=True)
class Surroundings:
    """Where and when a sheet is added: the record, the report on it, its rows to compare with, texts, the day.

    The record may have errors that the sheet mends: the row of a source that others name, and that is gone.
    """

    current: Record
    report: Report
    before: Before
    folders: tuple[Path, ...]
    today: date


def outcome(here: Surroundings, path: str, data: bytes, text_of: TextOf, text_path: str = "") -> Outcome:
    """What adding the sheet with these bytes would do; findings call it `path`, and its text `text_path`."""
    package, current = here.current.package, here.current
    node, findings = yaml_text.read(path, data)
    if node is None:
        return _only(findings)
    sheet, findings = blocks.read(path, node, forms(package))
    if findings:
        return _only(findings)
    found = identified.identified(sheet, current)
    name, text = _text(found, text_of)
    if text is not None and (wrong := no_text(text)):
        called = text_path or name
        return _only(
            [Finding(called, wrong.line, "", rows.TEXT.slug, found.source, f"{called} {wrong.problem}", wrong.fix)]
        )
    made = rows.laid(
        found, page(text, sheet.text.texts.get("body", "") if sheet.text else "") if text is not None else None
    )
    if made.findings:
        return _only([*made.findings, *cells(sheet, made, package)])
    put = added.added(sheet, made, current)
    if put.findings or not put.new:
        return replace(_only(put.findings), source_id=found.source, new=put.new)
    texts = {name: text} if text is not None else {}
    report = judged(package, put.files, texts, here.folders, here.today, here.before)
    if report.checked:
        # What is added is told from the sheet; here only what follows from it.
        report, difference = compare(report, as_read(report), Earlier(here.before, here.report))
        report = replace(report, change=(*(one.told for one in difference.follows), *difference.notes))
    report = on_the_sheet(report, here.report, sheet, made, current)
    return Outcome(report, found.source, put.new, put.files, (name, text) if text is not None else None)


def page(data: bytes, body: str) -> Page:
    """A text at hand, with the span of the article; all of it where the ends of that do not stand in it."""
    whole, span = indexed(data, body or None)
    return Page(data, replace(whole, body=span.place) if isinstance(span, Match) else whole)


def page_of(current: Record, source_id: str, text_of: TextOf) -> Page | None:
    """The text of a source in the record, if it is here and is the one that was anchored."""
    _, row = texts_read(current).get(source_id, ("", None))
    data = text_of(row["file"]) if row else None
    if row is None or data is None:
        return None
    fresh, text, _ = measured({**row, "body": row["body"] or None}, data)
    return Page(data, text) if text and all(str(fresh[name]) == row[name] for name in rows.KEPT) else None


def _text(found: identified.Identified, text_of: TextOf) -> tuple[str, bytes | None]:
    block = found.sheet.text
    name = (block.texts.get("file") if block else "") or f"{found.source}.txt"
    # A name that leads elsewhere is refused as a cell; until then the text goes by the name that it would have.
    name = name if PurePath(name).name == name else f"{found.source}.txt"
    return name, text_of(name)


def _only(findings: Iterable[Finding]) -> Outcome:
    return Outcome(Report(tuple(sorted(findings)), rules=len(RULES), waiting=GATES))
