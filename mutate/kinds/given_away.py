"""Defects that other cells give away: ids, addresses, alphabets, the kind of a body, a second row of the same thing."""

import re
from collections.abc import Iterator
from random import Random

from mutate.kinds.dates import DAY, names_a_day, shifted
from mutate.kinds.ways import Row, has, of, spoilt, warned
from mutate.record import Kind, Mutant, Record, few, written

DAY_IN_ADDRESS = re.compile(r"/(20\d\d)([/-]?)(0[1-9]|1[0-2])\2(0[1-9]|1\d|2[0-7])(?=\D|$)")


def dated_id(record: Record, row: Row) -> bool:
    """Whether the id begins with the day of the row, which no weekday holds."""
    day = row.get("date", row.get("published", ""))
    return bool(DAY.fullmatch(day)) and row["id"].startswith(day) and not ("date" in row and names_a_day(record, row))


def kind(record: Record, organization: str) -> str:
    """The kind of a body; empty for none."""
    return of(record, "organizations", organization)["kind"] if organization else ""


def alone(record: Record, row: Row) -> bool:
    """Whether an outlet speaks for itself, under its own name."""
    outlet = kind(record, row["organization_id"]) == "outlet"
    return outlet and not row["speaker_id"] and not row["speaker_label"] and f"-{row['organization_id']}-" in row["id"]


def another_outlet(record: Record, row: Row) -> str:
    """An outlet of another name than the one of the row."""
    mine = row.get("organization_id") or row["publisher_id"]
    outlets = (one["id"] for one in record.sheets["organizations"] if one["kind"] == "outlet")
    return next(one for one in outlets if one[:3] != mine[:3])


def another_person(record: Record, row: Row) -> Row:
    """Another person in an office that he holds at any time."""
    held = (one for one in record.sheets["roles"] if not one["start"] and not one["end"])
    office = next(one for one in held if one["person_id"] != row["speaker_id"])
    return {"speaker_id": office["person_id"], "organization_id": office["organization_id"]}


def other_day(record: Record, row: Row) -> Row:
    """The address with the day after in it."""
    return {"url": DAY_IN_ADDRESS.sub(lambda day: f"/{day[1]}{day[2]}{day[3]}{day[2]}{int(day[4]) + 1:02}", row["url"])}


def host(row: Row) -> str:
    """The host of the source's address; empty where it has none."""
    return row["url"].partition("://")[2].partition("/")[0]


def several(record: Record, row: Row) -> bool:
    """Whether two or more other sources stand at the same host, with the same publisher."""
    same = [one for one in record.sheets["sources"] if host(one) == host(row) and one["publisher_id"]]
    return bool(row["publisher_id"] and host(row)) and len(same) > 2


def one_before(record: Record, row: Row) -> Row:
    """The address of the first source that has one."""
    return {"url": next(one["url"] for one in record.sheets["sources"] if one["url"])}


def called_alike(record: Record, chance: Random) -> Iterator[Mutant]:
    """A person under the id of a body."""
    for row in few(chance, record.sheets["organizations"]):
        yield record.added("people", ("id",), id=row["id"], name="Somebody Else", note="Kept for the next text.")


def uncarried(record: Record, chance: Random) -> Iterator[Mutant]:
    """Own words of an outlet in the page of another, without the citation that says so."""
    sheets, table = record.sheets, record.package.table("source_citations")
    publisher = {one["id"]: one["publisher_id"] for one in sheets["sources"]}
    for quotation in sheets["quotations"]:
        speaks = of(record, "statements", quotation["statement_id"])["organization_id"]
        page = publisher[quotation["source_id"]]
        if quotation["form"] == "own" and speaks and page and page != speaks:
            kept = [one for one in sheets["source_citations"] if one["source_id"] != quotation["source_id"]]
            line = record.at("statements", "id", quotation["statement_id"])[0] + 2
            at = record.package.table("statements").path
            yield Mutant({table.path: written(table, kept)}, at, line, ("organization_id",), quotation["statement_id"])


def second_event(record: Record, chance: Random) -> Iterator[Mutant]:
    """A contact in two rows."""
    events, parts = record.package.table("events"), record.package.table("event_participants")
    for row in few(
        chance,
        (
            one
            for one in record.sheets["events"]
            if one["level"] and one["date"][:2] == "20" and ".." not in one["date"]
        ),
    ):
        again = row | {
            "id": row["id"] + "-again",
            "title": row["title"] + " again",
            "note": "Kept.",
            "same_as_id": "",
            "same_as_basis": "",
        }
        took = [one for one in record.sheets["event_participants"] if one["event_id"] == row["id"]]
        more = [one | {"id": one["id"] + "-again", "event_id": again["id"]} for one in took]
        rows = {events: [*record.sheets["events"], again], parts: [*record.sheets["event_participants"], *more]}
        data = {table.path: written(table, cells) for table, cells in rows.items()}
        yield Mutant(data, events.path, len(rows[events]) + 1, ("id",), again["id"])


def second_statement(record: Record, row: Row) -> dict[str, list[Row]]:
    """The statement once more, under another id, with its quotations and stances; rows by table."""
    statement = row["id"] + "-again"
    quotations = [one for one in record.sheets["quotations"] if one["statement_id"] == row["id"]]
    stances = [one for one in record.sheets["stances"] if one["statement_id"] == row["id"]]
    return {
        "statements": [row | {"id": statement, "after_id": ""}],
        "quotations": [one | {"id": one["id"] + "-again", "statement_id": statement} for one in quotations],
        "stances": [
            one | {"statement_id": statement, "quotation_id": one["quotation_id"] + "-again"} for one in stances
        ],
    }


