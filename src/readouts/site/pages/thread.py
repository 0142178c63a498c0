"""The page of a thread: what each side said over time on the claims under one question, in one place.

In: the answers of QUESTIONS for one thread. Out: a `Thread`. It puts steps in order and side
by side; it works out no stance and no change of line, since two steps are as a rule on two claims.
"""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from itertools import groupby

from readouts.site.dates_in_words import in_words
from readouts.site.pages import first_answer
from readouts.site.pages.answers import Answers, Row
from readouts.site.pages.card import COLUMNS, JOINS, Card, Name, card
from readouts.site.pages.manner import Manner, Stance, stance
from readouts.vocabulary import QUESTION, Vocabulary, vocabulary

OTHERS = ""  # the column of whoever is on no side of the contacts asked of
FEW = 40  # steps that stand open under each other

QUESTIONS = {
    "codes": QUESTION,
    "thread": "SELECT * FROM threads WHERE id = :id",
    "claims": """SELECT claims.id, claims.text, claims.kind, thread_claims.reason
FROM thread_claims JOIN claims ON claims.id = thread_claims.claim_id
WHERE thread_claims.thread_id = :id ORDER BY thread_claims.place""",
    "parties": """SELECT DISTINCT organizations.side FROM thread_claims
JOIN claims ON claims.id = thread_claims.claim_id
JOIN event_participants ON event_participants.event_id = claims.event_id
JOIN organizations ON organizations.id = event_participants.organization_id WHERE thread_claims.thread_id = :id""",
    "ends": """SELECT most_telling.side, codes.label, count(*) AS claims FROM most_telling
JOIN thread_claims ON thread_claims.claim_id = most_telling.claim_id
JOIN codes ON codes.list = 'stance' AND codes.code = most_telling.stance
WHERE thread_claims.thread_id = :id AND most_telling.about = 'claim' AND most_telling.stands
GROUP BY most_telling.side, codes.code ORDER BY most_telling.side, codes.rank""",
    # Of each side its words on the first claim of the thread that it affirms, and on the first that it denies: who has
    # received a plan and not officially says both, and neither alone is what it says. Else on the first of all.
    "telling": first_answer.question("""most_telling.id IN (SELECT id FROM (SELECT told.id, sign(codes.scale) AS sign,
row_number() OVER (PARTITION BY told.side, sign(codes.scale)
ORDER BY NOT told.stands, thread_claims.place, NOT told.lead, told.id) AS number,
max(abs(codes.scale)) OVER (PARTITION BY told.side) AS firmest
FROM most_telling AS told JOIN thread_claims ON thread_claims.claim_id = told.claim_id
JOIN codes ON codes.list = 'stance' AND codes.code = told.stance
WHERE thread_claims.thread_id = :id AND told.about = 'claim')
WHERE number = 1 AND (sign IN (-1, 1) OR firmest IS NULL OR firmest = 0))"""),
    "steps": f"""SELECT {COLUMNS}, thread_steps.*
FROM thread_steps JOIN quotations ON quotations.id = thread_steps.quotation_id {JOINS}
WHERE thread_steps.thread_id = :id ORDER BY thread_steps.step, thread_steps.claim_place""",
}


@dataclass(frozen=True)
class Rendering:
    """Words of a step, and what rests on them; those that their words bear stand first."""

    card: Card
    stances: tuple[Stance, ...]

    @property
    def leads(self) -> bool:
        """Whether a stance rests on them that is more than implied."""
        return any(one.manner.leads for one in self.stances)


@dataclass(frozen=True)
class Step:
    """What one statement says on claims of the thread.

    `number` counts in time order; `open_with` are the steps of which it is not known whether they came before.
    """

    number: int
    side: str
    renderings: tuple[Rendering, ...]
    open_with: tuple[int, ...] = ()

    @property
    def open_runs(self) -> tuple[tuple[int, ...], ...]:
        """The same, three or more in a row as the first and the last of them."""
        runs: list[list[int]] = []
        for one in self.open_with:
            if runs and one == runs[-1][-1] + 1:
                runs[-1].append(one)
            else:
                runs.append([one])
        pieces = ([(run[0], run[-1])] if len(run) > 2 else [(one,) for one in run] for run in runs)
        return tuple(piece for run in pieces for piece in run)

    @property
    def card(self) -> Card:
        """Who, for whom and when, and the first of its words."""
        return self.renderings[0].card

    @property
    def manner(self) -> Manner:
        """How the first of its stances is said."""
        return self.renderings[0].stances[0].manner


