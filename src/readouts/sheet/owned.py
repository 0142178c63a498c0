"""Which rows the sheet of a source holds: each row of the record is in the sheet of one source, or in none.

Why: a source can be taken out and put back only if it is settled what is its own. In: the record. Out: the
owner of each row. What a source says is its own (the text that its coder read, places with their anchors in that,
stances, citations, the events and offices that are read in it); copies that witnesses brought, and anchors in these,
are nobody's. A statement or a claim is its own if no other source has a part in it, a person or a body
if nothing outside its sheet names them. The rest is shared, and stays where it is.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from readouts.evidence.anchors import text_named
from readouts.evidence.fetches import coders_first
from readouts.sheet.form import NEW, SHAPES
from readouts.sheet.record import Record, Row

Owners = Mapping[tuple[str, str], str]  # table and key of a row -> the source; rows that are shared are not among them
_OF_SOURCE = ("source_citations", "quotations", "events", "roles")


def owners(record: Record) -> Owners:
    """The source in whose sheet each row stands."""
    found = {("sources", row_id): row_id for row_id in record.rows["sources"]}
    for table in _OF_SOURCE:
        found |= {(table, key): row["source_id"] for key, row in record.rows[table].items() if row["source_id"]}
    of_place = {key: row["source_id"] for key, row in record.rows["quotations"].items()}
    read = texts_read(record)
    found |= {("texts", key): source for source, (key, _) in read.items()}
    for key, row in record.rows["anchors"].items():
        source = of_place.get(row["quotation_id"], "")
        mine = source in read and text_named(read[source][1]["digest"]) == row["text_digest"]
        found["anchors", key] = source if mine else ""
    found |= {("stances", key): of_place.get(row["quotation_id"], "") for key, row in record.rows["stances"].items()}
    for key, row in record.rows["event_participants"].items():
        found["event_participants", key] = _read_in(row, of_place) or found.get(("events", row["event_id"]), "")
    found |= _alone(
        "statements", ((row["statement_id"], row["source_id"]) for row in record.rows["quotations"].values())
    )
    stances = record.rows["stances"].items()
    found |= _alone("claims", ((row["claim_id"], found["stances", key]) for key, row in stances))
    for table in ("people", "organizations"):
        found |= _alone(table, _namers(record, found, table))
    waived = {SHAPES[kind].table for kind in SHAPES if "waivers" in SHAPES[kind].inner}
    for key, row in record.rows["waivers"].items():
        if row["table"] in waived:
            found["waivers", key] = found.get((row["table"], row["row_id"]), "")
    return {row: owner for row, owner in found.items() if owner}


def rows_of(source_id: str, found: Owners) -> list[tuple[str, str]]:
    """The rows of one source, each as table and key."""
    return [row for row, owner in found.items() if owner == source_id]


def texts_read(record: Record) -> dict[str, tuple[str, Row]]:
    """The text of each source that its coder read: the key of its row, and the row."""
    witnesses, texts = record.rows.get("witnesses", {}), record.rows["texts"]
    found: dict[str, tuple[str, Row]] = {}
    for row in coders_first(texts.values(), witnesses.values()):
        found.setdefault(row["source_id"], (record.package.table("texts").row_id(dict(row)), row))
    return found


def _read_in(row: Row, of_place: Mapping[str, str]) -> str:
    return of_place.get(row["quotation_id"], "") or row["source_id"]


def _alone(table: str, named: Iterable[tuple[str, str]]) -> dict[tuple[str, str], str]:
    """The rows of a table that rows of one source alone name."""
    sources = defaultdict(set)
    for row_id, owner in named:
        sources[row_id].add(owner)
    return {(table, row_id): next(iter(owners)) for row_id, owners in sources.items() if len(owners) == 1}


def _namers(record: Record, found: Owners, target: str) -> Iterator[tuple[str, str]]:
    """Each row of a table that another row names, with the owner of the other: empty if that is shared."""
    written = {SHAPES[kind].table for kind in NEW.values()} | {shape.table for shape in SHAPES.values()}
    for table in record.package.tables:
        columns = [link.field for link in table.links if link.table == target]
        for key, row in record.rows[table.name].items() if columns else ():
            for column in columns:
                if row[column]:
                    yield row[column], found.get((table.name, key), "") if table.name in written else ""
    if target == "organizations":
        for row in record.rows["claims"].values():  # an initiative names a body as its value, which no link says
            if row["kind"] == "initiative" and row["value"]:
                yield row["value"], ""
