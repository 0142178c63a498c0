"""What every page knows: what the package is, what each code means, under which address it is served.

In: Datasette with the served file. Out: frozen values, read once for each file.
"""

import weakref
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from datasette import Request
from datasette.database import Database

from readouts.site.door.paths import host
from readouts.vocabulary import QUESTION, Code, Vocabulary, vocabulary

if TYPE_CHECKING:
    from datasette.app import Datasette

DATABASE = "readouts"

# The served file does not change, so what was read once holds.
_FACTS: "weakref.WeakKeyDictionary[Database, Facts]" = weakref.WeakKeyDictionary()
_CODES: weakref.WeakKeyDictionary[Database, Vocabulary] = weakref.WeakKeyDictionary()
_RENAMED: "weakref.WeakKeyDictionary[Database, tuple[Former, ...]]" = weakref.WeakKeyDictionary()
_SAID_BY: weakref.WeakKeyDictionary[Database, dict[str, str]] = weakref.WeakKeyDictionary()


@dataclass(frozen=True)
class Facts:
    """The one row of the table `package`: the facts of datapackage.json."""

    name: str
    title: str
    description: str
    version: str
    created: str
    authors: str
    licence: str
    licence_title: str
    licence_address: str


class Glossary(dict[tuple[str, str], Code]):
    """The codes by (list, code); `seen` are those that a page has asked for, whose definitions it prints at its end."""

    def __init__(self, known: dict[tuple[str, str], Code]):
        super().__init__(known)
        self.seen: dict[tuple[str, str], Code] = {}
        self._told: set[str] = set()

    def get(self, key: tuple[str, str], default: Any = None) -> Any:
        """The code, remembered."""
        if key in self:
            self.seen[key] = self[key]
        return super().get(key, default)

    def once(self, name: str) -> bool:
        """Whether the page asks this for the first time: what is explained once is explained where it first stands."""
        first = name not in self._told
        self._told.add(name)
        return first


@dataclass(frozen=True)
class Former:
    """An id that a row had before, and why it has another now."""

    table: str
    old_id: str
    new_id: str
    reason: str


def served(datasette: "Datasette") -> bool:
    """Whether Datasette serves our file, and not only others."""
    return DATABASE in datasette.databases and DATABASE in (datasette.metadata("databases") or {})


async def ask(datasette: "Datasette", sql: str, **parameters: object) -> tuple[dict[str, Any], ...]:
    """The rows of one question to the served file."""
    answer = await datasette.get_database(DATABASE).execute(sql, parameters)
    return tuple(dict(row) for row in answer.rows)


async def facts(datasette: "Datasette") -> Facts:
    """What the package is."""
    database = datasette.get_database(DATABASE)
    if database not in _FACTS:
        (row,) = await ask(datasette, "SELECT * FROM package")
        _FACTS[database] = Facts(**row)
    return _FACTS[database]


async def known_codes(datasette: "Datasette") -> Vocabulary:
    """Every code of the record."""
    database = datasette.get_database(DATABASE)
    if database not in _CODES:
        _CODES[database] = vocabulary(await ask(datasette, QUESTION))
    return _CODES[database]


async def codes(datasette: "Datasette") -> dict[tuple[str, str], Code]:
    """(list, code) -> the code, for every code of the record."""
    return (await known_codes(datasette)).by_place


async def renamed(datasette: "Datasette") -> tuple[Former, ...]:
    """Every id that was renamed or merged."""
    database = datasette.get_database(DATABASE)
    if database not in _RENAMED:
        rows = await ask(datasette, 'SELECT "table", old_id, new_id, reason FROM redirects ORDER BY 1, 2')
        _RENAMED[database] = tuple(Former(**row) for row in rows)
    return _RENAMED[database]


async def said_by(datasette: "Datasette") -> dict[str, str]:
    """Claim -> who says so and who denies it, in one line: a claim's text stands nowhere without it."""
    database = datasette.get_database(DATABASE)
    if database not in _SAID_BY:
        rows = await ask(datasette, "SELECT id, said_by FROM claims")
        _SAID_BY[database] = {row["id"]: row["said_by"] for row in rows}
    return _SAID_BY[database]


def base_address(datasette: "Datasette", request: Request | None) -> str:
    """Scheme and host of permanent addresses, without a slash behind.

    The plugin's setting `base_url` (by default the environment variable READOUTS_BASE_URL),
    or else the host that the request was sent to.
    """
    return host(datasette) or (f"{request.scheme}://{request.host}" if request else "")
