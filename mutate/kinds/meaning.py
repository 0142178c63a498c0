"""Defects of what the rows say: every cell has its form, and the record is wrong."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from random import Random

from mutate.record import Kind, Mutant, Record, few, written

Row = dict[str, str]
DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
NEGATION = re.compile(r"\b([Nn]o|[Nn]ot|[Nn]ever|n't|n’t)\b ?")
QUOTING = ("own", "direct", "fragment")


def spoilt(
    name: str,
    table: str,
    where: Callable[[Record, Row], object],
    cells: Callable[[Record, Row], Row | None],
    columns: tuple[str, ...] = (),
    reads_texts: bool = False,
) -> Kind:
    """Change some cells of each row for which `where` holds; found in `columns`, else in those that changed."""

    def plant(record: Record, chance: Random) -> Iterator[Mutant]:
        rows = record.sheets[table]
        for place in few(chance, (place for place, row in enumerate(rows) if where(record, row))):
            if new := cells(record, rows[place]):
                yield record.changed(table, place, columns, **new)

    return Kind(name, plant, reads_texts)


def found_at(kind: Kind, table: str, of: Callable[[Record, Mutant], str], columns: tuple[str, ...]) -> Kind:
    """The same mutants, found on another row: that of `table` whose id `of` gives."""

    def plant(record: Record, chance: Random) -> Iterator[Mutant]:
        for mutant in kind.plant(record, chance):
            place = record.at(table, "id", of(record, mutant))[0]
            path = record.package.table(table).path
            yield replace(mutant, path=path, line=place + 2, columns=columns, row_id=record.sheets[table][place]["id"])

    return replace(kind, plant=plant)


def dropped(
    name: str, table: str, where: Callable[[Record, Row], object], at: str, column: str, key: Callable[[Row], str]
) -> Kind:
    """Delete each row for which `where` holds; found on the row of `at` that it leaves bare."""

    def plant(record: Record, chance: Random) -> Iterator[Mutant]:
        for place, row in few(chance, enumerate(record.sheets[table])):
            if where(record, row):
                left = next(
                    other
                    for other, cells in enumerate(record.sheets[at])
                    if record.package.table(at).row_id(cells) == key(row)
                )
                path = record.package.table(table).path
                line = left + 2 - (at == table and left > place)
                yield Mutant(
                    {path: record.without(table, place)}, record.package.table(at).path, line, (column,), key(row)
                )

    return Kind(name, plant)


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
                    row["source_id"],
                    {row["file"]: spoil(record.texts[row["file"]])},
                )

    return Kind(name, plant, reads_texts=True)


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


def of(record: Record, table: str, row_id: str) -> Row:
    """The row of a table with that id."""
    return record.sheets[table][record.at(table, "id", row_id)[0]]


def held(record: Record, row: Row) -> bool:
    """Whether the quotation's source was held when it was anchored."""
    return bool(record.at("texts", "source_id", row["source_id"]))


def quotes(record: Record, row: Row) -> bool:
    """Whether the row has words of a text that was held."""
    return bool(row["words"]) and held(record, row)


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
    """Another text that was held."""
    return {
        "source_id": next(one["source_id"] for one in record.sheets["texts"] if one["source_id"] != row["source_id"])
    }


def not_held(record: Record, row: Row) -> Row:
    """A source whose text nobody held."""
    texts = {one["source_id"] for one in record.sheets["texts"]}
    return {
        "source_id": max(
            (one for one in record.sheets["sources"] if one["id"] not in texts), key=lambda one: one["published"]
        )["id"]
    }


def stranger(record: Record, row: Row) -> Row:
    """A person who has no role in the organization."""
    office = {role["person_id"] for role in record.sheets["roles"] if role["organization_id"] == row["organization_id"]}
    return {"speaker_id": next(one["id"] for one in record.sheets["people"] if one["id"] not in office)}


def elsewhere(person: str) -> Callable[[Record, Row], Row]:
    """An organization in which the person has no role."""

    def cells(record: Record, row: Row) -> Row:
        offices = {role["organization_id"] for role in record.sheets["roles"] if role["person_id"] == row[person]}
        return {
            "organization_id": next(one["id"] for one in record.sheets["organizations"] if one["id"] not in offices)
        }

    return cells


