"""Defects of quotations, their anchors and the texts in which they stand."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import replace
from random import Random

from mutate.kinds.dates import DAYS
from mutate.kinds.ways import Row, always, has, held, here, quotes, spoilt, warned
from mutate.record import Kind, Mutant, Record, few, written
from readouts.evidence.anchors import text_named

NEGATION = re.compile(r"\b([Nn]o|[Nn]ot|[Nn]ever|n't|n’t)\b ?")
QUOTING = ("own", "direct", "fragment")


def text(name: str, spoil: Callable[[bytes], bytes]) -> Kind:
    """Change a held text itself; found on its row of texts."""

    def plant(record: Record, chance: Random) -> Iterator[Mutant]:
        table = record.package.table("texts")
        for place, row in enumerate(record.sheets["texts"]):
            if row["file"] in record.texts:
                yield Mutant(
                    {},
                    table.path,
                    place + 2,
                    ("digest",),
                    table.row_id(row),
                    {row["file"]: spoil(record.texts[row["file"]])},
                )

    return Kind(name, plant, reads_texts=True)


def one_word(record: Record, row: Row) -> Row:
    """The first word of four letters or more, with another behind its first letter."""
    return {"words": re.sub(r"\w{4,}", lambda match: match[0][0] + "e" + match[0][1:], row["words"], count=1)}


def other_order(record: Record, row: Row) -> Row | None:
    """The words, first and last exchanged."""
    words = row["words"].split(" ")
    return (
        {"words": " ".join([words[-1], *words[1:-1], words[0]])} if len(words) > 2 and words[0] != words[-1] else None
    )


def another_held(record: Record, row: Row) -> Row:
    """Another text that is at hand."""
    others = (one for one in record.sheets["texts"] if one["source_id"] != row["source_id"] and here(record, one))
    return {"source_id": next(others)["source_id"]}


def not_held(record: Record, row: Row) -> Row:
    """A source whose text nobody held."""
    texts = {one["source_id"] for one in record.sheets["texts"]}
    return {
        "source_id": max(
            (one for one in record.sheets["sources"] if one["id"] not in texts), key=lambda one: one["published"]
        )["id"]
    }


def of(record: Record, anchor: Row) -> Row:
    """The quotation of an anchor."""
    return record.sheets["quotations"][record.at("quotations", "id", anchor["quotation_id"])[0]]


def anchors(name: str, spoil: Callable[[Row], Row], reads_texts: bool = False) -> Kind:
    """Change an anchor; found on its quotation."""

    def plant(record: Record, chance: Random) -> Iterator[Mutant]:
        table, at = record.package.table("anchors"), record.package.table("quotations")
        sheet = record.sheets["anchors"]
        texts = {text_named(row["digest"]) for row in record.sheets["texts"] if row["file"] in record.texts}
        spoilable = [(place, row) for place, row in enumerate(sheet) if not reads_texts or row["text_digest"] in texts]
        for place, row in few(chance, spoilable):
            rows = list(sheet)
            rows[place] = row | spoil(row)
            line = record.at("quotations", "id", row["quotation_id"])[0] + 2
            yield Mutant(
                {table.path: written(table, rows)}, at.path, line, (), row["quotation_id"], told=table.row_id(row)
            )

    return Kind(name, plant, reads_texts)


def anchor_dropped(record: Record, chance: Random) -> Iterator[Mutant]:
    """A quotation with one anchor less."""
    path, at = (record.package.table(name).path for name in ("anchors", "quotations"))
    for place, row in few(chance, enumerate(record.sheets["anchors"])):
        line = record.at("quotations", "id", row["quotation_id"])[0] + 2
        yield Mutant({path: record.without("anchors", place)}, at, line, (), row["quotation_id"])


def exchanged(record: Record, chance: Random) -> Iterator[Mutant]:
    """The digests of two texts in one another's row."""
    table, rows = record.package.table("texts"), record.sheets["texts"]
    apart = (place for place in range(len(rows) - 1) if rows[place]["source_id"] != rows[place + 1]["source_id"])
    for place in few(chance, apart):
        digests = {"sha256", "digest"}
        one, other = ({name: rows[at][name] for name in digests} for at in (place, place + 1))
        changed = [*rows[:place], rows[place] | other, rows[place + 1] | one, *rows[place + 2 :]]
        yield Mutant(
            {table.path: written(table, changed)}, table.path, place + 2, ("digest",), table.row_id(rows[place])
        )


