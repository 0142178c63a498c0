"""Small records by hand: the base tables of schemas/*.json in memory, filled from dict rows.

A test names only the cells that matter to its rule; `statement` writes a statement with its
quotations and stances in one line. Everybody named is a real person or body of the record.
"""

import csv
import json
import sqlite3
from pathlib import Path

from readouts.build.derive import derive
from readouts.read.edtf_dates import parse

ROOT = Path(__file__).parents[2]
SCHEMAS = {
    path.stem: json.loads(path.read_text(encoding="utf-8")) for path in sorted((ROOT / "schemas").glob("*.json"))
}
TYPES = {"integer": "INTEGER"}
PEOPLE = {
    "dmitry-peskov": "Dmitry Peskov",
    "yuri-ushakov": "Yuri Ushakov",
    "vladimir-putin": "Vladimir Putin",
    "donald-trump": "Donald Trump",
    "kirill-dmitriev": "Kirill Dmitriev",
    "steve-witkoff": "Steve Witkoff",
}
ORGANIZATIONS = {
    "kremlin": ("Kremlin", "office", "russia"),
    "rdif": ("RDIF", "fund", "russia"),
    "white-house": ("White House", "office", "united-states"),
    "trump-transition": ("Trump transition", "office", "united-states"),
    "ukraine": ("Ukraine", "state", "ukraine"),
    "washington-post": ("Washington Post", "outlet", "press"),
    "bloomberg": ("Bloomberg", "outlet", "press"),
    "tass": ("TASS", "outlet", "press"),
    "ria-novosti": ("RIA Novosti", "outlet", "press"),
    "truth-social": ("Truth Social", "platform", "other"),
}

# What a table says of a party without a word on record, in a record that was wholly searched.
NOTHING_FOUND = "nothing found in the stored pages searched on 2026-11-30"


class Record:
    """One small record; `derive` turns it into a connection on which the derived tables stand.

    It closes its connections when it is left (`with Record() as record`).
    """

    def __init__(self) -> None:
        self.connections: list[sqlite3.Connection] = []
        self._derived: tuple[str, tuple[str, ...], sqlite3.Connection] | None = None
        self.tables: dict[str, list[dict]] = {name: [] for name in SCHEMAS}
        with (ROOT / "data" / "codes.csv").open(encoding="utf-8", newline="") as file:
            self.tables["codes"] = [dict(row) for row in csv.DictReader(file)]
        for id, name in PEOPLE.items():
            self.add("people", id=id, name=name)
        for id, (name, kind, side) in ORGANIZATIONS.items():
            self.add("organizations", id=id, name=name, kind=kind, side=side)
        self.searched()
        self.add("topics", id="contacts", label="Contacts", description="Calls, meetings, visits.")
        self.source("page", "tass")

    def __enter__(self) -> "Record":
        return self

    def __exit__(self, *error: object) -> None:
        for connection in self.connections:
            connection.close()

    def searched(self) -> None:
        """Four searches of all of 2024 to 2026 for leaders of both sides: what is not in the record was not found.

        A test of what is concluded from a hole takes them away (`record.tables["searches"].clear()`).
        """
        for number, language in enumerate(("ru", "en", "en", "ru")):
            days = {"day": "2026-11-30", "first": "2024-01-01", "last": "2026-12-31"}
            self.add("searches", id=f"all-{number}", query="all", corpus="stored-pages", language=language, **days)
            for side in ("russia", "united-states"):
                scope = {"level": "leaders", "side": side, "aim": "official" if number < 2 else "any"}
                self.add("search_scopes", search_id=f"all-{number}", **scope)

    def add(self, table: str, /, **cells: object) -> str:
        self.tables[table].append(cells)
        return str(cells.get("id", ""))

    def source(self, id: str, publisher: str = "", **cells: object) -> str:
        return self.add(
            "sources",
            **{"id": id, "title": id, "genre": "report", "publisher_id": publisher, "published_basis": "unknown"}
            | cells,
        )

    def event(
        self,
        id: str,
        kind: str = "call",
        date: str = "",
        parties: tuple[str, ...] = ("kremlin", "white-house"),
        level: str = "leaders",
    ) -> str:
        """An event; a party is an organization, or organization/person, or organization/person/part."""
        cells = {"date": date, "date_basis": "stated", "source_id": "page"}
        self.add("events", id=id, title=id, kind=kind, level=level, **cells)
        for party in parties:
            organization, person, part = [*party.split("/"), "", ""][:3]
            self.add(
                "event_participants",
                id=f"{id}-{party.replace('/', '-')}",
                event_id=id,
                organization_id=organization,
                person_id=person,
                part=part or "participant",
            )
        return id

    def claim(self, id: str, kind: str = "occurrence", event: str = "") -> str:
        return self.add("claims", id=id, text=f"Claim {id}.", kind=kind, event_id=event, topic_id="contacts")

    def statement(
        self,
        id: str,
        who: str,
        claims: dict[str, str],
        date: str = "",
        form: str = "direct",
        source: str = "page",
        via: str = "",
        **cells: object,
    ) -> str:
        """A statement of organization/person (either may be empty) with one quotation `id` and its stances."""
        organization, _, person = who.partition("/")
        self.add(
            "statements",
            **{
                "id": id,
                "date": date,
                "date_basis": "stated" if date else "unknown",
                "speaker_id": person,
                "organization_id": organization,
                "medium": "briefing",
                "register": "plain",
            }
            | cells,
        )
        self.quotation(id, id, form, source, via_id=via)
        for claim, stance in claims.items():
            self.stance(id, claim, stance)
        return id

    def stance(self, statement: str, claim: str, stance: str, basis: str = "words", **cells: str) -> None:
        """A stance of the statement, on its quotation of the same id; `STANCE by BASIS` has another basis than words."""
        taken, _, other = stance.partition(" by ")
        given = {"stance": taken, "basis": other or basis, "quotation_id": statement}
        self.add("stances", **{"statement_id": statement, "claim_id": claim} | given | cells)

    def quotation(self, id: str, statement: str, form: str = "direct", source: str = "page", **cells: object) -> str:
        words = f"words of {id}" if form in ("own", "direct", "fragment") else ""
        given = {
            "id": id,
            "statement_id": statement,
            "source_id": source,
            "form": form,
            "words": words,
            "passage": f"passage of {id}",
        }
        return self.add("quotations", **given | cells)

    def base(self, reverse: bool = False) -> sqlite3.Connection:
        """The base tables, filled; in reverse order of rows where the order must not matter."""
        connection = sqlite3.connect(":memory:")
        self.connections.append(connection)
        for name, schema in SCHEMAS.items():
            _create(connection, name, schema)
            rows = self.tables[name]
            for row in reversed(rows) if reverse else rows:
                _insert(connection, name, _with_bounds(schema, row))
        connection.execute(
            "CREATE TABLE evidence (quotation_id TEXT PRIMARY KEY, state TEXT, start_word INTEGER, word_count INTEGER, reason TEXT, fetches INTEGER, link TEXT)"
        )
        connection.execute(
            "INSERT INTO evidence (quotation_id, state, fetches) SELECT id, 'not held', 0 FROM quotations ORDER BY id"
        )
        return connection

    def derive(self, *wanted: str) -> sqlite3.Connection:
        """All derived tables; where some are wanted, these with what they read."""
        connection = self.base()
        derive(connection, wanted)
        return connection

    def rows(self, table: str, *columns: str, order: str = "rowid") -> list[tuple]:
        """The named columns of a derived table, in its stored order; derived again only where a row has changed.

        The first table that is asked for is derived with what it reads and no more, with a second one all are.
        """
        now = repr(self.tables)
        known = self._derived and self._derived[0] == now
        if not known or (self._derived[1] and table not in self._derived[1]):
            self._derive(now, *([] if known else [table]))
        return self._derived[2].execute(f"SELECT {', '.join(columns)} FROM {table} ORDER BY {order}").fetchall()

    def wants(self, *tables: str) -> None:
        """Derive these tables at once: who asks `rows` for several of them need not have all."""
        self._derive(repr(self.tables), *tables)

    def _derive(self, now: str, *wanted: str) -> None:
        self._derived = now, wanted, self.derive(*wanted)


