"""Two sheets of one text, unit by unit: what each of two readers coded, statements put together by their places.

In: two sheets, the record in which names mean rows, and the text if it is at hand. Out: `Compared`: a `Reading` for
each unit and column, and the statements that one of the two has alone. Statements are one if they share a place:
the same passage, or words that hold one another. A statement of the record has all of its stances there.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from readouts.evidence.match import CUT
from readouts.evidence.short_ends import short_ends
from readouts.evidence.source_text import normalise
from readouts.sheet.agreement import Reading
from readouts.sheet.blocks import Block, Sheet
from readouts.sheet.identified import Identified, identified
from readouts.sheet.names import Unknown
from readouts.sheet.places import Page, cut, passage_of
from readouts.sheet.record import Record

OF_STATEMENT = ("date", "date_basis", "medium", "register")
NONE = ""


@dataclass(frozen=True)
class CodedPlace:
    """A place as one reader coded it: its passage and its words, folded, and its cells."""

    row_id: str
    passage: str
    words: str
    cells: dict[str, str]


@dataclass(frozen=True)
class Coded:
    """A statement as one reader coded it: where it stands, its cells, its places, its stances by claim."""

    line: int
    row_id: str
    cells: dict[str, str]
    places: tuple[CodedPlace, ...]
    stances: dict[str, str]


@dataclass(frozen=True)
class Compared:
    """Both readings: units of statements that both have, and the lines of those that one has alone."""

    readings: tuple[Reading, ...]
    first_alone: tuple[Coded, ...]
    second_alone: tuple[Coded, ...]


def compared(first: Sheet, second: Sheet, record: Record, page: Page | None) -> Compared:
    """Compare two sheets of one text."""
    mine = list(_coded(identified(first, record), page))
    theirs = list(_coded(identified(second, record), page))
    pairs: list[tuple[Coded, Coded]] = []
    for one in mine:
        shared = [(_shared(one, other), -place) for place, other in enumerate(theirs)]
        best, place = max(shared, default=(0, 0))
        if best:
            pairs.append((one, theirs.pop(-place)))
    paired = [one for one, _ in pairs]
    alone = tuple(one for one in mine if one not in paired)
    return Compared(tuple(reading for pair in pairs for reading in _readings(*pair)), alone, tuple(theirs))


def _coded(found: Identified, page: Page | None) -> Iterator[Coded]:
    for block in found.sheet.lists.get("statements", ()):
        places = block.lists.get("places", ())
        cells = _row(found, block)
        stances = {
            _called(found, stance, "claim"): stance.texts.get("stance", NONE)
            for place in places
            for stance in place.lists.get("stances", ())
        }
        if "rendering_of" in block.texts:
            rows = (row for row in found.record.rows["stances"].values() if row["statement_id"] == found.ids.get(block))
            stances = {row["claim_id"]: row["stance"] for row in rows} | stances
        told = tuple(_place(found, place, page) for place in places)
        yield Coded(block.line, found.ids.get(block, ""), cells, told, stances)


def _row(found: Identified, block: Block) -> dict[str, str]:
    """The cells of a statement that are compared; one that is in the record has those of its row."""
    if "rendering_of" in block.texts:
        row = found.record.rows["statements"].get(found.ids.get(block, ""), {})
        speaker, label, body = row.get("speaker_id", ""), row.get("speaker_label", ""), row.get("organization_id", "")
        cells = {name: row.get(name, "") for name in OF_STATEMENT}
    else:
        speaker, label = _called(found, block, "speaker"), block.texts.get("speaker_label", "")
        body = _called(found, block, "organization")
        cells = {name: block.texts.get(name, block.form.shape.usual.get(name, "")) for name in OF_STATEMENT}
        cells["date_basis"] = cells["date_basis"] or ("" if cells["date"] else "unknown")
    return {"speaker": speaker or (label and f"label: {label}"), "organization": body, **cells}


def _called(found: Identified, block: Block, key: str) -> str:
    """What a name means, as an id; the name itself, or that of a block, where the record has no row of it."""
    if key in block.blocks:
        return found.ids.get(block.blocks[key], "") or "new"
    name = block.texts.get(key, "")
    meant = found.names.meant(block.form.keys[key].link, name) if name else ""
    return name if isinstance(meant, Unknown) else meant


def _place(found: Identified, place: Block, page: Page | None) -> CodedPlace:
    words, passage = place.texts.get("words", ""), cut(place.texts.get("passage", ""))
    if not passage and page and words:
        worked_out = passage_of(page, words)
        passage = worked_out if isinstance(worked_out, str) else ""
    if passage and page:
        passage = short_ends(page.text, passage)  # one reader may have found a proof beside it, and cut it
    cells = {"form": place.texts.get("form", NONE), "via": _called(found, place, "via")}
    return CodedPlace(found.ids.get(place, ""), normalise(passage).casefold(), normalise(words).casefold(), cells)


def _shared(one: Coded, other: Coded) -> int:
    return sum(_same(mine, theirs) for mine in one.places for theirs in other.places)


def _same(mine: CodedPlace, theirs: CodedPlace) -> bool:
    if mine.passage and mine.passage == theirs.passage:
        return True
    a, b = mine.words.replace(CUT, ""), theirs.words.replace(CUT, "")
    return bool(a and b) and (a in b or b in a)


def _readings(one: Coded, other: Coded) -> Iterator[Reading]:
    statement = one.row_id or f"line {one.line}"
    for column, cell in one.cells.items():
        yield Reading(statement, statement, column, cell, other.cells[column])
    left = list(other.places)  # two places can lie in one sentence, and a blind sheet tells them by their order alone
    for mine in one.places:
        theirs = next((place for place in left if _same(mine, place)), None)
        left = [place for place in left if place is not theirs]
        for column, cell in mine.cells.items() if theirs else ():
            yield Reading(statement, mine.row_id or mine.passage, column, cell, theirs.cells[column] if theirs else "")
    for claim in sorted({*one.stances, *other.stances}):
        first, second = one.stances.get(claim, NONE), other.stances.get(claim, NONE)
        yield Reading(statement, claim, "addressed", "yes" if first else "no", "yes" if second else "no")
        if first and second:
            yield Reading(statement, claim, "stance", first, second)
