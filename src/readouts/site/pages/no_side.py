"""Who speaks for no organization: somebody in a name of his own, or a voice that the source does not name.

Why: derived tables have one code for both. A reader who finds a book's author under a heading for whom nobody is named
takes his words for those of an anonymous source. In: a row with the side, the person, the form and the source's genre.
Out: the side as pages show it, a code of NAMES where it is none of the record's sides.
"""

from collections.abc import Mapping
from typing import Any

from readouts.vocabulary import NOBODY, OF_NO_SIDE

OWN_NAME, UNNAMED = "own-name", "unnamed"
BESIDE = "beside"  # where a page has a side: of a party's side, and no voice of the party (table contact_voices)
NAMES = {
    NOBODY: OF_NO_SIDE,
    OWN_NAME: "In their own name",
    UNNAMED: "Unnamed",
    BESIDE: "Others of these sides",
}


def shown_side(row: Mapping[str, Any], before: str = "") -> str:
    """The side of a row; of no side, whether a person or an opinion's author speaks for himself or nobody is named.

    `before` stands before the names of the row's columns (`affirmed_side`).
    """
    side = str(row[f"{before}side"])
    if side != NOBODY:
        return side
    form = row.get(f"{before}form")
    author = form == "own" and row.get(f"{before}genre") == "opinion"
    named = row.get(f"{before}speaker_id") and form != "unattributed"
    return OWN_NAME if named or author else UNNAMED


def order(sides: Mapping[str, Any]) -> tuple[str, ...]:
    """The sides of the record, then those of a party's side that are no voice of it, then who speaks for no side."""
    return (*sides, BESIDE, OWN_NAME, UNNAMED)
