"""A mistyped address: a page of ours that says so, with a search, whatever is mistyped."""

import pytest

from readouts.site.errors import words


@pytest.mark.parametrize(
    "path",
    [
        "/nope",
        "/nope/x",
        "/readouts/nope",
        "/readouts/claims/nope",
        "/readouts/claims/a/b",
        "/-/cite/claims/x.bib",
        "/-/x/y",
    ],
)
def test_what_is_not_there_says_so(page, path):
    """A path, a table, a row: not found, in our frame, with a search for the words of the address."""
    answer = page(path)
    assert answer.status == 404 and "There is no such page" in answer.text
    assert 'aria-label="Site"' in answer.text and f'value="{words(path)}"' in answer.text


@pytest.mark.parametrize("path", ["/readouts/claims/nope.json", "/a/b/c.json"])
def test_a_program_is_told_in_json(page, path):
    """Whoever asks for JSON gets it, with the status."""
    answer = page(path)
    assert answer.status == 404 and answer.json()["ok"] is False


def test_what_cannot_be_asked_is_no_failure(page):
    """A column that is not there is the address's mistake."""
    answer = page("/readouts/claims?_sort=zzz")
    assert answer.status == 400 and "Cannot sort table by zzz" in answer.text


@pytest.mark.parametrize(
    ("path", "found"), [("/readouts/people/dmitry-peskov", "dmitry peskov"), ("/x/a_b.csv", "a b"), ("/", "")]
)
def test_an_address_as_words(path, found):
    """What stands last in the address, as somebody would search for it."""
    assert words(path) == found
