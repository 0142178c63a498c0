"""What a person or a body has said: month by month, and subject by subject.

Why: a hundred statements of one spokesman are of use only when they can be unfolded. They
stand oldest first, as on the page of a claim: a line that moves is read forwards. The
month last spoken in stands open, and all of them where there are few statements.
In: the answers of `questions(where)`. Out: `Month`s of `StatementCard`s, and `Subject`s.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from readouts.read.edtf_dates import parse
from readouts.site.dates_in_words import in_words
from readouts.site.pages.answers import Answers, Row
from readouts.site.pages.card import COLUMNS, JOINS, Card, Name, card
from readouts.site.pages.manner import PLAIN, Manner, manner

FEW = 8  # statements that nobody needs folded

# In time: by the first day that date and known order allow; on one day, by known order.
_DAY = """coalesce((SELECT min(not_before) FROM claim_timeline WHERE statement_id = statements.id),
statements.date_earliest, statements.date_latest)"""
_ORDER = f"""{_DAY} IS NULL, {_DAY},
(SELECT count(*) FROM known_order WHERE later_statement_id = statements.id), statements.id"""
_FORMS = "SELECT code, rank FROM codes WHERE list = 'form'"


@dataclass(frozen=True)
class Taken:
    """A position that a statement takes on one claim."""

    claim: Name
    stance: str
    opinion: bool
    manner: Manner = PLAIN


@dataclass(frozen=True)
class StatementCard:
    """One statement, on the card of its strongest rendering; `renderings` counts them all."""

    card: Card
    stances: tuple[Taken, ...]
    renderings: int


@dataclass(frozen=True)
class Month:
    """The statements of one month, or of what is known of it; `topics` has the most spoken of first."""

    name: str
    topics: tuple[str, ...]
    statements: tuple[StatementCard, ...]
    open: bool


@dataclass(frozen=True)
class Step:
    """A position taken on one claim at one time."""

    statement_id: str
    quotation_id: str
    date: str
    speaker: str
    stance: str
    opinion: bool
    manner: Manner = PLAIN


@dataclass(frozen=True)
class Line:
    """All that one voice says on one claim, in time order."""

    claim: Name
    steps: tuple[Step, ...]


@dataclass(frozen=True)
class Subject:
    """One topic, and the claims of it on which the voice speaks."""

    topic: Name
    statements: int
    lines: tuple[Line, ...]


def questions(where: str) -> dict[str, str]:
    """The questions for the statements that the condition chooses, e.g. `statements.speaker_id = :id`."""
    chosen = f"SELECT id FROM statements WHERE {where}"
    return {
        "statements": f"""WITH forms (form, rank) AS ({_FORMS}),
ranked AS (
    SELECT quotations.id, count(*) OVER (PARTITION BY quotations.statement_id) AS renderings,
    row_number() OVER (PARTITION BY quotations.statement_id ORDER BY forms.rank,
        (SELECT count(*) FROM stances WHERE stances.quotation_id = quotations.id AND basis <> 'logic') DESC,
        quotations.id) AS place
    FROM quotations JOIN forms ON forms.form = quotations.form WHERE quotations.statement_id IN ({chosen})
)
SELECT {COLUMNS}, {_DAY} AS day, ranked.renderings
FROM ranked JOIN quotations ON quotations.id = ranked.id {JOINS}
WHERE ranked.place = 1 ORDER BY {_ORDER}""",
        "taken": f"""SELECT claim_timeline.statement_id, claim_timeline.quotation_id, claim_timeline.claim_id,
claim_timeline.claim, claim_timeline.stance, claim_timeline.opinion, claim_timeline.date, claim_timeline.speaker,
claim_timeline.topic_id, claim_timeline.topic, claim_timeline.basis, claim_timeline.register,
claim_timeline.taken_back
FROM claim_timeline JOIN statements ON statements.id = claim_timeline.statement_id
WHERE claim_timeline.statement_id IN ({chosen})
ORDER BY claim_timeline.topic, {_ORDER}, claim_timeline.basis = 'logic',
coalesce(claim_timeline.scale, 0) DESC, claim_timeline.claim""",
    }


def months(found: Answers) -> tuple[Month, ...]:
    """The statements by month, in their order; those whose date allows more than a month stand apart, by that date."""
    taken = {key: tuple(run) for key, run in _by(found["taken"], "statement_id")}
    few = len(found["statements"]) <= FEW
    runs = _by(tuple(row | {"month": _month(row)} for row in found["statements"]), "month")
    return tuple(
        Month(
            name=month,
            topics=_topics([one for row in run for one in taken.get(row["statement_id"], ())]),
            statements=tuple(_statement_card(row, taken.get(row["statement_id"], ())) for row in run),
            open=few or place == len(runs),
        )
        for place, (month, run) in enumerate(runs, 1)
    )


def subjects(found: Answers) -> tuple[Subject, ...]:
    """What is said on each topic, claim by claim; the topics most spoken of first, claims by when they were first."""
    topics = [
        Subject(
            Name(rows[0]["topic"], topic),
            len({row["statement_id"] for row in rows}),
            tuple(
                Line(Name(on[0]["claim"], claim), tuple(_step(row) for row in on))
                for claim, on in _by(rows, "claim_id")
            ),
        )
        for topic, rows in _by(found["taken"], "topic_id")
    ]
    return tuple(sorted(topics, key=lambda one: (-one.statements, one.topic.text)))


def _by(rows: Iterable[Row], column: str) -> tuple[tuple[str, list[Row]], ...]:
    """The rows by a column, its values in the order of their first row."""
    groups: dict[str, list[Row]] = {}
    for row in rows:
        groups.setdefault(row[column], []).append(row)
    return tuple(groups.items())


def _month(row: Row) -> str:
    """The month in which every day lies that the date allows; else the date itself, in words."""
    date = row["date"] or ""
    if len(date.rstrip("?~%")) == len("2025"):
        return f"{date[:4]}, month not known"
    span = parse(date) if date else None
    first, last = (span.earliest, span.latest) if span else (None, None)
    if first and last and (first.year, first.month) == (last.year, last.month):
        return in_words(first.isoformat()[:7])
    return in_words(date)[:1].upper() + in_words(date)[1:]


def _topics(taken: list[Row]) -> tuple[str, ...]:
    topics = [row["topic"] for row in taken]
    return tuple(sorted(set(topics), key=lambda topic: (-topics.count(topic), topic)))


def _statement_card(row: Row, taken: tuple[Row, ...]) -> StatementCard:
    return StatementCard(card(row), tuple(position(one) for one in taken), row["renderings"])


def position(row: Row) -> Taken:
    """A row of `claim_timeline`, as the position that it is."""
    return Taken(Name(row["claim"], row["claim_id"]), row["stance"], bool(row["opinion"]), manner(row))


def _step(row: Row) -> Step:
    date = in_words(row["date"])
    opinion, how = bool(row["opinion"]), manner(row)
    return Step(row["statement_id"], row["quotation_id"], date, row["speaker"], row["stance"], opinion, how)
