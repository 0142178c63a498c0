"""What a cell must be, by the schema of its column: each check with its wording, as an expression of polars.

Why: what a column may hold is said once, in its Table Schema; pandera's own reading of
one loses alternations in patterns, dates, formats and keys, so the checks are derived
here, once for the gate and for the pandera schemas. In: a `Field`. Out: the rule that a cell
fails, and what is said of it.
"""

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import polars as pl

from readouts.check.leftovers import LEFTOVER
from readouts.check.letters import misread_cells, unlike_alphabet
from readouts.check.unseen import UNPRINTABLE
from readouts.package.model import Field
from readouts.read import edtf_dates

if TYPE_CHECKING:
    from polars.expr.string import ExprStringNameSpace

ISO_DAY = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
INTEGER = r"^-?(0|[1-9][0-9]{0,17})$"  # what 64 bits hold
# Unicode UTS #39, "moderately restrictive", forbids Latin beside Cyrillic or Greek; the others look like them too.
_SCRIPTS = (r"\p{Latin}", r"\p{Cyrillic}", r"\p{Greek}", r"\p{Armenian}", r"\p{Coptic}", r"\p{Cherokee}")
SPACE = r"^\s|\s$|  |[\s--[ ]]"
MIXED = "|".join(
    mine + r"[\p{L}\p{M}]*[" + "".join(other for other in _SCRIPTS if other != mine) + "]" for mine in _SCRIPTS
)
YEARS = r"(?:^|/)(?:0|1[0-8]|2[1-9]|[3-9])"
# What a source prints is copied as it stands, and held by its anchors.
VERBATIM = ("words", "proof", "passage", "body")


@dataclass(frozen=True)
class CellCheck:
    """One thing that a cell must be.

    `description` is what must hold. `passes` gives, for a field, the polars expression that
    is true where the cell is good, or None where the check does not apply to the field.
    `problem` and `fix` may name {title}, {limit} and {example}.
    """

    rule: str
    description: str
    passes: Callable[[Field], pl.Expr | None]
    problem: str
    fix: str


def _each(test: Callable[[str], bool], column: str) -> pl.Expr:
    return pl.col(column).map_elements(cache(test), return_dtype=pl.Boolean, skip_nulls=True)


def _is_normal(cells: pl.Series) -> pl.Series:
    # The column as one text is judged in one go; cell by cell only where something in it is not in normal form.
    if unicodedata.is_normalized("NFC", "\n".join(cells.drop_nulls())):
        return pl.repeat(True, len(cells), eager=True)
    return cells.map_elements(lambda text: unicodedata.is_normalized("NFC", text), return_dtype=pl.Boolean)


def _is_edtf(text: str) -> bool:
    try:
        return bool(edtf_dates.parse(text))
    except ValueError:
        return False


def _text(field: Field) -> "ExprStringNameSpace":
    return pl.col(field.name).str


def _in_range(field: Field) -> pl.Expr | None:
    if field.minimum is None:
        return None
    number = pl.col(field.name).cast(pl.Int64, strict=False)
    passes = number >= field.minimum if field.maximum is None else number.is_between(field.minimum, field.maximum)
    return passes.fill_null(False)


def _free(field: Field) -> bool:
    return field.type == "string" and not field.enum and field.name not in VERBATIM


def _worded(field: Field) -> bool:
    """Whether it holds words of ours, in no form that its schema states."""
    return _free(field) and not field.pattern and not field.edtf


