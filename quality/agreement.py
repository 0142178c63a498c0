"""Agreement of two readers, column by column: Krippendorff's alpha, and every disagreement.

In: docs/agreement.csv and docs/agreement-contacts.csv, a row for each unit and column that both readers coded: of the
statements drawn, and of all contacts and counts. Out: Markdown for docs/quality.md.

Krippendorff (2019), Content Analysis, 4th ed., ch. 12. Stances are ordinal, by the scale of the codes; every
other column is nominal.
"""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import krippendorff

from quality import draw

ENOUGH = 0.8


@dataclass(frozen=True)
class Reading:
    """One unit of one column as two readers coded it; `settled` is what the record says."""

    statement_id: str
    unit: str
    column: str
    first: str
    second: str
    settled: str
    reason: str

    @property
    def agree(self) -> bool:
        return self.first == self.second


@dataclass(frozen=True)
class Agreement:
    """A column: how many units, on how many the readers agree, and alpha (None: all units have one value)."""

    column: str
    units: int
    same: int
    alpha: float | None


def readings(root: Path, name: str = "agreement") -> list[Reading]:
    """All rows of docs/agreement.csv, or of another such file; its first column names the row that was read."""
    with (root / "docs" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return [Reading(*row.values()) for row in csv.DictReader(file)]


def _alpha(column: str, pairs: list[tuple[str, str]], scale: dict[str, int]) -> float | None:
    values = sorted({value for pair in pairs for value in pair})
    if len(values) < 2:
        return None
    if column == "stance":
        numbers, level = {value: scale[value] for value in values}, "ordinal"
    else:
        numbers, level = {value: i for i, value in enumerate(values)}, "nominal"
    if len(set(numbers.values())) < 2:
        return None
    coded = [[numbers[first] for first, _ in pairs], [numbers[second] for _, second in pairs]]
    return float(krippendorff.alpha(reliability_data=coded, level_of_measurement=level))


def agreements(all_readings: list[Reading], scale: dict[str, int]) -> Iterator[Agreement]:
    """Each column's agreement, in the order in which the columns first stand."""
    for column in dict.fromkeys(reading.column for reading in all_readings):
        mine = [reading for reading in all_readings if reading.column == column]
        pairs = [(reading.first, reading.second) for reading in mine]
        yield Agreement(column, len(mine), sum(r.agree for r in mine), _alpha(column, pairs, scale))


def scale(root: Path) -> dict[str, int]:
    """The strength of each stance, from codes.csv; a refusal, which has no place on the scale, stands amid it."""
    return {row["code"]: int(row["scale"] or 0) for row in draw.rows(root, "codes") if row["list"] == "stance"}


def table(root: Path, name: str = "agreement") -> str:
    """The agreement of each column, as a Markdown table."""
    lines = ["| column | units | the same | Krippendorff's alpha |", "|---|---:|---:|---:|"]
    for found in agreements(readings(root, name), scale(root)):
        alpha = "one value only" if found.alpha is None else f"{found.alpha:.2f}"
        lines.append(f"| {found.column} | {found.units} | {found.same} | {alpha} |")
    return "\n".join(["", *lines, "", ""])


def _cell(text: str) -> str:
    return (text or "(empty)").replace("|", "\\|")


def differences(root: Path) -> str:
    """Every disagreement and how it was settled, as a Markdown table."""
    lines = ["| statement | unit | column | first | second | settled | why |", "|---|---|---|---|---|---|---|"]
    for r in readings(root):
        if not r.agree:
            cells = (r.statement_id, r.unit if r.unit != r.statement_id else "", r.column, r.first, r.second, r.settled)
            lines.append("| " + " | ".join([*map(_cell, cells), _cell(r.reason)]) + " |")
    return "\n".join(["", *lines, "", ""])
