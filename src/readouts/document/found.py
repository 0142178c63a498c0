"""The generated part of docs/findings.md: every finding with its sentence, its numbers, its caveat and its cases.

In: a checked record, of which the cases are worked out as a build does. Out: Markdown.
"""

import sqlite3
from collections.abc import Iterable, Iterator

from readouts.build.database import lay
from readouts.build.derive import derive, views
from readouts.build.in_time import add
from readouts.check.report import Checked
from readouts.findings.answer import CASES, Answer, answers
from readouts.vocabulary import stored

LISTED = 40  # cases that stand in the document; of more the table has all


def counted(checked: Checked) -> tuple[Answer, ...]:
    """The findings of a checked record: nothing but what they read is built."""
    connection = sqlite3.connect(":memory:")
    try:
        lay(checked.dataset, checked.evidence, connection)
        derive(connection, ("finding_cases",))
        made = {name for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}
        add(connection, [one for one in views(stored(connection)) if one.name in made])
        return asked(connection)
    finally:
        connection.close()


def asked(connection: sqlite3.Connection) -> tuple[Answer, ...]:
    """The findings of a file in which the derived tables stand."""
    found = connection.execute(CASES)
    names = [column[0] for column in found.description]
    return answers([dict(zip(names, row, strict=True)) for row in found])


def document(found: Iterable[Answer]) -> str:
    """Every finding, one after another."""
    return "\n".join(line for one in found for line in _finding(one))


def _finding(one: Answer) -> Iterator[str]:
    finding = one.finding
    yield from (f"## {finding.question}", "", f"**{one.plain}**", "")
    yield from (f"{finding.means}", "", f"{one.told_coverage} {one.no_rate}".rstrip(), "")
    query = f"[the query](../src/readouts/findings/queries/{finding.id}.sql)"
    yield from (f"{query}; its rows on the site: `/readouts/finding_cases?finding={finding.id}`", "")
    if one.cases:
        yield from _numbers(one)
    if 0 < len(one.cases) <= LISTED:
        yield from _cases(one)


def _numbers(one: Answer) -> Iterator[str]:
    """A row a result, with the days of its part where there are some."""
    yield from ("| part | result | cases | share |", "|---|---|---:|---:|")
    for part in one.parts:
        for result in part.results:
            share = "" if result.share is None else f"{result.share} %"
            yield f"| {part.name} | {result.name} | {len(result.cases)} | {share} |"
    yield ""


def _cases(one: Answer) -> Iterator[str]:
    """Every case by the ids of its rows."""
    yield from (
        "<details><summary>The cases</summary>",
        "",
        "| contact | part | result | days | statements |",
        "|---|---|---|---:|---|",
    )
    for case in one.cases:
        days = "" if case.days is None else case.days
        statements = ", ".join(f"`{id}`" for id in (case.statement_id, case.other_statement_id) if id)
        yield f"| `{case.event_id}` | {case.part} | {case.result} | {days} | {statements} |"
    yield from ("", "</details>", "")
