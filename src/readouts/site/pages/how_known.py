"""How do we know? From every page to the evidence of what stands there, and to the rules by which it is worked out.

In: the steps of the build, written down as SQL, and which page it is. Out: a `Ways` for the end of each page, and a
`Rule` for the page of each derived table. Which rules make a page is told here alone (RULES).
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import takewhile

from readouts.build.steps import Derived
from readouts.site.pages.card import Name

# Which derived tables, or reader columns of a base table, make the page of a row, or a page of our own.
RULES = {
    "claims": ("claim_timeline", "most_telling", "shifts", "contradictions", "corroboration"),
    "events": ("contact_standing", "accounts", "contact_voices", "most_telling"),
    "people": ("positions", "shifts", "contradictions", "most_telling"),
    "organizations": ("positions", "shifts", "contradictions", "most_telling"),
    "threads": ("thread_steps", "most_telling"),
    "topics": ("claim_timeline",),
    "statements": ("statements", "wordings"),
    "quotations": ("evidence_status",),
    "sources": ("sources", "chains"),
    "/": ("contact_standing", "coverage", "shifts"),
    "/contacts": ("contact_standing", "most_telling", "coverage"),
    "/check": ("quotations", "coverage"),
    "/prove": ("evidence_status",),
    "/-/search": ("search",),
    "/-/findings": ("finding_cases", "party_words", "coverage"),
}
# By which column of the flat table the quotations behind a row's page are found.
BEHIND = {
    "claims": "claim_id",
    "events": "event_id",
    "people": "speaker_id",
    "organizations": "organization_id",
    "statements": "statement_id",
    "quotations": "quotation_id",
    "sources": "source_id",
}
SHOWN = ("speaker", "date", "stance", "claim", "words", "source", "evidence", "proof_state")
_WORD = re.compile(r"\w+")


@dataclass(frozen=True)
class Ways:
    """What the end of a page leads to: its evidence, as a table and a query, and its rules; `own`: the page's alone."""

    table: str
    query: str
    own: bool
    rules: tuple[Name, ...]


@dataclass(frozen=True)
class Rule:
    """How the rows of one derived table are worked out: in words (a paragraph, the list below it), as SQL, of what.

    `table` has the rows; `columns`: the rule makes reader columns of a base table.
    """

    id: str
    title: str
    about: str
    table: str
    columns: bool
    words: tuple[tuple[str, tuple[str, ...]], ...]
    sql: str
    reads: tuple[Name, ...]


def rules(steps: Iterable[Derived]) -> dict[str, Rule]:
    """Every rule by its id, the name of its file."""
    known = {_id(step): step for step in steps}
    return {key: _rule(key, step, known) for key, step in known.items()}


def ways(known: dict[str, Rule], kind: str, row: str = "", sql: str = "") -> Ways:
    """For a page of that kind, a table or a path of our own; of that row where it is a row's; with a question's SQL."""
    own = bool(row) and kind in BEHIND
    query = "&".join([f"{BEHIND[kind]}={row}", *(f"_show={name}" for name in SHOWN)]) if own else ""
    read = set(_WORD.findall(sql))
    asked = tuple(name for name, rule in known.items() if name in read and not rule.columns)
    made = RULES.get(kind, ()) if row or kind.startswith("/") else (kind,) if kind in known else ()
    named = tuple(Name(known[rule].title, rule) for rule in asked or made)
    return Ways("readouts_wordings" if own else "evidence_status", query, own, named)


def _id(step: Derived) -> str:
    return step.path.partition("/")[2].removesuffix(".sql")


def _rule(key: str, step: Derived, known: dict[str, Derived]) -> Rule:
    comment = list(takewhile(lambda line: line.startswith("--"), step.sql.split("\n")))
    sql = "\n".join(step.sql.split("\n")[len(comment) :])
    read = set(_WORD.findall(sql)) - {step.name}
    return Rule(
        id=key,
        title=step.title,
        about=step.description,
        table=step.name,
        columns=step.path.startswith("columns/"),
        words=_paragraphs(line.removeprefix("--").removeprefix(" ") for line in comment),
        sql=sql.strip(),
        reads=tuple(Name(other.title, name) for name, other in known.items() if name in read),
    )


def _paragraphs(lines: Iterable[str]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Lines that were broken at a width: a sentence's end ends a paragraph, what is set in is a list below it."""
    found: list[tuple[str, list[str]]] = []
    for line in lines:
        if line.startswith("  ") and found:
            found[-1][1].append(line.strip())
        elif found and not found[-1][1] and not found[-1][0].endswith("."):
            found[-1] = (f"{found[-1][0]} {line.strip()}", [])
        else:
            found.append((line.strip(), []))
    return tuple((text, tuple(items)) for text, items in found)
