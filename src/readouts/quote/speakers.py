"""Who is meant by a name: people, bodies and offices of the record, in any usual spelling.

In: the answers of QUESTIONS, and what somebody typed. Out: `Asked`, with the ids of those who may be meant: all who
have most of the words in their names. Names are folded as the search folds them (`build.spelling`).
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import product
from typing import Any

from rapidfuzz import fuzz, process

from readouts.build.spelling import keys

QUESTIONS = {
    "people": "SELECT id, name, native_name, other_names FROM people ORDER BY id",
    "organizations": "SELECT id, name, native_name, other_names FROM organizations ORDER BY id",
}
LONGEST = 100  # letters of a name that are looked at
NEAR = 75  # per cent of likeness from which a name is offered
ONE_MEANT = 80  # the same of a last name, from which the one who has it is meant
_CASES = re.compile(r"(?<=\w{3})(?:ого|ому|ым|ой|ом|ем|а|у|е|ы|и)$")  # endings of a name in Russian and Ukrainian
_EMPTY = frozenset(("the", "of", "and"))


@dataclass(frozen=True)
class Asked:
    """Whose words are asked for: as typed, who may be meant, and what is like the name where nobody is called so.

    Where one alone is like it, that one is meant.
    """

    typed: str = ""
    ids: frozenset[str] = frozenset()
    names: tuple[str, ...] = ()
    near: str = ""


@dataclass(frozen=True)
class Speakers:
    """Everybody by the keys of their names; `people` are the ids that are a person's."""

    names: Mapping[str, tuple[frozenset[str], ...]]
    called: Mapping[str, str]
    people: frozenset[str]

    @classmethod
    def of(cls, found: Mapping[str, tuple[Mapping[str, Any], ...]]) -> "Speakers":
        """All of the answers of QUESTIONS."""
        rows = (*found["people"], *found["organizations"])
        return cls(
            {row["id"]: tuple(dict.fromkeys(_keys(name) for name in _names(row))) for row in rows},
            {row["id"]: row["name"] for row in rows},
            frozenset(row["id"] for row in found["people"]),
        )

    def asked(self, typed: str) -> Asked:
        """Who may be meant: those who have most of the words; among them those whose names have least besides."""
        typed = " ".join(typed.split())[:LONGEST]
        wanted = _keys(typed)
        if not wanted:
            return Asked(typed)
        fits = {key: max(_fit(wanted, one) for one in names) for key, names in self.names.items() if names}
        best = max(fits.values(), default=(0, 0))
        if not best[0]:
            return self._like(typed)
        ids = [key for key, fit in fits.items() if fit == best]
        return Asked(typed, frozenset(ids), tuple(dict.fromkeys(self.called[key] for key in ids)))

    def _like(self, typed: str) -> Asked:
        """The one person whose last name is like the typed one is meant; any other name that is like it is offered."""
        last = keys(typed.rpartition(" ")[2].casefold())
        near = [
            key
            for key in sorted(self.people)
            if any(fuzz.ratio(*two) >= ONE_MEANT for two in product(last, keys(self.called[key].rpartition(" ")[2])))
        ]
        if len(near) == 1:
            return Asked(typed, frozenset(near), (self.called[near[0]],), self.called[near[0]])
        found = process.extractOne(typed, sorted(set(self.called.values())), scorer=fuzz.WRatio, score_cutoff=NEAR)
        return Asked(typed, near=found[0] if found else "")

    def mentioned(self, text: str) -> frozenset[str]:
        """The people whose last name a text has, and the bodies of which it has a whole name, with capitals."""
        said = {key for word in re.findall(r"\w+", text) if word[0].isupper() for key in _forms(word)}
        people = {key for key in self.people if said.intersection(keys(self.called[key].rpartition(" ")[2]))}
        bodies = {
            key for key in self.names if key not in self.people and any(one and one <= said for one in self.names[key])
        }
        return frozenset(people | bodies)


def _names(row: Mapping[str, Any]) -> list[str]:
    return [row["name"], row["native_name"] or "", *(row["other_names"] or "").split(";")]


def _keys(name: str) -> frozenset[str]:
    words = (word for word in re.findall(r"\w+", re.sub(r"(?<=\b\w)\.", "", name)) if word.casefold() not in _EMPTY)
    return frozenset(key for word in words for key in keys(word))


def _forms(word: str) -> Iterable[str]:
    """The keys of a word, in Cyrillic without the ending of a case, too."""
    return {*keys(word), *keys(_CASES.sub("", word))}


def _fit(wanted: frozenset[str], name: frozenset[str]) -> tuple[int, int]:
    """How many words are shared, then how few the name has besides."""
    shared = len(wanted & name)
    return (shared, -len(name - wanted)) if shared else (0, 0)
