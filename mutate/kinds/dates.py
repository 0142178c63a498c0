"""Defects of dates and of the order in which things were said."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

from mutate.kinds.ways import Row, always, found_at, has, of, spoilt
from mutate.record import Kind, Mutant, Record, written

DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def shifted(text: str, days: int) -> str:
    """A plain day, moved."""
    return str(date.fromisoformat(text) + timedelta(days))


def names_a_day(record: Record, row: Row) -> bool:
    """Whether the words name the weekday of a plain date."""
    return bool(DAY.fullmatch(row["date"])) and any(day.lower() in row["date_words"].lower() for day in DAYS)


def other_day(record: Record, row: Row) -> Row:
    """Another weekday in the words."""
    day = next(day for day in DAYS if day.lower() in row["date_words"].lower())
    return {"date_words": re.sub(day, DAYS[DAYS.index(day) - 1], row["date_words"], flags=re.IGNORECASE)}


def both_ways(record: Record, chance: Random) -> Iterator[Mutant]:
    """Two sources cite each other's place: the later one is cited by the earlier."""
    table = record.package.table("source_citations")
    day = {row["id"]: row["published"] for row in record.sheets["sources"]}
    for place, row in enumerate(record.sheets["source_citations"]):
        citing, cited = day[row["source_id"]], day[row["cited_source_id"]]
        if DAY.fullmatch(citing.rstrip("?")) and DAY.fullmatch(cited.rstrip("?")) and cited < citing:
            rows = list(record.sheets["source_citations"])
            rows[place] = row | {"source_id": row["cited_source_id"], "cited_source_id": row["source_id"]}
            yield Mutant(
                {table.path: written(table, rows)},
                table.path,
                place + 2,
                ("cited_source_id",),
                table.row_id(rows[place]),
            )


def circle(record: Record, chance: Random) -> Iterator[Mutant]:
    """A statement that comes after one that comes after it, both on days that allow it."""
    for place, row in enumerate(record.sheets["statements"]):
        for other in record.at("statements", "after_id", row["id"])[:1]:
            if not row["after_id"]:
                later = record.sheets["statements"][other]["id"]
                yield record.changed("statements", place, ("after_id",), after_id=later)


def dated(record: Record, source: str) -> list[str]:
    """The quotations of a source whose statements have a first day: those that a source may not be older than."""
    quoted = (record.sheets["quotations"][place] for place in record.at("quotations", "source_id", source))
    return [one["id"] for one in quoted if of(record, "statements", one["statement_id"])["date"][:1].isdigit()]


# fmt: off
KINDS = (
    spoilt("a date that its weekday denies", "statements", names_a_day, lambda record, row: {"date": shifted(row["date"], 1)}),
    spoilt("a weekday that the date denies", "statements", names_a_day, other_day, ("date", "date_words")),
    spoilt("an event's date that its weekday denies", "events", names_a_day, lambda record, row: {"date": shifted(row["date"], -1)}),
    spoilt("a statement that lies ahead", "statements", always, lambda record, row: {"date": "2098-01-01", "date_words": "", "date_basis": "stated"}, ("date",)),
    spoilt("a page read on a day that lies ahead", "sources", has("retrieved"), lambda record, row: {"retrieved": "2098-01-01"}),
    spoilt("start and end of an office exchanged", "roles", lambda record, row: row["start"] and row["end"], lambda record, row: {"start": row["end"], "end": row["start"]}),
    spoilt("an interval turned round", "statements", lambda record, row: re.fullmatch(r"\d.*/\d.*", row["date"]), lambda record, row: {"date": "/".join(reversed(row["date"].split("/")))}),
    spoilt("a statement before the one that it follows", "statements", lambda record, row: row["after_id"] and of(record, "statements", row["after_id"])["date"][:1].isdigit(), lambda record, row: {"date": "1990-01-01", "date_words": "", "date_basis": "stated"}, ("after_id",)),
    Kind("a statement that comes after itself", circle),
    spoilt("a stated day with a doubt", "events", lambda record, row: row["date_basis"] == "stated", lambda record, row: {"date": row["date"] + "?"}),
    spoilt("an office that ends in years to come", "roles", lambda record, row: not row["end"], lambda record, row: {"end": "2098-01-01"}),
    spoilt("a page read before it was published", "sources", lambda record, row: row["retrieved"] and row["published"].startswith("20"), lambda record, row: {"retrieved": "2001-01-01"}),
    spoilt("a date whose basis is unknown", "statements", has("date"), lambda record, row: {"date_basis": "unknown"}, ("date",)),
    spoilt("no date, with a basis", "events", lambda record, row: row["date"] and row["date_basis"] != "unknown", lambda record, row: {"date": ""}),
    spoilt("an inferred date that nothing explains", "events", has("date_basis", "inferred"), lambda record, row: {"note": ""}),
    spoilt("a date counted from no words", "statements", lambda record, row: row["date_words"] and row["date"], lambda record, row: {"date_basis": "resolved", "date_words": ""}, ("date_words",)),
    found_at(
        spoilt("a source older than what it quotes", "sources", lambda record, row: dated(record, row["id"]), lambda record, row: {"published": "1990-01-01"}),
        "quotations",
        lambda record, mutant: dated(record, mutant.row_id)[0],
        ("source_id",),
    ),
    Kind("a citation turned round", both_ways),
    spoilt("a source that cites itself", "source_citations", always, lambda record, row: {"cited_source_id": row["source_id"]}),
)
# fmt: on
