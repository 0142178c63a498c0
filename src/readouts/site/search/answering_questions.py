"""The questions whose pages answer a query: those that are asked of the tables, threads, and findings.

In: what was asked, all questions, threads and findings. Out: results, by where they stand on the search page. A
question is offered for its own words, those of its title and its example: what its
description has beside them is no reason by itself.
"""

import math
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from readouts.findings import Finding
from readouts.site.pages.answers import Row
from readouts.site.pages.card import Name
from readouts.site.search.result_page import Result
from readouts.site.search.terms import Term, folded, spans
from readouts.site.search.understood_query import Query, function_words

MOST = 2  # questions that are offered
_ENOUGH = 0.5  # of what the words of a title weigh
_WORD = re.compile(r"\w+")


@dataclass(frozen=True)
class Answers:
    """Questions whose title was typed; those that answer what was asked as a question; others with all the words."""

    typed: tuple[Result, ...] = ()
    asked: tuple[Result, ...] = ()
    others: tuple[Result, ...] = ()


@dataclass(frozen=True)
class _Page:
    """A page that answers: a question asked of the tables, a thread, or a finding."""

    result: Result
    title: str
    example: str = ""
    description: str = ""

    @property
    def own(self) -> str:
        """The words for which it is offered."""
        return f"{self.title} / {self.example}"


def answers(
    asked: Query,
    questions: Mapping[str, dict[str, Any]],
    threads: Iterable[Row] = (),
    findings: Iterable[Finding] = (),
) -> Answers:
    """The questions, threads and findings that answer the query, best first, MOST of them in all."""
    pages = (*map(_question, questions.items()), *map(_thread, threads), *map(_finding, findings))
    titles = tuple(_own(one.title) for one in pages)
    typed = _plain(asked.query)
    found: dict[str, list[tuple[float, bool, str, Result]]] = {"typed": [], "asked": [], "others": []}
    for one in pages:
        kind, weight = _how(one, asked, titles)
        # A day or a name that a thread's title has is no title that was typed.
        if len(typed.split()) > 1 and typed in _plain(one.title) and (kind or one.result.table != "threads"):
            kind, weight = "typed", 0
        if kind:
            # A question's page has the answer for one name or day; a finding counts all of them, and comes after it.
            found[kind].append((weight, one.result.table == "findings", one.result.name.id, one.result))
    ranked = {kind: [one[-1] for one in sorted(some, key=lambda one: one[:3])] for kind, some in found.items()}
    asked_too = ranked["asked"][: MOST - len(ranked["typed"][:MOST])]
    others = () if ranked["typed"] or asked_too else tuple(ranked["others"][:MOST])
    return Answers(tuple(ranked["typed"][:MOST]), tuple(asked_too), others)


def _how(one: _Page, asked: Query, titles: tuple[frozenset[str], ...]) -> tuple[str, float]:
    """Whether a page answers what was asked as a question, or has all the words, and its weight, the best lowest.

    A question is asked of anybody, so a name says nothing for it; a thread is about those whom its title names.
    """
    words = tuple(one.term for one in asked.wanted if one.kind in ("word", "phrase"))
    names = tuple(one.term for one in asked.wanted if one.kind == "name") if one.result.table == "threads" else ()
    asking, text = (*words, *names), f"{one.own} / {one.description}"
    if not any(spans(one.own, term) for term in words):
        return "", 0
    share = sum(bool(spans(text, term)) for term in asking) / len(asking)
    weight = _weight(_own(one.title), asking, titles)
    if asked.question and (share == 1 or (share > _ENOUGH and weight >= _ENOUGH)):
        return "asked", -share - weight
    return ("others", -weight) if share == 1 else ("", 0)


def _question(named: tuple[str, dict[str, Any]]) -> _Page:
    name, one = named
    example = one.get("example") or ""
    return _Page(
        Result("questions", Name(one["title"], name), about=example),
        one["title"],
        example,
        one.get("description") or "",
    )


def _thread(row: Row) -> _Page:
    return _Page(Result("threads", Name(row["question"], row["id"]), about=row["note"] or ""), row["question"])


def _finding(one: Finding) -> _Page:
    return _Page(Result("findings", Name(one.question, one.id), about=one.means), one.question)


def _weight(own: frozenset[str], asking: tuple[Term, ...], titles: tuple[frozenset[str], ...]) -> float:
    """How much of a title was asked for, by what its words weigh: the fewer titles have one, the more."""
    weights = {word: math.log(1 + len(titles) / sum(word in title for title in titles)) for word in own}
    return sum(weights[word] for word in own if any(spans(word, term) for term in asking)) / (
        sum(weights.values()) or 1
    )


def _own(title: str) -> frozenset[str]:
    """The words of a title that carry something."""
    return frozenset(map(folded, _WORD.findall(title))) - function_words()


def _plain(text: str) -> str:
    """Its words alone, between blanks, so that one text can be looked for in another."""
    return f" {' '.join(_WORD.findall(text.casefold()))} "
