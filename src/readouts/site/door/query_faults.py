"""What of an address means nothing here: told, never passed over in silence.

Why: Datasette shows all rows where it does not know a filter (`speaker_id__exct=…`), and fails
at some values. In: Datasette and the scope of a request. Out: an `UnderstoodQuery`, the query as far as
it is understood and what is not. A page shows the rest, and says above it what was left out;
a file (CSV, JSON, Excel) would not say so, and is refused (400).
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl, urlencode

from datasette.database import Database
from datasette.utils.asgi import BadRequest
from rapidfuzz import fuzz, process

from readouts.site.door.arguments import (
    OPERATORS,
    SETTINGS,
    answer_fault,
    bound_fault,
    filter_fault,
    page_fault,
    sense_fault,
    setting_fault,
)
from readouts.site.door.paths import Scope, public
from readouts.site.door.public import is_public
from readouts.site.facts import DATABASE, served
from readouts.site.tables.answer_pages import PAGE

if TYPE_CHECKING:
    from datasette.app import Datasette

_PLACE = re.compile(rf"/{DATABASE}(?:/(?P<name>[a-z_]+)(?P<row>/[^/]+?)?)?(?:\.(?P<format>json|csv|xlsx))?")
_NEAR = 65  # of 100, from which a name is proposed


@dataclass(frozen=True)
class NotUnderstood:
    """A part of an address that was not understood: what it is, why, and what was probably meant, with its address."""

    name: str
    value: str
    why: str
    meant: str = ""
    link: str = ""

    @property
    def sentence(self) -> str:
        """All of it in words."""
        told = f"{self.name}={self.value[:60]}: {self.why}."
        return f"{told} Did you mean {self.meant}?" if self.meant else told


@dataclass(frozen=True)
class UnderstoodQuery:
    """The query of an address as far as it is understood, and what is not."""

    query: str
    faults: tuple[NotUnderstood, ...] = ()


async def understood_query(datasette: "Datasette", scope: Scope) -> UnderstoodQuery:
    """What a request asks for. Raises BadRequest where a file is asked for by words that mean nothing."""
    query = scope["query_string"].decode("latin-1")
    match = _PLACE.fullmatch(scope["path"])
    if not match or not query or not served(datasette):
        return UnderstoodQuery(query)
    given = parse_qsl(query, keep_blank_values=True)
    whys = [await _fault(datasette, match, given, *one) for one in given]
    faults = tuple(
        _not_understood(datasette, scope["path"], given, place, why)
        for place, why in enumerate(whys)
        if why is not None
    )
    if faults and match["format"]:
        raise BadRequest("Not understood: " + " ".join(one.sentence for one in faults))
    if not faults:
        return UnderstoodQuery(query)
    return UnderstoodQuery(urlencode([one for one, why in zip(given, whys, strict=True) if why is None]), faults)


async def _fault(
    datasette: "Datasette", match: re.Match[str], given: list[Any], name: str, value: str
) -> tuple[str, Iterable[str]] | None:
    """Why the argument means nothing here, and what could be meant in its place; None where it means something."""
    about = datasette.metadata("databases")[DATABASE]
    database = datasette.get_database(DATABASE)
    setting = name.startswith("_") and "__" not in name
    if is_public(datasette) and not match["format"] and (fault := bound_fault(name, value, given)):
        return fault
    if not match["name"] or match["row"]:
        return setting_fault(name, value, ()) if name in SETTINGS else None
    if parameters := about["queries"].get(match["name"]):
        known = (*parameters["params"], *((*SETTINGS, PAGE) if setting else ()))
        if name not in known:
            return "this question has no such part", known
        if name == PAGE:
            return answer_fault(value, match["format"])
        return setting_fault(name, value, None) if setting else None
    columns = (*await database.table_columns(match["name"]), "rowid")
    if setting:
        words = bool(await database.fts_table(match["name"]))
        return setting_fault(name, value, columns, words) or (
            await page_fault(datasette, match["name"], dict(given)) if name == "_next" else None
        )
    page = about["tables"].get(match["name"], {})
    fault = filter_fault(name, value, columns, page.get("units", {}))
    return fault or sense_fault(name, value, page, await _numbers(database, match["name"]))


async def _numbers(database: Database, table: str) -> frozenset[str]:
    """The columns that hold numbers, and the keys that are counted through."""
    details = await database.table_column_details(table)
    return frozenset(one.name for one in details if one.type.upper() in ("INTEGER", "REAL")) | {
        "rowid",
        "year",
        "month",
    }


def _not_understood(
    datasette: "Datasette", path: str, given: list[Any], place: int, fault: tuple[str, Iterable[str]]
) -> NotUnderstood:
    name, value = given[place]
    if name == "q" or name == "_search":
        return NotUnderstood(name, value, fault[0], "the search of the whole record", _search(datasette, value))
    meant = _near(name, tuple(fault[1]))
    changed = [*given[:place], (meant, value), *given[place + 1 :]]
    return NotUnderstood(
        name, value, fault[0], meant, public(datasette, f"{path}?{urlencode(changed)}") if meant else ""
    )


def _search(datasette: "Datasette", value: str) -> str:
    return public(datasette, f"/-/search?{urlencode({'q': value})}")


def _near(name: str, known: tuple[str, ...]) -> str:
    """The known name that is most like it; a filter is looked for by column and comparison apart."""
    column, apart, operator = name.rpartition("__")
    if apart:
        columns, operators = _nearest(column, known), _nearest(operator, OPERATORS)
        return f"{columns}__{operators}" if columns and operators else ""
    return _nearest(name, known)


def _nearest(word: str, known: Iterable[str]) -> str:
    found = process.extractOne(word.casefold(), list(known), scorer=fuzz.ratio, score_cutoff=_NEAR)
    return found[0] if found else ""
