"""Defects of what coverage is worked out from: leads, searches, levels, ties, counts, and where participants are read."""

from mutate.kinds.ways import Row, alone, always, dropped, has, spoilt
from mutate.record import Record

CONTACTS = ("call", "meeting", "visit", "contact")


def elsewhere(record: Record, row: Row) -> Row:
    """A source that says nothing of the participant's event."""
    about = {claim["id"] for claim in record.sheets["claims"] if claim["event_id"] == row["event_id"]}
    statements = {one["statement_id"] for one in record.sheets["stances"] if one["claim_id"] in about}
    tell = {one["source_id"] for one in record.sheets["quotations"] if one["statement_id"] in statements}
    return {
        "quotation_id": "",
        "source_id": next(one["id"] for one in record.sheets["sources"] if one["id"] not in tell),
    }


def judged_page(record: Record, row: Row) -> bool:
    """A page, statement or account that was judged."""
    return row["decision"] != "not-yet" and row["kind"] != "contact"


def holed(record: Record, row: Row) -> bool:
    """A lead that leaves a hole."""
    return row["decision"] == "not-yet"


# fmt: off
KINDS = (
    spoilt("a lead taken into no row", "ledger", holed, lambda record, row: {"decision": "taken"}),
    spoilt("an open lead with a reason", "ledger", holed, lambda record, row: {"reason": "machine"}, ("decision",)),
    spoilt("a page judged unread", "ledger", judged_page, lambda record, row: {"looked_up": ""}),
    spoilt("another address that is not given", "ledger", has("found", "other-address"), lambda record, row: {"found_url": ""}),
    spoilt("an open lead without a date", "ledger", holed, lambda record, row: {"date": "", "published": ""}, ("date",)),
    spoilt("a statement that is part of no page", "ledger", has("kind", "statement"), lambda record, row: {"part_of_id": ""}),
    spoilt("an account that is part of itself", "ledger", has("kind", "account"), lambda record, row: {"part_of_id": row["id"]}),
    spoilt("a lead left out without a word", "ledger", has("decision", "left-out"), lambda record, row: {"note": ""}),
    spoilt("a contact of the ledger without a title", "ledger", has("kind", "contact"), lambda record, row: {"title": ""}),
    spoilt("a search that ends before it begins", "searches", always, lambda record, row: {"last": "2020-01-01"}),
    spoilt("a search of days that lie ahead of it", "searches", always, lambda record, row: {"day": row["first"]}, ("last",)),
    dropped("a search that looked nowhere", "search_scopes", alone("search_scopes", "search_id"), "searches", "id", lambda row: row["search_id"]),
    spoilt("a language of a code that is no side", "codes", lambda record, row: row["list"] != "side", lambda record, row: {"language": "en"}),
    spoilt("a contact without a level", "events", has("kind", *CONTACTS), lambda record, row: {"level": ""}),
    spoilt("a leak with a level", "events", has("kind", "leak", "decision"), lambda record, row: {"level": "leaders"}),
    spoilt("one contact, nobody says how known", "events", has("same_as_id"), lambda record, row: {"same_as_basis": ""}, ("same_as_id",)),
    spoilt("an event that is part of itself", "events", has("part_of_id"), lambda record, row: {"part_of_id": row["id"]}),
    spoilt("a basis of no tie", "events", lambda record, row: not row["part_of_id"], lambda record, row: {"part_of_basis": "stated"}, ("part_of_id",)),
    spoilt("a source of no place", "events", has("place_source_id"), lambda record, row: {"place": ""}, ("place_source_id",)),
    spoilt("a participant read nowhere", "event_participants", always, lambda record, row: {"quotation_id": "", "source_id": ""}, ("quotation_id",)),
    spoilt("a participant read in a text on something else", "event_participants", always, elsewhere, ("source_id",)),
    spoilt("a count of whom is not said", "claims", has("kind", "count"), lambda record, row: {"counted_with_id": ""}, ("counted_kind",)),
    spoilt("a claim that counts nothing, and says what", "claims", has("kind", "content"), lambda record, row: {"counted_kind": "call"}),
    spoilt("a count without a number", "claims", has("kind", "count"), lambda record, row: {"value": "many"}),
)
# fmt: on
