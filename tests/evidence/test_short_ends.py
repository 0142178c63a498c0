"""The ends of a passage are as short as they can be, and anchors follow without the text."""

from dataclasses import replace

import pytest

from readouts.evidence.anchors import anchors, stands, unlike
from readouts.evidence.match import find_passage
from readouts.evidence.short_ends import cut_from, judge, length, short_ends, shortened
from readouts.evidence.source_text import Place, index

TEXT = index(
    "The Kremlin denied the report on Monday. The Kremlin called the report “pure fiction” and gave no details of it.\n\n"
    "A spokesman said that nothing was planned for the week. The Kremlin called the talk a stunt on Monday."
)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("A spokesman said that nothing […] planned for the week.", "A spokesman […] the week."),
        ("called the report “pure fiction” and […] gave no details of it.", "called the […] of it."),
        ("The Kremlin called the talk a stunt on Monday.", "The Kremlin called the talk […] on Monday."),
        ("gave no details […] of it.", "gave no […] of it."),
        ("gave no details of it.", "gave no […] of it."),
        ("of it.", "of it."),
        ("no details of it.", "no details of it."),
        ("The moon called […] on Monday.", "The moon called […] on Monday."),
    ],
)
def test_the_fewest_words_that_lead_to_the_place(before, after):
    """Two words at each end, more only where fewer lead elsewhere or stand earlier in the text; what is no place stays."""
    assert short_ends(TEXT, before) == after
    assert short_ends(TEXT, after) == after, "what is short is not cut again"


def test_a_beginning_that_stands_earlier_is_not_short_enough():
    """A browser takes the first place that begins so: two words that begin another sentence before are too few."""
    short = short_ends(TEXT, "The Kremlin called the report […] no details of it.")
    assert short == "The Kremlin called […] of it."
    assert find_passage(TEXT, "The Kremlin […] of it.").place == find_passage(TEXT, short).place, "one span, and yet"


def test_anchors_follow_without_the_text():
    """The anchors of the cut passage are those that the text would give, whole passage and cut alike."""
    for before in ("A spokesman said that nothing […] planned for the week.", "gave no details of it."):
        after = short_ends(TEXT, before)
        held, fresh = (anchors("q", TEXT, None, find_passage(TEXT, one)) for one in (before, after))
        assert length(after) < length(before) and shortened(before, after, held) == fresh
        assert all(stands(TEXT, one) for one in fresh) and unlike("", after, fresh) == ()


def test_anchors_of_other_words_do_not_follow():
    """Words that were never proven, and anchors of another passage, give no anchor."""
    before = "A spokesman said that nothing […] planned for the week."
    held = anchors("q", TEXT, None, find_passage(TEXT, before))
    assert shortened(before, "A speaker […] the week.", held) is None
    assert shortened(before, "A spokesman […] the year.", held) is None
    assert shortened(before, "A spokesman […] the week.", held[:1]) is None
    spoilt = (held[0], replace(held[1], digest="0" * 64))
    assert shortened(before, "A spokesman […] the week.", spoilt) is None


def test_what_is_cut_from_a_passage():
    """A passage is cut from another if its ends hold no further word."""
    before = "A spokesman said that nothing […] planned for the week."
    assert cut_from(before, before) and cut_from(before, "A spokesman […] week.")
    assert not cut_from(before, "A spokesman […] the whole week.") and not cut_from(
        "A […] week.", "A spokesman […] week."
    )


def test_a_part_of_the_article_is_no_judge():
    """In a part fewer words lead to one place, so that nothing is judged by it; the first text that is whole judges."""
    part, whole = index("Three words here."), TEXT
    rows = [{"row_key": "first", "body_count": whole.whole.count}, {"row_key": "second", "body_count": 3}]
    assert judge(rows, {"second": part}) is None
    assert judge(rows, {"second": part, "first": whole}) is whole
    assert judge(rows[1:], {"second": part}) is part
    assert whole.body == Place(0, whole.whole.count)
