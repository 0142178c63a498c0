"""The generated parts of docs/codebook.md: tables, codes and rules as a curator reads them.

In: a checked record. Out: Markdown. The examples are rows of the record, so that a
curator sees how a case was coded and not how one might be.
"""

from typing import Any

from readouts.check.report import Checked
from readouts.document.registry import explained
from readouts.package.model import Field, Table
from readouts.tidy.rewrite import RULES

# An example shows the form of a row; long quotations are read in the table.
_LONGEST_EXAMPLE = 120


def tables(checked: Checked) -> str:
    """A section a table: what one row is, its columns, an example row."""
    return "\n".join(_table(checked, table) for table in checked.package.tables)


def codes(checked: Checked) -> str:
    """A section a list: each code with its label and definition, and where it is used."""
    used: dict[str, list[str]] = {
        field.codes: [] for table in checked.package.tables for field in table.fields if field.codes
    }
    for table in checked.package.tables:
        for field in table.fields:
            if field.codes:
                used[field.codes].append(f"`{table.name}.{field.name}`")
    frame = checked.dataset.frames["codes"]
    rows = {name: [row for row in frame.iter_rows(named=True) if row["list"] == name] for name in sorted(used)}
    return "\n".join(_codes(name, used[name], rows[name]) for name in rows)


def rule_list() -> str:
    """Every rule with its severity and sentence, linked to its reason and its case."""
    rows = []
    for one in explained():
        slug, rule = one.rule.slug, one.rule
        rows.append(f"| [`{slug}`](rules.md#{slug.replace('.', '')}) | {rule.severity} | {rule.description} |")
    return "\n".join(["| rule | | what must hold |", "|---|---|---|", *rows, ""])


def format_rules() -> str:
    """Every rule of `readouts format` with its severity and sentence."""
    rows = [f"| `{rule.slug}` | {rule.severity} | {rule.description} |" for rule in RULES]
    return "\n".join(["| rule | | what must hold |", "|---|---|---|", *rows, ""])


def _table(checked: Checked, table: Table) -> str:
    lines = [
        f"### {table.name}",
        "",
        table.description,
        "",
        f"Key: {', '.join(f'`{part}`' for part in table.key)}.",
        "",
        "| column | filled | holds | meaning |",
        "|---|---|---|---|",
        *(_column(table, field) for field in table.fields),
        "",
    ]
    example = _example(checked, table)
    if example:
        lines += [
            "Example:",
            "",
            "| column | value |",
            "|---|---|",
            *(f"| `{name}` | {_cell(value)} |" for name, value in example.items() if value is not None),
            "",
        ]
    return "\n".join(lines)


def _column(table: Table, field: Field) -> str:
    filled = "always" if field.required else "if known"
    return f"| `{field.name}` | {filled} | {_holds(table, field)} | {_cell(field.description)} |"


def _holds(table: Table, field: Field) -> str:
    link = next((link for link in table.links if link.field == field.name), None)
    if link:
        return f"an `{link.target}` of [{link.table}](#{link.table})"
    if field.codes:
        return f"a code of [{field.codes}](#{field.codes})"
    return (
        "a date, EDTF level 1"
        if field.edtf
        else {"string": "text", "integer": "a whole number", "date": "a day"}[field.type]
    )


def _example(checked: Checked, table: Table) -> dict[str, Any] | None:
    """The row with the most cells filled among those with short cells; of equal ones the first by key."""
    rows = [
        row
        for row in checked.dataset.frames[table.name].sort(table.key).select(table.columns).iter_rows(named=True)
        if all(len(str(value)) <= _LONGEST_EXAMPLE for value in row.values())
    ]
    return max(rows, key=lambda row: sum(value is not None for value in row.values()), default=None)


def _codes(name: str, used: list[str], rows: list[dict[str, Any]]) -> str:
    """A list in its order, with what rules and derived tables ask of its codes, where they ask anything."""
    asked = [column for column in ("nature", "polarity", "scale") if any(row[column] is not None for row in rows)]
    head = [*("code", *asked, "label", "when")]
    body = [
        [
            f"`{row['code']}`",
            *("" if row[column] is None else row[column] for column in asked),
            row["label"],
            row["definition"],
        ]
        for row in sorted(rows, key=lambda row: (row["rank"] is None, row["rank"], row["code"]))
    ]
    lines = [f"| {' | '.join(_cell(cell) for cell in line)} |" for line in (head, ["---"] * len(head), *body)]
    return "\n".join([f"### {name}", "", f"Used in {', '.join(used)}.", "", *lines, ""])


def _cell(value: object) -> str:
    return str(value).replace("|", "\\|")
