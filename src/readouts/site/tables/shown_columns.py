"""A table for work: which columns stand on the page, under which titles, and where its downloads are.

In: the names of the columns, the table's page in the metadata, and the request's path and
query. Out: `Column`s and addresses. Downloads have every column and every row.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import parse_qsl, urlencode

AT_FIRST = 8  # columns; a reader can add others
# Columns to count and filter by, which say again what another says to a reader.
_SAID_BY = {
    "year": ("date", "published"),
    "month": ("date", "published"),
    "not_before": ("date",),
    "not_after": ("date",),
    "scale": ("stance",),
    "stance_label": ("stance",),
    "speaker_label": ("speaker",),
}
TOLD = ("proof", "passage")  # what stands in the place of words of a speaker's own: the words of the source, the place
_WHO_AND_WHEN = ("date", "side", "speaker", "affirmed_by", "denied_by", "said_by")
_ANSWER_FIRST = ("place", "date", "side", "speaker", "stance")
# What says how a page looks, and not which rows it has.
_LOOKS = {
    "_labels",
    "_size",
    "_next",
    "_facet",
    "_facet_size",
    "_all",
    "_page",
    "_show",
    "_shape",
    "_stream",
    "_dl",
    "_nofacet",
    "_nocount",
    "_json",
}


@dataclass(frozen=True)
class Column:
    """A column of the page.

    `codes` is the list of its codes, `otherwise` the columns of which the first that is filled fills its empty cells,
    `order` the one that puts the rows in its order, `beside` those whose values stand in its cells, small.
    """

    name: str
    title: str
    description: str
    codes: str = ""
    otherwise: tuple[str, ...] = ()
    order: str = ""
    beside: tuple[str, ...] = ()


@dataclass(frozen=True)
class Layout:
    """The columns that are shown, and how many stand only in the downloads.

    `every` are all columns, those that are shown first, with titles that tell them apart;
    `unknown` are names that the reader asked for and that are no columns.
    """

    columns: tuple[Column, ...]
    left_out: int
    every: tuple[Column, ...] = ()
    unknown: tuple[str, ...] = ()

    @property
    def described(self) -> tuple[Column, ...]:
        """The columns that say what they are."""
        return tuple(one for one in self.columns if one.description)


def layout(columns: tuple[str, ...], about: Mapping[str, Any], wanted: tuple[str, ...] = ()) -> Layout:
    """The columns of a table: those that the reader wants, else those that the table declares, else the first."""
    known = tuple(dict.fromkeys(name for name in wanted if name in columns))
    shown = known or tuple(name for name in about.get("shown", ()) if name in columns) or _first(columns, about)
    every = [*shown, *(name for name in columns if name not in shown)]
    return Layout(
        tuple(_in_order(_with_told(column(name, about), columns), columns) for name in shown),
        len(columns) - len(shown),
        _told_apart([column(name, about) for name in every]),
        tuple(name for name in wanted if name not in columns),
    )


def _first(columns: tuple[str, ...], about: Mapping[str, Any]) -> tuple[str, ...]:
    """What a row is called first; those are left out that repeat, and what is more than a reader takes in.

    A name and its id are one column (the name leads to the row), a date and its year are one, too.
    """
    shown = [name for name in columns if not _repeats(name, columns, about)]
    if label := about.get("label_column"):
        first = [name for name in (label, *_WHO_AND_WHEN) if name in shown]
        shown = [*first, *(name for name in shown if name not in first)]
    return tuple(shown[:AT_FIRST])


def _told_apart(columns: list[Column]) -> tuple[Column, ...]:
    """The columns, with the name behind a title that one before has."""
    first = {one.title: one.name for one in reversed(columns)}
    return tuple(
        one if first[one.title] == one.name else replace(one, title=f"{one.title} ({one.name})") for one in columns
    )


def _in_order(one: Column, columns: Sequence[str]) -> Column:
    """A date is put in order by its first day, with an open start by its last; as text "by 8 October" is first."""
    first = f"{one.name}_order"
    return replace(one, order=first if first in columns else one.name)


def _with_told(one: Column, columns: Sequence[str]) -> Column:
    return replace(one, otherwise=_told(one.name, columns))


def column(name: str, about: Mapping[str, Any]) -> Column:
    """A column by its title in the metadata, or by its name in words."""
    title = about.get("titles", {}).get(name) or name.removesuffix("_id").replace("_", " ").capitalize()
    return Column(name, title, about.get("columns", {}).get(name, ""), about.get("codes", {}).get(name, ""))


def answer_columns(columns: tuple[str, ...], tables: Mapping[str, Any], cells: Sequence[Sequence[str]] = ()) -> Layout:
    """The columns of a question's answer, titled as the tables title columns of that name.

    Those that the question names (`cells`), each with what stands beside it in one cell; else all that repeat nothing:
    who, when and what stand first, the link to the source beside the words. The speaker's
    words, those of the source and the place that tells it, of which a row has one, share a column.
    """
    known = merged(tables)
    shown = cells or [(name,) for name in _in_reading_order([one for one in columns if not _repeats(one, columns, {})])]
    titles = {name: title for name, title in known["titles"].items() if name.endswith("_id") or name in columns}
    found = tuple(
        replace(_with_told(column(name, known | {"titles": titles}), columns), beside=tuple(beside))
        for name, *beside in shown
    )
    return Layout(found, len(columns) - len(found))


def merged(tables: Mapping[str, Any]) -> dict[str, Any]:
    """What the columns of all tables mean, by name; where tables differ, as the first says."""
    known: dict[str, Any] = {"titles": {}, "columns": {}, "codes": {}}
    for page in tables.values():
        for part, of_all in known.items():
            for name, value in page.get(part, {}).items():
                of_all.setdefault(name, value)
    return known


def _in_reading_order(names: list[str]) -> list[str]:
    first = [name for name in _ANSWER_FIRST if name in names]
    order = [*first, *(name for name in names if name not in first and not _has_words(name, names))]
    for name in [name for name in order if name.endswith("address")]:
        before = name.removesuffix("address")
        beside = next((one for one in (f"{before}words", f"{before}event") if one in order), None)
        if beside:
            order.remove(name)
            order.insert(order.index(beside) + 1, name)
    return order


def _told(name: str, names: Sequence[str]) -> tuple[str, ...]:
    before = name.removesuffix("words")
    others = (f"{before}{one}" for one in TOLD) if name.endswith("words") else ()
    return tuple(one for one in others if one in names)


def _has_words(name: str, names: Sequence[str]) -> bool:
    """Whether the column is one of TOLD, and one of words beside it shows it."""
    return any(name.endswith(one) and name.removesuffix(one) + "words" in names for one in TOLD)


def downloads(path: str, query: str) -> dict[str, str]:
    """The addresses of what is on the page, whole, as CSV, Excel and JSON."""
    rows = [(name, value) for name, value in parse_qsl(query, keep_blank_values=True) if name not in _LOOKS]
    json = [*rows, ("_shape", "array"), ("_size", "max"), ("_nofacet", "1")]
    return {
        "CSV": f"{path}.csv?{urlencode([*rows, ('_stream', 'on')])}",
        "Excel": f"{path}.xlsx" + (f"?{urlencode(rows)}" if rows else ""),
        "JSON": f"{path}.json?{urlencode(json)}",
    }


def _repeats(name: str, columns: tuple[str, ...], about: Mapping[str, Any]) -> bool:
    if name == "id" and about.get("label_column"):
        return True
    if name.endswith("_id") and name.removesuffix("_id") in columns:
        return True
    if any(other in columns for other in _SAID_BY.get(name, ())):
        return True
    return name.endswith(("_earliest", "_latest", "_order")) and name.rpartition("_")[0] in columns
