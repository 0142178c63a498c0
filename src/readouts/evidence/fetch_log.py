"""What fetchers wrote down: for each page the file in which they put its words, the address and the day.

In: the lines of a log, each a JSON object with source_id and file, and, as far as they are known, url, day, body and
extent; a line with found: false or file: null tells of a page that was not there or not written down, and is passed
over. Out: `Fetch`es, or what is wrong with a line.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import PurePath

KEYS = ("source_id", "file", "url", "day", "body", "extent")


class BadLog(ValueError):
    """A line that does not say what a log has to say; the sentence names the line."""


@dataclass(frozen=True)
class Fetch:
    """One line of a log; `day` is None where it has none, `whole` whether it calls the copy the whole text."""

    source_id: str
    file: str
    url: str = ""
    day: date | None = None
    body: str = ""
    whole: bool = False


def fetches(name: str, lines: str) -> Iterator[Fetch]:
    """The fetches of a log of this name; raises BadLog."""
    for number, line in enumerate(lines.splitlines(), 1):
        if line.strip():
            try:
                found = _fetch(json.loads(line))
            except (ValueError, TypeError, AttributeError) as wrong:
                told = "it is no JSON" if isinstance(wrong, json.JSONDecodeError) else wrong
                wanted = '{"source_id": "…", "file": "….txt", "url": "https://…", "day": "2026-11-30"}'
                raise BadLog(f"{name}:{number}: {told}. A line of a log of fetches is {wanted}") from None
            if found:
                yield found


def _fetch(line: dict[str, object]) -> Fetch | None:
    if line.get("found") is False or line.get("file", "") is None:
        return None
    cells = {key: line.get(key) or "" for key in KEYS}
    for key, cell in cells.items():
        if not isinstance(cell, str):
            raise TypeError(f"{key} is no text")
    texts = {key: str(cell) for key, cell in cells.items()}
    for key in ("source_id", "file"):
        if not texts[key]:
            raise ValueError(f"{key} is missing")
    if PurePath(texts["file"]).name != texts["file"]:
        raise ValueError(f'file is "{texts["file"]}", and no name in the folder of copies')
    day = date.fromisoformat(texts["day"]) if texts["day"] else None
    return Fetch(texts["source_id"], texts["file"], texts["url"], day, texts["body"], texts["extent"] == "whole")
