"""What the data package holds, for machines that look for data: a schema.org Dataset with the columns of each table.

In: a built file, and the data package that was made of it. Out: croissant.json, to lie beside readouts.zip, whose
size and digest it has; and `dataset`, the part that every page can carry.

Standard: Croissant 1.0 (http://mlcommons.org/croissant/1.0), schema.org Dataset. A date in EDTF is text there, since
no type of theirs has an open or an uncertain one. Links between tables stand in datapackage.json alone: here each would
be a join that a reader makes before the first row, and a table that links to itself a circle that none can make.
"""

import hashlib
import json
from collections.abc import Mapping, Sequence
from typing import Any

from readouts.export.built import DAYS, Built, cited
from readouts.package.model import Table

STANDARD = "http://mlcommons.org/croissant/1.0"
ZIP = "readouts.zip"
# The context that the standard gives for version 1.0 ("Appendix 1").
CONTEXT: Mapping[str, Any] = {
    "@language": "en",
    "@vocab": "https://schema.org/",
    "citeAs": "cr:citeAs",
    "column": "cr:column",
    "conformsTo": "dct:conformsTo",
    "cr": "http://mlcommons.org/croissant/",
    "rai": "http://mlcommons.org/croissant/RAI/",
    "data": {"@id": "cr:data", "@type": "@json"},
    "dataType": {"@id": "cr:dataType", "@type": "@vocab"},
    "dct": "http://purl.org/dc/terms/",
    "equivalentProperty": "cr:equivalentProperty",
    "examples": {"@id": "cr:examples", "@type": "@json"},
    "extract": "cr:extract",
    "field": "cr:field",
    "fileProperty": "cr:fileProperty",
    "fileObject": "cr:fileObject",
    "fileSet": "cr:fileSet",
    "format": "cr:format",
    "includes": "cr:includes",
    "isLiveDataset": "cr:isLiveDataset",
    "jsonPath": "cr:jsonPath",
    "key": "cr:key",
    "md5": "cr:md5",
    "parentField": "cr:parentField",
    "path": "cr:path",
    "recordSet": "cr:recordSet",
    "references": "cr:references",
    "regex": "cr:regex",
    "repeated": "cr:repeated",
    "replace": "cr:replace",
    "samplingRate": "cr:samplingRate",
    "sc": "https://schema.org/",
    "separator": "cr:separator",
    "source": "cr:source",
    "subField": "cr:subField",
    "transform": "cr:transform",
}
_TYPES = {"integer": "sc:Integer", "boolean": "sc:Boolean", "string": "sc:Text", "date": "sc:Date"}


def made(built: Built) -> bytes:
    """croissant.json."""
    about = built.fact
    whole = (*built.flat, *built.kept)
    folder = f"{about['name']}-{about['version']}"
    (days,) = built.connection.execute(DAYS).fetchall()
    told = dataset(about, days) | {
        "@type": "sc:Dataset",
        "conformsTo": STANDARD,
        "citeAs": cited(about),
        "keywords": list(built.package.descriptor.get("keywords", ())),
        **({"url": built.base} if built.base else {}),
        "distribution": [_archive(built.made[ZIP]), *(_file(table, built, folder) for table in whole)],
        "recordSet": [_records(table) for table in whole],
    }
    return (json.dumps({"@context": CONTEXT, **told}, ensure_ascii=False, indent=1) + "\n").encode("utf-8")


def dataset(about: Mapping[str, str], days: Sequence[str]) -> dict[str, Any]:
    """The record as a schema.org Dataset: `about` is the row of the table `package`, `days` the answer to DAYS."""
    return {
        "@type": "Dataset",
        "name": about["name"],
        "alternateName": about["title"],
        "description": about["description"],
        "version": about["version"],
        "datePublished": about["created"],
        "license": about["licence_address"],
        "creator": {"@type": "Organization", "name": about["authors"]},
        "creditText": cited(about),
        "inLanguage": "en",
        "isAccessibleForFree": True,
        "temporalCoverage": "/".join(days),
    }


def _archive(content: bytes) -> dict[str, Any]:
    return {
        "@type": "cr:FileObject",
        "@id": ZIP,
        "name": ZIP,
        "description": "The data package, whole.",
        "contentUrl": ZIP,
        "contentSize": f"{len(content)} B",
        "encodingFormat": "application/zip",
        "sha256": hashlib.sha256(content).hexdigest(),
    }


def _path(table: Table, built: Built) -> str:
    return f"flat/{table.name}.csv" if table in built.flat else table.path


def _file(table: Table, built: Built, folder: str) -> dict[str, Any]:
    return {
        "@type": "cr:FileObject",
        "@id": f"{table.name}.csv",
        "name": f"{table.name}.csv",
        "description": table.description,
        "contentUrl": f"{folder}/{_path(table, built)}",
        "containedIn": {"@id": ZIP},
        "encodingFormat": "text/csv",
    }


def _records(table: Table) -> dict[str, Any]:
    return {
        "@type": "cr:RecordSet",
        "@id": table.name,
        "name": table.name,
        "description": table.description,
        "key": [{"@id": f"{table.name}/{column}"} for column in table.key],
        "field": [
            {
                "@type": "cr:Field",
                "@id": f"{table.name}/{field.name}",
                "name": field.name,
                "description": field.description,
                "dataType": _TYPES[field.type],
                "source": {"fileObject": {"@id": f"{table.name}.csv"}, "extract": {"column": field.name}},
            }
            for field in table.fields
        ],
    }
