"""An id for every block of a sheet, and for every name in it the row that it means.

In: a sheet and the record. Out: `Identified`, which knows the id of each block and looks names up in the record
and in the sheet alike; and findings. Ids are made in an order in which what goes into one is there before it:
people and bodies, sources, events, statements, places, claims, roles and participants.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from readouts.finding import Finding, Rule, Severity, shown
from readouts.sheet import ids
from readouts.sheet.blocks import Block, Sheet
from readouts.sheet.names import Names, Unknown, names
from readouts.sheet.record import Record

NAME = Rule(
    "sheet.name",
    Severity.ERROR,
    "A name in a sheet means one row of the record, or one that the sheet writes out.",
    "Correct it, or write its keys below where it is used first.",
)
ID = Rule(
    "sheet.id",
    Severity.ERROR,
    "No two blocks of a sheet, nor a block and another row of the record, get one id.",
    "Give one of them about: a word or two that tell it from the other.",
)
THIS = "this"  # what a sheet may call its own source, whose id is not there yet
Trail = tuple[Block, ...]


def walk(block: Block, trail: Trail = ()) -> Iterator[tuple[Block, Trail]]:
    """The block and all blocks in it, each with those around it, the outermost first."""
    yield block, trail
    for inner in block.inner():
        yield from walk(inner, (*trail, block))


def around(trail: Trail, kind: str) -> Block | None:
    """The nearest block of that kind around another."""
    return next((one for one in reversed(trail) if one.form.kind == kind), None)


@dataclass
class Identified:
    """What a sheet's blocks and names mean."""

    sheet: Sheet
    record: Record
    names: Names
    blocks: tuple[tuple[Block, Trail], ...]
    ids: dict[Block, str] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    told: set[tuple[Block, str]] = field(default_factory=set)
    placed: set[str] = field(default_factory=set)  # the statements that have a place already

    def meant(self, block: Block, key: str) -> str:
        """The id of what stands under a key; empty where nothing stands, or where a finding says what is wrong."""
        if key in block.blocks:
            return self.ids.get(block.blocks[key], "")
        link = block.form.keys[key].link
        return self.named(block, key, link) if block.texts.get(key) else ""

    def named(self, block: Block, key: str, table: str) -> str:
        """The id of the row of a table that the text under a key means; empty where a finding says: none."""
        meant = self.names.meant(table, block.texts[key])
        if not isinstance(meant, Unknown):
            return meant
        if (block, key) not in self.told:
            self.told.add((block, key))
            many = f" fits {len(meant.fits)} rows of {table}" if meant.fits else f" is no name in {table}"
            problem = f'"{shown(block.texts[key], 120)}"{many}'
            self.findings.append(self.sheet.finding(NAME, block, key, problem, meant.fix))
        return ""

    def family(self, block: Block, key: str) -> str:
        """The family name of the person under a key; empty where nobody stands there."""
        person = self.meant(block, key)
        row = self.record.rows["people"].get(person)
        new = next((one.texts for one, its in self.ids.items() if one.form.kind == "people" and its == person), {})
        return ids.family_name(person, (row or new).get("country", ""))

    @property
    def source(self) -> str:
        """The id of the sheet's source."""
        return self.ids.get(self.sheet.source, "")


def identified(sheet: Sheet, record: Record) -> Identified:
    """The ids of all blocks; look at `findings` before you use them."""
    roots = [
        sheet.source,
        *([sheet.text] if sheet.text else []),
        *(one for some in sheet.lists.values() for one in some),
    ]
    found = Identified(sheet, record, names(record), tuple(pair for root in roots for pair in walk(root)))
    for kind, make in _ORDER.items():
        for block, trail in found.blocks:
            if block.form.kind == kind and (row_id := block.texts.get("id") or make(found, block, trail)):
                _keep(found, block, row_id)
            if kind == block.form.kind == "places":
                found.placed.add(found.ids.get(trail[-1], ""))
    return found


