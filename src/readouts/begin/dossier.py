"""The files of an empty dossier, by path: descriptor, schemas, codes, tables with a header and no row.

Why: a dossier on other contacts has the tables, lists and rules of the record, and nothing of what the record is about.
In: what is shipped with the package in `declared/`, links to the record's own files so that nothing is said twice; the
sides, a title, the day. Out: the contents of files. Nothing is written here.
"""

import csv
import io
import json
import re
from collections.abc import Iterable, Mapping
from datetime import date
from importlib.resources import files
from typing import Any

from readouts.begin.sides import Row, Side, rows
from readouts.package.json_objects import DESCRIPTOR
from readouts.vocabulary import vocabulary
from readouts.vocabulary.enums import with_lists

# Texts belong to their publishers, and what is built can be built again.
IGNORED = "/build/\n/seeds/texts/\n.readouts-change.json\n.*.new\n.*.old\n"
_ABOUT = ("keywords", "exampleSearch", "exampleQuestions", "contributors", "homepage", "id")  # of the record alone


def dossier(name: str, title: str, sides: Iterable[Side], today: date) -> dict[str, bytes]:
    """The files of an empty dossier; raises NoSides where the sides can be those of no record."""
    wanted = tuple(sides)
    found = tables(rows(wanted, declared_codes()))
    descriptor = _descriptor(json.loads(_declared(DESCRIPTOR)), name, title or title_of(wanted), today)
    return found | {DESCRIPTOR: descriptor.encode(), ".gitignore": IGNORED.encode()}


def tables(sides: Iterable[Row]) -> dict[str, bytes]:
    """The schemas of a dossier with these sides (rows of `codes`), its codes, and its other tables without a row."""
    codes, found = _codes(sides), {}
    for resource in json.loads(_declared(DESCRIPTOR))["resources"]:
        schema = _without_examples(_declared(resource["schema"]))
        found[resource["schema"]] = with_lists(schema, vocabulary(codes))
        columns = [field["name"] for field in json.loads(schema)["fields"]]
        found[resource["path"]] = _csv(columns, codes if resource["name"] == "codes" else ())
    return {path: text.encode() for path, text in found.items()}


def title_of(sides: Iterable[Side]) -> str:
    """What a dossier is called whose maker gives no title."""
    *most, last = [one.name for one in sides if one.nature == "principal"]
    return f"Readouts: contacts between {', '.join(most)} and {last}, as each side told them"


def name_of(folder: str) -> str:
    """The name of a package that lies in a folder of that name."""
    return "-".join(re.findall(r"[a-z0-9]+", folder.lower())) or "dossier"


def _declared(path: str) -> str:
    return files("readouts.begin").joinpath("declared", *path.split("/")).read_text(encoding="utf-8")


def declared_codes() -> list[Row]:
    """The codes of the record, as they are shipped."""
    return list(csv.DictReader(io.StringIO(_declared("codes.csv"))))


def _codes(sides: Iterable[Row]) -> list[Row]:
    """The codes of the record, with other sides."""
    own = (row for row in declared_codes() if row["list"] != "side")
    return sorted([*own, *sides], key=lambda row: (row["list"], row["code"]))


def _descriptor(record: Mapping[str, Any], name: str, title: str, today: date) -> str:
    """The descriptor of the record, which says of itself what this dossier is."""
    kept = {key: value for key, value in record.items() if key not in _ABOUT}
    about = {
        "name": name,
        "title": title,
        "description": f"{title}. It never says what is true; it says who claims what, and shows the words.",
        "version": "0.1.0",
        "created": f"{today.isoformat()}T00:00:00Z",
        "contributors": [{"title": f"The curators of {name}", "roles": ["curator"]}],
    }
    return _json(kept | about)


def _without_examples(schema: str) -> str:
    """A schema without its examples, which are rows of the record."""
    found = json.loads(schema)
    for field in found["fields"]:
        field.pop("example", None)
    return _json(found)


def _json(value: Mapping[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def _csv(columns: list[str], cells: Iterable[Row]) -> str:
    text = io.StringIO()
    writer = csv.DictWriter(text, columns, restval="", lineterminator="\n")
    writer.writeheader()
    writer.writerows(cells)
    return text.getvalue()
