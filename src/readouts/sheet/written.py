"""The sheet of a source in the record: its rows, each where a curator would write it.

In: the record, the owners of its rows, and the text of the source if it is at hand. Out: the tree that `yaml_text`
writes, from which `rows` makes the same rows again. What follows from the rest is left out; an id that does
not follow the rule stands there; without the text what was kept of it stands there, too.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from readouts.sheet import ids
from readouts.sheet.form import Form
from readouts.sheet.owned import Owners, rows_of
from readouts.sheet.places import Page, passage_of
from readouts.sheet.record import Record, Row
from readouts.sheet.rows import KEPT

Tree = dict[str, Any]
Rule = Callable[[str], str] | str  # the id that the rule gives, or what gives it for `about`


@dataclass
class _Writer:
    """One sheet in the making: `left` are the rows that are not written yet."""

    record: Record
    forms: Mapping[str, Form]
    source_id: str
    page: Page | None
    left: dict[str, dict[str, Row]]
    rest: Record  # the record without the rows of this sheet
    placed: set[str] = field(default_factory=set)

    def entry(self, kind: str, row: Row, rule: Rule | None = None, omit: Mapping[str, str] | None = None) -> Tree:
        """One row as keys; `omit` are cells that follow from where it stands, and are left out when they are so."""
        form = self.forms[kind]
        tree: Tree = {}
        omit = {**form.shape.usual, **(omit or {})}
        if "id" in row:
            tree |= _id(row["id"], rule)
        for key in form.by_column.values():
            cell = row[key.column]
            if not cell or key.column == "id" or omit.get(key.column) == cell:
                continue
            new = key.new and self.left.get(key.link, {}).get(cell)
            tree[key.name] = self.new(key.new, cell) if new else cell
        for date, basis in (("date", "date_basis"), ("published", "published_basis")):
            if basis in row and not row[date] and row[basis] == "unknown":
                tree.pop(basis)
        return tree | self.waivers(form.table.name, row.get("id", ""))

    def new(self, kind: str, row_id: str) -> Tree:
        """A person or a body where it is first used; claims and events have methods of their own."""
        row = self.left[self.forms[kind].table.name].pop(row_id)
        return self.entry(kind, row, ids.slug(row["name"]))

    def waivers(self, table: str, row_id: str) -> Tree:
        mine = [
            key for key, row in self.left.get("waivers", {}).items() if (row["table"], row["row_id"]) == (table, row_id)
        ]
        found = [self.entry("waivers", self.left["waivers"].pop(key)) for key in mine if row_id]
        return {"waivers": found} if found else {}

    def family(self, person_id: str) -> str:
        """The family name of a person of the record, or nothing."""
        person = self.record.rows["people"].get(person_id, {})
        return ids.family_name(person_id, person.get("country", ""))

    def source(self) -> Tree:
        row = self.left["sources"].pop(self.source_id)
        rule = partial(ids.source, row["published"], row["publisher_id"], row["host_id"])
        tree = self.entry("source", row, rule)
        cited = [self.entry("cites", one) for one in self.left.pop("source_citations", {}).values()]
        return tree | ({"cites": cited} if cited else {})

    def text(self) -> Tree:
        row = next(iter(self.left.pop("texts", {}).values()), None)
        if row is None:
            return {}
        kept = {name: row[name] for name in KEPT} if self.page else {}
        return self.entry("text", row, omit={"file": f"{self.source_id}.txt", **kept})

    def statement(self, statement_id: str, places: list[Row]) -> Tree:
        """A statement with its places in this source; one that is shared is named alone."""
        row = self.left.get("statements", {}).pop(statement_id, None)
        tree = {"rendering_of": statement_id}
        if row:
            words = places[0]["words"] or places[0]["passage"]
            who = self.family(row["speaker_id"]), row["organization_id"], row["speaker_label"]
            rule = partial(ids.statement, row["date"], *who, words)
            tree = self.entry("statements", row, rule)
        return tree | {"places": [self.place(one) for one in places]}

    def place(self, row: Row) -> Tree:
        source, statement = self.record.row("sources", self.source_id), row["statement_id"]
        publisher, words = source["publisher_id"] or source["host_id"], row["words"] or row["passage"]
        plain = ids.place(statement, publisher, words, True, "")
        first = statement not in self.placed and not self.rest.has("quotations", plain)
        self.placed.add(statement)
        rule = partial(ids.place, statement, publisher, words, first)
        worked_out = passage_of(self.page, row["words"]) if self.page and row["words"] else ""
        tree = self.entry("places", row, rule, {"passage": worked_out} if isinstance(worked_out, str) else {})
        anchors = [one for one in self.left.get("anchors", {}).values() if one["quotation_id"] == row["id"]]
        if not self.page and anchors:
            names = self.record.package.table("anchors").columns[1:]
            tree["anchors"] = [" ".join(one[name] for name in names) for one in anchors]
        stances = [one for one in self.left.get("stances", {}).values() if one["quotation_id"] == row["id"]]
        return tree | ({"stances": [self.stance(one, row) for one in stances]} if stances else {})

    def stance(self, row: Row, place: Row) -> Tree:
        tree = self.entry("stances", {**row, "claim_id": ""})
        claim = self.left.get("claims", {}).pop(row["claim_id"], None)
        return {"claim": self.claim(claim, place) if claim else row["claim_id"]} | tree

    def claim(self, row: Row, place: Row) -> Tree:
        rule = partial(ids.claim, row["event_id"], place["statement_id"], row["text"])
        tree = self.entry("claims", {**row, "event_id": ""}, rule)
        event = self.left.get("events", {}).pop(row["event_id"], None)
        if row["event_id"]:
            tree["event"] = self.event(event, place) if event else row["event_id"]
        return tree

    def event(self, row: Row, place: Row | None) -> Tree:
        mine = [one for one in self.left.get("event_participants", {}).values() if one["event_id"] == row["id"]]
        who = [self.family(one["person_id"]) or one["organization_id"] for one in mine]
        rule = partial(ids.event, row["date"], who, row["kind"])
        tree = self.entry("events", row, rule, {"source_id": self.source_id})
        return tree | self.participants(mine, place)

    def participants(self, rows: list[Row], place: Row | None) -> Tree:
        read_in = (
            {"quotation_id": place["id"], "source_id": ""}
            if place
            else {"quotation_id": "", "source_id": self.source_id}
        )
        found = []
        for row in rows:
            del self.left["event_participants"][row["id"]]
            omit = read_in if all(row[column] == cell for column, cell in read_in.items()) else {}
            rule = ids.participant(row["event_id"], self.family(row["person_id"]), row["organization_id"])
            found.append(self.entry("participants", row, rule, omit))
        return {"participants": found} if found else {}

    def events(self) -> list[Tree]:
        """Events of this source on which none of its new claims is, and participants that it names of other events."""
        found = [self.event(row, None) for row in list(self.left.pop("events", {}).values())]
        others = dict.fromkeys(row["event_id"] for row in self.left.get("event_participants", {}).values())
        for event_id in others:
            mine = [one for one in self.left["event_participants"].values() if one["event_id"] == event_id]
            found.append({"participants_of": event_id} | self.participants(mine, None))
        return found

    def roles(self) -> list[Tree]:
        found = []
        for row in self.left.pop("roles", {}).values():
            rule = ids.role(row["person_id"], row["organization_id"])
            found.append(self.entry("roles", row, rule, {"source_id": self.source_id}))
        return found


def _id(row_id: str, rule: Rule | None) -> Tree:
    """What of an id does not follow from its row: nothing, the words that end it, or all of it."""
    if not callable(rule):
        return {} if rule == row_id else {"id": row_id}
    if rule("") == row_id:
        return {}
    about = row_id.removeprefix(rule("x").removesuffix("x"))
    return {"about": about} if rule(about) == row_id else {"id": row_id}


def tree(record: Record, forms: Mapping[str, Form], found: Owners, source_id: str, page: Page | None) -> Tree:
    """The sheet of a source as dicts, lists and texts; KeyError when the record has no such source."""
    mine = rows_of(source_id, found)
    left: dict[str, dict[str, Row]] = {}
    for table, row_id in sorted(mine):
        left.setdefault(table, {})[row_id] = record.row(table, row_id)
    writer = _Writer(record, forms, source_id, page, left, record.without(mine))
    parts: Tree = {"source": writer.source(), "text": writer.text()}
    places = _in_text_order(left)
    parts["statements"] = [writer.statement(one, rows) for one, rows in places.items()]
    parts["events"], parts["roles"] = writer.events(), writer.roles()
    return {name: part for name, part in parts.items() if part}


def _in_text_order(left: dict[str, dict[str, Row]]) -> dict[str, list[Row]]:
    """The places of each statement, as they stand in the text; statements as their first places do."""
    starts: dict[str, int] = {}
    for row in left.get("anchors", {}).values():
        at = int(row["start_word"])
        starts[row["quotation_id"]] = min(at, starts.get(row["quotation_id"], at))
    found: dict[str, list[Row]] = {}
    for row in sorted(left.get("quotations", {}).values(), key=lambda row: (starts.get(row["id"], 0), row["id"])):
        found.setdefault(row["statement_id"], []).append(row)
    return found
