"""What was asked: the words that count, what each is read as, and what was left out.

In: what a reader typed, and what the record knows of words (`RecordWords`). Out: a `Query`. Words
in quotation marks stand together and are read as they are; days and months are read in any
usual form; words that carry nothing are left out, unless there are no others; a name is read
in any spelling; a word that nothing has is read as the name, or the long word, that it is a slip of.
"""

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from readouts.site.search.contact_kinds import kinds
from readouts.site.search.record_words import RecordWords, english
from readouts.site.search.terms import WORDS, Term, beginning, folded, of_span, of_time
from readouts.site.search.typed_days import MARK, Time, month, times
from readouts.site.search.typed_spans import ranges

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
# Query how often, and not for these words.
_COUNTING = re.compile(r"(?<!\w)(?:how (?:many times|often)|сколько раз|скільки разів)(?!\w)", re.IGNORECASE)
_SAYS = re.compile(
    r"(?:sa(?:y|id)|t(?:ell|old)|den(?:y|ie)|confirm|claim|reject|dismiss|сказал|заяв|отриц|опроверг|подтвер)"
)
LONGER = ("month", "year", "range")  # times that are no single day


@dataclass(frozen=True)
class Note:
    """How something typed was read: `how` is spelling, name, russian, month, day, range or open.

    open: it may be another day.
    """

    how: str
    typed: str
    read: str
    other: str = ""


@dataclass(frozen=True)
class Wanted:
    """One thing looked for; `kind` is day, month, year, range, name (of a person or a body), phrase or word.

    `kinds` are the kinds of contacts that it names.
    """

    term: Term
    kind: str
    kinds: tuple[str, ...] = ()


@dataclass(frozen=True)
class Query:
    """A query as it is understood.

    `periods` are the first and the last day of each time that is asked for; `like` says, of a word that the record
    does not have, what it has that looks like it, and was not looked for.
    """

    query: str
    wanted: tuple[Wanted, ...] = ()
    empty: tuple[str, ...] = ()
    notes: tuple[Note, ...] = ()
    days: tuple[str, ...] = ()
    periods: tuple[tuple[str, str], ...] = ()
    question: bool = False
    like: tuple[tuple[str, str], ...] = ()

    @property
    def terms(self) -> tuple[Term, ...]:
        """All that is looked for."""
        return tuple(one.term for one in self.wanted)

    @property
    def times(self) -> tuple[tuple[str, str], ...]:
        """The days that are asked for, and longer times where nothing else is: all that was said then is looked for."""
        days = tuple((day, day) for day in self.days)
        return days or (self.periods if all(one.kind in LONGER for one in self.wanted) else ())

    @property
    def words(self) -> tuple[Term, ...]:
        """What is looked for beside times."""
        return tuple(one.term for one in self.wanted if one.kind not in ("day", *LONGER))

    @property
    def speaker(self) -> Term | None:
        """Whose words are asked for: the one name, or where it is asked who said something, the first."""
        names = [one.term for one in self.wanted if one.kind == "name"]
        says = any(_SAYS.match(folded(word)) for word in re.findall(r"\w+", self.query))
        return names[0] if names and (len(names) == 1 or says) else None

    @property
    def misspelt(self) -> tuple[Note, ...]:
        """The words that nothing has, each with the nearest that something has."""
        return tuple(note for note in self.notes if note.how == "spelling")

    @property
    def offered(self) -> str:
        """The query with what looks like the words that the record does not have, to be typed; empty: nothing does."""
        if not self.like:
            return ""
        instead = dict(self.like)
        return " ".join(instead.get(one.term.text, one.term.text) for one in self.wanted)

    @property
    def understood(self) -> str:
        """The query as it is understood, to be typed again."""
        return " ".join(one.term.text for one in self.wanted)


def understood(query: str, known: RecordWords) -> Query:
    """The query as it is understood."""
    plain = _ABBREVIATION.sub(lambda match: match[0].replace(".", ""), query)
    counting = _COUNTING.findall(plain)
    text, found = ranges(*times(_COUNTING.sub(" ", plain), known.days), known.days)
    tokens, reading = list(_TOKEN.finditer(text)), _Reading(known)
    words = [match["word"] for match in tokens if match["word"]]
    reading.counting = any(not _empty(word) for word in words) or len(words) < len(tokens)
    reading.read(tokens, list(found))
    days = tuple(day for one in found if one.whole for day in one.days)
    periods = (*(period for one in found for period in one.periods), *reading.periods)
    opens = bool(counting) or (bool(words) and folded(words[0]) in _OPENINGS) or query.rstrip().endswith("?")
    kept = tuple({one.term: one for one in reading.wanted}.values())[:WORDS]
    empty = tuple(dict.fromkeys((*counting, *reading.empty)))
    return Query(query, kept, empty, tuple(dict.fromkeys(reading.notes)), days, periods, opens, tuple(reading.like))


