"""When a share or a middle value may be given: the one rule for all findings.

Why: of three cases a share says nothing, and where months are not coded completely what is missing may be of another
kind than what is there. In: cases. Out: a share, a median, or None; and in words why there is none.
"""

from collections.abc import Collection
from dataclasses import dataclass
from statistics import median

FEWEST = 5


@dataclass(frozen=True)
class Case:
    """One row of `finding_cases`, with the labels that its links have."""

    finding: str
    part: str
    result: str
    beside: str
    days: int | None
    event: str
    side: str
    date: str
    complete: bool
    case_key: str
    event_id: str
    claim_id: str
    statement_id: str
    other_statement_id: str
    statement: str = ""
    other_statement: str = ""


def may_be_rated(cases: Collection[Case]) -> bool:
    """Whether a share or a middle value of these cases may be given: five or more, and every one complete."""
    return len(cases) >= FEWEST and all(one.complete for one in cases)


def share(part: Collection[Case], whole: Collection[Case]) -> int | None:
    """How many in a hundred of the whole the part is; None where it may not be said."""
    return round(100 * len(part) / len(whole)) if may_be_rated(whole) else None


def middle(cases: Collection[Case]) -> float | None:
    """The median of the days of those cases that have some; None where it may not be said."""
    known = [one for one in cases if one.days is not None]
    return float(median(one.days or 0 for one in known)) if may_be_rated(known) else None


def why_none(cases: Collection[Case], units: str) -> str:
    """Why no share and no middle value of these cases is given; "" where they are."""
    if may_be_rated(cases):
        return ""
    if len(cases) < FEWEST:
        return f"No share and no middle value: there are fewer than {FEWEST} {units}."
    open_cases = sum(not one.complete for one in cases)
    return (
        f"No share and no middle value: {open_cases:,} of the {len(cases):,} {units} lie in months that are not coded "
        "completely, and of what is missing nothing is known."
    )
