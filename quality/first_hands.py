"""What the statements of each side rest on, by month: a text of their own, a copy of it, an agency, a report, a mirror.

In: the package. Out: Markdown for `make figures`. What a statement rests on is worked out when the record is built
(src/readouts/build/columns/statements.sql). Outlets and unnamed speakers take no part in contacts and are left out.
"""

from pathlib import Path

from quality import coverage

KINDS = ("own text", "copy of it", "agency", "report", "mirror alone")
_ASKED = """SELECT statements.month, sides.label, statements.rests_on, statements.sources
FROM statements JOIN codes AS sides ON sides.list = 'side' AND sides.code = statements.side
WHERE sides.nature IN ('principal', 'party') ORDER BY statements.month, sides.rank"""


def table(root: Path) -> str:
    """A row a month and side: how many statements rest on each kind of text at best, and how many on one source."""
    found: dict[tuple[str, str], list[tuple[str, int]]] = {}
    for month, side, kind, sources in coverage.answers(root, _ASKED):
        found.setdefault((month, side), []).append((kind, sources))
    head = ["| month | side | statements | " + " | ".join(KINDS) + " | on one source |"]
    lines = [*head, "|---|---|" + "---:|" * (len(KINDS) + 2)]
    lines += [_line(month, side, rows) for (month, side), rows in found.items()]
    lines.append(_line("all", "all", [row for rows in found.values() for row in rows]))
    return "\n".join(["", *lines, ""])


def _line(month: str, side: str, rows: list[tuple[str, int]]) -> str:
    kinds = [sum(kind == wanted for kind, _ in rows) for wanted in KINDS]
    numbers = [len(rows), *kinds, sum(sources == 1 for _, sources in rows)]
    return f"| {month} | {side} | " + " | ".join(map(str, numbers)) + " |"
