"""Who contradicts whom: one table of voices in the place of pairs that repeat their words."""

import re

from readouts.site.pages import pairs, shifts_and_contradictions
from readouts.site.pages.voices import Against, scopes, voices

from .. import door


def pair(affirmed: str, denied: str, number: int = 0, **cells: object) -> dict:
    """A row of contradictions between two statements; `number` tells apart what the affirming one says."""
    row = {"scope": "between two sides", "opinion": 0, "by_logic": 0, "claim": "It was so.", "claim_id": "c"}
    for end, speaker, stance in (("affirmed", affirmed, "asserts"), ("denied", denied, "denies")):
        said = f"{speaker}-{number}" if end == "affirmed" else speaker
        row |= {f"{end}_by": speaker, f"{end}_side": "russia" if end == "denied" else "press", f"{end}_own": 1}
        row |= {f"{end}_statement_id": said, f"{end}_quotation_id": said, f"{end}_words": said}
        row |= {f"{end}_stance": stance, f"{end}_date": "2024-11"}
    return row | cells


def found(*rows: dict):
    return voices(map(pairs.contradiction, rows))


def test_every_voice_stands_once():
    """Three who affirm and six who deny are nine rows in the place of eighteen pairs, each with all who say the contrary."""
    shown = found(*(pair(one, other) for one in "ABC" for other in "UVWXYZ"))
    assert [one.speaker for one in shown] == list("ABCUVWXYZ")
    assert [[other.speaker for other in one.against] for one in shown] == [list("UVWXYZ")] * 3 + [list("ABC")] * 6
    assert [len(one.said) for one in shown] == [1] * 9


def test_a_voice_says_each_of_its_statements_once():
    """Two statements of one speaker are one row with both words; who takes two stances has two rows."""
    first, denying, other = found(pair("A", "U", 1), pair("A", "U", 2), pair("A", "V", 1, denied_stance="doubts"))
    assert (first.side, first.speaker, first.stance) == ("press", "A", "asserts")
    assert [one.statement_id for one in first.said] == ["A-1", "A-2"] and first.said[0].date == "November 2024"
    assert [one.number for one in (first, denying, other)] == [1, 2, 3]
    assert [(one.number, one.speaker) for one in first.against] == [(2, "U"), (3, "V")]
    assert [len(found(pair("A", "A", 1))), len(found())] == [2, 0]


def test_what_a_contradiction_rests_on_is_told():
    """An opinion, or logic, is told where every pair of the two rests on it; how far they stand apart is never lost."""
    shown = found(pair("A", "U", 1, opinion=1, by_logic=1), pair("A", "V", 1), pair("A", "V", 2, by_logic=1))
    assert shown[0].against == (
        Against(2, "U", "between two sides", True, True),
        Against(3, "V", "between two sides", False, False),
    )
    apart = found(pair("A", "U"), pair("A", "V", scope="within one side"))
    assert scopes(apart) == ("between two sides", "within one side") and scopes(()) == ()
    assert [one.scope for one in apart[0].against] == ["between two sides", "within one side"]


def test_a_claim_stands_once_on_the_page_of_a_voice():
    """Claim by claim, with the voices of each."""
    rows = (pair("A", "U"), pair("A", "V"), pair("A", "U", claim="Other.", claim_id="o"))
    shown = shifts_and_contradictions.contradictions({"contradictions": rows})
    assert [(one.claim.id, len(one.voices)) for one in shown] == [("c", 3), ("o", 2)]


def test_the_table_of_a_claim(page, built_file):
    """The claim with most contradictions has a row for each voice, no words twice, and leads to the pairs as a table."""
    most = "SELECT claim_id, count(*) AS pairs FROM contradictions GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT 1"
    (claim,) = door.records(built_file, most)
    ends = "SELECT {0}_by, {0}_stance, {0}_side FROM contradictions WHERE claim_id = :claim"
    both = f"{ends.format('affirmed')} UNION {ends.format('denied')}"
    rows = door.records(built_file, both, claim=claim["claim_id"])
    text = page(f"/readouts/claims/{claim['claim_id']}").text
    table = re.search(r'<table class="stack voices">(.*?)</table>', text, re.S)[1]
    shown = re.findall(r'<tr id="voice-(\d+)">', table)
    assert len(shown) == len(rows) < claim["pairs"] and len(set(shown)) == len(shown)
    assert set(re.findall('href="#voice-([0-9]+)"', table)) == set(shown)
    said = re.findall(r'/readouts/statements/([^"#]+)#', table)
    assert len(said) == len(set(said)) > 0
    assert f'href="/readouts/contradictions?claim_id={claim["claim_id"]}"' in text
