"""What a cell of a table or of an answer shows: a name that leads to its row, a code by its label.

In: Datasette and one cell with its row. Out: markup, or None where the cell is shown as
it is. The cells of downloads are not touched.
"""

import re
import sqlite3
import weakref
from typing import TYPE_CHECKING, Any

from datasette.database import Database
from datasette.utils import tilde_encode
from markupsafe import Markup

from readouts.evidence.match import CUT
from readouts.site.dates_in_words import in_words, labelled
from readouts.site.facts import DATABASE, ask, codes
from readouts.site.labels import label, targets
from readouts.site.pages.pairs import SHIFTS
from readouts.site.search.result_page import KINDS
from readouts.vocabulary import NOBODY, OF_NO_SIDE, Code

if TYPE_CHECKING:
    from datasette.app import Datasette

_CODES: weakref.WeakKeyDictionary[Database, dict[tuple[str | None, str], str]] = weakref.WeakKeyDictionary()
_OWN = ("own", "direct", "fragment")
_READ_AS = """SELECT organizations.name FROM statements
JOIN organizations ON organizations.id = statements.organization_id WHERE statements.id = :id"""
_EDTF = re.compile(r"(\.\.|[12]\d{3}-\d\d(-\d\d)?[?~%]?)(/(\.\.|[12]\d{3}-\d\d(-\d\d)?[?~%]?))?", re.ASCII)


async def cell(
    datasette: "Datasette", database: str, table: str | None, column: str, value: Any, row: sqlite3.Row
) -> Markup | None:
    """The markup of a cell that names a row, is the name of its own row, is a code, an address or a date."""
    links = await targets(datasette.get_database(database))
    text, keys = _key(value), row.keys()
    if target := links.get((table, column)):
        known = value["label"] if isinstance(value, dict) else await label(datasette, database, *target, text)
        # A statement's name repeats the speaker, date and words that stand beside it.
        short = "the whole statement" if target[0] == "statements" else ""
        return _link(datasette, database, target[0], text, known, short) if known else None
    if f"{column}_id" in keys and (target := links.get((table, f"{column}_id"))) and text != "unattributed":
        key = _key(row[f"{column}_id"])
        return _link(datasette, database, target[0], key, text) if key else None
    if (column, text, database) == ("speaker", "unattributed", DATABASE):
        return await _reading(datasette, row, "id" if table == "statements" else "statement_id")
    if column == "words" and "form" in keys and "passage" not in keys:
        return Markup("“{}”").format(text) if row["form"] in _OWN else _told(text)
    if column.endswith("_words") and f"{(end := column.removesuffix('_words'))}_quotation_id" in keys:
        return await _words_of(datasette, text, _key(row[f"{end}_quotation_id"]))
    about = datasette.table_metadata(database, table) if table else {}
    if (database, table, column) == (DATABASE, "search", "title"):
        kind, _, key = row["id"].partition("/")
        return _link(datasette, database, KINDS[kind][0], key, text)
    if table and column == about.get("label_column") and "id" in keys:
        return _link(datasette, database, table, row["id"], labelled(text) if column == "label" else text)
    if known := await _code(datasette, database, table, column, text):
        kind = column if column in ("side", "stance") else "code"
        return Markup('<abbr class="{0} {0}-{1}" title="{2}">{3}</abbr>').format(
            kind, text, known.definition, known.label
        )
    if text == NOBODY and await _list(datasette, database, table, column) == "side":
        return Markup('<span class="side side-none">{}</span>').format(OF_NO_SIDE)
    if column == "shift":
        return Markup("{}").format(SHIFTS.get(text, text))
    return _address(column, text) or _date(text)


async def _words_of(datasette: "Datasette", text: str, quotation_id: str) -> Markup:
    """One of two statements: the speaker's own words in quotation marks, a source's in italics, with its publisher."""
    sql = """SELECT quotations.words IS NOT NULL AS own, sources.publisher FROM quotations
JOIN sources ON sources.id = quotations.source_id WHERE quotations.id = :id"""
    (found,) = await ask(datasette, sql, id=quotation_id)
    if found["own"]:
        return Markup("“{}”").format(text)
    return _told(text) + Markup(" <small>{}</small>").format(found["publisher"])


def _told(text: str) -> Markup:
    """Words of a source; of a place that is cut, between which words it lies."""
    first, cut, last = text.partition(f" {CUT} ")
    between = Markup('<span class="between">between <i>{}</i> and <i>{}</i></span>')
    return between.format(first, last) if cut else Markup("<i>{}</i>").format(text)


async def _reading(datasette: "Datasette", row: sqlite3.Row, key: str) -> Markup | None:
    """Whose we read what the source gives to nobody as; None where we read it as nobody's."""
    names = row.keys()
    found = await ask(datasette, _READ_AS, id=_key(row[key])) if key in names else ()
    said = "unattributed <small>read as that of {}</small>"
    return Markup(said).format(found[0]["name"]) if found else None


def _link(datasette: "Datasette", database: str, table: str, key: str, name: str, short: str = "") -> Markup:
    """A link by the name of where it leads, or by a short text with the name as title."""
    address = datasette.urls.row(database, table, tilde_encode(key))
    if short:
        return Markup('<a href="{}" title="{}">{}</a>').format(address, name, short)
    if table == "claims":
        return Markup('<span class="tag">Claim:</span> <a href="{}">{}</a>').format(address, name)
    return Markup('<a href="{}">{}</a>').format(address, name)


def _key(value: Any) -> str:
    """The text in a cell, with or without the label that Datasette has put to it."""
    return (value["value"] if isinstance(value, dict) else value) or ""


def _address(column: str, text: str) -> Markup | None:
    if not column.endswith(("address", "url", "link")) or not text.startswith(("https://", "http://")):
        return None
    return Markup('<a rel="external" href="{}">read it there</a>').format(text)


def _date(text: str) -> Markup | None:
    """A date in words, as it stands in the record beside it for who points at it."""
    words = in_words(text) if _EDTF.fullmatch(text) else text
    return Markup('<span class="when" title="{}">{}</span>').format(text, words) if words != text else None


async def _code(datasette: "Datasette", database: str, table: str | None, column: str, value: str) -> Code | None:
    """What the code means, where the column has codes."""
    found = await _list(datasette, database, table, column)
    return (await codes(datasette)).get((found, value)) if found else None


async def _list(datasette: "Datasette", database: str, table: str | None, column: str) -> str:
    """The list of codes that the table's column has, or in an answer that this column has wherever it occurs."""
    if database != DATABASE:
        return ""
    lists = _CODES.setdefault(datasette.get_database(database), {})
    if not lists:
        anywhere: dict[str, set[Any]] = {}
        for name, page in datasette.metadata("databases")[DATABASE]["tables"].items():
            for at, codelist in page.get("codes", {}).items():
                lists[name, at] = codelist
                anywhere.setdefault(at, set()).add(codelist)
        lists.update({(None, at): ends.pop() for at, ends in anywhere.items() if len(ends) == 1})
    return lists.get((table, column), "")
