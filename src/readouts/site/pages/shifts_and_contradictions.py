"""Where a voice's line moved, and who says the contrary, over many claims.

In: rows of the derived tables `shifts` and `contradictions` that a condition chooses.
Out: the pairs and the voices of the claim page, with their claims.
"""

from dataclasses import dataclass
from itertools import groupby

from readouts.site.pages.answers import Answers
from readouts.site.pages.card import Name
from readouts.site.pages.pairs import Pair, contradiction, own, shift
from readouts.site.pages.voices import Voice, voices


@dataclass(frozen=True)
class PairOnClaim:
    """A pair of statements, and the claim that both are about."""

    claim: Name
    pair: Pair


@dataclass(frozen=True)
class VoicesOnClaim:
    """A claim, and who contradicts whom on it."""

    claim: Name
    voices: tuple[Voice, ...]


def questions(shifts: str, contradictions: str) -> dict[str, str]:
    """The two questions, each with its condition."""
    return {
        "shifts": f"""SELECT shifts.*, 0 AS opinion, {own("earlier")}, {own("later")} FROM shifts
WHERE {shifts} ORDER BY later_date, claim, level, later_statement_id""",
        "contradictions": f"""SELECT contradictions.*, {own("affirmed")}, {own("denied")} FROM contradictions
WHERE {contradictions} ORDER BY claim, claim_id, opinion, affirmed_date, denied_date, affirmed_statement_id""",
    }


def shifts(found: Answers) -> tuple[PairOnClaim, ...]:
    """The changes of line, in time order."""
    return tuple(PairOnClaim(Name(row["claim"], row["claim_id"]), shift(row)) for row in found["shifts"])


def contradictions(found: Answers) -> tuple[VoicesOnClaim, ...]:
    """The contradictions, claim by claim, every voice once."""
    runs = groupby(found["contradictions"], lambda row: (row["claim"], row["claim_id"]))
    return tuple(VoicesOnClaim(Name(*claim), voices(contradiction(row) for row in run)) for claim, run in runs)
