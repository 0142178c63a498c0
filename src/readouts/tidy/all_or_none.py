"""Several files of a package replaced: all of them or none, also where the process is killed in between.

In: the folder of the package, and new contents by path. Out: the files. First the journal
says what is to become of which; then every file is written beside, as it will be, and the old
one gets a second name; then each is renamed; then what lies beside is removed, and the journal
last. So whoever comes after a kill reads from the journal, and from digests of what lies there,
how far it came: where no file was renamed yet the change is undone, else it is finished. A file
that somebody wrote into meanwhile is let be, and told.
"""

import hashlib
import shutil
from collections.abc import Mapping
from pathlib import Path

from readouts.finding import shown
from readouts.tidy.journal import JOURNAL, Change, Step, Unsettled, closed, digest, found, opened, sync, target, written


def replace_all(root: Path, files: Mapping[str, bytes], command: str) -> None:
    """Give every file, by its path from `root` with strokes, its new content, or leave all as they are.

    A file that is not there is made, one that has the content already is not touched; permissions are kept.
    `command` is the one of readouts that writes, by which an interruption is told. Raises OSError, whose
    `filename` is the file in question, when one cannot be written, and Unsettled when a change is under way.
    """
    every = (Step(path, digest(target(root, path)), hashlib.sha256(data).hexdigest()) for path, data in files.items())
    change = Change(command, tuple(step for step in every if step.old != step.new))
    if not change.steps:
        return
    with opened(root, change):
        try:
            for step in change.steps:
                _stage(root, step, files[step.path])
            sync(_folders(root, change))
            for step in change.steps:
                _rename(root, step)
        except BaseException as stop:  # an interruption by hand too
            try:
                _undo(root, change)
            except OSError as error:
                raise Unsettled(_stuck(root, change, error)) from stop
            raise
        _clear(root, change)


def settle(root: Path) -> str:
    """Finish or undo the change that was cut off in this folder, and say so in a sentence; empty where none was.

    Raises Unsettled where neither can be done: another command is at work, a file was written into since, or
    nothing can be written here.
    """
    with found(root) as change:
        if change is None:
            return ""
        try:
            return _settled(root, change)
        except OSError as error:
            raise Unsettled(_stuck(root, change, error)) from None


def pending(root: Path) -> str:
    """That a change was cut off in this folder, in words; empty where none was. Writes nothing; raises Unsettled."""
    with found(root) as change:
        return "" if change is None else _cut_off(root, change)


def _settled(root: Path, change: Change) -> str:
    if not change.steps:
        closed(root)
        return "a change that had not begun yet was cut off: nothing is changed"
    now = {step: digest(target(root, step.path)) for step in change.steps}
    done = [step for step in change.steps if now[step] == step.new]
    rest = [step for step in change.steps if now[step] == step.old]
    since = [step for step in change.steps if now[step] not in (step.old, step.new)]
    told = f"readouts {change.command} was cut off, and is"
    if done and not since and all(digest(step.fresh(root)) == step.new for step in rest):
        for step in rest:
            _rename(root, step)
        _clear(root, change)
        return f"{told} finished now, of {change.told}"
    if not done or (not since and all(digest(step.kept(root)) == step.old for step in done)):
        _undo(root, change)
        return f"{told} undone now, of {change.told}"
    lost = ", ".join(shown(step.path, 200) for step in since) or "what lay beside them"
    raise Unsettled(
        f"{_cut_off(root, change)} when {', '.join(step.path for step in done)} had been written, and since then"
        f" {lost} was changed by somebody else. Look at the files of the change with git diff; to keep them as they"
        f" are, delete {root / JOURNAL} and what lies beside them under names like .claims.csv.new and .claims.csv.old."
    )


def _cut_off(root: Path, change: Change) -> str:
    return f"{root}: {f'readouts {change.command}' if change.command else 'a change'} was cut off"


def _stuck(root: Path, change: Change, error: OSError) -> str:
    problem = f"{_cut_off(root, change)}, and can be neither finished nor undone"
    why = f"{error.strerror}: {error.filename or root}"
    return f"{problem} ({why}). Make it writable, and run the command again."


def _stage(root: Path, step: Step, data: bytes) -> None:
    """Write a file beside as it will be, and give it as it is a second name."""
    file, fresh, kept = target(root, step.path), step.fresh(root), step.kept(root)
    try:
        _discard(fresh, kept)
        written(fresh, data)
        if step.old:
            shutil.copymode(file, fresh)
            try:
                kept.hardlink_to(file)
            except OSError:
                # Not every file system knows a second name.
                written(kept, file.read_bytes())
                shutil.copymode(file, kept)
    except OSError as error:
        raise OSError(error.errno, error.strerror, step.path) from error


def _rename(root: Path, step: Step) -> None:
    try:
        step.fresh(root).replace(target(root, step.path))
    except OSError as error:
        raise OSError(error.errno, error.strerror, step.path) from error


def _undo(root: Path, change: Change) -> None:
    """Give every file that was renamed already its old content, the last first, and clear up."""
    for step in reversed(change.steps):
        if digest(target(root, step.path)) == step.new:
            step.kept(root).replace(target(root, step.path)) if step.old else target(root, step.path).unlink()
    _clear(root, change)


def _clear(root: Path, change: Change) -> None:
    """Remove what lies beside, then the journal."""
    sync(_folders(root, change))
    for step in change.steps:
        _discard(step.fresh(root), step.kept(root))
    closed(root)


def _discard(*paths: Path) -> None:
    for path in paths:
        if path.is_file() or path.is_symlink():
            path.unlink()


def _folders(root: Path, change: Change) -> set[Path]:
    return {target(root, step.path).parent for step in change.steps}
