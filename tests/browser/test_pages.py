"""Every kind of page, wide and narrow, light and dark: whoever reads it, by whatever means, can."""

import os

import pytest

from ..conftest import ROOT
from .look import SCHEMES, accessible, laid_out
from .pages import AXE_SCHEMES, KINDS, WIDTHS, WITHOUT_AXE, whole, widths

SCREENSHOTS = ROOT / "build" / "screenshots"


def pictures(tab, kind: str, width: int) -> None:
    """The whole page in each scheme, as `make screenshots` asks for it: nothing is read from a picture here."""
    SCREENSHOTS.mkdir(parents=True, exist_ok=True)
    for scheme in SCHEMES:
        tab.emulate_media(color_scheme=scheme)
        tab.screenshot(path=SCREENSHOTS / f"{kind}-{width}-{scheme}.png", full_page=True)
    tab.emulate_media(color_scheme=SCHEMES[0])


@pytest.mark.parametrize("kind", KINDS)
def test_every_page_can_be_read(room, kind):
    """With every fold opened: axe finds nothing, nothing is covered, tiny or too wide, and nothing goes wrong or out.

    The page is opened once, and then made narrow.
    """
    found = []
    with room.open(kind, WIDTHS[0]) as (tab, watch):
        for width in widths(kind):
            tab.set_viewport_size({"width": width, "height": 900})
            if os.environ.get("READOUTS_SCREENSHOTS"):
                pictures(tab, kind, width)
            room.survey(kind, width, tab)
            wrong = (
                []
                if (kind, width) in WITHOUT_AXE
                else accessible(tab, AXE_SCHEMES[width], again=not whole(kind, width))
            )
            found += [f"{width} px: {one}" for one in (*wrong, *laid_out(tab))]
        assert [*found, *watch.faults] == []
