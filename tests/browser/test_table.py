"""A table in a browser: what narrows it down is there to be seen."""

import pytest


@pytest.mark.parametrize("width", [1280, 390])
def test_facets_can_be_seen(tab, width):
    """The way to narrow a table down is on the page, and once it is open its values are."""
    tab.set_viewport_size({"width": width, "height": 900})
    tab.goto("/readouts/claim_timeline")
    fold = tab.locator("details", has=tab.locator(".facets"))
    fold.locator("summary").first.click(timeout=3000)
    value = fold.get_by_role("link", name="Russia", exact=True).first
    box = value.bounding_box(timeout=3000)
    assert box and box["width"] > 10 and box["height"] > 10
