"""Somebody who reads the record in a browser: goes by what stands on the page, and sees only what can be seen."""

import re
from dataclasses import dataclass
from pathlib import Path

from .look import laid_out
from .watch import Watch


@dataclass(frozen=True)
class Reader:
    """A person at a tab; what a method takes as text is what stands on the page."""

    tab: object
    watch: Watch

    @property
    def main(self):
        """The part of the page that is its own."""
        return self.tab.locator("main")

    def opens(self, address: str) -> None:
        """Open an address."""
        self.tab.goto(address)

    def follows(self, text: str | re.Pattern, within=None) -> None:
        """Click the first link of this text that can be seen, and wait for what it leads to."""
        self._goes((within or self.main).get_by_role("link", name=text))

    def sends(self, text: str) -> None:
        """Click the button of this text, and wait for the answer."""
        self._goes(self.main.get_by_role("button", name=text, exact=True))

    def _goes(self, what) -> None:
        place = self.sees(what)
        with self.tab.expect_navigation():
            place.click()

    def goes_to(self, text: str) -> None:
        """Take one of the ways that stand at the top of every page."""
        self.follows(text, self.tab.get_by_role("navigation", name="Site"))

    def unfolds(self, text: str | re.Pattern, within=None) -> object:
        """Open the fold whose heading has this text; returns it."""
        heading = (within or self.main).locator("details > summary", has_text=text).first
        fold = heading.locator("xpath=..")
        if fold.get_attribute("open") is None:
            self.sees(heading).click()
        return fold

    def takes(self, text: str | re.Pattern, within=None) -> Path:
        """Download what the link leads to; returns the file, which has the name that it is offered under."""
        with self.tab.expect_download() as download:
            self.sees((within or self.main).get_by_role("link", name=text).first).click()
        return Path(download.value.path())

    def drops(self, file: Path) -> None:
        """Drag a file from outside over the page and let it go there, as the browser itself hears of it."""
        devtools = self.tab.context.new_cdp_session(self.tab)
        data = {"items": [], "files": [str(file)], "dragOperationsMask": 1}
        for kind in ("dragEnter", "dragOver", "drop"):
            devtools.send("Input.dispatchDragEvent", {"type": kind, "x": 200, "y": 300, "data": data})
        devtools.detach()

    def sees(self, what, within=None):
        """The first that is meant, a locator or a text, is there to be seen: a box, on the screen, under nothing."""
        place = (within or self.main).get_by_text(what) if isinstance(what, str | re.Pattern) else what
        place = place.first
        place.wait_for(state="visible")
        place.scroll_into_view_if_needed()
        box, screen = place.bounding_box(), self.tab.viewport_size
        assert box and box["width"] >= 2 and box["height"] >= 2, f"{what} has no box"
        assert box["x"] + box["width"] > 0 and box["x"] < screen["width"], f"{what} is beside the screen"
        assert box["y"] + box["height"] > 0 and box["y"] < screen["height"], f"{what} is above or below the screen"
        over = place.evaluate(TOP)
        assert over is None, f"{what} lies under {over}"
        return place

    def is_at_ease(self) -> None:
        """Nothing has gone wrong, and the page where the way ends is laid out as it should be."""
        found = [*self.watch.faults, *laid_out(self.tab)]
        assert not found, found

    def presses(self, key: str, until, limit: int = 150):
        """Press a key until `until` (a function of the focused element's name and text) holds; the focus can be seen each time."""
        for _ in range(limit):
            self.tab.keyboard.press(key)
            name, text, ring = self.tab.evaluate(FOCUS)
            assert ring, f"the focus on {name} “{text}” cannot be seen"
            if until(name, text):
                return text
        raise AssertionError(f"{limit} times {key} do not lead there")


# What lies over the middle of the first line of an element, if anything does.
TOP = """e => {
    const box = [...e.getClientRects()].find(one => one.width >= 2 && one.height >= 2);
    const x = Math.min(Math.max(box.left + box.width / 2, 1), innerWidth - 1);
    const y = Math.min(Math.max(box.top + box.height / 2, 1), innerHeight - 1);
    const top = document.elementFromPoint(x, y);
    return top && (e.contains(top) || top.contains(e)) ? null : top ? top.outerHTML.slice(0, 100) : "nothing";
}"""
# The focused element: its name, its text, and whether a ring of at least 2 pixels stands round it on the screen.
FOCUS = """() => {
    const e = document.activeElement, s = getComputedStyle(e), box = e.getBoundingClientRect();
    const there = box.width > 1 && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
    const label = e.getAttribute("aria-label") || e.innerText || e.placeholder || "";
    return [e.localName, label.trim().replace(/\\s+/g, " "), there && s.outlineStyle !== "none" && parseFloat(s.outlineWidth) >= 2];
}"""
