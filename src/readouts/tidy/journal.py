"""The note of a change that replaces several files: what is to become of which, until it has.

Why: files are renamed one after the other, and who is killed between two leaves half a change.
In: the folder of the package, the steps of a change. Out: JOURNAL in that folder, written before
anything else and removed after everything else, and what it says where a change was cut off.

A file that is to be replaced lies beside as it will be (`.claims.csv.new`) and as it was
(`.claims.csv.old`, the same file under another name). While a process works on the change it holds
a lock on the journal, which the system takes off when the process ends, however it ends.
"""

import errno
import hashlib
import json
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path, PurePosixPath

from readouts.finding import shown
from readouts.package.json_objects import read_file
from readouts.tidy.lock import locked

JOURNAL = ".readouts-change.json"


class Unsettled(Exception):
    """A change was cut off and can be neither finished nor undone here, or is going on; says why, and what to do."""


@dataclass(frozen=True)
class Step:
    """One file to be replaced: its path from the root, and its SHA-256 before and after; no file has none ("")."""

    path: str
    old: str
    new: str

    def fresh(self, root: Path) -> Path:
        """The file as it will be, beside it."""
        return self._beside(root, "new")

    def kept(self, root: Path) -> Path:
        """The file as it was, beside it."""
        return self._beside(root, "old")

    def _beside(self, root: Path, ending: str) -> Path:
        file = target(root, self.path)
        return file.with_name(f".{file.name}.{ending}")


@dataclass(frozen=True)
class Change:
    """A change under way: the command that makes it, and its steps in order."""

    command: str
    steps: tuple[Step, ...]

    @property
    def told(self) -> str:
        """The paths of its files, in a line."""
        return ", ".join(shown(step.path, 200) for step in self.steps)


def target(root: Path, path: str) -> Path:
    """The file at a path, links followed; raises OSError where it lies outside the root."""
    file = (root / path).resolve()
    if not file.is_relative_to(root.resolve()):
        raise OSError(errno.EINVAL, "it leads out of the package", path)
    return file


def digest(path: Path) -> str:
    """The SHA-256 of a file; that of no file is empty. Raises OSError for what is there and cannot be read."""
    try:
        return hashlib.sha256(read_file(path)).hexdigest()
    except FileNotFoundError:
        return ""


@contextmanager
def opened(root: Path, change: Change) -> Iterator[None]:
    """Hold a new journal of the change, on the disk, while the caller makes it; `closed` ends it.

    Raises Unsettled where another journal lies, OSError where none can be written, and then leaves none.
    """
    path = root / JOURNAL
    try:
        file = os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o666)
    except FileExistsError:
        raise Unsettled(_busy(root)) from None
    try:
        _lock(file, root)
        try:
            _write(file, json.dumps(asdict(change), ensure_ascii=False, indent=1).encode())
            sync({root})
        except OSError as error:
            path.unlink()
            raise OSError(error.errno, error.strerror, str(path)) from None
        yield
    finally:
        os.close(file)


@contextmanager
def found(root: Path) -> Iterator[Change | None]:
    """Hold the journal that lies there, and give its change; one without steps where it was cut off in the writing.

    None where no journal lies. Raises Unsettled where another process holds it, or it is none of ours.
    """
    path = root / JOURNAL
    if not path.is_file():
        yield None
        return
    try:
        file = os.open(path, os.O_RDONLY)
    except FileNotFoundError:
        yield None
        return
    except OSError as error:
        raise Unsettled(f"{path} cannot be read ({error.strerror}). Make it readable.") from None
    try:
        _lock(file, root)
        yield _read(path)
    finally:
        os.close(file)


def closed(root: Path) -> None:
    """Take the journal away: its change is made, or undone."""
    (root / JOURNAL).unlink(missing_ok=True)
    sync({root})


def sync(folders: set[Path]) -> None:
    """Have the names in these folders written to the disk, where the system can be asked to."""
    if sys.platform == "win32":
        return
    for folder in folders:
        if not folder.is_dir():
            continue
        file = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(file)
        finally:
            os.close(file)


def written(path: Path, data: bytes) -> None:
    """Write a new file to the disk; raises FileExistsError where there is one."""
    file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)
    try:
        _write(file, data)
    finally:
        os.close(file)


def _write(file: int, data: bytes) -> None:
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(file, rest) :]
    os.fsync(file)


def _read(path: Path) -> Change:
    try:
        value = json.loads(path.read_bytes())
    except ValueError:
        # Whatever comes after is only begun when the journal is whole on the disk.
        return Change("", ())
    try:
        change = Change(value["command"], tuple(Step(**one) for one in value["steps"]))
        paths = [PurePosixPath(step.path) for step in change.steps]
        ours = all(isinstance(one, str) for step in change.steps for one in (change.command, step.old, step.new))
    except (KeyError, TypeError, AttributeError):
        ours, paths = False, []
    if not ours or any(one.is_absolute() or ".." in one.parts for one in paths):
        raise Unsettled(f"{path} is no journal that readouts wrote. Move it away, and look at where it came from.")
    return change


def _lock(file: int, root: Path) -> None:
    """Take the lock on the journal that lies there now; the one that was opened may be gone meanwhile."""
    try:
        ours = locked(file) and os.path.samestat(os.fstat(file), (root / JOURNAL).stat())
    except FileNotFoundError:
        ours = False
    if not ours:
        raise Unsettled(_busy(root))


def _busy(root: Path) -> str:
    return f"another command is changing the files of {root} at this moment. Run this one again when it has ended."
