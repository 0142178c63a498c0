"""A thread as a reader sees it: wide, each side in its own column and time from top to bottom; narrow, one list."""

from itertools import pairwise

import pytest

STEP = ".steps .card"
SIDES = "russia", "united-states"


@pytest.fixture
def boxes(tab):
    """The boxes of every step on the thread with most to show, at a width: a function of the width."""

    def look(width: int) -> list[dict]:
        tab.set_viewport_size({"width": width, "height": 900})
        tab.goto("/readouts/threads/2025-02-12-call-earlier-conversations")
        assert all(one.is_visible() for one in tab.locator(STEP).all())
        return tab.locator(STEP).evaluate_all(
            """all => all.map(one => {
                const box = one.getBoundingClientRect(), label = one.querySelector('.side')
                return {number: +one.id.slice(5), left: box.left, right: box.right, top: box.top + scrollY,
                    bottom: box.bottom + scrollY, row: one.closest('tr').rowIndex,
                    side: [...one.classList].find(name => name.startsWith('side-')).slice(5),
                    labelled: label.checkVisibility() && label.getBoundingClientRect().width > 0}
            })"""
        )

    return look


@pytest.mark.parametrize("width", [1280, 1024])
def test_each_side_has_its_column_and_time_goes_down(tab, boxes, width):
    """Wide, the steps of a side stand under its name and under no other, and no later row begins above an earlier one."""
    found = boxes(width)
    heads = tab.locator(".steps thead th").evaluate_all(
        "all => all.map(one => [one.innerText.trim(), one.getBoundingClientRect().left, one.getBoundingClientRect().right])"
    )
    assert [name for name, _, _ in heads] == ["When", "Russia", "United States", "Others"]
    for side, (_, left, right) in zip((*SIDES, ""), heads[1:], strict=True):
        of = [one for one in found if one["side"] == side or (not side and one["side"] not in SIDES)]
        assert of and all(left - 1 <= one["left"] < one["right"] <= right + 1 for one in of), side
        # One under another, in the order of their numbers.
        assert [one["number"] for one in sorted(of, key=lambda one: one["top"])] == sorted(one["number"] for one in of)
    tops = {}
    for one in found:
        tops.setdefault(one["row"], []).append(one["top"])
    rows = [min(tops[row]) for row in sorted(tops)]
    assert rows == sorted(rows) and len(rows) > 15


def test_narrow_it_is_one_list(boxes):
    """At 390 px every step stands under the one before it, says whose side it is, and is as wide as the list."""
    found = boxes(390)
    assert all(above["bottom"] <= below["top"] for above, below in pairwise(found))
    assert len({round(one["left"]) for one in found}) == 1 and all(one["right"] <= 390 for one in found)
    assert all(one["labelled"] for one in found)


def test_a_number_leads_to_its_step(tab, boxes):
    """Of the words at the head of the page each leads to the step that has them, with its claim and stance."""
    boxes(1280)
    tab.locator(".lanes a", has_text="11 November 2024").first.click()
    step = tab.locator(f"{STEP}:target")
    assert step.is_visible() and "There was no conversation" in step.inner_text()
    assert "Denies" in step.inner_text() and "spoke by telephone in the days after the US election" in step.inner_text()
    box = step.bounding_box()
    assert 0 <= box["y"] < 900


def test_a_number_opens_the_month_of_its_step(tab):
    """Where many steps are folded by month, the number leads into a month that was shut."""
    tab.goto("/readouts/threads/2024-11-putin-trump-call-asked-for")
    assert not tab.locator("#step-1").is_visible()
    tab.locator(".lanes a[href='#step-1']").click()
    step = tab.locator(f"{STEP}:target")
    assert step.is_visible() and 0 <= step.bounding_box()["y"] < 900