@cache
def function_words() -> frozenset[str]:
    """Words that say nothing of what is looked for, in English, Russian and Ukrainian."""
    text = files("readouts.site.search").joinpath("function_words.txt").read_text(encoding="utf-8")
    return frozenset(map(folded, text.split()))


def _empty(word: str) -> bool:
    plain = folded(word).replace("’", "'")
    return plain in function_words() or _ENDING.sub("", plain) in function_words()


class _Reading:
    """A query while it is read, word by word."""

    def __init__(self, known: RecordWords):
        self.known = known
        self.counting = True
        self.wanted: list[Wanted] = []
        self.empty: list[str] = []
        self.notes: list[Note] = []
        self.periods: list[tuple[str, str]] = []
        self.like: list[tuple[str, str]] = []

    def read(self, tokens: list[re.Match[str]], waiting: list[Time]) -> None:
        """All the tokens, times in the places of their marks."""
        slips = self.known.beside(tuple(token["word"] or "" for token in tokens))
        place = 0
        while place < len(tokens):
            token, taken = tokens[place], 1
            if token["mark"]:
                self._take_time(waiting.pop(0))
            elif token["phrase"] is not None:
                phrase = tuple(re.findall(r"\w+", token["phrase"]))
                self.wanted += [Wanted(Term(f"“{token['phrase']}”", (phrase,)), "phrase")] if phrase else []
            elif place in slips:
                self._take_slip(token["word"], slips[place])
            elif name := self._take_name(tokens[place:]):
                taken = name
            elif self.counting and _empty(token["word"]):
                self.empty.append(token["word"])
            else:
                self._take_word(_ENDING.sub("", token["word"]))
            place += taken

    def _take_time(self, time: Time) -> None:
        term = of_span(time.typed, time.days) if time.kind == "range" else of_time(time.typed, time.days)
        self.wanted.append(Wanted(term, time.kind))
        if time.other:
            self.notes.append(Note("open", time.typed, time.text, time.otherwise))
        elif not time.sure:
            self.notes.append(Note(time.kind, time.typed, time.text))

    def _take_name(self, tokens: list[re.Match[str]]) -> int:
        """How many of the tokens are another name of something; it is wanted under either."""
        for length in range(min(_LONGEST, len(tokens)), 0, -1):
            words = tuple(token["word"] or "" for token in tokens[:length])
            name = self.known.other(words) if all(words) else ()
            if name and not (length == 1 and _empty(words[0])):
                typed = " ".join(words)
                self.wanted.append(Wanted(Term(typed, (words, name)), "name"))
                self.notes.append(Note("name", typed, " ".join(name)))
                return length
        return 0

    def _take_slip(self, word: str, right: str) -> None:
        right = right.capitalize() if self.known.named(right) else right
        self.notes.append(Note("spelling", word, right))
        self._take_word(right)

    def _take_word(self, word: str) -> None:
        known, plain = self.known, beginning(word)
        time, occurs = month(word, known.days), any(known.occurs(way[0]) for way in plain.ways) or not word.isalpha()
        names, equal = known.named(word), english(word)
        kind = "name" if set(names) & known.alone else "word"
        if time:
            self._take_time(time)
            self.periods += time.periods
        elif names:
            ways = (*plain.ways, *((name,) for name in names if (name,) not in plain.ways))
            exact = folded(word) in names
            self.wanted.append(Wanted(plain if exact else Term(word, ways, True), kind))
            self.notes += [] if exact else [Note("name", word, " or ".join(name.capitalize() for name in names))]
        elif equal:
            ways = (*plain.ways, *(way for one in equal for way in _phrase(one)))
            named = tuple(dict.fromkeys(kind for one in equal for kind in kinds(one)))
            self.wanted.append(Wanted(Term(word, ways, True), "word", named))
            self.notes.append(Note("russian", word, " or ".join(equal)))
        elif not occurs and (meant := known.meant(word)):
            self._take_slip(word, meant)
        else:
            self.wanted.append(Wanted(plain, "word", kinds(word)))
            near = () if occurs else known.offered(word)
            self.like += [(word, near[0].capitalize() if known.named(near[0]) else near[0])] if near else []


def _phrase(text: str) -> tuple[tuple[str, ...], ...]:
    words = tuple(text.split())
    return beginning(text).ways if len(words) == 1 else (words,)
