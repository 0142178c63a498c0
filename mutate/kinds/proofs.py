"""Defects of the words of a source that carry a stance, and of what is given away of a text."""

import re
from collections.abc import Iterator
from random import Random

from mutate.kinds.ways import Row, has, here, spoilt
from mutate.record import Kind, Mutant, Record, few

DENIES = re.compile(r"^(?:no|not|nor|never) ", re.IGNORECASE)


def longer(record: Record, row: Row) -> Row | None:
    """The proof with words of its own behind it, until they are seven."""
    words = row["proof"].split(" ")
    return {"proof": " ".join([*words, *(["so"] * (7 - len(words)))])}


def word_altered(record: Record, row: Row) -> Row:
    """The first word of four letters or more, with another behind its first letter."""
    return {"proof": re.sub(r"\w{4,}", lambda match: match[0][0] + "e" + match[0][1:], row["proof"], count=1)}


def says_nothing(record: Record, row: Row) -> bool:
    """Whether the quotation has no words, and no stance rests on it."""
    return not row["words"] and not record.at("stances", "quotation_id", row["id"])


def one_more(record: Record, row: Row) -> Row | None:
    """The passage with a word more at its beginning than is needed."""
    before, cut, behind = row["passage"].partition(" […] ")
    return {"passage": f"{before} {row['proof'].split(' ')[0]}{cut}{behind}"} if cut and row["proof"] else None


def waiver_dropped(record: Record, chance: Random) -> Iterator[Mutant]:
    """A text of which too much is given away, and no waiver says why; found on its row."""
    table, path = record.package.table("texts"), record.package.table("waivers").path
    for place, row in few(chance, enumerate(record.sheets["waivers"])):
        if row["rule"] == "text.disclosed":
            at = next(at for at, one in enumerate(record.sheets["texts"]) if table.row_id(one) == row["row_id"])
            yield Mutant({path: record.without("waivers", place)}, table.path, at + 2, ("body_count",), row["row_id"])


# fmt: off
KINDS = (
    spoilt("a proof of seven words", "quotations", has("proof"), longer),
    spoilt("one word of a proof altered", "quotations", has("proof"), word_altered),
    spoilt("a proof without its negation", "quotations", lambda record, row: DENIES.search(row["proof"]), lambda record, row: {"proof": DENIES.sub("", row["proof"])}),
    spoilt("a proof in quotation marks", "quotations", has("proof"), lambda record, row: {"proof": f"“{row['proof']}”"}),
    spoilt("a proof that is cut", "quotations", lambda record, row: row["proof"].count(" ") > 2, lambda record, row: {"proof": row["proof"].replace(" ", " […] ", 1)}),
    spoilt("a proof beside words of the speaker", "quotations", has("words"), lambda record, row: {"proof": "said so"}, ("proof",)),
    spoilt("a proof of no stance", "quotations", says_nothing, lambda record, row: {"proof": "said so"}, ("proof",)),
    spoilt("a proof, and a reason why there is none", "quotations", has("proof"), lambda record, row: {"no_proof": "not-held"}, ("proof",)),
    spoilt("a proof from another place of the text", "quotations", lambda record, row: row["proof"] and here(record, row), lambda record, row: {"proof": next(one["proof"] for one in record.sheets["quotations"] if one["proof"] and one["proof"] != row["proof"])}, reads_texts=True),
    spoilt("a word more beside a proof", "quotations", has("proof"), one_more),
    Kind("a text given away too far", waiver_dropped),
)
# fmt: on
