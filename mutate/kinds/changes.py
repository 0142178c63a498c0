"""Defects that only the earlier state shows: what the record said turned, and nothing says so."""

from collections.abc import Callable
from dataclasses import replace

from mutate.kinds.dates import DAY, names_a_day, shifted
from mutate.kinds.descriptors import dumped
from mutate.kinds.ways import Row, has, spoilt
from mutate.record import Kind, Mutant, Record, few

OPPOSITE = {"for": "against", "against": "for"}


def reversed_stance(record: Record, row: Row) -> Row | None:
    """A stance that points the other way; of one that points neither way, none."""
    stances = {one["code"]: one["polarity"] for one in record.sheets["codes"] if one["list"] == "stance"}
    wanted = OPPOSITE.get(stances[row["stance"]])
    return wanted and {"stance": next(code for code, polarity in stances.items() if polarity == wanted)}


def turned(
    name: str, table: str, where: Callable[[Record, Row], object], cells: Callable[[Record, Row], Row | None]
) -> Kind:
    """Change cells of a row, in comparison with the unspoilt record."""
    return replace(spoilt(name, table, where, cells), after=True)


def not_alone(record: Record, row: Row) -> bool:
    """Whoever took part in the claim's event is read in a source that speaks of another of its claims, too."""
    sheets = record.sheets
    others = {one["id"] for one in sheets["claims"] if one["event_id"] == row["event_id"] != "" and one is not row}
    told = {one["quotation_id"] for one in sheets["stances"] if one["claim_id"] in others}
    read = {one["id"]: one["source_id"] for one in sheets["quotations"]}
    sources = {read[one] for one in told}
    took_part = (one for one in sheets["event_participants"] if one["event_id"] == row["event_id"] != "")
    return all((one["source_id"] or read[one["quotation_id"]]) in sources for one in took_part)


def stance_gone(record: Record, chance) -> list[Mutant]:
    """A stance that nothing else needs, deleted: its statement and its claim have others."""
    table, rows = record.package.table("stances"), record.sheets["stances"]
    free = [
        place
        for place, row in enumerate(rows)
        if len(record.at("stances", "statement_id", row["statement_id"])) > 1
        and len(record.at("stances", "claim_id", row["claim_id"])) > 1
    ]
    return [
        Mutant({table.path: record.without("stances", place)}, table.path, None, (), table.row_id(rows[place]))
        for place in few(chance, free)
    ]


def dropped(name: str, constraint: str) -> Kind:
    """A constraint taken out of a field that is no part of the key."""

    def plant(record: Record, chance) -> list[Mutant]:
        places = [
            (path, place)
            for path in record.files
            if path.startswith("schemas/")
            for place, field in enumerate(record.descriptor(path)["fields"])
            if constraint in field.get("constraints", {}) and field["name"] not in record.descriptor(path)["primaryKey"]
        ]
        return [_without(record, path, place, constraint) for path, place in few(chance, places)]

    return Kind(name, plant, after=True)


def _without(record: Record, path: str, place: int, constraint: str) -> Mutant:
    schema = record.descriptor(path)
    field = schema["fields"][place]
    del field["constraints"][constraint]
    return Mutant({path: dumped(schema)}, path, None, (field["name"],), told=f"{field['name']}: {constraint}")


def longer(record: Record, row: Row) -> Row:
    """Another duration."""
    return {"value": "PT61M" if row["value"] != "PT61M" else "PT62M"}


def redefined(record: Record, row: Row) -> Row:
    """A definition that says a little more."""
    return {"definition": f"{row['definition'].rstrip('.')}, or nearly so."}


def weighed(record: Record, row: Row) -> Row:
    """A stance of another weight, for the claim as before."""
    return {"scale": "1" if row["scale"] == "2" else "2"}


def unnamed(record: Record, row: Row) -> Row:
    """Another description of the same unnamed speaker."""
    return {"speaker_label": row["speaker_label"] + ", as one text says"}


# fmt: off
KINDS = (
    turned("a stance turned round", "stances", reversed_stance, reversed_stance),
    Kind("a stance taken out", stance_gone, after=True),
    turned("another unnamed speaker", "statements", has("speaker_label"), unnamed),
    turned("a statement moved by a day", "statements", lambda record, row: DAY.fullmatch(row["date"]) and not row["after_id"] and not names_a_day(record, row), lambda record, row: {"date": shifted(row["date"], -1)}),
    turned("another duration", "claims", has("kind", "duration"), longer),
    turned("a claim of another event", "claims", not_alone, lambda record, row: {"event_id": next(one["id"] for one in record.sheets["events"] if one["id"] != row["event_id"])}),
    dropped("a column that need be filled no more", "required"),
    dropped("a list that holds no more", "enum"),
    dropped("a pattern that holds no more", "pattern"),
    turned("a code redefined", "codes", has("definition"), redefined),
    turned("a stance that weighs more or less", "codes", lambda record, row: row["list"] == "stance" and row["scale"] in ("1", "2"), weighed),
    turned("a body on another side", "organizations", lambda record, row: row["kind"] == "party", lambda record, row: {"side": "europe" if row["side"] != "europe" else "other"}),
    turned("a contact called a visit", "events", lambda record, row: row["kind"] == "meeting", lambda record, row: {"kind": "visit"}),
    turned("another author", "sources", has("author"), lambda record, row: {"author": f"{row['author']} and others"}),
    turned("another word quoted", "quotations", has("words"), lambda record, row: {"words": row["words"].replace("a", "e", 1)}),
)
# fmt: on
