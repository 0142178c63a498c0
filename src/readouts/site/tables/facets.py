"""The facets beside a table: what its rows can be narrowed down to, and how many rows each choice finds.

In: what was counted (`readouts.site.tables.counted_facets`), the query of the address and the table's page in
the metadata. Out: `Facet`s in the order of the metadata, those that the reader added first.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from readouts.site.tables.chosen_filters import Pairs, is_filter, kept
from readouts.site.tables.shown_columns import column

IN_TIME_ORDER = ("year", "month")


@dataclass(frozen=True)
class Value:
    """A value, None for blank; `query` chooses it, or takes it back where it is chosen."""

    value: object
    label: str
    count: int
    chosen: bool
    query: str


@dataclass(frozen=True)
class Facet:
    """A column with its values.

    `all_values` is the query that shows all where some are left out, `fewer` that which shows
    the most frequent again, `without` that without the facet, where the reader added it; each
    is None elsewhere.
    """

    name: str
    title: str
    values: tuple[Value, ...]
    kinds: int
    all_values: str | None
    fewer: str | None
    without: str | None


def shape(results: Mapping[str, dict[str, Any]], pairs: Pairs, about: Mapping[str, Any]) -> tuple[Facet, ...]:
    """The facets, added ones first; those without a value stand only where something narrows the rows down."""
    narrowed = any(is_filter(name) or name == "_search" for name, _ in pairs)
    usual = list(about.get("facets", ()))
    added = [name for name in results if results[name]["name"] not in usual]
    return tuple(
        _facet(results[name], pairs, about)
        for name in [*added, *usual]
        if name in results and (narrowed or results[name]["results"])
    )


def _facet(found: dict[str, Any], pairs: Pairs, about: Mapping[str, Any]) -> Facet:
    name, results = found["name"], found["results"]
    if name in IN_TIME_ORDER:
        results = sorted(results, key=lambda one: (one["value"] is None, str(one["value"])))
    whole = ("_all", name) in pairs
    return Facet(
        name,
        column(name, about).title,
        tuple(_value(one) for one in results),
        found.get("kinds", len(results)),
        urlencode([*kept(pairs), ("_all", name)]) if found["truncated"] else None,
        _dropped(pairs, ("_all", name)) if whole else None,
        _dropped(pairs, (_asked_by(found), name)) if found["hideable"] else None,
    )


def _value(one: dict[str, Any]) -> Value:
    query = one["toggle_url"].partition("?")[2]
    label = "" if one["value"] is None else str(one["label"])
    return Value(one["value"], label, one["count"], one["selected"], query)


def _asked_by(found: dict[str, Any]) -> str:
    return "_facet" if found["type"] == "column" else f"_facet_{found['type']}"


def _dropped(pairs: Pairs, pair: tuple[str, str]) -> str:
    return urlencode([one for one in kept(pairs) if one != pair])
