"""A finding answered: what it says with its numbers, its parts, and what must be known of it.

In: the rows of `finding_cases`. Out: an `Answer` a finding, which page, document and drawing show; all is pure. Every
number in it is a `Number`, with the filter of the table that brings exactly its rows.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from readouts.findings import FINDINGS, Finding
from readouts.findings.counted import DAYS, Counted, Number, Words, plain
from readouts.findings.rates import Case, middle, share, why_none
from readouts.findings.sentences import sentence

CASES = """SELECT finding_cases.*, statements.label AS statement, others.label AS other_statement
FROM finding_cases
JOIN statements ON statements.id = finding_cases.statement_id
LEFT JOIN statements AS others ON others.id = finding_cases.other_statement_id
LEFT JOIN codes ON codes.list = 'side' AND codes.code = finding_cases.side
ORDER BY finding_cases.finding, codes.rank IS NULL, codes.rank, finding_cases.part, finding_cases.result,
finding_cases.date_order IS NULL, finding_cases.date_order, finding_cases.case_key"""
_NAMES = tuple(Case.__dataclass_fields__)


@dataclass(frozen=True)
class Result:
    """The cases of one result of one part; `share` in a hundred of the part, where it may be said."""

    name: str
    cases: tuple[Case, ...]
    number: Number
    share: int | None


@dataclass(frozen=True)
class Part:
    """One part of an answer; `days` are its cases that have some, `middle` their median where it may be said."""

    name: str
    cases: tuple[Case, ...]
    number: Number
    results: tuple[Result, ...]
    days: tuple[Case, ...]
    with_days: Number
    middle: float | None


@dataclass(frozen=True)
class Answer:
    """A finding with its answer; `coverage` and `no_rate` say how far it reaches, and why no share is given."""

    finding: Finding
    cases: tuple[Case, ...]
    sentence: Words
    parts: tuple[Part, ...]
    coverage: Words
    no_rate: str

    @property
    def plain(self) -> str:
        """The sentence without links."""
        return plain(self.sentence)

    @property
    def told_coverage(self) -> str:
        """How far it reaches, without links."""
        return plain(self.coverage)


def answers(rows: Iterable[Mapping[str, Any]]) -> tuple[Answer, ...]:
    """Every finding, answered with the rows of CASES in their order."""
    cases = [Case(**{name: _cell(name, row[name]) for name in _NAMES}) for row in rows]
    return tuple(_answer(one, tuple(case for case in cases if case.finding == one.id)) for one in FINDINGS)


def _cell(name: str, value: Any) -> Any:
    if name == "days":
        return value
    return bool(value) if name == "complete" else value or ""


def _answer(finding: Finding, cases: tuple[Case, ...]) -> Answer:
    # What stands first is said first, too.
    ordered = tuple(sorted(cases, key=lambda one: _place(finding, one.part)))
    found = Counted(finding.id, ordered)
    return Answer(
        finding,
        ordered,
        sentence(found, finding.unit, finding.units),
        tuple(_part(found, name) for name in found.parts()),
        _coverage(found),
        why_none(ordered, finding.units),
    )


def _place(finding: Finding, part: str) -> int:
    return finding.first.index(part) if part in finding.first else len(finding.first)


def _part(found: Counted, name: str) -> Part:
    cases = found.of(part=name)
    days = sorted((one for one in cases if one.days is not None), key=lambda one: (one.days or 0, one.case_key))
    number = found.number(part=name)
    return Part(
        name,
        cases,
        number,
        tuple(_result(found, name, result) for result in found.results(part=name)),
        tuple(days),
        Number(len(days), (*number.filters, DAYS)),
        middle(cases),
    )


def _result(found: Counted, part: str, name: str) -> Result:
    cases = found.of(part=part, result=name)
    return Result(name, cases, found.number(part=part, result=name), share(cases, found.of(part=part)))


def _coverage(found: Counted) -> Words:
    """How many of the cases lie in months that are coded completely."""
    if not found.cases:
        return ("From what is not here nothing follows.",)
    whole = Number(sum(one.complete for one in found.cases), (("finding", found.finding), ("complete", "1")))
    return (
        whole,
        f" of {len(found.cases):,} lie in months that are coded completely; of others there may be more.",
    )
