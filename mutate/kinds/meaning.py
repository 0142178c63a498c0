"""Defects of what the rows say: every cell has its form, and the record is wrong."""

from collections.abc import Callable, Iterator
from random import Random

from mutate.kinds import dates, floors, given_away, leads, proofs, quoted_words, threads, voices
from mutate.kinds.ways import Row, alone, always, dropped, found_at, has, of, spoilt
from mutate.record import Kind, Mutant, Record, few


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


def code_dropped(record: Record, chance: Random) -> Iterator[Mutant]:
    """A code that a schema allows, no longer defined."""
    table = record.package.table("codes")
    for place, row in few(chance, enumerate(record.sheets["codes"])):
        yield Mutant({table.path: record.without("codes", place)}, table.path, None, ("code",), table.row_id(row))


def _other_statement(record: Record, row: Row) -> Row:
    return {
        "quotation_id": next(
            one["id"] for one in record.sheets["quotations"] if one["statement_id"] != row["statement_id"]
        )
    }


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
    *dates.KINDS,
    *quoted_words.KINDS,
    *proofs.KINDS,
    *leads.KINDS,
    *threads.KINDS,
    *floors.KINDS,
    *voices.KINDS,
    *given_away.KINDS,
    spoilt("a wrong speaker", "statements", lambda record, row: row["speaker_id"] and row["organization_id"], stranger, ("organization_id", "speaker_id")),
    spoilt("a speaker of a wrong office", "statements", has("speaker_id"), elsewhere("speaker_id")),
    spoilt("a participant of a wrong office", "event_participants", has("person_id"), elsewhere("person_id")),
    found_at(
        spoilt("an office that ended long before", "roles", only_role, lambda record, row: {"start": "", "end": "1990-01-01"}),
        "statements",
        role_of,
        ("organization_id",),
    ),
    Kind("an office that is gone", role_dropped),
    spoilt("a person and a label", "statements", has("speaker_id"), lambda record, row: {"speaker_label": "the spokesman"}),
    spoilt("nobody speaks", "statements", has("organization_id"), lambda record, row: {"speaker_id": "", "speaker_label": "", "organization_id": ""}),
    found_at(
        spoilt("a named speaker of unattributed words", "quotations", lambda record, row: of(record, "statements", row["statement_id"])["speaker_id"] and not row["words"], lambda record, row: {"form": "unattributed"}),
        "statements",
        lambda record, mutant: of(record, "quotations", mutant.row_id)["statement_id"],
        ("speaker_id", "note"),
    ),
    spoilt("a stance on nothing", "stances", always, lambda record, row: {"claim_id": "2024-no-such-claim"}),
    spoilt("a stance by nobody", "stances", always, lambda record, row: {"statement_id": "2024-no-such-statement"}),
    spoilt("a stance that rests on another's words", "stances", always, _other_statement),
    spoilt("a stance by logic without a reason", "stances", lambda record, row: row["basis"] != "words", lambda record, row: {"note": ""}, ("note",)),
    spoilt("words that say it, called logic", "stances", lambda record, row: row["basis"] == "words" and not row["note"], lambda record, row: {"basis": "logic"}, ("note",)),
    spoilt("a jest that nothing shows", "statements", lambda record, row: row["register"] == "plain" and not row["note"] and record.at("stances", "statement_id", row["id"]), lambda record, row: {"register": "jest"}, ("note",)),
    spoilt("a figure of speech without a reason", "statements", lambda record, row: row["register"] != "plain" and row["date_basis"] != "inferred", lambda record, row: {"note": ""}, ("note",)),
    spoilt("words that another takes back", "statements", lambda record, row: row["speaker_id"] and row["date"][:2] == "20" and not row["takes_back_id"], lambda record, row: {"takes_back_id": next(one["id"] for one in record.sheets["statements"] if one["speaker_id"] != row["speaker_id"])}),
    dropped("a statement left without a stance", "stances", alone("stances", "statement_id"), "statements", "id", lambda row: row["statement_id"]),
    dropped("a claim left without a stance", "stances", lambda record, row: alone("stances", "claim_id")(record, row) and not alone("stances", "statement_id")(record, row) and not of(record, "claims", row["claim_id"])["note"], "claims", "id", lambda row: row["claim_id"]),
    dropped("a contact with one participant", "event_participants", _contact, "events", "id", lambda row: row["event_id"]),
    spoilt("a participant that is nobody", "event_participants", always, lambda record, row: {"organization_id": "", "person_id": ""}),
    spoilt("a claim on no event", "claims", has("kind", "occurrence", "plan", "content", "duration", "initiative"), lambda record, row: {"event_id": ""}),
    spoilt("a duration that is none", "claims", has("kind", "duration"), lambda record, row: {"value": "PT an hourH"}),
    spoilt("an initiative of nobody", "claims", has("kind", "initiative"), lambda record, row: {"value": "nobody-at-all"}),
    spoilt("a value that its kind does not have", "claims", lambda record, row: row["kind"] not in ("duration", "initiative"), lambda record, row: {"value": "PT60M"}),
    found_at(
        spoilt("a second claim of one occurrence", "claims", lambda record, row: row["kind"] == "plan" and any(one["kind"] == "occurrence" and one["event_id"] == row["event_id"] for one in record.sheets["claims"]), lambda record, row: {"kind": "occurrence"}),
        "claims",
        lambda record, mutant: max(one["id"] for one in record.sheets["claims"] if one["event_id"] == of(record, "claims", mutant.row_id)["event_id"] and (one["kind"] == "occurrence" or one["id"] == mutant.row_id)),
        ("event_id",),
    ),
    Kind("a code without a definition", code_dropped),
    spoilt("a code that no schema allows", "codes", lambda record, row: record.sheets["codes"].index(row) < 5, lambda record, row: {"code": "no-such-code"}),
    spoilt("a stance without a scale", "codes", lambda record, row: row["list"] == "stance" and row["scale"] != "", lambda record, row: {"scale": ""}),
    spoilt("a refusal with a place on the scale", "codes", has("polarity", "silent"), lambda record, row: {"scale": "0"}),
    spoilt("a stance that points nowhere", "codes", has("list", "stance"), lambda record, row: {"polarity": ""}),
    spoilt("a side that is nothing to the rules", "codes", has("list", "side"), lambda record, row: {"nature": ""}),
    spoilt("a medium with the nature of a side", "codes", has("list", "medium"), lambda record, row: {"nature": "party"}),
    spoilt("a side or a stance without a colour", "codes", has("list", "side", "stance"), lambda record, row: {"colour_dark": ""}),
    spoilt("a colour that nobody can read", "codes", has("list", "side", "stance"), lambda record, row: {"colour_light": "#f0f0f0"}),
    spoilt("a stance without a mark", "codes", has("list", "stance"), lambda record, row: {"mark": ""}),
    spoilt("a scale for a code that is no stance", "codes", lambda record, row: row["list"] != "stance", lambda record, row: {"scale": "1"}),
)
# fmt: on
