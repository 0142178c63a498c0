"""The sheet of a source for a second reader: the places and the claims at issue, and nothing of what was decided.

In: the record and a source. Out: a tree to be written. Each statement has its places by their passages, without form
and words; the claims at issue are all that the record has on the events of those on which it takes a stance, by
their texts; what a reader has to say stands there as a key without a value. Ids are left out, since they tell the
day, the speaker and often the stance.
"""

from typing import Any

from readouts.evidence.anchors import text_named
from readouts.sheet.owned import texts_read
from readouts.sheet.record import Record

Tree = dict[str, Any]
ASKED = ("speaker", "speaker_label", "organization", "date", "date_basis", "date_words", "medium", "register")
OF_PLACE = ("form", "via")
# The day of a source is none of what is asked: that of its words is counted from it.
OF_SOURCE = ("id", "title", "author", "language", "published", "published_basis", "url")


def blind(record: Record, source_id: str) -> Tree:
    """The sheet of a source for a second reader; KeyError when the record has no such source."""
    source, (_, text) = record.row("sources", source_id), texts_read(record).get(source_id, ("", None))
    places: dict[str, list[str]] = {}
    starts = _starts(record, text_named(text["digest"]) if text else "")
    for row in sorted(record.rows["quotations"].values(), key=lambda row: (starts.get(row["id"], 0), row["id"])):
        if row["source_id"] == source_id:
            places.setdefault(row["statement_id"], []).append(row["passage"])
    told = {name: source[name] for name in OF_SOURCE if source[name]}
    of_text = {name: text[name] for name in ("file", "body") if text[name]} if text else {}
    statements = [_statement(record, statement, passages) for statement, passages in places.items()]
    return {"source": told, **({"text": of_text} if of_text else {}), "statements": statements}


def _starts(record: Record, text: str) -> dict[str, int]:
    """Where the places of a text begin in it, by their ids."""
    starts: dict[str, int] = {}
    for row in record.rows["anchors"].values():
        if row["text_digest"] == text:
            starts[row["quotation_id"]] = min(int(row["start_word"]), starts.get(row["quotation_id"], 10**9))
    return starts


def _statement(record: Record, statement_id: str, passages: list[str]) -> Tree:
    asked = dict.fromkeys(ASKED, "")
    places: list[Tree] = [{"passage": passage, **dict.fromkeys(OF_PLACE, "")} for passage in passages]
    places[0]["stances"] = [{"claim": text, "stance": ""} for text in at_issue(record, statement_id)]
    return asked | {"places": places}


def at_issue(record: Record, statement_id: str) -> list[str]:
    """The texts of the claims that a reader is asked about: those of the statement, and others on their events."""
    claims = record.rows["claims"]
    taken = {row["claim_id"] for row in record.rows["stances"].values() if row["statement_id"] == statement_id}
    events = {claims[one]["event_id"] for one in taken} - {""}
    return sorted(row["text"] for one, row in claims.items() if one in taken or row["event_id"] in events)