def only_role(record: Record, row: Row) -> bool:
    """Whether the person has no other role in the organization, and speaks for it."""
    same = [
        one
        for one in record.sheets["roles"]
        if (one["person_id"], one["organization_id"]) == (row["person_id"], row["organization_id"])
    ]
    return len(same) == 1 and speaks(record, row) is not None


def speaks(record: Record, row: Row) -> Row | None:
    """A dated statement made in that role."""
    return next(
        (
            one
            for one in record.sheets["statements"]
            if (one["speaker_id"], one["organization_id"]) == (row["person_id"], row["organization_id"])
            and one["date"][:1].isdigit()
        ),
        None,
    )


def role_of(record: Record, mutant: Mutant) -> str:
    """The statement that loses its role."""
    return speaks(record, next(row for row in record.sheets["roles"] if row["id"] == mutant.row_id))["id"]


def role_dropped(record: Record, chance: Random) -> Iterator[Mutant]:
    """A role deleted that a statement needs."""
    path, at = (record.package.table(name).path for name in ("roles", "statements"))
    for place, row in enumerate(record.sheets["roles"]):
        if only_role(record, row):
            lost = speaks(record, row)["id"]
            line = record.at("statements", "id", lost)[0] + 2
            yield Mutant({path: record.without("roles", place)}, at, line, ("organization_id",), lost, told=row["id"])


def anchors(name: str, spoil: Callable[[Row], Row], reads_texts: bool = False) -> Kind:
    """Change an anchor; found on its quotation."""

    def plant(record: Record, chance: Random) -> Iterator[Mutant]:
        table, at = record.package.table("anchors"), record.package.table("quotations")
        for place, row in few(chance, enumerate(record.sheets["anchors"])):
            rows = list(record.sheets["anchors"])
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


def code_dropped(record: Record, chance: Random) -> Iterator[Mutant]:
    """A code that a schema allows, no longer defined."""
    table = record.package.table("codes")
    for place, row in few(chance, enumerate(record.sheets["codes"])):
        yield Mutant({table.path: record.without("codes", place)}, table.path, None, ("code",), table.row_id(row))


def words_of_the_text(record: Record, row: Row) -> Row | None:
    """Nine words of a held text as a sentence of ours."""
    body = next(iter(record.texts.values())).decode().split()
    return {"note": "We add: " + " ".join(body[20:29])}


def alone(table: str, column: str) -> Callable[[Record, Row], bool]:
    """Whether no other row of the table has the same value in that column."""
    return lambda record, row: len(record.at(table, column, row[column])) == 1


def _always(record: Record, row: Row) -> bool:
    return True


def _other_statement(record: Record, row: Row) -> Row:
    return {
        "quotation_id": next(
            one["id"] for one in record.sheets["quotations"] if one["statement_id"] != row["statement_id"]
        )
    }


def _has(column: str, *values: str) -> Callable[[Record, Row], bool]:
    return lambda record, row: row[column] in values if values else bool(row[column])


def _contact(record: Record, row: Row) -> bool:
    event = of(record, "events", row["event_id"])
    active = [
        one
        for one in record.sheets["event_participants"]
        if one["event_id"] == row["event_id"] and one["part"] != "subject"
    ]
    return event["kind"] in ("call", "meeting", "visit", "contact") and len(active) == 2 and row["part"] != "subject"


