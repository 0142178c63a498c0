"""By which step the version of the package is raised for a change (docs/decisions/0020).

Why: whoever built on a version sees by its number whether something that was there is gone or says another thing. In:
what changed. Out: major for what is removed or turned, minor for what is added, patch for wording; and why.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from readouts.compare.declared import Declared
from readouts.compare.paired import LAST, States
from readouts.compare.rows import TURNING, Change, fills
from readouts.compare.wording import shortened
from readouts.package.model import Table

STEPS = ("none", "patch", "minor", "major")
WHY = {
    "none": "nothing changed",
    "patch": "wordings and what the record is kept with",
    "minor": "something is added",
    "major": "something is removed, or says another thing than it did",
}


@dataclass(frozen=True)
class Step:
    """The step with the two versions as declared, the one that follows, and the first changes that ask for it."""

    name: str
    was: str
    now: str
    due: str
    because: tuple[str, ...] = ()

    @property
    def told(self) -> str:
        """The step in a sentence."""
        raised = f"; it is declared as {self.now}" if self.now != self.was else ""
        due = f": {self.was or 'no version'} becomes {self.due}{raised}" if self.name != "none" else ""
        return f"{self.name}, since {WHY[self.name]}{due}"


def step(states: States, changes: Iterable[Change], declared: Iterable[Declared]) -> Step:
    """The greatest step that one of the changes asks for."""
    first = sorted(changes, key=lambda one: not one.rule)
    asked = [(_of(one, states.tables[one.table]), one.told) for one in first]
    asked += [(one.step, one.told) for one in declared]
    name = max((one for one, _ in asked), key=STEPS.index, default="none")
    was, now = (state.package.version if state.package else "" for state in (states.then_state, states.now_state))
    because = tuple(shortened(told, 160) for one, told in asked if one == name)[:3]
    return Step(name, was, now, _raised(was, name), because)


def _of(change: Change, table: Table) -> str:
    """The step of one change: of a cell by whether it holds words of ours, or what is counted with."""
    if change.kind == "added":
        return "minor"
    if change.table in LAST:
        return "patch"
    if fills(change.table, change.column, change.was):
        return "minor"
    if change.kind in ("gone", "led"):
        return "major"
    field = next((field for field in table.fields if field.name == change.column), None)
    turning = TURNING.get(change.table, ("", ()))[1]
    counted = field is not None and (
        bool(field.codes or field.enum or field.edtf)
        or field.type != "string"
        or any(link.field == field.name for link in table.links)
    )
    return "major" if change.column in turning or counted else "patch"


def _raised(version: str, name: str) -> str:
    """The version after a step (Semantic Versioning 2.0.0: below 1.0.0 the second number stands for the first)."""
    numbers = [int(part) if part.isdecimal() else 0 for part in version.split("-")[0].split(".")]
    major, minor, patch = (*numbers, 0, 0, 0)[:3]
    if name == "patch":
        return f"{major}.{minor}.{patch + 1}"
    if name == "major" and major:
        return f"{major + 1}.0.0"
    return f"{major}.{minor + 1}.0" if name in ("minor", "major") else version
