"""What the surroundings of a command say: how wide the terminal is, where texts lie.

In: options, the environment, the terminal. Out: a `Display`, folders.
"""

import argparse
import os
import shutil
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from readouts.check.report import Report
    from readouts.read.typed_frames import Dataset
    from readouts.report.display import Display


def display_of(every: bool, rules: bool = False) -> "Display":
    """What the terminal can show; into a pipe or a file nothing is coloured or wrapped."""
    from readouts.report.display import Display

    if not sys.stdout.isatty():
        return Display(every=every, rules=rules)
    plain = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
    return Display(shutil.get_terminal_size().columns, not plain, every, rules)


@contextmanager
def step(what: str) -> Iterator[None]:
    """Say on the terminal what is being done, for as long as it is; a file or a pipe is told nothing."""
    if not sys.stderr.isatty() or os.environ.get("TERM") == "dumb":
        yield
        return
    from rich.console import Console

    with Console(stderr=True).status(f"{what} (Ctrl-C stops it)"):
        yield


def folders(options: argparse.Namespace) -> list[Path]:
    """Where texts are looked for: as the command line says, as the environment says, in the package."""
    environment = os.environ.get("READOUTS_TEXTS")
    return [*options.texts, *([Path(environment)] if environment else []), options.root / "seeds" / "texts"]


def checked_record(options: argparse.Namespace, texts: Iterable[Path] = ()) -> "tuple[Report, Dataset] | None":
    """The report on the record and its rows; where these cannot be read, None, and the report is printed."""
    from readouts.check import check
    from readouts.report import REPORTS

    with step("checking the record"):
        report = check(options.root, date.today(), texts)
    if report.dataset is None:
        print(REPORTS["terminal"](report, display_of(False)))
        return None
    return report, report.dataset


def held_texts_of(options: argparse.Namespace, dataset: "Dataset") -> dict[str, bytes]:
    """The texts of the record that are in the folders; that there is none is said."""
    from readouts.check.held_texts import held_texts

    held = held_texts(dataset, folders(options))
    if not held:
        print("readouts: no text that seeds/texts.csv names is here. Name their folder with --texts.", file=sys.stderr)
    return held


def text_finder(options: argparse.Namespace) -> Callable[[str], bytes | None]:
    """What gives the bytes of a text by the name of its file; None where none of the folders has it."""
    places = folders(options)

    def find(name: str) -> bytes | None:
        found = [place / name for place in places if (place / name).is_file()] if Path(name).name == name else []
        return found[0].read_bytes() if found else None

    return find
