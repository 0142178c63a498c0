"""Prove quotations from copies that were fetched by somebody who had not seen the first; write witnesses.

In: options. Out: what does not stand in the copies, the files that were written, printed, and an exit code.
"""

import argparse
import sys
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from readouts.commands.surroundings import checked_record, step

if TYPE_CHECKING:
    from readouts.evidence.fetch_log import Fetch
    from readouts.evidence.witnessing import Copy, Witnessed
    from readouts.read.typed_frames import Dataset

TAKES = ("root", "copies", "log", "outside", "dry-run")
EXTRA = "build"


def run(options: argparse.Namespace) -> int:
    """Prove quotations from further copies, and write witnesses, texts and anchors."""
    from readouts.evidence.anchoring import write
    from readouts.evidence.fetch_log import BadLog
    from readouts.evidence.witnessing import witnessed

    try:
        logged = list(_logged(options.log))
    except BadLog as wrong:
        return _stop(str(wrong))
    except OSError as error:
        return _stop(f"{error.filename} cannot be read ({error.strerror}). Name a log that is there.")
    if not (record := checked_record(options)):
        return 1
    _, dataset = record
    copies, missing = _copies(logged if options.log else _named(dataset), options)
    if not copies:
        told = "that the log names" if options.log else "that seeds/texts.csv names"
        return _stop(f"no file {told} is in {', '.join(map(str, options.texts))}. Name the folder of further copies.")
    with step("looking for the quotations"):
        heard = witnessed(dataset, copies)
    _tell(heard, missing if options.log else [], dataset)
    if options.dry_run:
        print("nothing written (--dry-run)")
    else:
        for path in write(dataset, heard.rows, "witness"):
            print(f"written: {path}")
    return int(bool(heard.missed or heard.problems))


def _logged(logs: Iterable[Path]) -> Iterator["Fetch"]:
    from readouts.evidence.fetch_log import fetches

    for log in logs:
        yield from fetches(str(log), log.read_bytes().decode("utf-8-sig", "replace"))


def _named(dataset: "Dataset") -> Iterator["Fetch"]:
    """Every text that the record names, as if a log named it and nothing else."""
    from readouts.evidence.fetch_log import Fetch

    for source, file in dataset.frames["texts"].select("source_id", "file").iter_rows():
        yield Fetch(source, file)


def _copies(wanted: Iterable["Fetch"], options: argparse.Namespace) -> tuple[list["Copy"], list[str]]:
    """The copies that are there, the last line of a log on one file counts; and the names of those that are not."""
    from readouts.evidence.witnessing import Copy

    found, missing = {}, []
    for one in wanted:
        path = next((folder / one.file for folder in options.texts if (folder / one.file).is_file()), None)
        if path is None:
            missing.append(one.file)
            continue
        day = one.day or date.today()
        found[one.source_id, one.file] = Copy(
            one.source_id, path.read_bytes(), day, one.url, one.body, one.whole, options.outside
        )
    return [found[key] for key in sorted(found)], missing


def _tell(heard: "Witnessed", missing: Iterable[str], dataset: "Dataset") -> None:
    """Print what was not found, and the counts."""
    from readouts.evidence.fetches import names_by_quotation, seen

    for problem in heard.problems:
        print(f"not read: {problem}")
    for name in missing:
        print(f"not there: {name}, which the log names")
    for problem in heard.missed:
        print(f"not in the copy: {problem}")
    sources = dict(dataset.frames["quotations"].select("id", "source_id").iter_rows())
    who = seen(heard.rows["texts"], heard.rows["witnesses"])
    names = names_by_quotation(heard.rows["anchors"])
    twice = sum(who.fetches(source, names.get(quotation, ())) > 1 for quotation, source in sources.items())
    print(f"copies: {heard.same:,} with the words of the first text, {heard.other:,} with others")
    print(f"quotations: {len(heard.found):,} stand in a copy; {twice:,} of {len(sources):,} are fetched twice")


def _stop(problem: str) -> int:
    print(f"readouts: {problem}", file=sys.stderr)
    return 2
