"""Who gives an account: columns for those who do, what is not known of the others once."""

import pytest

from readouts.site.pages.card import Name
from readouts.site.pages.manner import Manner
from readouts.site.pages.side_accounts import Quote, SideAccount, standpoints
from readouts.site.pages.told_by import Row, has_account, holes, parts, tellers, words_once

from ..conftest import VOCABULARY

NOT_CODED = "not coded yet"


def quote(name: str, basis: str = "") -> Quote:
    return Quote("declines", "A", "2025", f"words of {name}", True, name, name, manner=Manner(basis))


def row(
    claim: str, told: str = "by one party", quotes: dict[str, tuple[Quote, ...]] | None = None, **cells: str
) -> Row:
    """A claim with the cell of each side that is named, in the order of the record's sides."""
    found = {side: cells.get(side.replace("-", "_"), "") for side in VOCABULARY.sides}
    of = quotes or {}
    shown = (SideAccount(side, standpoints(text, VOCABULARY), of.get(side, ()), 0) for side, text in found.items())
    return Row(Name(claim, claim), "content", "", told, tuple(shown))


@pytest.mark.parametrize(
    ("text", "account"),
    [
        ("asserts", True),
        ("declines (by logic)", True),
        ("of other parts: declines", True),
        ("leak: denies", True),
        ("A says 2 hours", True),
        (NOT_CODED, False),
        ("nothing found in the stored pages searched on 12 November 2026", False),
        ("not a party", False),
        ("", False),
    ],
)
def test_what_is_an_account(text, account):
    """A refusal is an account; that nothing is coded, or was found, is none."""
    assert has_account(SideAccount("russia", standpoints(text, VOCABULARY), (), 0)) is account
    assert has_account(SideAccount("russia", (), (quote("q"),), 0))


def test_columns_are_those_who_tell():
    """What several sides tell is one table with a column for each of them, what one tells alone a list of its own."""
    rows = (
        row("a", russia="asserts", united_states=NOT_CODED),
        row("b", russia="asserts", united_states="denies"),
        row("c", russia=NOT_CODED, united_states="asserts"),
        row("d", russia="asserts", united_states=NOT_CODED, press="asserts"),
        row("e", russia="asserts", united_states=NOT_CODED),
    )
    found = parts(rows)
    assert [(part.sides, "".join(one.claim.id for one in part.rows)) for part in found] == [
        (("russia", "united-states", "press"), "bd"),
        (("russia",), "ae"),
        (("united-states",), "c"),
    ]
    assert [part.holes for part in found] == [(), (("united-states", NOT_CODED),), (("russia", NOT_CODED),)]
    assert sum(len(part.rows) for part in found) == len(rows) and parts(()) == ()


def test_a_hole_is_said_once_and_never_as_a_silence():
    """Of a side without an account each text stands once, as the tables have it; of one that is silent on the page, none."""
    rows = (row("a", russia="asserts", united_states=NOT_CODED), row("b", russia="asserts", united_states=NOT_CODED))
    assert parts(rows)[0].holes == (("united-states", NOT_CODED),)
    assert parts(rows, ["united-states"])[0].holes == ()
    searched = row("c", russia="asserts", united_states="nothing found in the stored pages searched on 1 May 2026")
    assert [text for _, text in holes((*rows, searched), tellers(rows))] == [
        NOT_CODED,
        "nothing found in the stored pages searched on 1 May 2026",
    ]


def test_how_all_are_told_is_said_once():
    """Where several claims are told in the same way, once over all of them; else beside each."""
    assert parts((row("a", russia="asserts"), row("b", russia="asserts")))[0].told == "by one party"
    assert parts((row("a", russia="asserts"), row("b", "denied", russia="denies")))[0].told == ""
    assert parts((row("a", russia="asserts"),))[0].told == ""


def test_words_that_say_nothing_of_it_are_not_said_again():
    """A refusal of the whole follows for each part: its words stand at the first, and lead to the statement at the others."""
    logic, plain = quote("q", "logic"), quote("q")
    first, second, third = words_once(
        row(name, quotes={"russia": (one,)}) for name, one in zip("abc", (logic, logic, plain), strict=True)
    )
    words = [[one.words for cell in some.cells for one in cell.quotes] for some in (first, second, third)]
    assert words == [["words of q"], [""], ["words of q"]], "what the words do say of a claim stands beside it"
    assert second.cells[0].quotes[0].statement_id == "q"
