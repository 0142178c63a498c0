"""A state of the record by its name: a folder, or a revision of git, whose files are laid into a folder.

In: a name, the folder of the record, a folder that is not there yet. Out: a folder. Asks git, and nothing else.
"""

import io
import shutil
import subprocess
import tarfile
from contextlib import suppress
from pathlib import Path

from readouts.package.json_objects import DESCRIPTOR

_KEPT = (".csv", ".json")


class NoState(ValueError):
    """A name by which there is no state of the record: what it is, what was expected, and what to do."""


def state_of(name: str, root: Path, scratch: Path) -> Path:
    """The folder of that name if it holds a record, else the files of that revision under `scratch`.

    Raises NoState where the name is neither.
    """
    folder = Path(name)
    if (folder / DESCRIPTOR).is_file() or (folder / "seeds" / "anchors.csv").is_file():
        return folder
    lacks = f"{name} is a folder without {DESCRIPTOR}" if folder.is_dir() else f"{name} is no folder"
    expected = "Name a folder that holds a state of the record, or a revision of git."
    if not shutil.which("git"):
        raise NoState(f"{lacks}, and git, which knows revisions, is not installed. {expected}")
    commit = _git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}")
    if commit.returncode:
        where = "" if _git(root, "rev-parse", "--git-dir").returncode == 0 else f", and {root} is in no Git repository"
        raise NoState(f"{lacks}, and no revision that git knows{where}. {expected}")
    archive = _git(root, "archive", "--format=tar", commit.stdout.decode().strip())
    if archive.returncode:
        raise NoState(f"git does not hand out {name}: {archive.stderr.decode(errors='replace').strip()}. {expected}")
    scratch.mkdir()
    with suppress(tarfile.ReadError), tarfile.open(fileobj=io.BytesIO(archive.stdout)) as tar:  # of no file no archive
        tar.extractall(scratch, [one for one in tar if one.isfile() and one.name.endswith(_KEPT)], filter="data")
    if not (scratch / DESCRIPTOR).is_file():
        raise NoState(f"the revision {name} has no {DESCRIPTOR} where {root} has it. {expected}")
    return scratch


def _git(root: Path, *words: str) -> "subprocess.CompletedProcess[bytes]":
    return subprocess.run(["git", "-C", root, *words], capture_output=True)
