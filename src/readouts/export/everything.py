"""All files that are given out beside the database, made at once.

In: a built database and the package of which it was built. Out: files below one folder: what OFFERED names, a Parquet
file a table, and `exports.json`, which says of which database they were made and their digests, so that a server
offers none that belongs to another.
"""

import hashlib
import json
import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from pathlib import Path

from readouts.export import croissant, data_package, linked, parquet, references, whole_workbook
from readouts.export.built import FLAT, Built, opened
from readouts.export.files import More
from readouts.export.offered import DIGESTS, OFFERED, PARQUET
from readouts.package.model import Package

# By name; what reads another of them comes after it in OFFERED.
MAKERS: Mapping[str, Callable[[Built], bytes]] = {
    "readouts.xlsx": whole_workbook.made,
    "readouts.zip": data_package.made,
    "sources.bib": references.bibtex,
    "sources.csl.json": references.csl,
    "readouts.jsonld": linked.made,
    "croissant.json": croissant.made,
}


def everything(package: Package, base: str) -> More:
    """What writes all of it into a folder, of the database there, and says which files these are."""

    def write(folder: Path, database: Path) -> Iterator[Path]:
        made: dict[str, bytes] = {f"{name}.csv": _flat(database, name).read_bytes() for name in FLAT}
        given = {*made}
        with closing(sqlite3.connect(database)) as connection:
            for name, content in _made(opened(connection, package, base, _reader(package.root), made)):
                made[name] = content
        digests = {name: _told(content) for name, content in made.items() if name not in given}
        made[DIGESTS] = _json({"database": _digest(database.read_bytes()), "files": digests})
        (folder / PARQUET).mkdir()
        for name in made.keys() - given:
            (folder / name).write_bytes(made[name])
        yield from (Path(name) for name in made if name not in given)

    return write


def _flat(database: Path, name: str) -> Path:
    return database.with_name(f"{database.stem}{name.removeprefix(FLAT[0])}.csv")


def _reader(root: Path) -> Callable[[str], bytes | None]:
    return lambda name: (root / name).read_bytes() if (root / name).is_file() else None


def _made(built: Built) -> Iterator[tuple[str, bytes]]:
    for offered in OFFERED:
        yield offered.name, MAKERS[offered.name](built)
    for table in built.tables:
        # What the search reads says nothing that other tables do not.
        if not getattr(table, "search", ()):
            yield f"{PARQUET}/{table.name}.parquet", parquet.made(built, table)


def _told(content: bytes) -> dict[str, int | str]:
    return {"bytes": len(content), "sha256": _digest(content)}


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _json(value: object) -> bytes:
    return (json.dumps(value, indent=1) + "\n").encode("utf-8")
