"""What is said of a cell that failed a check, and what to do about it.

In: the rule, the cell, its field. Out: the problem and the fix, in words. The advice names no other row's words and no
other row's id: who follows it would write these.
"""

from readouts.check.cell_checks import CELL_CHECKS, VERBATIM, CellCheck
from readouts.check.passage_form import unlike
from readouts.package.model import Field
from readouts.read.edtf_dates import NotADate, parse
from readouts.read.only_reading import only_reading

ID = "[a-z0-9]+(-[a-z0-9]+)*"  # what the schemas say an id looks like
UNSAID = "not-stated"  # the code of what a source does not say
_BY_RULE = {check.rule: check for check in CELL_CHECKS}


def told(rule: str, cell: str, field: Field) -> tuple[str, str]:
    """The problem and the fix for a cell that its rule refused, in words."""
    if rule == "cell.edtf":
        return _no_date(cell)
    if rule == "cell.pattern" and field.name in VERBATIM and (found := unlike(cell, field.pattern or "")):
        return found.problem, found.fix
    return described(_BY_RULE[rule], field)


def _no_date(cell: str) -> tuple[str, str]:
    """What the parser of dates has against the cell, and what to do."""
    try:
        raise AssertionError(f"{parse(cell)} is a date")
    except NotADate as error:
        day = only_reading(cell)
        return error.reason.problem, f"Write it as {day}." if day else error.reason.fix


def filled(field: Field) -> str:
    """What to fill in: of a list all that there is, and what to write where the source says nothing of it."""
    if not field.enum:
        return f"Fill it in, for example {field.example or 'as the schema describes'}."
    others = ", ".join(code for code in field.enum if code != UNSAID)
    unsaid = f"; {UNSAID} where it does not say" if UNSAID in field.enum else ""
    return f"Fill in what the source says: {others}{unsaid}."


def described(check: CellCheck, field: Field) -> tuple[str, str]:
    """The problem and the fix of a check for one field, in words."""
    limit = {
        "cell.range": f"{field.minimum} to {field.maximum}"
        if field.maximum is not None
        else f"{field.minimum} and more",
        "cell.too-long": str(field.max_length),
        "cell.not-in-list": ", ".join(field.enum),
    }.get(check.rule, "")
    example = (
        {"date": "2026-11-22", "integer": "-2"}.get(field.type)
        or field.example
        or ("2024-11-07" if field.edtf else "the schema's pattern")
    )
    words = {
        "limit": limit,
        "example": example,
        "type": "calendar day (YYYY-MM-DD)" if field.type == "date" else field.type,
    }
    if check.rule == "cell.pattern" and field.pattern == ID:
        return check.problem.format(**words), "Write lower-case letters and digits, and single hyphens between words."
    return check.problem.format(**words), check.fix.format(**words)
