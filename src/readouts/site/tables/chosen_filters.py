"""What narrows a table down, said plainly: "Speaker: blank", "Words contains “fiction”", "Date before July 2025".

In: the query of an address, as pairs, and the table's page in the metadata. Out: `Choice`s,
each with the query that is left when it is taken back, and how the filter box names its
comparisons. Every comparison of Datasette keeps its address; here stand those that a reader
is offered, and the words for all.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from readouts.site.tables.shown_columns import column

Pairs = list[tuple[str, str]]

# What stands before and behind the value; without an end the comparison takes none.
WORDS: dict[str, tuple[str, str | None]] = {
    "exact": (": ", ""),
    "isnot": (": not ", ""),
    "not": (": filled, and not ", ""),
    "contains": (" contains “", "”"),
    "lacks": (" does not contain “", "”"),
    "startswith": (" begins with “", "”"),
    "endswith": (" ends with “", "”"),
    "before": (" before ", ""),
    "after": (" after ", ""),
    "gt": (" more than ", ""),
    "gte": (" at least ", ""),
    "lt": (" less than ", ""),
    "lte": (" at most ", ""),
    "in": (": ", ""),
    "notin": (": filled, and none of ", ""),
    "like": (" is like “", "”"),
    "notlike": (" is not like “", "”"),
    "glob": (" has the form “", "”"),
    "arraycontains": (" has “", "”"),
    "arraynotcontains": (" has no “", "”"),
    "date": (" on ", ""),
    "unsaid": (": blank, none or not stated", None),
    "said": (": neither blank nor none nor not stated", None),
    "isnull": (": blank", None),
    "isblank": (": blank", None),
    "notnull": (": not blank", None),
    "notblank": (": not blank", None),
}
OFFERED = {
    "contains": "contains",
    "lacks": "does not contain",
    "exact": "is",
    "isnot": "is not",
    "startswith": "begins with",
    "before": "is before (a date)",
    "after": "is after (a date)",
    "gte": "is at least (a number)",
    "lte": "is at most (a number)",
    "unsaid": "is blank (or none, not stated)",
    "said": "is not blank",
}
# The pages of what was there before the choice changed are not those of what is there now.
_PLACE = "_next"


@dataclass(frozen=True)
class Choice:
    """One thing that narrows the rows down.

    `before` and `behind` stand around the values, of which any one is enough; there is none
    where the comparison takes none. `without` is the query that is left when it is taken back.
    """

    column: str
    title: str
    before: str
    values: tuple[str, ...]
    behind: str
    without: str


def is_filter(name: str) -> bool:
    """Whether Datasette takes the name in a query for a filter: `side`, `side__not`, `_odd__exact`."""
    return not name.startswith("_") or "__" in name


def parts(name: str) -> tuple[str, str]:
    """The column and the comparison in the name of a filter."""
    at, found, lookup = name.rpartition("__")
    return (at, lookup) if found else (name, "exact")


def chooses(name: str, at: str) -> bool:
    """Whether the filter chooses a value of the column, and does not only compare with one."""
    return is_filter(name) and parts(name) in ((at, "exact"), (at, "isblank"), (at, "in"))


def choices(pairs: Pairs, about: Mapping[str, Any]) -> tuple[Choice, ...]:
    """Everything that narrows the rows down, in the order of the address; what no comparison is, is left out."""
    return tuple(
        Choice(*said, _without(pairs, place))
        for place, (name, value) in enumerate(pairs)
        for said in _said(name, value, about)
    )


def _said(name: str, value: str, about: Mapping[str, Any]) -> Iterator[tuple[str, str, str, tuple[str, ...], str]]:
    if name == "_search":
        yield "", "Search", ": “", (value,), "”"
    elif name.startswith("_search_"):
        at = name.removeprefix("_search_")
        yield "", column(at, about).title, " has the words “", (value,), "”"
    elif name == "_where":
        yield "", "Condition", ": ", (value,), ""
    elif name == "_through":
        yield "", "By way of", ": ", (value,), ""
    elif is_filter(name) and parts(name)[1] in WORDS:
        at, lookup = parts(name)
        before, behind = WORDS[lookup]
        values = listed(value) if lookup in ("in", "notin") else (value,)
        yield at, column(at, about).title, before, () if behind is None else values, behind or ""


def listed(value: str) -> tuple[str, ...]:
    """The values of a list in an address: with commas between them, or as JSON where a value has a comma."""
    try:
        known = json.loads(value) if value.startswith("[") else value.split(",")
    except ValueError:
        return (value,)
    return tuple(str(one).strip() for one in known)


def _without(pairs: Pairs, place: int) -> str:
    return urlencode([pair for at, pair in enumerate(pairs) if at != place and pair[0] != _PLACE])


def kept(pairs: Pairs, *dropped: str) -> Pairs:
    """What a form or a link keeps of the address: all but the place in the pages, and the names dropped."""
    return [pair for pair in pairs if pair[0] not in (_PLACE, *dropped)]


def picked(pairs: Pairs, at: str) -> tuple[str, ...]:
    """The values of the column that are chosen together."""
    found: list[str] = []
    for name, value in pairs:
        if chooses(name, at) and parts(name)[1] != "isblank":
            found += listed(value) if parts(name)[1] == "in" else [value]
    return tuple(dict.fromkeys(found))


def chosen_value(pairs: Pairs, at: str, value: object) -> str:
    """The query in which this value is chosen, too, of the column; None stands for blank, which is chosen alone."""
    return _choosing(pairs, at, None if value is None else (*picked(pairs, at), str(value)))


def without_value(pairs: Pairs, at: str, value: object) -> str:
    """The query in which this value of the column is chosen no more."""
    return _choosing(pairs, at, tuple(one for one in picked(pairs, at) if value is not None and one != str(value)))


def _choosing(pairs: Pairs, at: str, values: tuple[str, ...] | None) -> str:
    kept_pairs = [pair for pair in kept(pairs) if not chooses(pair[0], at)]
    if values is None:
        return urlencode([*kept_pairs, (f"{at}__isblank", "1")])
    if len(values) > 1:
        whole = json.dumps(values) if any("," in one or one.startswith("[") for one in values) else ",".join(values)
        return urlencode([*kept_pairs, (f"{at}__in", whole)])
    one = [(f"{at}__exact" if at.startswith("_") else at, value) for value in values]
    return urlencode([*kept_pairs, *one])
