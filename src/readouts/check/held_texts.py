"""Which of the texts that the record names are here, and in which file each of them lies.

Why: a page that was fetched twice lies under one name in two folders, and a text that is compared with the words of
another is red for nothing. In: the data set, and the folders where texts lie. Out: the bytes of each text that is here.
"""

from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any

from readouts.evidence.anchors import text_digest
from readouts.evidence.source_text import index
from readouts.read.typed_frames import Dataset

Row = Mapping[str, Any]


def held_texts(dataset: Dataset, folders: Iterable[Path]) -> dict[str, bytes]:
    """The bytes of each text that is here, by the key of its row.

    A file is looked up in the folders themselves, not below them, under the names that the texts of its source have.
    The first whose words are those of the text counts; else the first of the text's own name, unless it is another
    text of the source. Raises OSError when one that is there cannot be read.
    """
    folders, of_source = tuple(folders), dict[str, list[Row]]()
    for row in dataset.frames["texts"].iter_rows(named=True):
        of_source.setdefault(row["source_id"], []).append(row)
    return {key: data for rows in of_source.values() for key, data in _of(rows, folders)}


def _of(rows: list[Row], folders: tuple[Path, ...]) -> Iterator[tuple[str, bytes]]:
    """The texts of one source that are here."""
    paths = {row["row_key"]: [folder / row["file"] for folder in folders] for row in rows}
    files = {key: [path.read_bytes() for path in places if path.is_file()] for key, places in paths.items()}
    every = [data for found in files.values() for data in found]
    for row in rows:
        own = files[row["row_key"]]
        if len(every) == 1 and own and len(rows) == 1:
            yield row["row_key"], own[0]  # nothing to choose from, and whether it is the text is asked elsewhere
            continue
        mine = next((data for data in every if _is(data, row)), None)
        others = [other for other in rows if other is not row]
        mine = mine or next((data for data in own if not any(_is(data, other) for other in others)), None)
        if mine is not None:
            yield row["row_key"], mine


def _is(data: bytes, row: Row) -> bool:
    """Whether these are the words of a text: by its bytes, or where another copy has other line ends, by its words."""
    if sha256(data).hexdigest() == row["sha256"]:
        return True
    return bool(row["digest"]) and text_digest(index(data.decode("utf-8", errors="replace"))) == row["digest"]
