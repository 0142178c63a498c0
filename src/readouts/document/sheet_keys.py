"""The keys of a sheet and the rule of ids, for the codebook.

In: the declared package. Out: Markdown, in which every key is told by its column, which the codebook explains.
"""

from collections.abc import Mapping
from inspect import getdoc

from readouts.package.model import Package
from readouts.sheet import ids
from readouts.sheet.form import LISTS, ROOT, SHAPES, Form, forms

_TOLD = {"about", "id"}


def keys(package: Package) -> str:
    """A table with a row for each kind of block: where it stands, its keys, what is meant by one left out."""
    every = forms(package)
    rows = [
        f"| {' | '.join((kind, _stands(kind, every), f'[{name}](#{name})', _keys(form), _usual(form)))} |"
        for kind, form in every.items()
        for name in [form.table.name]
    ]
    return "\n".join(["| block | stands in | a row of | keys | left out |", "|---|---|---|---|---|", *rows])


def rule_of_ids() -> str:
    """The rule by which ids are made, as the module that makes them tells it."""
    told = (getdoc(ids) or "").partition("\n\n")[2]
    return told[told.index("- a source") :]


def _stands(kind: str, every: Mapping[str, Form]) -> str:
    found = ["the sheet"] if kind in {**ROOT, **LISTS}.values() else []
    found += [f"each of {outer}" for outer, shape in SHAPES.items() if kind in shape.inner.values()]
    found += [
        f"`{key.name}` of {outer}" for outer, form in every.items() for key in form.keys.values() if key.new == kind
    ]
    return ", ".join(found)


def _keys(form: Form) -> str:
    return ", ".join(f"`{one}`" for one in form.words if one not in _TOLD)


def _usual(form: Form) -> str:
    return ", ".join(f"`{form.by_column[column].name}`: {value}" for column, value in form.shape.usual.items())
