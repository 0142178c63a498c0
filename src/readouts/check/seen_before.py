"""Beside an earlier state: what was proven stays proven, and what is added was found by somebody beside its coder.

Why: an invented sentence with digests made from itself looks like any other where no text is at hand; but it can be
told as what it is, words that one person alone has seen, on the day on which they arrive. In: what is at hand, and an
earlier state as it lies in its files. Out: findings on the lines of quotations.

For what is new only witnesses count that are new as well: who adds a quotation writes its anchors too, those in a copy
that somebody fetched before among them.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Any

from readouts.check.evidence_rules import AtHand
from readouts.check.gone import Before
from readouts.evidence.fetches import Seen, names_by_quotation, seen
from readouts.evidence.match import parts
from readouts.evidence.source_text import words_of
from readouts.finding import Finding

CELLS = ("words", "passage", "proof")  # what a quotation holds of a text
_COPY = ("source_id", "digest")  # what a witness brought


class Earlier:
    """What an earlier state knew of the quotations that are there now."""

    def __init__(self, at_hand: AtHand, before: Before) -> None:
        """Work nothing out yet: most checks have no earlier state."""
        self._at_hand, self._before = at_hand, before

    def findings(self, row: dict[str, Any], state: str) -> list[Finding]:
        """What is wrong with a quotation in comparison: it fell, or its coder alone has seen what is new of it."""
        if not self._before.anchored and not self._before.rows:
            return []
        if problem := self._fell(row):
            return [self._at_hand.finding("quote.fell", "quotations", row["id"], "source_id", problem)]
        unheld = row["source_id"] not in self._at_hand.of_source  # else what is not held has a finding that says why
        if (state.startswith("fetched") or unheld) and (told := self._unseen(row)):
            return [self._at_hand.finding("quote.fetched-once", "quotations", row["id"], *told)]
        return []

    def _fell(self, row: dict[str, Any]) -> str:
        old = self._old("quotations", row["id"])
        if row["source_id"] not in self._at_hand.of_source:
            anchored = old in self._before.anchored
            return "the quotation was anchored before, and its text is no longer one that was held" if anchored else ""
        twice = self._fetches.get(old, 0) > 1 and self._at_hand.fetches(row) < 2
        return "the words were found in two fetches of the source, and now in one alone" if twice else ""

    def _unseen(self, row: dict[str, Any]) -> tuple[str, str] | None:
        """Why nobody beside its coder is known to have seen what is new of a quotation, and in which column that is.

        Words that it held before are not new, where one cell or another has fewer of them.
        """
        names = self._at_hand.anchors.get(row["id"], ())
        was = self._quotations.get(self._old("quotations", row["id"]))
        there = self._at_hand.tables["quotations"].table.path in self._before.rows
        # Of words that nobody held before either, change.quotation-turned tells.
        if not there or (was and not names) or self._fresh.fetches(row["source_id"], names) > 1:
            return None
        fresh = self._new_cells(row, was) if was else ["words" if row["words"] else "passage"]
        if not fresh:
            return None
        told = (
            f"the {' and the '.join(one.removesuffix('_id') for one in fresh)} changed"
            if was
            else "the quotation is new"
        )
        if self._at_hand.fetches(row) > 1:
            return fresh[0], f"{told}, and since then nobody beside its coder has fetched the source"
        alone = "its coder alone has seen the text" if names else "nobody of us held its text"
        return fresh[0], f"{told}, and {alone}"

    def _new_cells(self, row: dict[str, Any], was: Mapping[str, str]) -> list[str]:
        """The cells with words that the earlier quotation had in none of its own; and its source, where it moved."""
        held = [run for name in CELLS for run in _runs(was.get(name))]
        fresh = [name for name in CELLS if any(all(run not in one for one in held) for run in _runs(row.get(name)))]
        moved = was.get("source_id") != self._old("sources", row["source_id"])
        return [*fresh, *["source_id"] * moved]

    def _rows(self, table: str) -> Sequence[Mapping[str, str]]:
        """The rows of a table as the earlier state has them."""
        raw = self._at_hand.tables.get(table)
        return self._before.rows.get(raw.table.path, ()) if raw else ()

    def _old(self, table: str, row_id: str) -> str:
        """What a row was called in the earlier state."""
        return self._renamed.get((table, row_id), row_id)

    @cached_property
    def _renamed(self) -> Mapping[tuple[str, str], str]:
        """The earlier ids of rows that were renamed since."""
        known = {(row.get("table", ""), row.get("old_id", "")) for row in self._rows("redirects")}
        rows = self._at_hand.rows["redirects"]
        return {(r["table"], r["new_id"]): r["old_id"] for r in rows if (r["table"], r["old_id"]) not in known}

    @cached_property
    def _quotations(self) -> Mapping[str, Mapping[str, str]]:
        return {row.get("id", ""): row for row in self._rows("quotations")}

    @cached_property
    def _fetches(self) -> Mapping[str, int]:
        """How many fetches had the words of each quotation in the earlier state."""
        who = seen(self._rows("texts"), self._rows("witnesses"))
        names = names_by_quotation(self._rows("anchors"))
        return {one: who.fetches(row.get("source_id", ""), names.get(one, ())) for one, row in self._quotations.items()}

    @cached_property
    def _fresh(self) -> Seen:
        """Who has seen the texts, if of the witnesses those count alone that are more than the earlier state had.

        A witness is known by what it brought: another day makes no other fetch of it.
        """
        known = Counter(tuple(row.get(name, "") for name in _COPY) for row in self._rows("witnesses"))
        rows, fresh = self._at_hand.rows, []
        for row in rows["witnesses"]:
            copy = tuple(row[name] for name in _COPY)
            fresh += [row] if not known[copy] else []
            known[copy] = max(0, known[copy] - 1)
        return seen(rows["texts"], rows["witnesses"], fresh)


def _runs(cell: str | None) -> list[str]:
    """The words of each part of a cell, a blank before and behind each, so that a shorter run is found in a longer."""
    return [f" {' '.join(words_of(part))} " for part in parts(cell)] if cell else []
