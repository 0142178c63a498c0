"""The record many times over: a sound package, the same each time, of which everything but names and codes grows."""

import importlib.util

import pytest

from readouts.check import check

from ..conftest import ROOT, TODAY


@pytest.fixture(scope="module")
def bench():
    spec = importlib.util.spec_from_file_location("bench_longer", ROOT / "bench" / "longer.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_record_twice_is_sound_and_the_same_again(bench, tmp_path):
    """Twice the statements, claims and sources, no more people, no finding; the same record gives the same bytes."""
    for name in ("one", "two"):
        bench.write(ROOT, tmp_path / name, 2)
    report, once = check(tmp_path / "one", TODAY), check(ROOT, TODAY)
    # Twice as many calls are as many as agencies count: those waivers alone have nothing left to waive; and each
    # contact and each text is there twice.
    alike = ("event.twice", "text.twice")
    more = [one for one in report.findings if "count.exceeds/" not in one.row_id and one.rule not in alike]
    assert tuple(more) == once.findings
    for name, times in {"statements": 2, "claims": 2, "sources": 2, "stances": 2, "anchors": 2, "people": 1}.items():
        assert len(report.dataset.frames[name]) == times * len(once.dataset.frames[name]), name
    files = sorted(path.relative_to(tmp_path / "one") for path in (tmp_path / "one").rglob("*.csv"))
    assert [(tmp_path / "one" / file).read_bytes() for file in files] == [
        (tmp_path / "two" / file).read_bytes() for file in files
    ]


def test_a_folder_without_a_package(bench, tmp_path):
    """There is a sentence where there is no record to make longer."""
    with pytest.raises(SystemExit, match="holds no sound package"):
        bench.write(tmp_path, tmp_path / "new", 2)
