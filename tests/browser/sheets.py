"""A page on paper: printed by Chromium to PDF, and read back by poppler, which knows where each word stands.

In: a tab that has a page open. Out: its sheets, and in words what is wrong with them.
"""

import html
import re
import shutil
import subprocess
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

import pytest

WORD = re.compile(r'<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*?)</word>')
SHEET = re.compile(r'<page width="([\d.]+)" height="([\d.]+)">(.*?)</page>', re.DOTALL)
# A heading's line box reaches into the next: two words are one over the other where a third of the smaller is covered.
COVERED = 1 / 3
LONGEST = 25  # letters: a longer word may be broken at the end of a line


@dataclass(frozen=True)
class Word:
    """A word and its box, in points from the upper left corner of the sheet."""

    text: str
    left: float
    top: float
    right: float
    bottom: float

    def covers(self, other: "Word") -> bool:
        """Whether the two are printed one over the other."""
        width = min(self.right, other.right) - max(self.left, other.left)
        height = min(self.bottom, other.bottom) - max(self.top, other.top)
        smaller = min((one.right - one.left) * (one.bottom - one.top) for one in (self, other))
        return width > 0 and height > 0 and width * height > COVERED * smaller


@dataclass(frozen=True)
class Sheet:
    """One sheet: its size in points, and its words in the order in which they are read."""

    width: float
    height: float
    words: tuple[Word, ...]


def printed(tab, path: Path) -> tuple[Sheet, ...]:
    """The page on sheets of A4, as Chromium prints it; the file stays at `path`."""
    if not shutil.which("pdftotext"):
        pytest.skip("no pdftotext is here to read a PDF: apt-get install poppler-utils")
    tab.pdf(path=path, format="A4", prefer_css_page_size=True)
    told = subprocess.run(["pdftotext", "-bbox", path, "-"], capture_output=True, check=True, text=True).stdout
    return tuple(
        Sheet(
            float(width),
            float(height),
            tuple(Word(html.unescape(text), *map(float, box)) for *box, text in WORD.findall(words)),
        )
        for width, height, words in SHEET.findall(told)
    )


def wrong(tab, sheets: tuple[Sheet, ...]) -> list[str]:
    """What is not on the sheets, beyond their edges, or printed over something else."""
    return [*lost(tab, sheets), *beyond(sheets), *overprinted(sheets)]


def lost(tab, sheets: tuple[Sheet, ...]) -> Iterator[str]:
    """Words that the page has for paper, and no sheet."""
    tab.emulate_media(media="print")
    meant = Counter(re.findall(r"\w+", tab.evaluate("() => document.body.innerText")))
    tab.emulate_media(media="screen")
    there = Counter(one for sheet in sheets for one in re.findall(r"\w+", " ".join(word.text for word in sheet.words)))
    for word, times in (meant - there).items():
        if len(word) <= LONGEST:
            yield f"lost: {word}, {times} of {meant[word]} times"


def beyond(sheets: tuple[Sheet, ...]) -> Iterator[str]:
    """Words that do not stand on their sheet wholly."""
    for number, sheet in enumerate(sheets, 1):
        for one in sheet.words:
            if one.left < 0 or one.top < 0 or one.right > sheet.width or one.bottom > sheet.height:
                yield f"beyond the edge of sheet {number}: {one.text}"


def overprinted(sheets: tuple[Sheet, ...]) -> Iterator[str]:
    """Words one over the other."""
    for number, sheet in enumerate(sheets, 1):
        for one, two in combinations(sheet.words, 2):
            if one.covers(two):
                yield f"one over the other on sheet {number}: {one.text} and {two.text}"
