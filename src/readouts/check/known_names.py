"""By which words a text can name who speaks: the record's names of persons, their titles, bodies and labels.

Why: a statement of somebody whom the text does not name is another's. In: the rows of the tables, the words of a text.
Out: whether a known form of one stands in them. A surname counts for the whole name; a word counts in
another case of its language (Пескова, Ukrainian) and in a near spelling (Peskow).
"""

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any

from rapidfuzz import fuzz

from readouts.evidence.source_text import Place, Text, normalise, words_of

Form = tuple[str, ...]  # the words of a name, folded
LIKE, LEAST = 80, 5  # of a hundred, and letters: what is another spelling of a word
_ENDING = re.compile("[aeiouyаеийоуыьюя]+$")


def folded(words: Iterable[str]) -> Form:
    """Words without case, dots and the s of possession."""
    return tuple(re.sub(r"'s?$", "", word.casefold()).replace(".", "") for word in words)


def names(text: Text, form: Form, place: Place | None = None) -> bool:
    """Whether the words of a form stand one behind the other at a place of the text, else in its body."""
    where = place or text.body
    return where.count > 0 and _stand(text.said(where), form)


def alphabet(text: Text) -> str:
    """The alphabet of most words of the body."""
    return _most(text.said(text.body)) if text.body.count else ""


@lru_cache(maxsize=8192)
def _stand(said: str, form: Form) -> bool:
    words = folded(words_of(said))
    return any(all(map(_same, words[at : at + len(form)], form)) for at in range(len(words) - len(form) + 1))


@lru_cache(maxsize=512)
def _most(said: str) -> str:
    return Counter(map(_alphabet, words_of(said))).most_common(1)[0][0]


@lru_cache(maxsize=65536)
def _same(word: str, known: str) -> bool:
    stem = _ENDING.sub("", known)
    another_case = len(stem) >= 3 and word.startswith(stem) and len(word) <= len(known) + 3
    return word == known or another_case or (min(len(word), len(known)) >= LEAST and fuzz.ratio(word, known) >= LIKE)


def _alphabet(word: str) -> str:
    return unicodedata.name(word[:1], "").partition(" ")[0]


@dataclass(frozen=True)
class Names:
    """The rows that name somebody."""

    rows: dict[str, list[dict[str, Any]]]

    @cached_property
    def people(self) -> dict[str, tuple[Form, ...]]:
        """The surnames of each person, in every spelling of the record."""
        return {row["id"]: tuple({form[-1:] for form in _spelt(row)}) for row in self.rows["people"]}

    @cached_property
    def titles(self) -> dict[str, tuple[Form, ...]]:
        """The titles of each person; one word alone ("President") names too many."""
        titles = defaultdict(set)
        for row in self.rows["roles"]:
            titles[row["person_id"]].add(folded(words_of(normalise(row["title"] or ""))))
        return {person: tuple(form for form in forms if len(form) > 1) for person, forms in titles.items()}

    @cached_property
    def bodies(self) -> dict[str, tuple[Form, ...]]:
        """The names of each body, without the article."""
        return {row["id"]: tuple({_bare(form) for form in _spelt(row)}) for row in self.rows["organizations"]}

    def of(self, statement: dict[str, Any]) -> tuple[Form, ...]:
        """The known forms of who says it: of the person with the titles, else of the label, else of the body."""
        person = statement["speaker_id"]
        if person:
            return (*self.people.get(person, ()), *self.titles.get(person, ()))
        if label := statement["speaker_label"]:
            return tuple((word,) for word in folded(words_of(normalise(label))) if len(word) > 3)
        return self.office(statement)

    def office(self, statement: dict[str, Any]) -> tuple[Form, ...]:
        """The known forms of the body in whose name it is said."""
        return self.bodies.get(statement["organization_id"], ())

    def asked(self, text: Text, forms: Sequence[Form]) -> bool:
        """Whether one of the forms is written in the letters of the text, so that it could stand there."""
        return any(_alphabet(form[0]) == alphabet(text) for form in forms)


def _spelt(row: dict[str, Any]) -> list[Form]:
    cells = (row[name] or "" for name in ("name", "native_name", "other_names"))
    # What stands in brackets tells two bodies of one name apart, and is no part of it.
    forms = (folded(words_of(normalise(re.sub(r"\([^)]*\)", "", one)))) for cell in cells for one in cell.split(";"))
    return [form for form in forms if form]


def _bare(form: Form) -> Form:
    return form[1:] if form[0] == "the" and len(form) > 1 else form
