"""Against an earlier state of the record: is every id still there, or redirected?

Why: others cite ids. In: the data set and what the earlier state held. Out: findings on the
tables as a whole, since the rows are gone.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from readouts.check.near_ids import meant
from readouts.check.soundness import Soundness
from readouts.finding import Finding, shown
from readouts.package.model import Package
from readouts.read.typed_frames import Dataset


@dataclass(frozen=True)
class Before:
    """A state as it lies in its files: the ids of quotations that were anchored; ids and rows of each file, by path.

    `lines` are those of the rows, `unread` says of a file why it has none, `package` is what was declared, None where
    that cannot be read. `released` has the version in which a row was first released, by table and key.
    """

    anchored: frozenset[str] = frozenset()
    ids: Mapping[str, frozenset[str]] = field(default_factory=dict)
    rows: Mapping[str, tuple[Mapping[str, str], ...]] = field(default_factory=dict)
    package: Package | None = None
    lines: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    unread: Mapping[str, str] = field(default_factory=dict)
    released: Mapping[tuple[str, str], str] = field(default_factory=dict)


def gone(dataset: Dataset, before: Before, sound: Soundness) -> list[Finding]:
    """One finding for each id that is gone and that no redirect tells of, with the id that it has now if that is sure.

    Only tables whose key is `id` are asked, and of these none whose ids are not sound. Each finding is on the file as
    a whole: the row has no line any more.
    """
    if not sound.table("redirects"):
        return []
    told = set(dataset.frames["redirects"].select("table", "old_id").iter_rows())
    findings = []
    for table in dataset.package.tables:
        if table.key == ("id",) and sound.column(table.name, "id", ""):
            there = dataset.frames[table.name]["id"].to_list()
            earlier = before.ids.get(table.path, frozenset())
            lost, new = earlier.difference(there), [one for one in there if one not in earlier]
            findings += [
                _finding(table.path, one, meant(one, new, new)) for one in lost if (table.name, one) not in told
            ]
    return findings


def _finding(path: str, row_id: str, now: str) -> Finding:
    to = f", perhaps to {now}" if now else ""
    problem = "the earlier state had this row, and no redirect says where it went"
    fix = f"Put the row back, or add a redirect for it{to}."
    return Finding(path, 0, "id", "id.gone", shown(row_id, 200), problem, fix)
