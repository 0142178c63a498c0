"""Letters that look right and are others: words in the wrong alphabet, and words read in another encoding.

Why: such a word is found by no search, and no reader sees why. In: a field, or its cells. Out: expressions and
series that are true where the cell is good, for `cell_checks`.
"""

import polars as pl

from readouts.package.model import Field
from readouts.read.misread import SUSPECT, meant

# Letters that look like Latin ones, and Latin ones that look like Cyrillic (Unicode UTS #39, confusables).
CYRILLIC = "асеіорхуѕјһԛԝАВЕКМНОРСТХУІЅЈ"
GREEK = "ονΑΒΕΗΙΚΜΝΟΡΤΧΥΖ"
LATIN = "aceiopxysjhqwABEKMHOPCTXYISJ"
OURS = ("name", "title", "text", "label", "question", "summary", "definition", "description")
NATIVE = "native_name"


def unlike_alphabet(field: Field) -> pl.Expr | None:
    """True unless all letters of another alphabet in the cell look like letters of the one in which it is to be.

    A cell with one letter that is unmistakable is in that alphabet on purpose: "RT (Россия)".
    """
    if field.name == NATIVE:
        return _some_unmistakable(field, "Latin", LATIN)
    if field.name in OURS and field.type == "string" and not field.enum:
        return _some_unmistakable(field, "Cyrillic", CYRILLIC) & _some_unmistakable(field, "Greek", GREEK)
    return None


def _some_unmistakable(field: Field, script: str, alike: str) -> pl.Expr:
    cell = pl.col(field.name).str
    return ~cell.contains(f"[{alike}]") | cell.contains(rf"[\p{{{script}}}--[{alike}]]")


def misread_cells(cells: pl.Series) -> pl.Series:
    """True where no word of a cell was read in another encoding; null cells stay null."""
    suspect = cells.str.contains(SUSPECT)
    if not suspect.any():
        return pl.repeat(True, len(cells), eager=True)
    return cells.map_elements(lambda text: meant(text) == text, return_dtype=pl.Boolean)
