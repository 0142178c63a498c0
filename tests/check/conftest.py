"""The minimal package with a text at hand."""

import pytest

from readouts.check.cells import check_cells
from readouts.check.held_texts import held_texts
from readouts.check.structure import read_tables
from readouts.evidence.anchoring import anchor, write
from readouts.package.descriptor import load

from ..conftest import MEMORY

TEXT = """Kremlin denies call

“There was no call by telephone at all, it is pure
fiction,” Peskov said on Monday, as “simply” put as Brandstätter’s "un­desirable" remark.

He said that no contacts are planned in the coming days. “We have not reached this stage yet,” he added, “nor shall we.” He called it 'untrue'.

Perhaps the two will meet, he said. Donald Trump called it “a hoax” in a post. Peskov called it “a stunt” later.

Nobody was quoted on what comes next. Offices in both capitals were closed for the day, traffic was light, and the evening news began with the weather, as it had on the day before; a concert that many had waited for was put off until spring, and the river stood as high as it does in every autumn of this kind.

Washington Post had reported late Sunday of a talk with the Russian leader.

SUPPORT US: every contribution makes an impact.
"""
SOURCE = "denial-report"


@pytest.fixture
def held(copy, tmp_path_factory):
    """The minimal package with its text at hand, anchored; returns the copy and the folder of the text."""
    folder = tmp_path_factory.mktemp("texts")
    (folder / "report.txt").write_text(TEXT, encoding="utf-8")
    copy.add(
        "texts",
        source_id=SOURCE,
        file="report.txt",
        extent="whole",
        body="Kremlin denies call “There was […] with the Russian leader.",
    )
    anchored(copy, folder)
    return copy, folder


def anchored(copy, *folders) -> list[str]:
    """Anchor what is held, of the tables as they are read: no rule has to be run for it. Returns the problems."""
    package, _ = load(copy.root)
    dataset, _ = check_cells(package, read_tables(package, MEMORY)[0], MEMORY)
    rows, problems = anchor(dataset, held_texts(dataset, folders))
    write(dataset, rows)
    return problems


def quote(copy, words, passage, form="direct"):
    """Put other words into the quotation of the minimal package."""
    for column, value in (("words", words), ("passage", passage), ("form", form)):
        copy.change("quotations", "peskov-fiction", column, value)
    if form == "own":
        his_own(copy)


def his_own(copy) -> None:
    """Make the text one that the speaker of the quotation wrote."""
    copy.change("sources", SOURCE, "author", "Dmitry Peskov")
