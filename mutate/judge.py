"""What the validator says of a mutant, and what frictionless says of the same.

In: a mutant, written into this process's own copy of the record. Out: a `Verdict`. No
address is opened: a connection that either of them tries is refused and counted.
"""

import logging
import os
import shutil
import signal
import socket
import traceback
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from mutate.record import FOLDER, PIPE, Content, Mutant, Record
from readouts.check import NOTHING, Before, Report, check
from readouts.check.memory import Memory
from readouts.compare.change import Earlier, compare
from readouts.compare.earlier import read
from readouts.finding import Finding, shown
from readouts.package.descriptor import DESCRIPTOR
from readouts.report import REPORTS

PATIENCE = 40  # seconds for one mutant; a validator that waits for a pipe waits for ever


class Hung(Exception):
    """Nothing came back; no OSError, for that would be taken for a file that cannot be read."""


@dataclass(frozen=True)
class Verdict:
    """Ours: refused, and where that should be said said there; `trouble` says what no report may do.

    `referee` and `referee_place` are the same two of frictionless; None where it was not asked.
    """

    caught: bool
    located: bool
    trouble: str = ""
    found: tuple[Finding, ...] = ()
    referee: bool | None = None
    referee_place: bool | None = None


@dataclass
class Bench:
    """A copy of the record in a folder of its own, spoilt and mended again for each mutant."""

    base: Path
    record: Record
    fetched: list[str] = field(default_factory=list)
    memory: Memory = field(default_factory=Memory)  # what no mutant touches is judged once

    def __post_init__(self) -> None:
        self.root, self.texts = self.base / "record", self.base / "texts"
        sheets, tables = self.record.sheets, self.record.package.tables
        rows = {table.path: sheets[table.name] for table in tables}
        ids = {table.path: frozenset(row["id"] for row in rows[table.path]) for table in tables if table.key == ("id",)}
        self.before = Before(
            frozenset(row["quotation_id"] for row in sheets["anchors"]), ids, rows, self.record.package
        )
        for path, content in self.record.files.items():
            place(self.root / path, content)
        for name, content in self.record.texts.items():
            place(self.texts / name, content)

    def judge(self, mutant: Mutant, after: bool, ask_referee: bool, strict: bool = False) -> Verdict:
        """Plant the mutant, hear both, mend the copy."""
        with self._planted(mutant), self._offline(), _patience():
            ours = self._ours(mutant, after, strict or after)
        if not ask_referee or after:
            return ours
        with self._planted(mutant), self._offline(), _patience(), warnings.catch_warnings():
            warnings.simplefilter("ignore")
            referee = self._referee(mutant)
        return Verdict(ours.caught, ours.located, ours.trouble, ours.found, *referee)

    def _ours(self, mutant: Mutant, after: bool, strict: bool) -> Verdict:
        self.fetched.clear()
        try:
            folders = [self.texts] if self.record.texts else []
            report = check(self.root, self.record.today, folders, self.before if after else NOTHING, self.memory)
            report = compare(report, read(self.root), Earlier(self.before))[0] if after else report
            printed = [render(report) for render in REPORTS.values()]
        except Exception:
            return Verdict(False, False, traceback.format_exc(limit=-3))
        raw = [one for text in printed for one in text if one != "\n" and not one.isprintable()]
        trouble = f"fetched {self.fetched}" if self.fetched else f"printed {raw[0]!a}" if raw else ""
        # Compared with an earlier state the record is judged strictly: what turned is a warning (docs/decisions/0007).
        caught = report.checked is None or (strict and bool(report.findings))
        return Verdict(caught, any(map(_at(mutant), report.findings)), trouble, _few(report))

    def _referee(self, mutant: Mutant) -> tuple[bool, bool]:
        import frictionless

        logging.disable(logging.WARNING)
        resources = {table.path: table.name for table in self.record.package.tables}
        try:
            if set(mutant.files) <= resources.keys():
                package = frictionless.Package(str(self.root / DESCRIPTOR))
                tasks = [
                    task
                    for path in {*mutant.files, mutant.path}
                    for task in package.get_resource(resources[path]).validate().tasks
                ]
                errors = [(task.place, error) for task in tasks for error in task.errors]
            else:
                report = frictionless.validate(str(self.root / DESCRIPTOR))
                errors = [(task.place, error) for task in report.tasks for error in task.errors]
                errors += [(DESCRIPTOR, error) for error in report.errors]
        except Exception as error:
            return True, mutant.path in str(error) and mutant.line is None
        return bool(errors), any(_there(mutant, path, error) for path, error in errors)

    @contextmanager
    def _planted(self, mutant: Mutant) -> Iterator[None]:
        touched = {self.root / path: (content, self.record.files.get(path)) for path, content in mutant.files.items()}
        touched |= {self.texts / name: (content, self.record.texts.get(name)) for name, content in mutant.texts.items()}
        for path, (content, _) in touched.items():
            place(path, content)
        try:
            yield
        finally:
            for path, (_, content) in touched.items():
                place(path, content)

    @contextmanager
    def _offline(self) -> Iterator[None]:
        def refuse(*arguments: object, **_: object) -> None:
            self.fetched.append(repr(arguments[-2:]))
            raise OSError("no address is opened here")

        connect, resolve = socket.socket.connect, socket.getaddrinfo
        socket.socket.connect, socket.getaddrinfo = refuse, refuse
        try:
            yield
        finally:
            socket.socket.connect, socket.getaddrinfo = connect, resolve


def place(path: Path, content: Content) -> None:
    """Put a file, a folder, a pipe or a link there, in place of whatever is there; None leaves nothing."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    path.unlink(missing_ok=True)
    if content is None:
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    if content is FOLDER or content == FOLDER:
        path.mkdir()
    elif content == PIPE:
        os.mkfifo(path)
    elif isinstance(content, Path):
        path.symlink_to(content)
    else:
        path.write_bytes(content)


def _at(mutant: Mutant):
    """Whether a finding names the file, and line, column and row where the mutant has them."""

    def fits(finding: Finding) -> bool:
        return (
            finding.path == mutant.path
            and mutant.line in (None, finding.line)
            and (not mutant.columns or finding.column in mutant.columns)
            and (mutant.row_id is None or finding.row_id == shown(mutant.row_id, 200))
        )

    return fits


def _there(mutant: Mutant, path: str | None, error: object) -> bool:
    """Whether frictionless names the file, and the line where there is one."""
    lines = getattr(error, "row_number", None), *(getattr(error, "row_numbers", None) or ())
    header = error.type.endswith("-label") or "label" in error.type or error.type.endswith("header")
    return (path == mutant.path or mutant.path in error.message) and (
        mutant.line is None or mutant.line in lines or (mutant.line == 1 and header)
    )


def _few(report: Report) -> tuple[Finding, ...]:
    return report.findings[:3]


@contextmanager
def _patience() -> Iterator[None]:
    def give_up(*_: object) -> None:
        raise Hung(f"no answer in {PATIENCE} seconds")

    before = signal.signal(signal.SIGALRM, give_up)
    signal.alarm(PATIENCE)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)
