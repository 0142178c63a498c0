"""What the record knows of words: which occur, what is called so, what else a name or a word is written like.

In: the answers of QUESTIONS. Out: `RecordWords`, made once for a served file. Nothing here is about
one query: names come from the tables people and organizations, words from the table
`lexicon`, Russian equivalents of kinds of contacts, stances and bodies from `russian.csv`.
"""

import csv
import io
import re
from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files

from rapidfuzz.distance import OSA

from readouts.build.spelling import cyrillic, key, keys
from readouts.site.pages.answers import Row
from readouts.site.search.slips import NAME, name_meant, offered, word_meant
from readouts.site.search.terms import folded

QUESTIONS = {
    "lexicon": "SELECT word, rows FROM lexicon ORDER BY word",
    "people": "SELECT name, native_name, other_names, 'person' AS kind FROM people",
    "organizations": "SELECT name, native_name, other_names, kind FROM organizations",
    "places": "SELECT DISTINCT place FROM events WHERE place IS NOT NULL",
    "days": """SELECT date_earliest AS day FROM events WHERE date_earliest = date_latest
UNION SELECT date_earliest FROM statements WHERE date_earliest = date_latest""",
}
_CASES = ("ого", "ому", "ами", "ями", "ой", "ою", "ом", "ем", "ым", "им", "ей", "а", "у", "е", "ы", "и", "ю", "я")
_CAPITALS = re.compile(r"[A-Z]{2,5}|(?:[A-Z]\.){2,}")


@dataclass(frozen=True)
class RecordWords:
    """The words of the record, and what stands for what.

    `names`: key -> the words of names that have it; `alone`: those of them that name somebody without the others.
    `called`: the keys of another name, word by word -> the name. `proper`: what names somebody, some body or
    some place by itself -> its key; `bodies`: the names of several words.
    """

    words: tuple[str, ...] = ()
    rows: Mapping[str, int] = field(default_factory=dict)
    names: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    alone: frozenset[str] = frozenset()
    called: Mapping[tuple[str, ...], tuple[str, ...]] = field(default_factory=dict)
    days: frozenset[str] = frozenset()
    proper: Mapping[str, str] = field(default_factory=dict)
    bodies: tuple[tuple[str, ...], ...] = ()

    def occurs(self, beginning: str) -> bool:
        """Whether a word of the record begins so."""
        wanted = folded(beginning)
        place = bisect_left(self.words, wanted)
        return place < len(self.words) and self.words[place].startswith(wanted)

    def named(self, word: str) -> tuple[str, ...]:
        """The words of names of which it is another spelling, in Cyrillic also with an ending of a case."""
        stems = [word, *(word.removesuffix(end) for end in _CASES if word.casefold().endswith(end))]
        for stem in stems if cyrillic(word) else stems[:1]:
            found = {name for one in keys(stem) for name in self.names.get(one, ())} if len(stem) > 2 else set()
            if found:
                return tuple(sorted(found))
        return ()

    def other(self, words: tuple[str, ...]) -> tuple[str, ...]:
        """The name of which these words are another name; empty: of none."""
        return self.called.get(tuple(map(key, words)), ())

    def meant(self, word: str) -> str:
        """The name, or the long word, that it is a slip of, for sure; empty: of none."""
        return name_meant(word, self.proper) or word_meant(word, self.words, self.rows)

    def offered(self, word: str) -> tuple[str, ...]:
        """What else could be meant by a word that the record does not have."""
        return offered(word, self.proper, self.words, self.rows)

    def beside(self, words: tuple[str, ...]) -> dict[int, str]:
        """Which of the words is a slip in the name of a body that the others have: its place -> the right word."""
        plain = tuple(map(folded, words))
        found: dict[int, str] = {}
        for body in self.bodies:
            for start in range(len(plain) - len(body) + 1):
                here = plain[start : start + len(body)]
                wrong = [place for place, one in enumerate(here) if one != body[place]]
                if len(wrong) == 1 and len(here[wrong[0]]) >= NAME and not self.occurs(here[wrong[0]]):
                    near = OSA.distance(here[wrong[0]], body[wrong[0]]) == 1
                    found |= {start + wrong[0]: body[wrong[0]]} if near else {}
        return found


def record_words(found: Mapping[str, tuple[Row, ...]]) -> RecordWords:
    """What the answers of QUESTIONS say."""
    named: dict[str, set[str]] = {}
    called: dict[tuple[str, ...], tuple[str, ...]] = {}
    alone: set[str] = set()
    bodies: set[tuple[str, ...]] = set()
    for row in (*found["people"], *found["organizations"]):
        words = _words(_bare(row["name"]))
        for word in words:
            if len(word) > 2 and word.isalpha():
                named.setdefault(key(word), set()).add(folded(word))
        for native in _native(row, len(words)):
            for word, name in zip(native, words, strict=True):
                named.setdefault(key(word), set()).add(folded(name))
        alone |= set(map(folded, words)) if row["kind"] == "person" or len(words) == 1 else set()
        if row["kind"] != "person":
            called |= {tuple(map(key, words)): _words(_bare(row["name"])) for words in _other_names(row)}
            others = [_words(name) for name in (row["other_names"] or "").split(";")]
            alone |= {folded(one[0]) for one in others if len(one) == 1}
            bodies |= {tuple(map(folded, one)) for one in (words, *others) if len(one) > 1}
    places = {folded(word) for row in found.get("places", ()) for word in _words(row["place"]) if word[0].isupper()}
    return RecordWords(
        words=tuple(row["word"] for row in found["lexicon"]),
        rows={row["word"]: row["rows"] for row in found["lexicon"]},
        names={one: tuple(sorted(words)) for one, words in named.items()},
        alone=frozenset(alone),
        called=called,
        days=frozenset(row["day"] for row in found["days"]),
        proper={word: key(word) for word in sorted(alone | places) if word.isalpha()},
        bodies=tuple(sorted(bodies)),
    )


def _native(row: Row, length: int) -> list[tuple[str, ...]]:
    """A person's names in Cyrillic, word by word as the record has them in Latin letters."""
    names = [row["native_name"] or "", *(row["other_names"] or "").split(";")] if row["kind"] == "person" else []
    return [words for name in names if cyrillic(name) and len(words := _words(name)) == length]


def _other_names(row: Row) -> list[tuple[str, ...]]:
    """The other names of an organization as words; of a state the abbreviations alone: a capital is also a place."""
    names = [row["native_name"] or "", *(row["other_names"] or "").split(";")]
    kept = [name.strip() for name in names if row["kind"] != "state" or _CAPITALS.fullmatch(name.strip())]
    own = tuple(map(key, _words(_bare(row["name"]))))
    forms = [_words(_bare(re.sub(r"(?<=\b\w)\.", "", name))) for name in kept]
    return [words for words in forms if words and tuple(map(key, words)) != own]


def _bare(name: str) -> str:
    return name.removeprefix("The ")


def _words(name: str) -> tuple[str, ...]:
    return tuple(re.findall(r"\w+", name))


@cache
def _russian() -> tuple[tuple[str, tuple[str, ...]], ...]:
    text = files("readouts.site.search").joinpath("russian.csv").read_text(encoding="utf-8")
    return tuple((row["russian"], tuple(row["english"].split(" / "))) for row in csv.DictReader(io.StringIO(text)))


def english(word: str) -> tuple[str, ...]:
    """What the record calls in English what a Russian or Ukrainian word begins to say; empty: not in the list."""
    lower = word.casefold()
    return next((words for beginning, words in _russian() if lower.startswith(beginning)), ())
