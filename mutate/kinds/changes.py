"""Defects that only the earlier state shows: what the record said turned, and nothing says so."""

from collections.abc import Callable
from dataclasses import replace

from mutate.kinds.dates import DAY, names_a_day, shifted
from mutate.kinds.ways import Row, always, has, spoilt
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


def longer(record: Record, row: Row) -> Row:
    """Another duration."""
    return {"value": "PT61M" if row["value"] != "PT61M" else "PT62M"}


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
    turned("a claim of another event", "claims", always, lambda record, row: {"event_id": next(one["id"] for one in record.sheets["events"] if one["id"] != row["event_id"])}),
    turned("another word quoted", "quotations", has("words"), lambda record, row: {"words": row["words"].replace("a", "e", 1)}),
)
# fmt: on
