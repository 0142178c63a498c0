"""What the record shows: questions that are answered by counting, each with its query, unit, caveat and drawing.

Why: whoever asks how often a contact was denied and acknowledged later wants one sentence, and the rows behind it. In:
the queries in `queries/`, each of which stands alone on the built file. Out: `FINDINGS`, and the query that puts their
cases one after another into the derived table `finding_cases`. Nothing here holds a figure: what is counted, drawn and
said of it follows from that table (`answer.py`). What is wrong with a row is another matter (`readouts.finding`).
"""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

COLUMNS = (
    *("part", "result", "beside", "days", "event", "side", "date", "complete", "case_key"),
    *("event_id", "claim_id", "statement_id", "other_statement_id"),
)


@dataclass(frozen=True)
class Finding:
    """One question: `unit` and `units` are what is counted, `means` what a reader must know of the answer.

    `days` says what the days of its cases are, where it has any; `first` are the parts that stand first.
    """

    id: str
    question: str
    unit: str
    units: str
    means: str
    days: str = ""
    first: tuple[str, ...] = ()

    @property
    def sql(self) -> str:
        """Its query, which names its cases."""
        return _query(self.id)


FINDINGS = (
    Finding(
        "denied_then_acknowledged",
        "Which contacts did a side deny and acknowledge later?",
        "contact denied by a side",
        "contacts denied by a side",
        "A contact counts once a side, however often it was denied. A denial of a plan is none of a contact. “Not"
        " acknowledged so far” says that no acknowledgement is coded; it does not say that the denial was true, "
        "or that there was never one.",
        "from the first denial to the first later acknowledgement",
    ),
    Finding(
        "after_no_plan",
        "What followed “no call is planned”, and what an announcement?",
        "statement on a plan",
        "statements on a plan",
        "A denial of a plan is not refuted by a contact that is arranged afterwards. The days are at most so "
        "many: other contacts may lie between. Most plans have no last day, so that nothing could show that they "
        "did not hold.",
        "from “no plan” to the next contact of the same people that a side acknowledges, at most",
        ("No plan", "A plan"),
    ),
    Finding(
        "first_to_tell",
        "Which side tells first of a contact?",
        "contact that a side tells of",
        "contacts that a side tells of",
        "To tell is to say firmly that it took place, or what was said in it; the first telling that is coded "
        "need not be the first that was made. Dates are days: of one day, the hour is not known, and a day in "
        "doubt counts as that day. A side of which nothing is coded is not a side that kept silent.",
        "from the telling of the one side to that of the other",
        ("Both tell of it",),
    ),
    Finding(
        "told_by_one_side",
        "Which subjects does one side alone tell of, of contacts that both give an account of?",
        "subject of a contact",
        "subjects of contacts",
        "A subject is one claim on what was said in a contact. Words that name a thing more widely or more "
        "narrowly are other claims, so that two accounts may be nearer to each other than they are counted. What "
        "is not coded of the other side is no silence.",
        first=("Both tell it",),
    ),
    Finding(
        "who_asked",
        "Who is said to have asked for the contact?",
        "account of who asked",
        "accounts of who asked",
        "What a side says of itself and of the other, and no finding on who did ask. “Did not ask” denies one "
        "side's request and names nobody else's.",
    ),
    Finding(
        "own_text",
        "How much of a side's account rests on its own text?",
        "statement on a contact",
        "statements on contacts",
        "It says in which texts the words were read, and not which texts there are: what an official site prints "
        "was often read in a copy, or as an agency tells it.",
    ),
    Finding(
        "against_each_other",
        "On what do two sides contradict each other about one contact?",
        "claim that one affirms or allows and the other denies or doubts",
        "claims that one affirms or allows and the other denies or doubts",
        "Neither is thereby said to be right. Either may have moved since. Plans are left out: “I will” and “not "
        "yet arranged” are both true.",
    ),
    Finding(
        "after_a_report",
        "How long from a report or a leak of a contact to the first reaction of a side?",
        "first reaction to a report",
        "first reactions to a report",
        "Of contacts that no side had told of before, as far as it is coded. The first words that are coded after"
        " a report need not be the first that were spoken, and need not answer it.",
        "from the earliest report to the first reaction",
    ),
)


def with_cases(sql: str) -> str:
    """A query with the cases of all findings, in the columns of `finding_cases`, in the place of `[[findings]]`."""
    return sql.replace("[[findings]]", "\nUNION ALL\n".join(_cases(one) for one in FINDINGS))


def _cases(one: Finding) -> str:
    names = ", ".join("events.name AS event" if name == "event" else f"cases.{name} AS {name}" for name in COLUMNS)
    return (
        f"SELECT '{one.id}' AS finding, {names}\nFROM (\n{one.sql}) AS cases\nJOIN events ON events.id = cases.event_id"
    )


@cache
def _query(name: str) -> str:
    return files("readouts.findings").joinpath("queries", f"{name}.sql").read_text(encoding="utf-8")
