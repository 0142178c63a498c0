"""How far the record reaches around one event: what is not wholly judged of its time, and what it may be one with.

In: the answers of QUESTIONS for one event. Out: pairs of side and state, `Tie`s, and of what may be one with it
how it stands and is told: what is only inferred is shown together, never folded.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from readouts.site.pages.answers import Row
from readouts.site.pages.card import Name
from readouts.site.pages.side_accounts import SideAccount, side_account
from readouts.site.pages.told_by import has_account, holes, tellers
from readouts.vocabulary import Vocabulary

MASTER = "CASE same_as_basis WHEN 'stated' THEN same_as_id ELSE id END"
# The event in which the one that is asked for is folded, and all that are folded in it: a text says that they are one.
WHOLE = f"(SELECT {MASTER} FROM events WHERE id = :id)"
AS_ONE = f"(SELECT id FROM events WHERE {MASTER} = {WHOLE})"

QUESTIONS = {
    "coverage": """SELECT coverage.side, CASE WHEN min(coverage.state = 'complete') THEN 'complete'
WHEN max(coverage.state <> 'not coded') THEN 'partial' ELSE 'not coded' END AS state
FROM events JOIN coverage ON coverage.level = events.level
AND coverage.month >= coalesce(substr(events.date_earliest, 1, 7), '0')
AND coverage.month <= coalesce(substr(events.date_latest, 1, 7), '9')
WHERE events.id = :id GROUP BY coverage.side ORDER BY coverage.side""",
    "ties": f"""WITH ties (how, id, basis, other_id) AS (
SELECT 'The same contact as', id, same_as_basis, same_as_id FROM events
UNION ALL SELECT 'The same contact as', same_as_id, same_as_basis, id FROM events
UNION ALL SELECT 'Part of', id, part_of_basis, part_of_id FROM events
UNION ALL SELECT 'Has as a part', part_of_id, part_of_basis, id FROM events)
SELECT ties.how, ties.basis, events.id, events.name AS title FROM ties JOIN events ON events.id = ties.other_id
WHERE ties.id IN {AS_ONE} AND NOT (events.id IN {AS_ONE} AND ties.id <> :id) ORDER BY ties.how, events.id""",
    "together": f"""SELECT accounts.*, contact_standing.standing FROM accounts
JOIN contact_standing ON contact_standing.event_id = accounts.event_id
WHERE accounts.event_id IN (SELECT same_as_id FROM events WHERE id IN {AS_ONE} AND same_as_basis = 'inferred'
    UNION SELECT part_of_id FROM events WHERE id IN {AS_ONE} UNION SELECT id FROM events WHERE part_of_id IN {AS_ONE}
    UNION SELECT id FROM events WHERE same_as_id IN {AS_ONE} AND same_as_basis = 'inferred')
ORDER BY accounts.rowid""",
}


@dataclass(frozen=True)
class Tie:
    """Another event that is the same as this one, the whole of it or a part; inferred unless a text says so."""

    how: str
    event: Name
    inferred: bool


def open_sides(rows: Iterable[Row]) -> tuple[tuple[str, str], ...]:
    """The sides whose accounts of that time are not wholly judged, and how far they are."""
    return tuple((one["side"], one["state"]) for one in rows if one["state"] != "complete")


def ties(rows: Iterable[Row]) -> tuple[Tie, ...]:
    """The other events, in the order of the question."""
    return tuple(Tie(one["how"], Name(one["title"], one["id"]), one["basis"] != "stated") for one in rows)


@dataclass(frozen=True)
class Told:
    """One claim about another contact: how it is told, and what each side says of it in the end."""

    claim: Name
    told: str
    cells: tuple[SideAccount, ...]


@dataclass(frozen=True)
class Together:
    """Another contact that may be the same, the whole or a part: how it stands, and what is told of it.

    `holes`: what is known of a side that has no account of it.
    """

    event: Name
    standing: str
    claims: tuple[Told, ...]
    holes: tuple[tuple[str, str], ...] = ()


def together(rows: Iterable[Row], known: Vocabulary) -> tuple[Together, ...]:
    """Rows of `accounts` by contact, in their order, with the cells of those who give an account."""
    found: dict[tuple[str, str, str], list[Told]] = {}
    for row in rows:
        contact = (row["event"], row["event_id"], row["standing"])
        told = Told(Name(row["claim"], row["claim_id"]), row["told"], cells(row, known))
        found.setdefault(contact, []).append(told)
    return tuple(_together(Name(title, id), standing, claims) for (title, id, standing), claims in found.items())


def _together(event: Name, standing: str, claims: list[Told]) -> Together:
    shown = tuple(replace(one, cells=tuple(cell for cell in one.cells if has_account(cell))) for one in claims)
    return Together(event, standing, shown, holes(claims, tellers(claims)))


def cells(row: Mapping[str, object], known: Vocabulary) -> tuple[SideAccount, ...]:
    """What each side says in the end, without its words; a side that took no part and says nothing is left out."""
    every = (side_account(code, str(row[side.column]), (), 0, known) for code, side in known.sides.items())
    return tuple(one for one in every if one.standpoints)
