"""Write again what the dossiers in this folder have of the record: schemas, codes other than sides, the list of tables.

A dossier is a package of its own, whole wherever it is copied to. These here are to be those that `readouts new` would
lay out today: a column or a code more is theirs too. Its sides and its rows stay as they are; run by `make docs`.
"""

import csv
import io
import json
from pathlib import Path

from readouts.begin.dossier import tables

HERE = Path(__file__).parent
RECORD = json.loads((HERE.parent / "datapackage.json").read_text(encoding="utf-8"))


def kept_in_step(folder: Path) -> dict[str, bytes]:
    """The files of a dossier as they would be, by path: a column that is new is empty in every row."""
    own = csv.DictReader(io.StringIO((folder / "data" / "codes.csv").read_text(encoding="utf-8")))
    found = tables([row for row in own if row["list"] == "side"])
    descriptor = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    descriptor["resources"] = RECORD["resources"]
    found["datapackage.json"] = (json.dumps(descriptor, ensure_ascii=False, indent=2) + "\n").encode()
    for resource in RECORD["resources"]:
        path = folder / resource["path"]
        if resource["name"] != "codes" and path.is_file():
            found[resource["path"]] = _widened(found[resource["path"]], path.read_text(encoding="utf-8"))
    return found


def _widened(header: bytes, table: str) -> bytes:
    columns, text = next(csv.reader([header.decode()])), io.StringIO()
    writer = csv.DictWriter(text, columns, restval="", extrasaction="ignore", lineterminator="\n")
    writer.writeheader()
    writer.writerows(csv.DictReader(io.StringIO(table)))
    return text.getvalue().encode()


if __name__ == "__main__":
    for one in sorted(path.parent for path in HERE.glob("*/datapackage.json")):
        for name, data in kept_in_step(one).items():
            (one / name).write_bytes(data)
