"""Sheets spoilt by chance, and an `add` that is killed: findings and no traceback, whole before or whole after."""

import argparse
import os
import random

import pytest

from readouts.commands import add, main
from readouts.sheet import blocks, yaml_text
from readouts.sheet.form import forms
from readouts.sheet.identified import identified
from readouts.sheet.judged import cells
from readouts.sheet.rows import laid
from readouts.sheet.whole import page

from ..check.conftest import TEXT
from ..conftest import LONG
from ..corruptions import bytes_spoilt
from ..kills import calls, killed
from .adding import NAME, SHEET, adding, rows
from .test_add import files

WHOLE = LONG or "READOUTS_FUZZ" in os.environ  # as `make fuzz` sets it
COUNT = 10_000 if WHOLE else 1_000


def test_a_sheet_spoilt_by_chance(copy):
    """Whatever a hand, a disk or a merge makes of a sheet, it is rows or findings at its lines; never a traceback."""
    current, text, whole = rows(copy.root), page(TEXT.encode(), ""), SHEET.read_bytes()
    every, read, refused = forms(current.package), 0, 0
    for seed in range(COUNT):
        sheet = bytes_spoilt(random.Random(seed), whole)
        node, findings = yaml_text.read(NAME, sheet)
        if node is not None:
            told, findings = blocks.read(NAME, node, every)
            if not findings:
                made = laid(identified(told, current), text)
                findings = made.findings
                read += 1
                if findings and seed % 20 == 0:
                    findings = [*findings, *cells(told, made, current.package)]
        refused += bool(findings)
        lines = sheet.count(b"\n") + sheet.count(b"\r") + 2
        assert all(one.fix and 0 <= one.line <= lines and one.path == NAME for one in findings), (seed, findings)
    assert read > COUNT / 10 and refused > COUNT / 3


def test_an_add_that_is_killed(copy, tmp_path, monkeypatch, capsys):
    """At any instant the tables are as before or as after once the next command has run; nothing is left beside."""
    monkeypatch.delenv("READOUTS_TEXTS", raising=False)
    found = adding(copy.root, SHEET.read_bytes(), TEXT)
    options = argparse.Namespace(root=copy.root, texts=[], dry_run=False)
    before = files(copy.root)

    def work():
        add._write(options, found)

    seen = set()
    for instant in calls_of(work, copy, before):
        reset(copy.root, before)
        killed(work, instant)
        assert main(["lists", str(copy.root), "--check"]) in (0, 1)
        main(["format", str(copy.root)])
        after = files(copy.root)
        assert after == before or after == before | found.files
        assert not [path for path in copy.root.rglob("*") if path.suffix in (".new", ".old") or "journal" in path.name]
        seen.add(after == before)
    assert seen == {True, False}


def calls_of(work, copy, before) -> list[int]:
    """The instants at which the work is killed."""
    counted = calls(work)
    reset(copy.root, before)
    return counted.some(200 if WHOLE else 12)


def reset(root, before) -> None:
    for path, data in before.items():
        (root / path).write_bytes(data)
    for path in (root / "seeds").glob("texts/*"):
        path.unlink()


@pytest.mark.parametrize(
    "sheet", [b"", b"source:\n", b"source: x\n", b"- a\n", b"source:\n  cites: x\n", b"statements:\n  -\n"]
)
def test_a_sheet_of_almost_nothing(copy, sheet):
    """Is told what to begin with."""
    found = adding(copy.root, sheet, TEXT)
    assert found.stopped and all(one.fix for one in found.report.findings)
