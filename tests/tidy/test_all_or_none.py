"""Several files, all or none: whatever fails, and at whatever instant the process is killed."""

import os
import resource
import signal
from pathlib import Path

import pytest

from readouts.tidy.all_or_none import pending, replace_all, settle
from readouts.tidy.journal import JOURNAL, Change, Unsettled, found, opened

from ..conftest import LONG
from ..kills import calls, killed

OLD = {"data/a.csv": b"a\n1\n", "data/b.csv": b"b\n1\n", "seeds/c.csv": None}
NEW = {"data/a.csv": b"a\n2\n", "data/b.csv": b"b\n2\n", "seeds/c.csv": b"c\n2\n"}


@pytest.fixture
def root(tmp_path):
    """A folder with two files of three, as they were."""
    laid(tmp_path)
    return tmp_path


def laid(root):
    """Put the files back as they were, and nothing beside them."""
    for path in [*root.rglob("*")]:
        path.unlink() if path.is_file() else None
    for path, data in OLD.items():
        (root / path).parent.mkdir(exist_ok=True)
        (root / path).write_bytes(data) if data else None


def lie(root):
    """What lies in the folder, by path; nothing else may."""
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}


BEFORE, AFTER = {path: data for path, data in OLD.items() if data}, NEW


def test_all_are_replaced(root):
    """Every file has its new content, one that was not there is made, and nothing lies beside."""
    replace_all(root, NEW, "format")
    assert lie(root) == AFTER


def test_killed_at_any_instant(root):
    """Whole before or whole after, once the next command has settled it; and nothing is left."""

    def work():
        replace_all(root, NEW, "format")

    ends, every = set(), calls(work)
    for instant in every.some(10_000 if LONG else 40):
        laid(root)
        assert killed(work, instant)
        told = settle(root)
        after = lie(root)
        assert after in (BEFORE, AFTER), instant
        assert not told or "cut off" in told
        ends.add((after == AFTER, told.partition(", and is ")[2].partition(" now")[0]))
    assert {(False, "undone"), (True, "finished")} <= ends


def test_killed_while_it_settles(root):
    """Who settles may be killed, too: whoever comes next settles it."""

    def work():
        replace_all(root, NEW, "format")

    for first in calls(work).some(40 if LONG else 8):
        for again in (5, 40, 90):
            laid(root)
            killed(work, first)
            killed(lambda: settle(root), again)
            settle(root)
            assert lie(root) in (BEFORE, AFTER), (first, again)


def half(root, done=1, path="data/b.csv"):
    """A change of which so many files were renamed when it was cut off."""
    real = Path.replace

    def replace(self, target):
        nonlocal done
        done -= 1
        if done < 0:
            os.kill(os.getpid(), signal.SIGKILL)
        return real(self, target)

    def work():
        Path.replace = replace
        replace_all(root, NEW, "format")

    assert killed(work, 10**9)
    assert (root / JOURNAL).is_file()


@pytest.mark.parametrize("done", [0, 1, 2])
def test_what_was_half_done_is_told(root, done):
    """No file renamed: undone; any: finished. Which command it was, of which files, is said."""
    half(root, done)
    assert pending(root).endswith("readouts format was cut off") and (root / JOURNAL).is_file()
    told = settle(root)
    assert told == (
        f"readouts format was cut off, and is {'finished' if done else 'undone'} now,"
        " of data/a.csv, data/b.csv, seeds/c.csv"
    )
    assert lie(root) == (AFTER if done else BEFORE) and settle(root) == "" == pending(root)


def test_what_somebody_wrote_since_is_kept(root):
    """A file that was written into after the kill is never written over: the command stops and says what to do."""
    half(root)
    (root / "data/b.csv").write_bytes(b"b\nby hand\n")
    with pytest.raises(Unsettled, match=r"data/a.csv had been written, and since then data/b.csv was changed .*delete"):
        settle(root)
    assert (root / "data/b.csv").read_bytes() == b"b\nby hand\n"
    for left in (root / JOURNAL, *root.rglob(".*.csv.*")):  # as the message says
        left.unlink()
    replace_all(root, NEW, "format")
    assert settle(root) == "" and lie(root) == AFTER


def test_what_somebody_wrote_before_any_rename_is_kept(root):
    """Where nothing was renamed, what somebody wrote since stands, and the change is undone."""
    half(root, done=0)
    (root / "data/b.csv").write_bytes(b"b\nby hand\n")
    assert "undone" in settle(root)
    assert lie(root) == BEFORE | {"data/b.csv": b"b\nby hand\n"}


def test_what_lies_beside_is_lost(root):
    """Where the new content of the rest is gone, what was renamed gets its old one back."""
    half(root)
    (root / "data/.b.csv.new").unlink()
    assert "undone" in settle(root) and lie(root) == BEFORE


