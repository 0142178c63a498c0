"""Agreement of two readers, column by column: Krippendorff's alpha, and every disagreement.

In: data/agreement.csv, a row for each unit and column that both readers coded: of the statements drawn, and of all
contacts and counts. Out: Markdown for docs/quality.md.

How alpha is worked out stands in readouts/sheet/agreement.py, which `readouts agree` uses too.
"""

from collections.abc import Collection
from pathlib import Path

from quality import draw as drawing
from readouts.sheet.agreement import Reading, agreements

ENOUGH = 0.8
STATEMENTS, CONTACTS = ("statements",), ("events", "claims")
# The order in which the columns are told: as a reader comes to them.
ORDER = (
    *("speaker", "organization", "date", "date_basis", "medium", "form", "via", "addressed", "stance"),
    *(
        "date by rule 45",
        "date_basis by rule 45",
        "level",
        "same_as_id",
        "same_as_basis",
        "part_of_id",
        "part_of_basis",
    ),
    *("value", "counted_kind", "the two counted", "counted_period"),
)


def readings(root: Path, tables: tuple[str, ...] = STATEMENTS) -> list[Reading]:
    """What was read twice of the rows of some tables, in the order of ORDER for each of them."""
    found = [Reading(**row) for row in drawing.rows(root, "agreement") if row["table"] in tables]
    return sorted(found, key=lambda one: (tables.index(one.table), one.row_id, _place(one.column), one.unit))


def _place(column: str) -> int:
    return ORDER.index(column) if column in ORDER else len(ORDER)


def scale(root: Path) -> dict[str, int]:
    """The strength of each stance, from codes.csv; a refusal, which has no place on the scale, stands amid it."""
    return {row["code"]: int(row["scale"] or 0) for row in drawing.rows(root, "codes") if row["list"] == "stance"}


def table(root: Path, tables: tuple[str, ...] = STATEMENTS, of: Collection[str] = ()) -> str:
    """The agreement of each column, as a Markdown table; of some rows alone, if any are given."""
    read = [one for one in readings(root, tables) if not of or one.row_id in of]
    lines = ["| column | units | the same | Krippendorff's alpha |", "|---|---:|---:|---:|"]
    for found in agreements(sorted(read, key=lambda one: _place(one.column)), scale(root)):
        lines.append(f"| {found.column} | {found.units} | {found.same} | {found.told} |")
    return "\n".join(["", *lines, "", ""])


def draws(root: Path) -> str:
    """The agreement of each draw by itself, failed ones too; a draw that nobody has read says so."""
    told = []
    for draw in drawing.DRAWS:
        among, ids = drawing.population(root, draw), drawing.of(root, draw)
        read = {one.row_id for one in readings(root)} & set(ids)
        told.append(f"\nDrawn: {len(ids)} of {len(among)} statements, {draw.told}; read twice: {len(read)}.\n")
        told.append(table(root, of=read) if read else "")
    return "".join(told)


def _cell(text: str) -> str:
    return (text or "(empty)").replace("|", "\\|")


def differences(root: Path) -> str:
    """Every disagreement and how it was settled, as a Markdown table."""
    lines = ["| statement | unit | column | first | second | settled | why |", "|---|---|---|---|---|---|---|"]
    for r in readings(root):
        if not r.agree:
            cells = (r.row_id, r.unit if r.unit != r.row_id else "", r.column, r.first, r.second, r.settled)
            lines.append("| " + " | ".join([*map(_cell, cells), _cell(r.reason)]) + " |")
    return "\n".join(["", *lines, "", ""])
