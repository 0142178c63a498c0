"""What docs/coverage.md says is printed: period, languages, publishers, readouts, searches in vain."""

import re

from quality import draw, scope

from ..conftest import ROOT


def _rows(markdown: str) -> list[list[str]]:
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in markdown.strip().split("\n")[2:]]


def test_period_and_languages_are_those_of_the_tables():
    """The number of statements, and of quoted sources by language, are those of the CSV files."""
    told = scope.period(ROOT)
    assert f"{len(draw.rows(ROOT, 'statements'))} statements from 20" in told
    quoted = {row["source_id"] for row in draw.rows(ROOT, "quotations")}
    languages = [row["language"] for row in draw.rows(ROOT, "sources") if row["id"] in quoted]
    found = dict(re.findall(r"([a-z]{2}(?:-[A-Za-z]+)?) (\d+)[,.]", told.partition("language: ")[2]))
    assert {name: int(number) for name, number in found.items()} == {one: languages.count(one) for one in languages}


def test_readouts_are_no_more_than_accounts_and_these_than_contacts():
    """Of each level and side: contacts, those with an account of the side, those with a text of its own or a copy."""
    rows = _rows(scope.readouts(ROOT))
    counts = [tuple(map(int, row[2:])) for row in rows]
    assert len({tuple(row[:2]) for row in rows}) == len(rows) >= 8
    assert all(every >= told >= own for every, told, own in counts) and sum(own for *_, own in counts) > 5


def test_publishers_stand_by_how_much_they_print():
    """The first prints the most statements; a publisher has at least one source."""
    numbers = [tuple(map(int, row[2:])) for row in _rows(scope.publishers(ROOT))]
    assert [statements for _, statements in numbers] == sorted((one for _, one in numbers), reverse=True)
    assert len(numbers) == scope.MOST and all(sources > 0 for sources, _ in numbers)


def test_what_was_searched_in_vain_brought_nothing():
    """Every search that is listed says of itself that it found none of what was looked for, and all of these stand."""
    searches = draw.rows(ROOT, "searches")
    vain = [row["query"].replace("|", "/") for row in searches if row["hits"] == "0" or row["found"].startswith("None")]
    assert sorted(row[2] for row in _rows(scope.in_vain(ROOT))) == sorted(vain) != []