CELL_CHECKS = (
    CellCheck(
        "cell.control-character",
        "Every character of a cell prints, or is part of an emoji, and none turns the direction of the text.",
        lambda field: ~_text(field).contains(UNPRINTABLE),
        "holds a control character, a bidirectional mark or another character that does not print",
        "Delete that character.",
    ),
    CellCheck(
        "cell.white-space",
        "Single, plain spaces stand between words, and nowhere else.",
        lambda field: ~_text(field).contains(SPACE),
        "begins or ends with a space, or holds two in a row, a tab or another space than the plain one",
        "Leave single, plain spaces between words only.",
    ),
    CellCheck(
        "cell.not-nfc",
        "Text is in Unicode normal form C.",
        lambda field: pl.col(field.name).map_batches(_is_normal, return_dtype=pl.Boolean),
        "is not in Unicode normal form C",
        "Type the accented letters again, or run the text through NFC.",
    ),
    CellCheck(
        "cell.formula",
        "No cell begins like a spreadsheet formula, or is what one leaves behind.",
        lambda field: (
            None
            if field.type == "integer"
            else ~_text(field).contains(r"^(?:[=+@-]|#(?:REF!|NAME\?|VALUE!|DIV/0!|N/A|NULL!|NUM!|##+)$)")
        ),
        "begins like a spreadsheet formula (= + - @), or is what one leaves (#REF!)",
        "Begin the text with a letter, a digit or a mark.",
    ),
    CellCheck(
        "cell.type",
        "A cell has the type of its column: a day, a whole number.",
        lambda field: {
            "integer": _text(field).contains(INTEGER),
            "date": _text(field).contains(ISO_DAY)
            & ~_text(field).starts_with("0000")
            & _text(field).to_date("%Y-%m-%d", strict=False).is_not_null(),
        }.get(field.type),
        "is no {type}",
        "Write it like {example}.",
    ),
    CellCheck(
        "cell.range",
        "A number lies within the limits of its column.",
        _in_range,
        "lies outside {limit}",
        "Write a number within {limit}.",
    ),
    CellCheck(
        "cell.edtf",
        "A date is EDTF level 1 as the record writes it, and a day of the calendar.",
        lambda field: _each(_is_edtf, field.name) if field.edtf else None,
        "is no date of EDTF level 1 as the record writes it, or no day of the calendar",
        "Write it like {example}.",
    ),
    CellCheck(
        "cell.year",
        "A year lies between 1900 and 2099.",
        lambda field: ~_text(field).contains(YEARS) if field.edtf or field.type == "date" else None,
        "names a year outside 1900 to 2099",
        "Correct the year: 2025 for 0025 or 25.",
    ),
    CellCheck(
        "cell.pattern",
        "A cell has the form that its column's pattern states.",
        lambda field: _text(field).contains(f"^(?:{field.pattern})$") if field.pattern and not field.edtf else None,
        "does not have the form of a cell of this column",
        "Write it like {example}.",
    ),
    CellCheck(
        "cell.not-in-list",
        "A cell of a column with a closed list holds one of its values.",
        lambda field: pl.col(field.name).is_in(field.enum) if field.enum else None,
        "is none of {limit}",
        "Use one of the values listed.",
    ),
    CellCheck(
        "cell.mixed-script",
        "No word of ours mixes the letters of two alphabets that look alike.",
        lambda field: ~_text(field).contains(MIXED) if _free(field) else None,
        "mixes the letters of two alphabets in one word",
        "Type the word again in one alphabet; some letters of the two look alike.",
    ),
    CellCheck(
        "cell.look-alike",
        "No word of ours is typed wholly in letters of another alphabet that look like those of its own.",
        unlike_alphabet,
        "has no letter but those that look alike in another alphabet, and is typed in that one",
        "Type it again: a name and a text of ours in Latin letters, a native name in those of its language.",
    ),
    CellCheck(
        "cell.misread",
        'No cell was read in another encoding ("Ã¤" for "ä").',
        lambda field: (
            pl.col(field.name).map_batches(misread_cells, return_dtype=pl.Boolean) if _worded(field) else None
        ),
        "was read in another encoding than UTF-8",
        "Write the text that was meant, and open the file as UTF-8 the next time.",
    ),
    CellCheck(
        "cell.leftover",
        "A cell says something in plain text: nothing that stands for nothing (n/a, TODO), and no markup.",
        # The label of a code may be "Not stated".
        lambda field: ~_text(field).contains(LEFTOVER) if _worded(field) and field.name != "label" else None,
        "stands for nothing (n/a, null, TODO), or has markup in it (HTML, Markdown)",
        "Leave the cell empty where there is nothing to say; else write plain text.",
    ),
    CellCheck(
        "cell.too-long",
        "A cell is no longer than its column allows.",
        lambda field: _text(field).len_chars() <= field.max_length if field.max_length else None,
        "has more than {limit} characters",
        "Shorten it.",
    ),
)


@cache
def verdict(field: Field) -> pl.Expr:
    """The rule that a cell of this field fails first, `cell.required` where it is empty and must not be; else null."""
    empty = pl.lit("cell.required" if field.required else None, pl.String)
    return pl.when(pl.col(field.name).is_null()).then(empty).otherwise(first_failure(field))


def first_failure(field: Field) -> pl.Expr:
    """The rule of the first check that a cell of this field fails; null where it passes or is empty."""
    fails = [
        pl.when(~passes & pl.col(field.name).is_not_null()).then(pl.lit(check.rule))
        for check in CELL_CHECKS
        if (passes := check.passes(field)) is not None
    ]
    return pl.coalesce(fails)
