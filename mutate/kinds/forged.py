"""Quotations that nobody said, with digests made from themselves: what an earlier state shows of them, and what nothing does.

Where no text is at hand an anchor is as true as whoever wrote it. So what is invented is told as new and seen by its
coder alone; who writes a witness for it too is told of nothing but the rows that are new. That these pass stands in
docs/evidence.md, and here, so that nobody takes silence for proof.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from random import Random

from mutate.kinds.quoted_words import not_here
from mutate.kinds.ways import Row
from mutate.record import Kind, Mutant, Record, few, written
from readouts.evidence.anchors import digest, text_named
from readouts.evidence.match import parts
from readouts.evidence.source_text import words_of

INVENTED = {
    "words": "everything was agreed upon long before",
    "passage": "“Everything was agreed upon long […] he said that day.",
}
HELD_BY = ("words", "passage", "source_id")
Spoil = Callable[[Record, Row], Row]


def anchors_of(record: Record, row: Row) -> list[Row]:
    """Anchors made from a quotation itself, one after the other, in every text of its source."""
    made = []
    for place in record.at("texts", "source_id", row["source_id"]):
        text = record.sheets["texts"][place]
        at = int(text["body_start"])
        for column in ("passage", "words"):
            for number, part in enumerate(parts(row[column]) if row[column] else (), 1):
                count = len(words_of(part))
                cells = {"segment": f"{column}-{number}", "start_word": str(at), "word_count": str(count)}
                cells |= {"digest": digest(part), "text_digest": text_named(text["digest"])}
                made.append({"quotation_id": row["id"]} | cells)
                at += count
    return made


def anchored_anew(record: Record, mutant: Mutant, row: Row, was: str = "") -> Mutant:
    """The mutant with anchors for this quotation, in place of those that it had under its name or the one it was."""
    path, names = record.package.table("anchors").path, (row["id"], was)
    anchors = record.instead("anchors", lambda one: one["quotation_id"] in names, anchors_of(record, row))
    return replace(mutant, files=mutant.files | {path: anchors})


def drawn(record: Record, chance: Random, witnessed: bool = False) -> list[tuple[int, Row]]:
    """Quotations of English texts that were held and are not at hand; of sources with a witness, or of others."""
    with_witness = {one["source_id"] for one in record.sheets["witnesses"]}
    english = {one["id"] for one in record.sheets["sources"] if one["language"] == "en"}  # as what is invented is
    rows = enumerate(record.sheets["quotations"])
    fitting = (one for one in rows if one[1]["words"] and one[1]["source_id"] in english and not_here(record, one[1]))
    return few(chance, (one for one in fitting if (one[1]["source_id"] in with_witness) == witnessed))


def invented(record: Record, row: Row) -> tuple[Mutant, Row]:
    """A quotation more of the same statement in the same source, of words that nobody said."""
    cells = row | INVENTED | {"id": row["id"][:60].rstrip("-") + "-further", "form": "direct", "via_id": "", "note": ""}
    return record.added("quotations", ("words",), **cells), cells


def added(name: str, witnessed: bool) -> Kind:
    """An invented quotation on a real source."""

    def plant(record: Record, chance: Random) -> Iterator[Mutant]:
        for _, row in drawn(record, chance, witnessed):
            mutant, cells = invented(record, row)
            yield anchored_anew(record, mutant, cells)

    return Kind(name, plant, after=True)


def changed(name: str, spoil: Spoil) -> Kind:
    """A quotation that was there, held otherwise, with digests made anew."""

    def plant(record: Record, chance: Random) -> Iterator[Mutant]:
        for place, row in drawn(record, chance):
            cells = spoil(record, row)
            mutant = record.changed("quotations", place, HELD_BY, **cells)
            yield anchored_anew(record, mutant, row | cells)

    return Kind(name, plant, after=True)


def another_source(record: Record, row: Row) -> Row:
    """A source whose text is not at hand, published last, so that no date shows it."""
    day = {one["id"]: one["published"] for one in record.sheets["sources"]}
    others = {one["source_id"] for one in record.sheets["texts"] if not_here(record, one)} - {row["source_id"]}
    return {"source_id": max(others, key=lambda one: (day[one], one))}


def renamed(name: str, cells: Row, redirected: bool, **about: bool) -> Kind:
    """A quotation under another id, wherever it is named, perhaps put otherwise too."""

    def plant(record: Record, chance: Random) -> Iterator[Mutant]:
        for place, row in drawn(record, chance):
            new = row | cells | {"id": row["id"][:60].rstrip("-") + "-anew"}
            mutant = record.changed("quotations", place, HELD_BY, **new)
            mutant = anchored_anew(
                record, replace(mutant, files=mutant.files | _named(record, row["id"], new["id"])), new, row["id"]
            )
            if redirected:
                table = record.package.table("redirects")
                row_of = {"table": "quotations", "old_id": row["id"], "new_id": new["id"], "reason": "Renamed."}
                files = mutant.files | {table.path: written(table, [*record.sheets["redirects"], row_of])}
                yield replace(mutant, files=files)
            else:
                yield replace(mutant, line=None, columns=("id",), row_id=row["id"])

    return Kind(name, plant, after=True, **about)


def _named(record: Record, old: str, new: str) -> dict[str, bytes]:
    """The tables that name a quotation, with another name for it."""
    files = {}
    for table in record.package.tables:
        columns = [link.field for link in table.links if link.table == "quotations"]
        rows = record.sheets[table.name]
        if any(row[column] == old for row in rows for column in columns):
            files[table.path] = written(table, [row | {one: new for one in columns if row[one] == old} for row in rows])
    waived = [
        row | ({"row_id": new} if (row["table"], row["row_id"]) == ("quotations", old) else {})
        for row in record.sheets["waivers"]
    ]
    table = record.package.table("waivers")
    return files | {table.path: written(table, waived)}


def witness_gone(record: Record, chance: Random) -> Iterator[Mutant]:
    """A witness taken out: its quotations fall, each on its line."""
    table, quotations = record.package.table("witnesses"), record.package.table("quotations")
    for place, row in few(chance, enumerate(record.sheets["witnesses"])):
        at = next((one for one, said in drawn(record, chance, True) if said["source_id"] == row["source_id"]), None)
        if at is not None:
            said = record.sheets["quotations"][at]["id"]
            yield Mutant(
                {table.path: record.without("witnesses", place)}, quotations.path, at + 2, ("source_id",), said
            )


def with_a_witness(record: Record, chance: Random) -> Iterator[Mutant]:
    """An invented quotation, and a witness of the text in which it is said to stand, both written in one change."""
    table = record.package.table("witnesses")
    for _, row in drawn(record, chance):
        mutant, cells = invented(record, row)
        text = record.sheets["texts"][record.at("texts", "source_id", row["source_id"])[0]]
        witness = {"source_id": row["source_id"], "day": str(record.today), "address": "", "digest": text["digest"]}
        witness |= {"same_copy": "yes", "same_team": "no"}
        files = {table.path: written(table, [*record.sheets["witnesses"], witness])}
        yield anchored_anew(record, replace(mutant, files=mutant.files | files), cells)


def no_earlier_state(record: Record, chance: Random) -> Iterator[Mutant]:
    """An invented quotation, where nothing says that it is new."""
    for _, row in drawn(record, chance):
        mutant, cells = invented(record, row)
        yield anchored_anew(record, mutant, cells)


# fmt: off
KINDS = (
    added("an invented quotation on a real source, with digests made from itself", False),
    added("an invented quotation on a source that was fetched twice, with digests made from itself", True),
    changed("a quotation put in other words, with digests made anew", lambda record, row: INVENTED),
    changed("a quotation moved to another source, with digests made anew", another_source),
    renamed("a quotation renamed without a redirect", {}, False),
    renamed("a quotation renamed and put in other words, with its redirect", INVENTED, True),
    Kind("a witness taken out", witness_gone, after=True),
)
PASSES = (
    Kind("an invented quotation and an invented witness of it in one change", with_a_witness, after=True, harmless=True, unseen=True),
    Kind("an invented quotation, with digests made from itself and no earlier state to compare with", no_earlier_state, harmless=True, unseen=True),
    renamed("a quotation renamed, with its redirect", {}, True, harmless=True),
)
# fmt: on