def test_a_full_disk_changes_nothing(root):
    """A file that finds no room is named, no file is changed, and nothing lies beside."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (2000, hard))
    try:
        with pytest.raises(OSError) as full:
            replace_all(root, NEW | {"data/b.csv": b"b" * 3000}, "format")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert full.value.filename == "data/b.csv" and lie(root) == BEFORE


def test_a_full_disk_takes_no_journal(root):
    """Nothing is begun where even the journal finds no room."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100, hard))
    try:
        with pytest.raises(OSError) as full:
            replace_all(root, NEW, "format")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert full.value.filename.endswith(JOURNAL) and lie(root) == BEFORE


def refusing(monkeypatch, names, error):
    """Refuse to rename the files of these names."""
    real = Path.replace

    def replace(self, target):
        if self.name in names:
            raise error
        return real(self, target)

    monkeypatch.setattr(Path, "replace", replace)


REFUSED = PermissionError(13, "Permission denied")


@pytest.mark.parametrize("error", [REFUSED, KeyboardInterrupt()], ids=["refused", "by hand"])
def test_a_rename_that_fails_takes_the_others_back(root, monkeypatch, error):
    """What was renamed before has its old content again, and a file that was new is gone."""
    refusing(monkeypatch, [".b.csv.new"], error)
    with pytest.raises(type(error)) as refused:
        replace_all(root, {"seeds/c.csv": NEW["seeds/c.csv"], **NEW}, "format")
    assert getattr(refused.value, "filename", "data/b.csv") == "data/b.csv" and lie(root) == BEFORE


def test_what_can_be_neither_finished_nor_undone_now(root, monkeypatch):
    """Where the way back is barred too, it is said, and the next command that can, settles it."""
    with monkeypatch.context() as barred:
        refusing(barred, [".b.csv.new", ".a.csv.old"], REFUSED)
        with pytest.raises(Unsettled, match=r"neither finished nor undone \(Permission denied: .*Make it writable"):
            replace_all(root, NEW, "format")
        with pytest.raises(Unsettled, match="neither finished nor undone"):
            settle(root)
    assert "finished" in settle(root) and lie(root) == AFTER


def test_without_second_names(root, monkeypatch):
    """Where the file system knows no second name of a file, the old one is copied."""

    def refuse(self, target):
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(Path, "hardlink_to", refuse)
    half(root)
    assert (root / "data/.a.csv.old").read_bytes() == OLD["data/a.csv"]
    assert "finished" in settle(root) and lie(root) == AFTER


def test_a_folder_that_is_not_there(root):
    """A path into no folder changes nothing."""
    with pytest.raises(OSError) as refused:
        replace_all(root, NEW | {"no/such/d.csv": b""}, "format")
    assert refused.value.filename == "no/such/d.csv" and lie(root) == BEFORE


def test_nothing_to_change_leaves_no_trace(root):
    """Content that a file has already is not written."""
    stamp = (root / "data/a.csv").stat().st_mtime_ns
    replace_all(root, BEFORE, "format")
    assert (root / "data/a.csv").stat().st_mtime_ns == stamp and lie(root) == BEFORE


def test_permissions_and_links_are_kept(root):
    """A file that others may not read is not opened to them; a link stays one, and what it leads to is written."""
    (root / "data/a.csv").chmod(0o600)
    (root / "data/b.csv").rename(root / "seeds/b.csv")
    (root / "data/b.csv").symlink_to("../seeds/b.csv")
    replace_all(root, NEW, "format")
    assert (root / "data/a.csv").stat().st_mode & 0o777 == 0o600
    assert (root / "data/b.csv").is_symlink() and (root / "seeds/b.csv").read_bytes() == NEW["data/b.csv"]


def test_a_link_out_of_the_package_is_refused(root, tmp_path_factory):
    """Nothing outside the folder is written."""
    other = tmp_path_factory.mktemp("other") / "b.csv"
    other.write_bytes(b"theirs")
    (root / "data/b.csv").unlink()
    (root / "data/b.csv").symlink_to(other)
    with pytest.raises(OSError, match="leads out of the package"):
        replace_all(root, NEW, "format")
    assert other.read_bytes() == b"theirs" and not (root / JOURNAL).exists()


@pytest.mark.parametrize(
    "text", ["[]", '{"command": "format", "steps": [{"path": "../x", "old": "", "new": ""}]}', "{}"]
)
def test_a_journal_of_somebody_else(root, text):
    """What readouts did not write is not acted upon."""
    (root / JOURNAL).write_text(text)
    with pytest.raises(Unsettled, match="no journal that readouts wrote"):
        settle(root)


@pytest.mark.parametrize("text", ["", '{"command": "for'])
def test_a_journal_cut_off_in_the_writing(root, text):
    """Before the journal is whole nothing has begun: it is taken away."""
    (root / JOURNAL).write_text(text)
    assert "had not begun" in settle(root) and lie(root) == BEFORE


def test_two_at_once(root):
    """While one command changes the files, another stops and says so, and undoes nothing."""
    with opened(root, Change("anchor", ())):
        for one in (lambda: settle(root), lambda: replace_all(root, NEW, "format"), lambda: pending(root)):
            with pytest.raises(Unsettled, match="another command is changing"):
                one()
    with found(root) as change:
        assert change == Change("anchor", ())
    assert {path: data for path, data in lie(root).items() if path != JOURNAL} == BEFORE
