"""What fetchers wrote down is read line by line, and a line that says too little is named."""

from datetime import date

import pytest

from readouts.evidence.fetch_log import BadLog, Fetch, fetches

WHOLE = '{"source_id": "s", "file": "s.txt", "url": "https://a.org/s", "day": "2026-11-30", "note": "n", "whole": true}'


def test_lines_are_fetches():
    """Address and day are the log's; what nobody found or wrote down is passed over, and so is an empty line."""
    lines = f'{WHOLE}\n\n{{"source_id": "t", "found": false}}\n{{"source_id": "u", "found": true, "file": null}}\n'
    assert list(fetches("log", lines)) == [Fetch("s", "s.txt", "https://a.org/s", date(2026, 11, 30))]


def test_a_text_is_an_excerpt_unless_the_log_calls_it_whole():
    """That what was returned was written down whole says nothing of the page."""
    line = '{"source_id": "s", "file": "s.txt", "extent": "whole", "body": "a […] b"}'
    [short], [long] = fetches("log", WHOLE), fetches("log", line)
    assert (short.whole, short.body, short.day is None) == (False, "", False)
    assert (long.whole, long.body, long.day) == (True, "a […] b", None)


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("no json", "it is no JSON"),
        ("[1]", "A line of a log of fetches is"),
        ('{"source_id": "s"}', "file is missing"),
        ('{"file": "s.txt"}', "source_id is missing"),
        ('{"source_id": "s", "file": "../s.txt"}', "no name in the folder of copies"),
        ('{"source_id": "s", "file": "s.txt", "day": "yesterday"}', "yesterday"),
        ('{"source_id": "s", "file": "s.txt", "url": 7}', "url is no text"),
    ],
)
def test_a_wrong_line(line, told):
    """It is named with its number, what is wrong, and a line that is right."""
    with pytest.raises(BadLog) as wrong:
        list(fetches("log.jsonl", f"{WHOLE}\n{line}"))
    assert str(wrong.value).startswith("log.jsonl:2: ") and told in str(wrong.value)