@dataclass(frozen=True)
class Time:
    """Steps of one date, column by column: none of them is known to follow one that stands beside it."""

    text: str
    cells: tuple[tuple[str, tuple[Step, ...]], ...]

    @property
    def steps(self) -> tuple[Step, ...]:
        """All of them, column by column."""
        return tuple(step for _, steps in self.cells for step in steps)

    @property
    def month(self) -> str:
        """The month of the first day that the date allows, else of the last; empty where no day is known."""
        found = re.search(r"\d{4}(-\d\d)?", self.steps[0].card.when.edtf)
        return found[0] if found else ""


@dataclass(frozen=True)
class Month:
    """Steps of one month, or of all where there are not many: then it has no name."""

    name: str
    times: tuple[Time, ...]

    @property
    def steps(self) -> int:
        """How many steps it has."""
        return sum(len(one.steps) for one in self.times)


@dataclass(frozen=True)
class Belongs:
    """A claim under the question, and why it belongs there."""

    claim: Name
    kind: str
    reason: str


@dataclass(frozen=True)
class Thread:
    """The page; `sides` are its columns: those of the contacts asked of, and OTHERS for all other voices."""

    id: str
    question: str
    note: str
    sides: tuple[str, ...]
    times: tuple[Time, ...]
    steps: int
    claims: tuple[Belongs, ...]
    answer: first_answer.Answer = first_answer.NONE

    @property
    def months(self) -> tuple[Month, ...]:
        """The steps month by month, if there are many; each run of one month stands once."""
        if self.steps <= FEW:
            return (Month("", self.times),)
        runs = groupby(self.times, lambda one: one.month)
        return tuple(Month(in_words(month) if month else "Date not known", tuple(run)) for month, run in runs)

    def of(self, side: str) -> tuple[Step, ...]:
        """The steps of one column, in time order."""
        return tuple(step for time in self.times for at, steps in time.cells if at == side for step in steps)


def shape(found: Answers) -> Thread:
    """The page of the one row of `thread`."""
    row = found["thread"][0]
    told, known = steps(found["steps"]), vocabulary(found["codes"])
    sides = columns(told, {one["side"] for one in found["parties"]}, known)
    return Thread(
        id=row["id"],
        question=row["question"],
        note=row["note"] or "",
        sides=sides,
        times=times(told, sides),
        steps=len(told),
        claims=tuple(Belongs(Name(one["text"], one["id"]), one["kind"], one["reason"]) for one in found["claims"]),
        answer=first_answer.on_thread(found["ends"], found["telling"], known),
    )


def steps(rows: Iterable[Row]) -> tuple[Step, ...]:
    """The steps in their order, each with its words, what rests on them, and what its order is open against."""
    return tuple(_step(number, tuple(run)) for number, run in groupby(rows, lambda row: row["step"]))


def columns(told: Iterable[Step], parties: Collection[str], known: Vocabulary) -> tuple[str, ...]:
    """The sides of the contacts asked of that speak, in the order of the sides; then OTHERS, if others speak."""
    speak = {one.side for one in told}
    sides = tuple(side for side in known.sides if side in speak and side in parties)
    return (*sides, OTHERS) if speak - {*sides} else sides


def times(told: Iterable[Step], sides: tuple[str, ...]) -> tuple[Time, ...]:
    """The steps by date; a step that is known to follow one of another column begins a row of its own."""
    rows: list[list[tuple[str, Step]]] = []
    for step in told:
        column = step.side if step.side in sides else OTHERS
        run = rows[-1] if rows else []
        follows = any(other != column and one.number not in step.open_with for other, one in run)
        if follows or not run or run[0][1].card.when.edtf != step.card.when.edtf:
            rows.append([])
        rows[-1].append((column, step))
    return tuple(
        Time(run[0][1].card.when.text, tuple((side, tuple(one for at, one in run if at == side)) for side in sides))
        for run in rows
    )


def _step(number: int, rows: tuple[Row, ...]) -> Step:
    renderings: dict[str, list[Row]] = {}
    for row in rows:
        renderings.setdefault(row["quotation_id"], []).append(row)
    shown = sorted((_rendering(some) for some in renderings.values()), key=lambda one: not one.leads)
    against = rows[0]["order_open_with"]
    open_with = tuple(int(one) for one in against.split(", ")) if against != "none" else ()
    return Step(number, shown[0].card.side, tuple(shown), open_with)


def _rendering(rows: list[Row]) -> Rendering:
    stances = sorted(map(stance, rows), key=lambda one: not one.manner.leads)
    return Rendering(card(rows[0]), tuple(stances))