def another_speaker(record: Record, chance: Random) -> Iterator[Mutant]:
    """A statement given to a person whom a text that has it does not name; found on its quotation there."""
    table, at_hand = record.package.table("quotations"), defaultdict(str)
    for one in record.sheets["texts"]:
        at_hand[one["source_id"]] += record.texts.get(one["file"], b"").decode().casefold()
    said = [one for one in enumerate(record.sheets["quotations"]) if here(record, one[1]) and one[1]["form"] != "own"]
    for place, row in few(chance, said):
        [at] = record.at("statements", "id", row["statement_id"])
        text = at_hand[row["source_id"]]
        others = [one for one in record.sheets["roles"] if surname(record, one["person_id"]) not in text]
        if record.sheets["statements"][at]["speaker_id"] and others:
            cells = {"speaker_id": (other := chance.choice(others))["person_id"]}
            mutant = record.changed("statements", at, **cells, organization_id=other["organization_id"])
            yield replace(mutant, path=table.path, line=place + 2, columns=("statement_id",), row_id=row["id"])


def surname(record: Record, person: str) -> str:
    """The last word of the name of a person, in small letters."""
    [at] = record.at("people", "id", person)
    return record.sheets["people"][at]["name"].split()[-1].casefold()


def not_here(record: Record, row: Row) -> bool:
    """Whether the text was held, and is not at hand."""
    return held(record, row) and not here(record, row)


def another_not_here(record: Record, row: Row) -> Row:
    """Another text that was held and is not at hand, published last, so that no date shows it."""
    day = {one["id"]: one["published"] for one in record.sheets["sources"]}
    others = (one["source_id"] for one in record.sheets["texts"] if not_here(record, one))
    return {"source_id": max((one for one in others if one != row["source_id"]), key=lambda one: day[one])}


def words_of_the_text(record: Record, row: Row) -> Row | None:
    """Nine words of a held text as a sentence of ours."""
    body = next(iter(record.texts.values())).decode().split()
    return {"note": "We add: " + " ".join(body[20:29])}


# fmt: off
KINDS = (
    spoilt("one quoted word altered", "quotations", quotes, one_word),
    spoilt("quoted words in another order", "quotations", quotes, other_order),
    spoilt("a negation left out of a quotation", "quotations", lambda record, row: quotes(record, row) and NEGATION.search(row["words"]), lambda record, row: {"words": NEGATION.sub("", row["words"], count=1) or "x"}),
    spoilt("a negation put into a quotation", "quotations", quotes, lambda record, row: {"words": "not " + row["words"]}),
    spoilt("the passage altered", "quotations", held, lambda record, row: {"passage": re.sub(r"\w{3,}", "altered", row["passage"], count=1)}),
    spoilt("a quotation of another passage", "quotations", quotes, lambda record, row: {"passage": next(one["passage"] for one in record.sheets["quotations"] if one["passage"] != row["passage"])}, ("passage", "words")),
    spoilt("words for a form that has none", "quotations", has("form", "indirect", "narrated"), lambda record, row: {"words": "fiction"}),
    spoilt("no words for a form that has them", "quotations", has("form", *QUOTING), lambda record, row: {"words": ""}),
    spoilt("a form that denies the words", "quotations", lambda record, row: row["words"] and row["form"] in QUOTING, lambda record, row: {"form": "indirect"}, ("words", "form")),
    spoilt("a quotation of more than sixty words", "quotations", has("words"), lambda record, row: {"words": " ".join(["so"] * 61)}),
    spoilt("a wrong source, its text held", "quotations", here, another_held, ("source_id", "passage", "words"), reads_texts=True),
    spoilt("a wrong source, its text not held", "quotations", held, not_held, ("source_id",)),
    spoilt("a wrong source, both texts held and neither at hand", "quotations", not_here, another_not_here, ("source_id",)),
    warned(Kind("another speaker, whom the text does not name", another_speaker, reads_texts=True)),
    anchors("an anchor of another text", lambda row: {"text_digest": "text-" + row["text_digest"][:4:-1]}),
    anchors("an anchor of another length", lambda row: {"word_count": str(int(row["word_count"]) + 1)}),
    Kind("the digests of two texts exchanged", exchanged),
    spoilt("a body longer than its text", "texts", has("digest"), lambda record, row: {"body_count": "133133133"}),
    anchors("an anchor of other words", lambda row: {"digest": row["digest"][::-1]}),
    anchors("an anchor at another place", lambda row: {"start_word": str(int(row["start_word"]) + 1)}, reads_texts=True),
    anchors("an anchor of another segment", lambda row: {"segment": "words-9"}),
    Kind("an anchor lost", anchor_dropped),
    text("a word added to a held text", lambda data: b"Sheer " + data),
    text("a held text exchanged", lambda data: b"Another text altogether.\n" * 40),
    spoilt("a sentence of ours taken from a text", "events", always, words_of_the_text, reads_texts=True),
    spoilt("date words that no source has", "statements", lambda record, row: row["date_words"] and all(here(record, one) for one in record.sheets["quotations"] if one["statement_id"] == row["id"]) and not any(day in row["date_words"] for day in DAYS), lambda record, row: {"date_words": "on some other occasion"}, reads_texts=True),
)
# fmt: on
