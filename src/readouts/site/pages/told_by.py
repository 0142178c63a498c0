"""Who gives an account of a question: the claims that several sides tell side by side, those of one side as a list.

Why: a table with a column for each side of a contact is mostly holes, and says of the same side in row after row that
nothing of it is coded yet. In: the claims that answer one question, each with its cells. Out: `Part`s, each with
columns for the sides that have an account in it; what is not known of the others is said once. A hole is a hole of
the record: nothing is concluded from it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from readouts.site.pages.card import Name
from readouts.site.pages.first_sentences import OPEN, SEARCHED
from readouts.site.pages.manner import LOGIC
from readouts.site.pages.side_accounts import Quote, SideAccount


class Celled(Protocol):
    """Anything that has a cell for each side that takes part or speaks."""

    @property
    def cells(self) -> tuple[SideAccount, ...]: ...


@dataclass(frozen=True)
class Row:
    """One claim, and what each side says of it; `told` as in `accounts`.

    `opinion`: the author of an opinion piece takes a stance on it.
    """

    claim: Name
    kind: str
    value: str
    told: str
    cells: tuple[SideAccount, ...]
    opinion: bool = False


@dataclass(frozen=True)
class Part:
    """Claims that the same sides tell; `holes`: what is known of a side that has no account of any of them."""

    sides: tuple[str, ...]
    holes: tuple[tuple[str, str], ...]
    rows: tuple[Row, ...]

    @property
    def told(self) -> str:
        """How all of them are told, where it is the same of several."""
        same = {row.told for row in self.rows}
        return same.pop() if len(same) == 1 and len(self.rows) > 1 else ""


def parts(rows: Iterable[Row], silent: Sequence[str] = ()) -> tuple[Part, ...]:
    """What several sides tell, in one table, then what each tells alone; the sides keep their order.

    Of the sides that are `silent` on the whole page nothing is said here.
    """
    rows = tuple(rows)
    alone = {side: [row for row in rows if tellers((row,)) == (side,)] for side in tellers(rows)}
    together = [row for row in rows if len(tellers((row,))) != 1]
    return tuple(_part(some, silent) for some in (together, *alone.values()) if some)


def tellers(rows: Iterable[Celled]) -> tuple[str, ...]:
    """The sides that have an account of one of the claims, in the order of the cells."""
    rows = tuple(rows)
    sides = dict.fromkeys(one.side for row in rows for one in row.cells)
    tell = {one.side for row in rows for one in row.cells if has_account(one)}
    return tuple(side for side in sides if side in tell)


def has_account(cell: SideAccount) -> bool:
    """Whether the side says anything; that nothing of it is coded, or was found, is none."""
    return bool(cell.quotes) or any(one.stance or not _hole(one.behind) for one in cell.standpoints)


def holes(rows: Iterable[Celled], without: Sequence[str]) -> tuple[tuple[str, str], ...]:
    """Of each side but some what is said where it has no account, each text once."""
    told = {
        (one.side, end.behind): None
        for row in rows
        for one in row.cells
        if one.side not in without and not has_account(one)
        for end in one.standpoints
    }
    return tuple(told)


def words_once(rows: Iterable[Row]) -> tuple[Row, ...]:
    """The claims in their order; words from which a stance only follows by logic stand where they first do."""
    shown: set[str] = set()
    found = []
    for row in rows:
        cells = tuple(replace(cell, quotes=tuple(_once(one, shown) for one in cell.quotes)) for cell in row.cells)
        shown |= {one.quotation_id for cell in cells for one in cell.quotes}
        found.append(replace(row, cells=cells))
    return tuple(found)


def _once(one: Quote, shown: set[str]) -> Quote:
    return replace(one, words="") if one.manner.basis == LOGIC and one.quotation_id in shown else one


def _hole(text: str) -> bool:
    return text == OPEN or text.startswith(SEARCHED)


def _part(rows: list[Row], silent: Sequence[str]) -> Part:
    sides = tellers(rows)
    return Part(sides, holes(rows, (*sides, *silent)), words_once(rows))
