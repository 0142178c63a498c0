"""What was asked: the words that count, what each is read as, and what was left out.

In: what a reader typed, and what the record knows of words (`RecordWords`). Out: a `Query`. Words
in quotation marks stand together and are read as they are; days and months are read in any
usual form; words that carry nothing are left out, unless there are no others; a name is read
in any spelling; a word that nothing has is read as the nearest that something has.
"""

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from readouts.site.search.record_words import RecordWords, english
from readouts.site.search.terms import WORDS, Term, beginning, folded, of_time
from readouts.site.search.typed_days import MARK, Time, month, times

_TOKEN = re.compile(rf"[\"“„«](?P<phrase>[^\"“”„«»]*)[\"“”»]|(?P<mark>{MARK})|(?P<word>\w+(?:['’]\w+)?)")
_ENDING = re.compile(r"['’](?:s|re|ve|ll|d|m)$", re.IGNORECASE)
_ABBREVIATION = re.compile(r"\b(?:[^\W\d_]\.){2,}")
_OPENINGS = frozenset(
    (
        *("who", "what", "when", "where", "which", "whose", "whom", "why", "how", "did", "does", "do", "is", "are"),
        *("was", "were", "has", "have", "had", "can", "could", "will", "would", "кто", "что", "когда", "где"),
        *("какие", "какой", "как", "почему", "хто", "коли", "чи"),
    )
)
_LONGEST = 5  # words of another name


@dataclass(frozen=True)
class Note:
    """How something typed was read: `how` is spelling, name, russian, month, day or open (the day may be another)."""

    how: str
    typed: str
    read: str
    other: str = ""


@dataclass(frozen=True)
class Wanted:
    """One thing looked for; `kind` is day, month, name (of a person or a body), phrase or word."""

    term: Term
    kind: str


@dataclass(frozen=True)
class Query:
    """A query as it is understood."""

    query: str
    wanted: tuple[Wanted, ...] = ()
    empty: tuple[str, ...] = ()
    notes: tuple[Note, ...] = ()
    days: tuple[str, ...] = ()
    months: tuple[str, ...] = ()
    question: bool = False

    @property
    def terms(self) -> tuple[Term, ...]:
        """All that is looked for."""
        return tuple(one.term for one in self.wanted)

    @property
    def times(self) -> tuple[str, ...]:
        """The days that are asked for, and the months where nothing else is: all that was said then is looked for."""
        return self.days or (self.months if all(one.kind == "month" for one in self.wanted) else ())

    @property
    def misspelt(self) -> tuple[Note, ...]:
        """The words that nothing has, each with the nearest that something has."""
        return tuple(note for note in self.notes if note.how == "spelling")

    @property
    def understood(self) -> str:
        """The query as it is understood, to be typed again."""
        return " ".join(one.term.text for one in self.wanted)


def understood(query: str, known: RecordWords) -> Query:
    """The query as it is understood."""
    text, found = times(_ABBREVIATION.sub(lambda match: match[0].replace(".", ""), query), known.days)
    tokens, waiting = list(_TOKEN.finditer(text)), list(found)
    words = [match["word"] for match in tokens if match["word"]]
    counting = any(not _empty(word) for word in words) or len(words) < len(tokens)
    wanted: list[Wanted] = []
    empty: list[str] = []
    notes: list[Note] = []
    while tokens:
        if tokens[0]["mark"]:
            _take_time(waiting.pop(0), wanted, notes)
        elif tokens[0]["phrase"] is not None:
            phrase = tuple(re.findall(r"\w+", tokens[0]["phrase"]))
            wanted += [Wanted(Term(f"“{tokens[0]['phrase']}”", (phrase,)), "phrase")] if phrase else []
        elif taken := _take_name(tokens, known, wanted, notes):
            del tokens[: taken - 1]
        elif counting and _empty(tokens[0]["word"]):
            empty.append(tokens[0]["word"])
        else:
            _take_word(_ENDING.sub("", tokens[0]["word"]), known, wanted, notes)
        del tokens[0]
    days = tuple(day for one in found if one.whole for day in one.days)
    months = tuple(way for one in wanted if one.kind == "month" for way in one.term.months)
    opens = (bool(words) and folded(words[0]) in _OPENINGS) or query.rstrip().endswith("?")
    kept = tuple({one.term: one for one in wanted}.values())[:WORDS]
    return Query(query, kept, tuple(dict.fromkeys(empty)), tuple(dict.fromkeys(notes)), days, months, opens)


@cache
def function_words() -> frozenset[str]:
    """Words that say nothing of what is looked for, in English, Russian and Ukrainian."""
    text = files("readouts.site.search").joinpath("function_words.txt").read_text(encoding="utf-8")
    return frozenset(map(folded, text.split()))


def _empty(word: str) -> bool:
    plain = folded(word).replace("’", "'")
    return plain in function_words() or _ENDING.sub("", plain) in function_words()


def _take_time(time: Time, wanted: list[Wanted], notes: list[Note]) -> None:
    wanted.append(Wanted(of_time(time.typed, time.days), "day" if time.whole else "month"))
    if time.other:
        notes.append(Note("open", time.typed, time.text, time.otherwise))
    elif not time.sure:
        notes.append(Note("day" if time.whole else "month", time.typed, time.text))


def _take_name(tokens: list[re.Match], known: RecordWords, wanted: list[Wanted], notes: list[Note]) -> int:
    """How many of the tokens are another name of something; it is wanted under either."""
    for length in range(min(_LONGEST, len(tokens)), 0, -1):
        words = tuple(token["word"] or "" for token in tokens[:length])
        name = known.other(words) if all(words) else ()
        if name and not (length == 1 and _empty(words[0])):
            typed = " ".join(words)
            wanted.append(Wanted(Term(typed, (words, name)), "name"))
            notes.append(Note("name", typed, " ".join(name)))
            return length
    return 0


def _take_word(word: str, known: RecordWords, wanted: list[Wanted], notes: list[Note]) -> None:
    time, plain = month(word, known.days), beginning(word)
    occurs = any(known.occurs(way[0]) for way in plain.ways) or not word.isalpha()
    names, equal = known.named(word), english(word)
    kind = "name" if set(names) & known.alone else "word"
    if time:
        _take_time(time, wanted, notes)
    elif names:
        ways = (*plain.ways, *((name,) for name in names if (name,) not in plain.ways))
        exact = folded(word) in names
        wanted.append(Wanted(plain if exact else Term(word, ways, True), kind))
        notes += [] if exact else [Note("name", word, " or ".join(name.capitalize() for name in names))]
    elif equal:
        ways = (*plain.ways, *(way for one in equal for way in _phrase(one)))
        wanted.append(Wanted(Term(word, ways, True), "word"))
        notes.append(Note("russian", word, " or ".join(equal)))
    elif occurs or not (near := known.nearest(word)):
        wanted.append(Wanted(plain, "word"))
    else:
        near = near.capitalize() if known.named(near) else near
        notes.append(Note("spelling", word, near))
        _take_word(near, known, wanted, notes)


def _phrase(text: str) -> tuple[tuple[str, ...], ...]:
    words = tuple(text.split())
    return beginning(text).ways if len(words) == 1 else (words,)