def _keep(found: Identified, block: Block, row_id: str) -> None:
    table = block.form.table.name
    renders = "rendering_of" in block.texts or "participants_of" in block.texts
    twin = next((one for one, taken in found.ids.items() if taken == row_id and one.form.table.name == table), None)
    if twin and not renders and "rendering_of" not in twin.texts:
        problem = f"it gets the id {row_id}, as the block on line {twin.line} does"
        found.findings.append(found.sheet.finding(ID, block, "about", problem))
    found.ids[block] = row_id
    if renders:
        return
    cells = {
        key.column: block.texts[key.name] for key in block.form.keys.values() if key.column and key.name in block.texts
    }
    if known := _known(found, block, row_id):
        problem = f'"{shown(block.texts["name"])}" is in the record'
        found.findings.append(found.sheet.finding(NAME, block, "name", problem, f"Write {known} in its place."))
    found.names.add(table, row_id, cells) if table in found.names.ids else None
    if block is found.sheet.source:
        found.names.call(table, row_id, THIS)
    if about := block.texts.get("about"):
        found.names.call(table, row_id, about)


def _known(found: Identified, block: Block, row_id: str) -> str:
    """The id under which the record has the person or body that a block writes out as new; empty if it has none."""
    if block.form.kind not in ("people", "organizations") or "name" not in block.texts:
        return ""
    meant = found.names.meant(block.form.table.name, block.texts["name"])
    return meant if isinstance(meant, str) and meant != row_id else ""


def _called(found: Identified, block: Block, trail: Trail) -> str:
    return ids.slug(block.texts.get("name", ""))


def _source(found: Identified, block: Block, trail: Trail) -> str:
    text = block.texts
    publisher, host = found.meant(block, "publisher"), found.meant(block, "host")
    return ids.source(text.get("published", ""), publisher, host, text.get("about", ""))


def _event(found: Identified, block: Block, trail: Trail) -> str:
    text = block.texts
    if "participants_of" in text:
        return found.meant(block, "participants_of")
    who = [
        found.family(one, "person") or found.meant(one, "organization") for one in block.lists.get("participants", ())
    ]
    return ids.event(text.get("date", ""), who, text.get("kind", ""), text.get("about", ""))


def _statement(found: Identified, block: Block, trail: Trail) -> str:
    text = block.texts
    if "rendering_of" in text:
        return found.meant(block, "rendering_of")
    first = next(iter(block.lists.get("places", ())), None)
    words = (first.texts.get("words") or first.texts.get("passage", "")) if first else ""
    speaker, organization = found.family(block, "speaker"), found.meant(block, "organization")
    label, about = text.get("speaker_label", ""), text.get("about", "")
    return ids.statement(text.get("date", ""), speaker, organization, label, words, about)


def _place(found: Identified, block: Block, trail: Trail) -> str:
    statement = found.ids.get(trail[-1], "")
    publisher = found.meant(found.sheet.source, "publisher") or found.meant(found.sheet.source, "host")
    about, words = block.texts.get("about", ""), block.texts.get("words") or block.texts.get("passage", "")
    plain = ids.place(statement, publisher, words, True, about)
    other = found.record.rows["quotations"].get(plain, {}).get("source_id", found.source) != found.source
    first = statement not in found.placed and not other
    return ids.place(statement, publisher, words, first, about) if statement else ""


def _claim(found: Identified, block: Block, trail: Trail) -> str:
    statement = around(trail, "statements")
    of = found.ids.get(statement, "") if statement else ""
    return ids.claim(found.meant(block, "event"), of, block.texts.get("text", ""), block.texts.get("about", ""))


def _participant(found: Identified, block: Block, trail: Trail) -> str:
    event = found.ids.get(trail[-1], "")
    return ids.participant(event, found.family(block, "person"), found.meant(block, "organization"))


def _role(found: Identified, block: Block, trail: Trail) -> str:
    return ids.role(found.meant(block, "person"), found.meant(block, "organization"))


_ORDER: Mapping[str, Callable[[Identified, Block, Trail], str]] = {
    "people": _called,
    "organizations": _called,
    "source": _source,
    "events": _event,
    "statements": _statement,
    "places": _place,
    "claims": _claim,
    "roles": _role,
    "participants": _participant,
}
