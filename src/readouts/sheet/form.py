"""Which keys a sheet has, block by block: its form.

Why: a key is a column of the record, called the same, so that a curator who knows one knows both, and a new
column is a key the same day. In: the declared package. Out: a `Form` for each kind of block, which reads and
writes sheets and prints the JSON Schema. Said here is only what no Table Schema says: which block stands in
which, which columns follow from that, and what is meant where a key is left out.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from readouts.package.model import Field, Package, Table

TOP = "sheet"
NAMES = {  # the columns by which a row is called, beside its key; every table with a link to it has a line
    "sources": ("title", "url"),
    "statements": (),
    "quotations": (),
    "claims": ("text",),
    "events": ("title",),
    "people": ("name", "native_name", "other_names"),
    "organizations": ("name", "native_name", "other_names"),
    "topics": ("label",),
}


@dataclass(frozen=True)
class Shape:
    """What no schema says of a kind of block.

    `given` are columns that follow from where the block stands. `inner` are the lists of blocks in it: key -> kind.
    `told` are keys that are called otherwise than their column. `usual` is what a column holds where its key is
    left out. `named` says that the block may have `about`, the words that end its id. `more` are keys without a column.
    """

    table: str
    given: tuple[str, ...] = ()
    inner: Mapping[str, str] = field(default_factory=dict)
    told: Mapping[str, str] = field(default_factory=dict)
    usual: Mapping[str, str] = field(default_factory=dict)
    named: bool = False
    more: Mapping[str, str] = field(default_factory=dict)


_WAIVED = {"waivers": "waivers"}
SHAPES = {
    "source": Shape("sources", inner={"cites": "cites"}, named=True),
    "cites": Shape("source_citations", ("source_id",), told={"cited_source_id": "source"}),
    "text": Shape("texts", ("source_id",)),
    "statements": Shape(
        "statements",
        inner={"places": "places", **_WAIVED},
        usual={"register": "plain"},
        named=True,
        more={"rendering_of": "statements"},
    ),
    "places": Shape(
        "quotations",
        ("statement_id", "source_id"),
        inner={"stances": "stances", **_WAIVED},
        named=True,
        more={"anchors": ""},
    ),
    "stances": Shape("stances", ("statement_id", "quotation_id"), usual={"basis": "words"}),
    "claims": Shape("claims", inner=_WAIVED, named=True),
    "events": Shape(
        "events", inner={"participants": "participants", **_WAIVED}, named=True, more={"participants_of": "events"}
    ),
    "participants": Shape("event_participants", ("event_id",), usual={"part": "participant"}),
    "people": Shape("people"),
    "organizations": Shape("organizations"),
    "roles": Shape("roles"),
    "waivers": Shape("waivers", ("table", "row_id")),
}
ROOT = {"source": "source", "text": "text"}  # the blocks of the sheet as a whole, and its lists
LISTS = {"statements": "statements", "events": "events", "roles": "roles"}
NEW = {  # what may be written out where it is first used: table -> kind of block
    "people": "people",
    "organizations": "organizations",
    "events": "events",
    "claims": "claims",
    "sources": "source",
}
_FIRST_USED = {"claims": ("stances", "claim"), "events": ("claims", "event"), "sources": ("cites", "source")}


@dataclass(frozen=True)
class Key:
    """One key of a block: the column it fills, the table it links to, and the kind of block that may stand there."""

    name: str
    column: str
    link: str = ""
    new: str = ""
    field: Field | None = None


@dataclass(frozen=True)
class Form:
    """A kind of block: its table, its keys in the order in which they are written, its lists."""

    kind: str
    table: Table
    shape: Shape
    keys: Mapping[str, Key]

    @cached_property
    def by_column(self) -> Mapping[str, Key]:
        """The keys by their column; those without a column are not among them."""
        return {key.column: key for key in self.keys.values() if key.column}

    @property
    def words(self) -> tuple[str, ...]:
        """Every key that may stand in the block, lists included."""
        return (*self.keys, *self.shape.inner)


def forms(package: Package) -> Mapping[str, Form]:
    """The form of each kind of block, by its kind."""
    return {kind: _form(kind, shape, package.table(shape.table)) for kind, shape in SHAPES.items()}


def missing(package: Package) -> list[str]:
    """The tables that a sheet is about and that the package does not declare."""
    declared = {table.name for table in package.tables}
    needed = {*(shape.table for shape in SHAPES.values()), *NAMES, "anchors", "codes"}
    return sorted(needed - declared)


def _form(kind: str, shape: Shape, table: Table) -> Form:
    links = {link.field: link.table for link in table.links}
    keys = {"about": Key("about", "")} if shape.named else {}
    for name, link in shape.more.items():
        keys[name] = Key(name, "", link)
    for one in table.fields:
        if one.name not in shape.given:
            name, link = shape.told.get(one.name, _called(one.name)), links.get(one.name, "")
            # An event that is one with another names it; it is written out where a claim is about it.
            new = NEW.get(link, "") if _FIRST_USED.get(link, (kind, name)) == (kind, name) else ""
            keys[name] = Key(name, one.name, link, new, one)
    return Form(kind, table, shape, keys)


def _called(column: str) -> str:
    """What the key of a column is called: as the column, without the mark of a link."""
    return column if column == "id" else column.removesuffix("_id")
