"""Defects of who speaks for whom: bodies of another time, hosts that speak, natures that a body has not."""

from mutate.kinds.ways import Row, has, of, spoilt
from mutate.record import Record


def over_by_then(record: Record, row: Row) -> Row | None:
    """A body of the same side that was over before the first day that the row's date allows."""
    now = of(record, "organizations", row["organization_id"])
    date = row["date"] if "date" in row else of(record, "events", row["event_id"])["date"]
    earlier = (
        one
        for one in record.sheets["organizations"]
        if one["side"] == now["side"] and one["end"] and date.startswith("20") and one["end"] < date[:10]
    )
    return next(({"organization_id": one["id"]} for one in earlier), None)


def host(record: Record, row: Row) -> str:
    """At whose address the text stands in which the statement's own words were read; "" where its publisher is known."""
    places = record.at("quotations", "statement_id", row["id"])
    own = (record.sheets["quotations"][place] for place in places)
    return next((of(record, "sources", one["source_id"])["host_id"] for one in own if one["form"] == "own"), "")


# fmt: off
KINDS = (
    spoilt("a word in the name of an earlier administration", "statements", lambda record, row: row["organization_id"] and not row["speaker_id"] and over_by_then(record, row), over_by_then),
    spoilt("a contact of an earlier administration", "event_participants", lambda record, row: row["organization_id"] and not row["person_id"] and over_by_then(record, row), over_by_then),
    spoilt("a body that ends before it begins", "organizations", lambda record, row: row["start"] and row["end"], lambda record, row: {"start": row["end"], "end": row["start"]}, ("end",)),
    spoilt("a host beside a publisher", "sources", lambda record, row: row["publisher_id"] and row["url"], lambda record, row: {"host_id": row["publisher_id"]}),
    spoilt("a host without an address", "sources", has("host_id"), lambda record, row: {"url": "", "archive_url": ""}, ("host_id",)),
    spoilt("a host that speaks", "statements", host, lambda record, row: {"organization_id": host(record, row), "speaker_label": ""}, ("organization_id",)),
    spoilt("a kind of body with the nature of a side", "codes", has("list", "organization-kind"), lambda record, row: {"nature": "party"}),
)
# fmt: on
