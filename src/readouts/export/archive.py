"""A zip file with the same bytes for the same content: entries in their order, all of one day.

In: names and bytes. Out: the file. The day is that of the record's version, since a zip knows none before 1980.
"""

import io
import re
import zipfile
from collections.abc import Iterable

_SAVED = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*(<)")


def packed(entries: Iterable[tuple[str, bytes]], day: str) -> bytes:
    """The entries as one file, compressed; `day` is YYYY-MM-DD."""
    with io.BytesIO() as new:
        with zipfile.ZipFile(new, "w", zipfile.ZIP_DEFLATED) as file:
            _fill(file, entries, day)
        return new.getvalue()


def steady(workbook: bytes, day: str) -> bytes:
    """A file of Excel as it is, but for when it was saved: that is `day`, in its properties and of its entries."""
    saved = rb"\g<1>" + day.encode("ascii") + rb"T00:00:00Z\g<2>"
    with zipfile.ZipFile(io.BytesIO(workbook)) as old:
        parts = ((one, old.read(one)) for one in old.namelist())
        return packed(((name, _SAVED.sub(saved, part) if "docProps" in name else part) for name, part in parts), day)


def _fill(file: zipfile.ZipFile, entries: Iterable[tuple[str, bytes]], day: str) -> None:
    year, month, number = (int(part) for part in day.split("-"))
    for name, content in entries:
        entry = zipfile.ZipInfo(name, (year, month, number, 0, 0, 0))
        entry.compress_type, entry.external_attr = zipfile.ZIP_DEFLATED, 0o644 << 16
        file.writestr(entry, content)
