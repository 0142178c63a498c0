"""The questions whose pages answer a query.

In: what was asked, all questions. Out: results, by where they stand on the search page. A
question is offered for its own words, those of its title and its example: what its
description has beside them is no reason by itself.
"""

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

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


def answers(asked: Query, questions: Mapping[str, dict[str, Any]]) -> Answers:
    """The questions that answer the query, best first, MOST of them in all."""
    asking = tuple(one.term for one in asked.wanted if one.kind in ("word", "phrase"))
    titles = {name: _own(one["title"]) for name, one in questions.items()}
    found: dict[str, list[tuple[float, str, Result]]] = {"typed": [], "asked": [], "others": []}
    for name, one in questions.items():
        result = Result("questions", Name(one["title"], name), about=one.get("example") or "")
        typed, title = _plain(asked.query), _plain(one["title"])
        own = f"{one['title']} / {one.get('example', '')}"
        text = f"{own} / {one.get('description', '')}"
        share = sum(bool(spans(text, term)) for term in asking) / len(asking) if asking else 0
        some = any(spans(own, term) for term in asking)
        weight = _weight(titles[name], asking, tuple(titles.values()))
        if len(typed.split()) > 1 and typed in title:
            found["typed"].append((0, name, result))
        elif asked.question and some and (share == 1 or (share > _ENOUGH and weight >= _ENOUGH)):
            found["asked"].append((-share - weight, name, result))
        elif some and share == 1:
            found["others"].append((-weight, name, result))
    ranked = {kind: [result for _, _, result in sorted(some, key=lambda one: one[:2])] for kind, some in found.items()}
    asked_too = ranked["asked"][: MOST - len(ranked["typed"][:MOST])]
    others = () if ranked["typed"] or asked_too else tuple(ranked["others"][:MOST])
    return Answers(tuple(ranked["typed"][:MOST]), tuple(asked_too), others)


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