def said_twice(at: str, column: str):
    """A statement of a body or a label in two rows; found on the last row that it adds to that table."""

    def plant(record: Record, chance: Random) -> Iterator[Mutant]:
        for row in few(chance, (one for one in record.sheets["statements"] if not one["speaker_id"])):
            new = second_statement(record, row)
            rows = {record.package.table(name): [*record.sheets[name], *more] for name, more in new.items()}
            data = {table.path: written(table, cells) for table, cells in rows.items()}
            table = record.package.table(at)
            yield Mutant(data, table.path, len(rows[table]) + 1, (column,), new[at][-1]["id"])

    return plant


def of_another(record: Record, row: Row) -> bool:
    """Whether a named person is quoted in a text that an outlet published."""
    source = of(record, "sources", row["source_id"])
    speaks = of(record, "statements", row["statement_id"])["speaker_id"]
    return bool(row["words"] and speaks and kind(record, source["publisher_id"]) == "outlet" and not source["author"])


def held_twice(record: Record, chance: Random) -> Iterator[Mutant]:
    """The words of a text that was held as those of a source that is only known through others."""
    texts = record.sheets["texts"]
    more = {one["source_id"] for name in ("quotations", "texts") for one in record.sheets[name]}
    known = [one["id"] for one in record.sheets["sources"] if one["id"] not in more]
    for source in few(chance, known):
        row = min(texts, key=lambda one: one["source_id"])
        yield record.added("texts", ("digest",), **(row | {"source_id": source, "file": f"{source}.txt"}))


def plain(rule: str):
    """Whether no waiver of the rule is on the claim."""

    def where(record: Record, row: Row) -> bool:
        return not any(one["rule"] == rule and one["row_id"] == row["id"] for one in record.sheets["waivers"])

    return where


# fmt: off
KINDS = (
    spoilt("a statement on another day than its id", "statements", dated_id, lambda record, row: {"date": shifted(row["date"], -1)}),
    spoilt("an event on another day than its id", "events", dated_id, lambda record, row: {"date": shifted(row["date"], 1)}),
    spoilt("a source of another day than its id", "sources", dated_id, lambda record, row: {"published": shifted(row["published"], 1)}),
    spoilt("a statement given to another than its id names", "statements", has("speaker_id"), another_person, ("speaker_id",)),
    spoilt("a statement given to another outlet", "statements", alone, lambda record, row: {"organization_id": another_outlet(record, row)}),
    Kind("a person called as a body is", called_alike),
    warned(spoilt("a day that the address denies", "sources", lambda record, row: DAY_IN_ADDRESS.search(row["url"]), other_day, ("published",))),
    warned(spoilt("a publisher that the host denies", "sources", several, lambda record, row: {"publisher_id": another_outlet(record, row)})),
    spoilt("the address of another source", "sources", lambda record, row: row["url"] and row != next(one for one in record.sheets["sources"] if one["url"]), one_before),
    spoilt("a front page for an archived page", "sources", has("url"), lambda record, row: {"archive_url": "https://example.org/news/"}),
    spoilt("a language of another alphabet", "sources", lambda record, row: row["language"] == "en" and record.at("quotations", "source_id", row["id"]), lambda record, row: {"language": "ru"}),
    spoilt("an official text of an outlet", "sources", lambda record, row: kind(record, row["publisher_id"]) == "outlet", lambda record, row: {"genre": "official"}),
    spoilt("a report of a state's office", "sources", has("genre", "official"), lambda record, row: {"genre": "report"}),
    Kind("own words of an outlet that the text is not of", uncarried),
    spoilt("own text in another's report", "quotations", of_another, lambda record, row: {"form": "own"}),
    warned(Kind("a text under two sources", held_twice)),
    spoilt("an article of an office", "statements", lambda record, row: kind(record, row["organization_id"]) == "office", lambda record, row: {"medium": "article"}),
    spoilt("a briefing of an outlet", "statements", lambda record, row: kind(record, row["organization_id"]) == "outlet", lambda record, row: {"medium": "briefing"}),
    spoilt("an outlet on a state's side", "organizations", has("kind", "outlet"), lambda record, row: {"side": "russia"}),
    spoilt("an office on another side", "organizations", lambda record, row: row["kind"] in ("office", "state-body", "state") and row["country"] in ("RU", "US", "UA"), lambda record, row: {"side": "other" if row["side"] == "ukraine" else "ukraine"}),
    spoilt("an office of another country", "organizations", lambda record, row: row["kind"] == "office" and row["side"] == "russia", lambda record, row: {"country": "US"}, ("side",)),
    spoilt("a known name for a label", "statements", has("speaker_label"), lambda record, row: {"speaker_label": record.sheets["people"][-1]["name"]}),
    warned(Kind("a contact in two rows", second_event)),
    warned(Kind("a statement of a body or a label in two rows", said_twice("statements", "id"))),
    Kind("a place quoted for two statements of one voice", said_twice("quotations", "passage")),
    warned(spoilt("a claim that denies", "claims", plain("claim.negative"), lambda record, row: {"text": row["text"].removesuffix(".") + ", and not otherwise."})),
    warned(spoilt("a claim that judges", "claims", plain("claim.verdict"), lambda record, row: {"text": row["text"].removesuffix(".") + ", as he admitted."})),
)
# fmt: on
