"""What changed in the rows themselves, since an earlier state: every cell, and what turned by it.

In: two states as they lie in their files. Out: `Change`s, each with a sentence that a reviewer understands, the rule
that it breaks if nothing says so, and the correction that accounts for it, if there is a new one.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from readouts.compare.named import added, gone
from readouts.compare.paired import LAST, Pair, States
from readouts.compare.wording import Wording, verb
from readouts.finding import Rule, Severity

_CORRECT = "Undo it; or, if it is right, add a row to corrections that names"


def _rule(name: str, description: str, fix: str, severity: Severity = Severity.WARNING) -> Rule:
    if severity is Severity.WARNING:
        description = f"{description.removesuffix('.')}; of a released row this is an error."
    return Rule(f"change.{name}", severity, description, f"{_CORRECT} {fix}.")


LOOSENED = Rule(
    "change.schema-loosened",
    Severity.WARNING,
    "A schema asks for no less than it did: what was required, listed, patterned, limited, linked or unique still is.",
    "Put it back; if the record needs it so, say why under Schema in CHANGELOG.",
)
RULES = (
    _rule(
        "claim-turned",
        "A claim's kind, value, event and what it counts stay what they were, or a correction tells of it.",
        "the claim",
    ),
    _rule(
        "code-redefined",
        "A code's definition, scale and polarity stay what they were, or a correction tells of it.",
        "the code: codes, LIST/CODE",
        Severity.ERROR,
    ),
    _rule(
        "event-turned",
        "A contact's day and kind stay what they were, or a correction tells of it.",
        "the event",
    ),
    _rule(
        "quotation-turned",
        "A quotation's words, proof, source and statement stay what they were, or a correction tells of it.",
        "the quotation or its statement",
    ),
    LOOSENED,
    _rule(
        "side-turned",
        "A body stays on the side for which it speaks, or a correction tells of it.",
        "the organization",
    ),
    _rule(
        "source-turned",
        "A source's day, publisher and author stay what they were, or a correction tells of it.",
        "the source",
    ),
    _rule(
        "stance-gone",
        "A stance of an earlier state is still there, or a correction tells of it.",
        "its statement",
    ),
    _rule(
        "stance-reversed",
        "A stance for a claim does not become one against it, nor the other way round, or a correction tells of it.",
        "the stance or its statement",
    ),
    _rule(
        "statement-turned",
        "A statement's date, speaker and organization stay what they were, or a correction tells of it.",
        "the statement",
    ),
)
_COUNTED = ("counted_kind", "counted_person_id", "counted_with_id", "counted_period")
TURNING: Mapping[str, tuple[str, tuple[str, ...]]] = {
    "claims": ("change.claim-turned", ("kind", "value", "event_id", *_COUNTED)),
    "codes": ("change.code-redefined", ("definition", "scale", "polarity")),
    "events": ("change.event-turned", ("date", "kind")),
    "organizations": ("change.side-turned", ("side",)),
    "quotations": ("change.quotation-turned", ("words", "proof", "source_id", "statement_id")),
    "sources": ("change.source-turned", ("published", "publisher_id", "author")),
    "statements": ("change.statement-turned", ("date", "speaker_id", "speaker_label", "organization_id")),
}
# Columns that are filled in time: what stands in one for the first time turns nothing, and is something added.
FILLED = {("quotations", "proof"), ("quotations", "no_proof")}
# What a reader is told of by these tables comes first; then what it rests on; last what the record is kept with.
FIRST = ("stances", "statements", "quotations", "claims", "sources", "events", "codes", "organizations", "people")


@dataclass(frozen=True)
class Change:
    """One thing that is not what it was.

    `kind` is added, gone, changed, or led, of a row that a redirect led to another. `rule` is empty where it needs no
    correction, `said` is what accounts for it, `released` the version in which its row was released.
    """

    kind: str
    path: str
    line: int
    table: str
    row_id: str
    told: str
    column: str = ""
    was: str = ""
    now: str = ""
    rule: str = ""
    said: str = ""
    released: str = ""


def changes(states: States) -> list[Change]:
    """Every change, table by table: what no longer stands, what turned, what is new."""
    wording, corrected = Wording(states), _corrections(states)
    every = [*FIRST, *sorted(states.tables.keys() - {*FIRST, *LAST}), *LAST]
    found = [
        change
        for name in every
        if name in states.tables
        for change in (*_of_table(states, name, wording, corrected), *_new(states, name, wording))
    ]
    return [one for kind in ("changed", "gone", "led", "added") for one in found if one.kind == kind]


def _corrections(states: States) -> dict[tuple[str, str], str]:
    """The new corrections, by the table and row that they name."""
    then, now = (state.get("corrections", {}) for state in (states.then, states.now))
    fresh = [row for row_id, row in now.items() if then.get(row_id) != row]
    return {(row.get("table", ""), row.get("row_id", "")): row.get("id", "") for row in fresh}


def _of_table(
    states: States, name: str, wording: Wording, corrected: Mapping[tuple[str, str], str]
) -> Iterator[Change]:
    for pair in states.pairs(name):
        for change, names in _of_row(states, pair, wording):
            said = next((corrected[one] for one in names if one in corrected), "")
            yield _with(states, change, pair, f"correction {said}" if said else "")


def _with(states: States, change: Change, pair: Pair, said: str) -> Change:
    released = states.released(pair.table.name, pair.old_id)
    return Change(**(vars(change) | {"said": said, "released": released}))


def _new(states: States, name: str, wording: Wording) -> Iterator[Change]:
    for row_id in states.added(name):
        if name == "redirects" and tuple(row_id.split("/", 1)) in states.led:
            continue  # told with the rows that it moves
        told = added(states, name, row_id, wording)
        yield Change("added", states.paths[name], states.line(name, row_id), name, row_id, told)


def _of_row(states: States, pair: Pair, wording: Wording) -> Iterator[tuple[Change, list[tuple[str, str]]]]:
    """What became of one row, each with the rows whose correction would account for it."""
    name, path = pair.table.name, states.paths[pair.table.name]
    if pair.led and pair.table.key == ("id",):
        line = states.line("redirects", f"{name}/{pair.old_id}")
        told = _led(states, pair, wording)
        yield (
            Change("led", states.paths["redirects"], line, name, pair.old_id, told, was=pair.old_id, now=pair.row_id),
            [],
        )
    elif pair.now is None:
        rule, told = gone(states, pair, wording)
        yield Change("gone", path, 0, name, pair.row_id, told, rule=rule), _names(states, pair, "")
    elif pair.now != pair.was:
        for column in pair.now:
            was, now = pair.was.get(column), pair.now[column]
            if was is not None and was != now:
                rule, told = _cell(states, pair, column, wording)
                change = Change("changed", path, pair.line, name, pair.row_id, told, column, was, now, rule)
                yield change, _names(states, pair, column)


def _names(states: States, pair: Pair, column: str) -> list[tuple[str, str]]:
    """The rows by which a correction may name a change: the row, its statement, what a redirect gave up."""
    found = [(pair.table.name, pair.row_id), (pair.table.name, pair.old_id)]
    if pair.table.name in ("quotations", "stances"):
        found += [("statements", (row or {}).get("statement_id", "")) for row in (pair.now, pair.was)]
    for link in pair.table.links:
        old = (link.table, pair.was.get(link.field, ""))
        if link.field == column and old in states.led:
            found += [old, (link.table, states.led[old])]
    return found


def _led(states: States, pair: Pair, wording: Wording) -> str:
    """That a redirect gives up a row for another, and how many rows move with it."""
    moved = {
        name: sum(
            any(link.table == pair.table.name and row.get(link.field) == pair.old_id for link in table.links)
            for row in states.then[name].values()
        )
        for name, table in states.tables.items()
    }
    told = ", ".join(f"{number:,} of {name}" for name, number in moved.items() if number) or "none"
    old, new = (wording.named(pair.table.name, row_id) for row_id in (pair.old_id, pair.row_id))
    return f"{pair.table.name}: {old} is led to {new}, which was there before; rows that named it: {told}"


def _cell(states: States, pair: Pair, column: str, wording: Wording) -> tuple[str, str]:
    """The rule that the change of a cell breaks, if any, and the sentence."""
    assert pair.now is not None
    name = pair.table.name
    if name == "stances" and column == "stance":
        return _stance(pair, wording)
    rule, turning = TURNING.get(name, ("", ()))
    was, now = wording.cells(pair.table, column, pair.was[column], pair.now[column])
    used = wording.used(name, pair.row_id)
    told = f"{pair.row_id}: {wording.column(pair.table, column)}: was {was}, is {now}"
    turned = column in turning and not fills(name, column, pair.was[column])
    return rule if turned else "", told + (f" (named in {used})" if used else "")


def fills(table: str, column: str, was: str) -> bool:
    """Whether a cell is filled that waited for it."""
    return not was and (table, column) in FILLED


def _stance(pair: Pair, wording: Wording) -> tuple[str, str]:
    assert pair.now is not None
    old, new = pair.was["stance"], pair.now["stance"]
    then, now = wording.then.stances.get(old), wording.now.stances.get(new)
    a, b = (one.scale or 0 if one else 0 for one in (then, now))
    statement, claim = pair.now["statement_id"], pair.now["claim_id"]
    turned = f"it now {verb(new, wording.now)} it{_strength(a, b) if then and now else ''}"
    told = f"{statement} no longer {verb(old, wording.then)} {claim}: {turned}"
    return "change.stance-reversed" if a * b < 0 else "", told


def _strength(before: int, after: int) -> str:
    if before * after < 0 or abs(before) == abs(after):
        return ""
    return ", which is stronger" if abs(after) > abs(before) else ", which is weaker"
