"""Who speaks for no organization: in a name of his own, or unnamed."""

import re

import pytest

from readouts.site.pages.no_side import shown_side


@pytest.mark.parametrize(
    ("cells", "side"),
    [
        ({"side": "russia", "speaker_id": "x", "form": "direct"}, "russia"),
        ({"side": "none", "speaker_id": "x", "form": "indirect"}, "own-name"),
        ({"side": "none", "speaker_id": "x", "form": "unattributed"}, "unnamed"),
        ({"side": "none", "speaker_id": None, "form": "direct"}, "unnamed"),
        ({"side": "none", "speaker_id": None, "form": "own", "genre": "opinion"}, "own-name"),
        ({"side": "none", "speaker_id": None, "form": "own", "genre": "report"}, "unnamed"),
        ({"side": "none", "speaker_id": None, "form": "direct", "genre": "opinion"}, "unnamed"),
    ],
)
def test_who_speaks_for_himself(cells, side):
    """A person, and the author of an opinion, speak for themselves; whom no source names stays unnamed."""
    assert shown_side(cells) == side
    assert shown_side({f"denied_{name}": value for name, value in cells.items()}, "denied_") == side


def test_a_named_author_does_not_read_as_anonymous(page):
    """Bob Woodward stands in his own name, and an aide whom his book does not name beside him as unnamed."""
    text = page("/readouts/claims/2021-trump-putin-calls-after-office-took-place").text
    lanes = re.findall(r'<tr><th scope="row"><span class="side side-([a-z-]+)">.*?</th><td>(.*?)</td>', text, re.S)
    assert "Bob Woodward" in dict(lanes)["own-name"] and "an aide to Trump" in dict(lanes)["unnamed"]
    assert re.search('<p class="who"><span class="side side-unnamed">Unnamed</span>', text) is None
    assert "nobody’s name" not in text