def _create(connection: sqlite3.Connection, name: str, schema: dict) -> None:
    columns = [f'"{field["name"]}" {TYPES.get(field["type"], "TEXT")}' for field in schema["fields"]]
    columns += [
        f'"{field["name"]}_{end}" TEXT'
        for field in schema["fields"]
        if "rdfType" in field
        for end in ("earliest", "latest")
    ]
    key = ", ".join(f'"{part}"' for part in schema["primaryKey"])
    links = [
        f'FOREIGN KEY ("{link["fields"][0]}") REFERENCES "{link["reference"]["resource"] or name}" ("id")'
        for link in schema.get("foreignKeys", [])
    ]
    connection.execute(f'CREATE TABLE "{name}" ({", ".join([*columns, f"PRIMARY KEY ({key})", *links])})')


def _with_bounds(schema: dict, row: dict) -> dict:
    """Empty cells as None, and the first and last day beside each date."""
    cells = {name: value if value != "" else None for name, value in row.items()}
    for field in schema["fields"]:
        if "rdfType" in field and cells.get(field["name"]):
            span = parse(cells[field["name"]])
            cells |= {
                f"{field['name']}_earliest": span.earliest and span.earliest.isoformat(),
                f"{field['name']}_latest": span.latest and span.latest.isoformat(),
            }
    return cells


def _insert(connection: sqlite3.Connection, name: str, cells: dict) -> None:
    columns = ", ".join(f'"{column}"' for column in cells)
    connection.execute(f'INSERT INTO "{name}" ({columns}) VALUES ({", ".join("?" * len(cells))})', list(cells.values()))


def leak(record: Record) -> None:
    """The leaked conversations of November 2025, and the claim that they are genuine."""
    record.event("leak", "leak", "2025-11-25", ("kremlin/yuri-ushakov/subject",))
    record.claim("genuine", "authenticity", "leak")


def standing(record: Record, event: str = "call") -> str:
    """What the parties say of a contact in the end."""
    return (
        record.derive("contact_standing")
        .execute("SELECT standing FROM contact_standing WHERE event_id = ?", (event,))
        .fetchone()[0]
    )
