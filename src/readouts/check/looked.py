"""How many rows a rule had to look at: a rule that had none has said nothing.

Why: a rule over a table that is empty, or was renamed in the rule alone, passes whatever the record says. In: the
SQL of a rule, the sizes of tables; for rules that read texts, the rows and the texts that are here. Out: a number.

A SQL rule looked at the rows of the table that its FROM names first, before WHERE and joins: where that is a WITH or a
query in brackets, at those of its FROM; a list of constants is passed over; a UNION is the sum of its parts. Where a
part joins (not LEFT JOIN) a table without a row, that part looked at none. So the number says what there was to judge,
and not on how many of these rows the condition of the rule could hold.
"""

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from readouts.check.evidence_rules import RULES
from readouts.read.typed_frames import Dataset

_TOKEN = re.compile(r"--[^\n]*|'(?:[^']|'')*'|\w+|[(),]")
_OUTER = ("LEFT", "OUTER", "FULL")


@dataclass(frozen=True)
class Part:
    """One SELECT of a rule: the table that it reads first, and those that it cannot do without."""

    first: str
    joined: tuple[str, ...]


@cache
def parts(sql: str) -> tuple[Part, ...]:
    """The SELECTs that make the answer of a query, with its WITHs followed to the tables that they read."""
    tokens = tuple(one for one in _TOKEN.findall(sql) if not one.startswith(("--", "'")))
    return tuple(_parts(tokens, {}))


def looked(sql: str, size: Callable[[str], int]) -> int:
    """How many rows the query looked at, by the sizes of its tables."""
    return sum(size(one.first) if all(map(size, one.joined)) else 0 for one in parts(sql))


def _parts(tokens: Sequence[str], known: dict[str, Sequence[str]]) -> Iterator[Part]:
    """The parts of a query whose WITHs are `known` by name."""
    outside, named = _without_with(tokens, known)
    for select in _selects(outside):
        yield from _followed(select, named)


def _without_with(
    tokens: Sequence[str], known: dict[str, Sequence[str]]
) -> tuple[Sequence[str], dict[str, Sequence[str]]]:
    """The query behind its WITHs, and these by name with those that were known."""
    if not tokens or tokens[0].upper() != "WITH":
        return tokens, known
    named, place = dict(known), 1 + (tokens[1].upper() == "RECURSIVE")
    while True:
        name, place = tokens[place], place + 1
        while tokens[place].upper() != "AS":  # the names of its columns
            place += 1
        end = _closing(tokens, place + 1)
        named[name], place = tokens[place + 2 : end], end + 1
        if tokens[place] != ",":
            return tokens[place:], named
        place += 1


def _selects(tokens: Sequence[str]) -> Iterator[Sequence[str]]:
    """What stands between the UNIONs of a query."""
    start = depth = 0
    for place, token in enumerate(tokens):
        depth += (token == "(") - (token == ")")
        if not depth and token.upper() in ("UNION", "EXCEPT", "INTERSECT"):
            yield tokens[start:place]
            start = place + 1 + (tokens[place + 1].upper() == "ALL")
    yield tokens[start:]


def _followed(tokens: Sequence[str], named: dict[str, Sequence[str]]) -> Iterator[Part]:
    """The parts of one SELECT: by the first in its FROM that is no list of constants."""
    places = list(_reads(tokens))
    plain = [tokens[at] for at, word in places[1:] if word == "JOIN" and tokens[at] != "(" and tokens[at] not in named]
    for at, _ in places:
        if found := list(_read(tokens, at, named)):
            yield from (Part(one.first, (*one.joined, *plain)) for one in found)
            return


def _read(tokens: Sequence[str], at: int, named: dict[str, Sequence[str]]) -> Iterator[Part]:
    """What is read at a place: a table, or the parts of the WITH or of the brackets that stand there."""
    if tokens[at] == "(":
        yield from _parts(tokens[at + 1 : _closing(tokens, at)], named)
    elif tokens[at] in named:
        # A WITH that reads itself counts by what it begins with.
        others = {name: body for name, body in named.items() if name != tokens[at]}
        yield from (one for one in _parts(named[tokens[at]], others) if one.first != tokens[at])
    else:
        yield Part(tokens[at], ())


def _reads(tokens: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Where the tables of one SELECT stand, outside all brackets, and the word by which each is read."""
    depth = 0
    for place, token in enumerate(tokens[:-1]):
        depth += (token == "(") - (token == ")")
        word, before = token.upper(), tokens[place - 1].upper() if place else ""
        if not depth and word in ("FROM", "JOIN") and before != "DISTINCT":
            yield place + 1, "LEFT JOIN" if before in _OUTER else word


def _closing(tokens: Sequence[str], opening: int) -> int:
    """Where the bracket closes that opens at a place."""
    depth = 0
    for place in range(opening, len(tokens)):
        depth += (tokens[place] == "(") - (tokens[place] == ")")
        if not depth:
            return place
    raise AssertionError("a bracket that never closes: DuckDB would not have read the rule")


def evidence_looked(dataset: Dataset, here: Collection[str], before: Collection[str]) -> dict[str, int]:
    """How many rows each rule of the evidence gate looked at.

    `here` are the keys of the texts at hand, `before` the quotations that were anchored in an earlier state.
    """
    frames = dataset.frames
    sources = {source for key, source in frames["texts"].select("row_key", "source_id").iter_rows() if key in here}
    quoted = frames["quotations"].select("source_id", "proof").rows()
    texts, quotations, read = len(frames["texts"]), len(quoted), sum(source in sources for source, _ in quoted)
    proofs = sum(bool(proof) and source in sources for source, proof in quoted)
    words = [frames[table]["date_words"] for table in ("statements", "events")]
    dated = sum(len(column) - column.null_count() for column in words) if here else 0
    held = dict.fromkeys(("text.body", "text.shared-run", "text.lost"), len(here))
    shown = {rule.slug: proofs for rule in RULES if rule.slug.startswith("proof.")} | {"passage.ends": proofs}
    others = dict.fromkeys(("quote.no-anchor", "quote.unlike-anchor", "text.missing"), quotations)
    every = dict.fromkeys(("text.changed", "text.not-anchored"), texts)
    compared = {"quote.fell": len(before), "quote.fetched-once": quotations if before else 0}
    told = held | shown | others | every | compared | {"date.not-in-source": dated}
    return {rule.slug: told.get(rule.slug, read) for rule in RULES}
