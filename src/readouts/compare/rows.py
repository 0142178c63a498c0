"""What turned, weakened or vanished in the rows themselves, since an earlier state.

In: the checked record and the rows of the earlier state, as text. Out: `Turn`s, each with a
sentence that a reviewer understands, and the correction that accounts for it, if there is
a new one. A row whose id redirects rename is compared with the row to which they lead.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from readouts.check.gone import Before
from readouts.check.report import Checked
from readouts.finding import Rule, Severity
from readouts.read.csv_rows import RawTable
from readouts.vocabulary import Vocabulary, vocabulary

_CORRECT = "Undo it; or, if it is right, add a row to corrections that names"


def _rule(name: str, description: str, fix: str) -> Rule:
    return Rule(f"change.{name}", Severity.WARNING, description, f"{_CORRECT} {fix}.")


LOOSENED = Rule(
    "change.schema-loosened",
    Severity.WARNING,
    "A schema asks for no less than it did: what was required, listed, patterned, limited, linked or unique still is.",
    "Put it back; if the record needs it so, say why under Schema in CHANGELOG.",
)
RULES = (
    _rule(
        "claim-turned",
        "A claim's kind, value and event stay what they were, or a correction tells of it.",
        "the claim",
    ),
    _rule(
        "quotation-turned",
        "A quotation's words, source and statement stay what they were, or a correction tells of it.",
        "the quotation or its statement",
    ),
    LOOSENED,
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
TURNING = {
    "claims": ("change.claim-turned", ("kind", "value", "event_id")),
    "quotations": ("change.quotation-turned", ("words", "source_id", "statement_id")),
    "statements": ("change.statement-turned", ("date", "speaker_id", "speaker_label", "organization_id")),
}
_TOLD = {"claims": ("text",)}  # columns whose change is told, and needs no correction


@dataclass(frozen=True)
class Turn:
    """One thing that is no longer what it was; `rule` is empty where it needs no correction, `said` what accounts."""

    path: str
    line: int
    column: str
    row_id: str
    rule: str
    told: str
    said: str = ""


@dataclass(frozen=True)
class _State:
    """The rows of both states by table and key, the lines and paths of those now, and what accounts for a change."""

    now: Mapping[str, dict[str, Mapping[str, str]]]
    lines: Mapping[tuple[str, str], int]
    paths: Mapping[str, str]
    then: Mapping[str, dict[str, Mapping[str, str]]]
    corrections: Mapping[tuple[str, str], str]

    def turn(self, table: str, row_id: str, column: str, rule: str, told: str, *names: tuple[str, str]) -> Turn:
        corrected = next((self.corrections[name] for name in names if name in self.corrections), "")
        said = f"correction {corrected}" if corrected else ""
        return Turn(self.paths[table], self.lines.get((table, row_id), 0), column, row_id, rule, told, said)


def turns(checked: Checked, before: Before) -> list[Turn]:
    """Every turn, by table and row: stances first, since they are what a claim is told by."""
    state = _state(checked, before)
    cells = [found for table in TURNING for found in _cells(state, table)]
    return [*_stances(state), *_gone(state), *cells]


def renamed(checked: Checked) -> dict[tuple[str, str], str]:
    """The present id of each row that redirects rename, by table and old id.

    As redirects have it, one step: an id that was renamed twice has two rows.
    """
    rows = checked.dataset.frames["redirects"].select("table", "old_id", "new_id").iter_rows()
    return {(table, old): new for table, old, new in rows}


def _state(checked: Checked, before: Before) -> _State:
    tables, moved = checked.tables, renamed(checked)
    now: dict[str, dict[str, Mapping[str, str]]] = {
        name: {raw.row_id(row): dict(zip(raw.header, cells, strict=True)) for row, cells in enumerate(raw.rows)}
        for name, raw in tables.items()
    }
    lines = {(name, raw.row_id(row)): raw.line(row) for name, raw in tables.items() for row in range(len(raw.rows))}
    then = {name: _then(raw, before, moved) for name, raw in tables.items()}
    fresh = [row for row_id, row in now["corrections"].items() if then["corrections"].get(row_id) != row]
    corrections = {(row["table"], row["row_id"]): row["id"] for row in fresh}
    return _State(now, lines, {name: raw.table.path for name, raw in tables.items()}, then, corrections)


def _then(raw: RawTable, before: Before, moved: Mapping[tuple[str, str], str]) -> dict[str, Mapping[str, str]]:
    """The rows of the earlier state under their present ids; of rows that were merged the one that kept its id."""
    links = {link.field: link.table for link in raw.table.links} | {"id": raw.table.name}
    kept: dict[str, Mapping[str, str]] = {}
    led: dict[str, Mapping[str, str]] = {}
    for row in before.rows.get(raw.table.path, ()):
        now = {column: moved.get((links.get(column, ""), cell), cell) for column, cell in row.items()}
        (kept if now == row else led)[raw.table.row_id(now)] = now
    return led | kept


def _stances(state: _State) -> Iterator[Turn]:
    known = vocabulary(state.now["codes"].values())
    scale = {code: one.scale or 0 for code, one in known.stances.items()}
    for row_id, was in state.then["stances"].items():
        statement, claim, old = was["statement_id"], was["claim_id"], was["stance"]
        names = ("stances", row_id), ("statements", statement)
        now = state.now["stances"].get(row_id)
        if now is None:
            # A statement or a claim that is gone is told of itself, and its id is an error of its own.
            there = statement in state.now["statements"] and claim in state.now["claims"]
            told = f"{statement} no longer {verb(old, known)} {claim}: the stance is gone"
            yield state.turn("stances", row_id, "", "change.stance-gone" if there else "", told, *names)
        elif now["stance"] != old:
            a, b = scale.get(old, 0), scale.get(now["stance"], 0)
            rule = "change.stance-reversed" if a * b < 0 else ""
            turned = f"it now {verb(now['stance'], known)} it{_strength(a, b)}"
            told = f"{statement} no longer {verb(old, known)} {claim}: {turned}"
            yield state.turn("stances", row_id, "stance", rule, told, *names)


def verb(stance: str, known: Vocabulary) -> str:
    """What who takes that stance does with the claim."""
    silent = stance in known.stances and known.stances[stance].polarity == "silent"
    return f"{stance} to speak of" if silent else stance


def _strength(before: int, after: int) -> str:
    if before * after < 0 or abs(before) == abs(after):
        return ""
    return ", which is stronger" if abs(after) > abs(before) else ", which is weaker"


def _gone(state: _State) -> Iterator[Turn]:
    """Rows that are gone, which `id.gone` or a redirect accounts for; here they are told alone."""
    for table in ("claims", "statements", "quotations"):
        for row_id in sorted(state.then[table].keys() - state.now[table].keys()):
            yield state.turn(table, row_id, "", "", f"{row_id} is gone from {table}")


def _cells(state: _State, table: str) -> Iterator[Turn]:
    rule, columns = TURNING[table]
    for row_id, was in state.then[table].items():
        now = state.now[table].get(row_id)
        if now is None:
            continue
        for column in (*columns, *_TOLD.get(table, ())):
            if column in was and was[column] != now[column]:
                told = f'{row_id}: {column} was "{_short(was[column])}", is "{_short(now[column])}"'
                names = [(table, row_id)]
                if table == "quotations":
                    names += [("statements", now["statement_id"]), ("statements", was["statement_id"])]
                yield state.turn(table, row_id, column, rule if column in columns else "", told, *names)


def _short(cell: str, limit: int = 100) -> str:
    return cell if len(cell) <= limit else cell[: limit - 1] + "…"
