"""The command that measures pages: every kind of page is measured, by its heaviest row, with its whole weight."""

from bench import pages as bench

from readouts.site.pages import PAGES

from ..conftest import QUESTIONS, ROOT


def test_every_kind_of_page_is_measured_and_answers(built_file, page):
    """No page kind and no question is left out, and the measured path is a page."""
    paths = bench.pages(built_file)
    assert {f"row of {table}" for table in PAGES} <= set(paths)
    assert {f"question {one.name}" for one in QUESTIONS} <= set(paths)
    assert {path: page(path).status for path in paths.values()} == dict.fromkeys(paths.values(), 200)


def test_a_slow_page_is_reported(monkeypatch, tmp_path, capsys):
    """The command ends with 1 when the slowest median reaches the limit, with 0 below it."""
    file = tmp_path / "x.db"
    file.touch()
    for slowest, code in ((bench.LIMIT, 1), (bench.LIMIT - 1, 0)):
        monkeypatch.setattr(bench, "table", lambda *_, slowest=slowest: ("about\n", slowest))
        assert bench.main([str(file)]) == code
    assert bench.main([str(tmp_path / "none.db")]) == 2
    assert "limit 200 ms" in capsys.readouterr().out


def test_the_table_stands_in_the_documentation():
    """docs/performance.md has measurements between its marks, and no median at the limit."""
    text = (ROOT / "docs" / "performance.md").read_text(encoding="utf-8")
    lines = text.partition(bench.BEGIN)[2].partition(bench.END)[0].split("\n")
    rows = [line.split("|") for line in lines if line.startswith("| ")][1:]
    assert len(rows) > 20 and all(int(row[4]) < bench.LIMIT for row in rows)