# fmt: off
KINDS = (
    spoilt("a date that its weekday denies", "statements", names_a_day, lambda record, row: {"date": shifted(row["date"], 1)}),
    spoilt("a weekday that the date denies", "statements", names_a_day, other_day, ("date", "date_words")),
    spoilt("an event's date that its weekday denies", "events", names_a_day, lambda record, row: {"date": shifted(row["date"], -1)}),
    spoilt("a statement that lies ahead", "statements", _always, lambda record, row: {"date": "9998-01-01", "date_words": "", "date_basis": "stated"}, ("date",)),
    spoilt("a page read on a day that lies ahead", "sources", _has("retrieved"), lambda record, row: {"retrieved": "9998-01-01"}),
    spoilt("start and end of an office exchanged", "roles", lambda record, row: row["start"] and row["end"], lambda record, row: {"start": row["end"], "end": row["start"]}),
    spoilt("an interval turned round", "statements", lambda record, row: re.fullmatch(r"\d.*/\d.*", row["date"]), lambda record, row: {"date": "/".join(reversed(row["date"].split("/")))}),
    spoilt("a statement before the one that it follows", "statements", lambda record, row: row["after_id"] and of(record, "statements", row["after_id"])["date"][:1].isdigit(), lambda record, row: {"date": "1990-01-01", "date_words": "", "date_basis": "stated"}, ("after_id",)),
    Kind("a statement that comes after itself", circle),
    spoilt("a date whose basis is unknown", "statements", _has("date"), lambda record, row: {"date_basis": "unknown"}, ("date",)),
    spoilt("no date, with a basis", "events", lambda record, row: row["date"] and row["date_basis"] != "unknown", lambda record, row: {"date": ""}),
    spoilt("an inferred date that nothing explains", "events", _has("date_basis", "inferred"), lambda record, row: {"note": ""}),
    spoilt("a date counted from no words", "statements", lambda record, row: row["date_words"] and row["date"], lambda record, row: {"date_basis": "resolved", "date_words": ""}, ("date_words",)),
    found_at(
        spoilt("a source older than what it quotes", "sources", lambda record, row: record.at("quotations", "source_id", row["id"]), lambda record, row: {"published": "1990-01-01"}),
        "quotations",
        lambda record, mutant: next(one["id"] for one in record.sheets["quotations"] if one["source_id"] == mutant.row_id and of(record, "statements", one["statement_id"])["date"][:1].isdigit()),
        ("source_id",),
    ),
    Kind("a citation turned round", both_ways),
    spoilt("a source that cites itself", "source_citations", _always, lambda record, row: {"cited_source_id": row["source_id"]}),
    spoilt("one quoted word altered", "quotations", quotes, one_word),
    spoilt("quoted words in another order", "quotations", quotes, other_order),
    spoilt("a negation left out of a quotation", "quotations", lambda record, row: quotes(record, row) and NEGATION.search(row["words"]), lambda record, row: {"words": NEGATION.sub("", row["words"], count=1) or "x"}),
    spoilt("a negation put into a quotation", "quotations", quotes, lambda record, row: {"words": "not " + row["words"]}),
    spoilt("the passage altered", "quotations", held, lambda record, row: {"passage": re.sub(r"\w{3,}", "altered", row["passage"], count=1)}),
    spoilt("a quotation of another passage", "quotations", quotes, lambda record, row: {"passage": next(one["passage"] for one in record.sheets["quotations"] if one["passage"] != row["passage"])}, ("passage", "words")),
    spoilt("words for a form that has none", "quotations", _has("form", "indirect", "narrated"), lambda record, row: {"words": "fiction"}),
    spoilt("no words for a form that has them", "quotations", _has("form", *QUOTING), lambda record, row: {"words": ""}),
    spoilt("a form that denies the words", "quotations", lambda record, row: row["words"] and row["form"] in QUOTING, lambda record, row: {"form": "indirect"}, ("words", "form")),
    spoilt("a quotation of more than sixty words", "quotations", _has("words"), lambda record, row: {"words": " ".join(["so"] * 61)}),
    spoilt("a wrong source, its text held", "quotations", held, another_held, ("source_id", "passage", "words"), reads_texts=True),
    spoilt("a wrong source, its text not held", "quotations", held, not_held, ("source_id",)),
    anchors("an anchor of other words", lambda row: {"digest": row["digest"][::-1]}),
    anchors("an anchor at another place", lambda row: {"start_word": str(int(row["start_word"]) + 1)}, reads_texts=True),
    anchors("an anchor of another segment", lambda row: {"segment": "words-9"}),
    Kind("an anchor lost", anchor_dropped),
    text("a word added to a held text", lambda data: b"Sheer " + data),
    text("a held text exchanged", lambda data: b"Another text altogether.\n" * 40),
    spoilt("a sentence of ours taken from a text", "events", _always, words_of_the_text, reads_texts=True),
    spoilt("date words that no source has", "statements", lambda record, row: row["date_words"] and any(quotes(record, one) for one in record.sheets["quotations"] if one["statement_id"] == row["id"]) and not any(day in row["date_words"] for day in DAYS), lambda record, row: {"date_words": "on some other occasion"}, reads_texts=True),
    spoilt("a wrong speaker", "statements", lambda record, row: row["speaker_id"] and row["organization_id"], stranger, ("organization_id", "speaker_id")),
    spoilt("a speaker of a wrong office", "statements", _has("speaker_id"), elsewhere("speaker_id")),
    spoilt("a participant of a wrong office", "event_participants", _has("person_id"), elsewhere("person_id")),
    found_at(
        spoilt("an office that ended long before", "roles", only_role, lambda record, row: {"start": "", "end": "1990-01-01"}),
        "statements",
        role_of,
        ("organization_id",),
    ),
    Kind("an office that is gone", role_dropped),
    spoilt("a person and a label", "statements", _has("speaker_id"), lambda record, row: {"speaker_label": "the spokesman"}),
    spoilt("nobody speaks", "statements", _has("organization_id"), lambda record, row: {"speaker_id": "", "speaker_label": "", "organization_id": ""}),
    found_at(
        spoilt("a named speaker of unattributed words", "quotations", lambda record, row: of(record, "statements", row["statement_id"])["speaker_id"] and not row["words"], lambda record, row: {"form": "unattributed"}),
        "statements",
        lambda record, mutant: of(record, "quotations", mutant.row_id)["statement_id"],
        ("speaker_id", "note"),
    ),
    spoilt("a stance on nothing", "stances", _always, lambda record, row: {"claim_id": "2024-no-such-claim"}),
    spoilt("a stance by nobody", "stances", _always, lambda record, row: {"statement_id": "2024-no-such-statement"}),
    spoilt("a stance that rests on another's words", "stances", _always, _other_statement),
    dropped("a statement left without a stance", "stances", alone("stances", "statement_id"), "statements", "id", lambda row: row["statement_id"]),
    dropped("a claim left without a stance", "stances", lambda record, row: alone("stances", "claim_id")(record, row) and not alone("stances", "statement_id")(record, row) and not of(record, "claims", row["claim_id"])["note"], "claims", "id", lambda row: row["claim_id"]),
    dropped("a contact with one participant", "event_participants", _contact, "events", "id", lambda row: row["event_id"]),
    spoilt("a participant that is nobody", "event_participants", _always, lambda record, row: {"organization_id": "", "person_id": ""}),
    spoilt("a claim on no event", "claims", _has("kind", "occurrence", "plan", "content", "duration", "initiative"), lambda record, row: {"event_id": ""}),
    spoilt("a duration that is none", "claims", _has("kind", "duration"), lambda record, row: {"value": "PT an hourH"}),
    spoilt("an initiative of nobody", "claims", _has("kind", "initiative"), lambda record, row: {"value": "nobody-at-all"}),
    spoilt("a value that its kind does not have", "claims", lambda record, row: row["kind"] not in ("duration", "initiative"), lambda record, row: {"value": "PT60M"}),
    found_at(
        spoilt("a second claim of one occurrence", "claims", lambda record, row: row["kind"] == "plan" and any(one["kind"] == "occurrence" and one["event_id"] == row["event_id"] for one in record.sheets["claims"]), lambda record, row: {"kind": "occurrence"}),
        "claims",
        lambda record, mutant: max(one["id"] for one in record.sheets["claims"] if one["event_id"] == of(record, "claims", mutant.row_id)["event_id"] and (one["kind"] == "occurrence" or one["id"] == mutant.row_id)),
        ("event_id",),
    ),
    Kind("a code without a definition", code_dropped),
    spoilt("a code that no schema allows", "codes", lambda record, row: record.sheets["codes"].index(row) < 5, lambda record, row: {"code": "no-such-code"}),
    spoilt("a stance without a scale", "codes", _has("list", "stance"), lambda record, row: {"scale": ""}),
    spoilt("a scale for a code that is no stance", "codes", lambda record, row: row["list"] != "stance", lambda record, row: {"scale": "1"}),
)
# fmt: on
