"""The rule by which a row gets its id, where a curator gives none.

Why: an id is read before its row, in an address and in other tables, and is never changed; so it is made in
one way, of what the row says. In: the cells that go into it, already ids themselves. Out: the id.

- a source: the day, who published it (else at whose address it stands), and `about` if it is given
- a statement: the day, the speaker's family name (else the body, else the label), and `about`, else its first words
- a place: the statement, and `about`; else the publisher, and from the second place of a statement on its first words
- an event: the day, and `about`, else the family names of those who took part and the kind
- a claim: the day in the id of its event (else of the statement), and `about`, else the words of its text
- a participant: the event, and the family name or the body; a role: the person and the body; a person, a body: its name

The day of a row is as much of it as both ends of its date share; `about` is a word or a few of the curator's.
"""

import re
from collections.abc import Iterable

from anyascii import anyascii

MOST = 80  # characters, as the schemas allow
FAMILY_FIRST = frozenset({"CN", "HK", "KH", "KP", "KR", "MO", "TW", "VN"})  # where it stands first in English too
WORDS, CLAIM_WORDS = 3, 7  # how many words name a place or a statement, a claim
_LEADING = re.compile(r"[0-9]{4}(?:-[0-9]{2}){0,2}(?=-)")
_SMALL = frozenset(
    {"a", "an", "and", "as", "at", "be", "by", "for", "from", "had", "has", "have", "in", "is", "it", "its"}
    | {"of", "on", "or", "that", "the", "to", "was", "were", "with"}
)


def slug(*parts: str) -> str:
    """Texts in any alphabet as lower-case words with hyphens between them, at most as long as an id may be."""
    plain = "-".join(part for part in parts if part)
    words = re.findall(r"[a-z0-9]+", re.sub(r"['’`]", "", anyascii(plain)).lower())
    return "-".join(words)[:MOST].strip("-")


def first_words(text: str, count: int = WORDS) -> str:
    """The first words of a text, as they go into an id."""
    words = slug(text).split("-")
    return "-".join(words[:count])


def telling_words(text: str) -> str:
    """The first words of a claim that are more than links between others."""
    return "-".join([word for word in slug(text).split("-") if word not in _SMALL][:CLAIM_WORDS])


def day(date: str) -> str:
    """As much of a date as both of its ends share: a day, a month, a year, or nothing."""
    first, stroke, last = re.sub("[?~%]", "", date).partition("/")
    if not stroke:
        return first
    ends = [one for one in (first, last) if one != ".."]
    if len(ends) < 2:
        return ""
    shared: list[str] = []
    for one, other in zip(*(end.split("-") for end in ends), strict=False):
        if one != other:
            break
        shared.append(one)
    return "-".join(shared)


def day_in(row_id: str) -> str:
    """The day with which an id begins; empty if it begins with none."""
    found = _LEADING.match(row_id)
    return found[0] if found else ""


def family_name(person_id: str, country: str) -> str:
    """The family name in the id of a person of that country; empty where there is no person."""
    return person_id.partition("-")[0] if country in FAMILY_FIRST else person_id.rpartition("-")[2]


def source(published: str, publisher: str, host: str, about: str) -> str:
    """The id of a source."""
    return slug(day(published), publisher or host, about)


def statement(date: str, family: str, organization: str, label: str, words: str, about: str) -> str:
    """The id of a statement; `family` is the name of its speaker, `words` are those of its first place."""
    who = family or organization or re.sub(r"^(the|an?) ", "", label)
    return slug(day(date), who, about or first_words(words))


def place(statement_id: str, publisher: str, words: str, first: bool, about: str) -> str:
    """The id of a place; `first` says that it is the statement's first in this source."""
    return slug(statement_id, about or slug(publisher, "" if first else first_words(words)))


def event(date: str, names: Iterable[str], kind: str, about: str) -> str:
    """The id of an event; `names` are the ids of those who took part, people before bodies."""
    return slug(day(date), about or slug(*names, kind))


def claim(event_id: str, statement_id: str, text: str, about: str) -> str:
    """The id of a claim; the statement is the one that takes the first stance on it."""
    return slug(day_in(event_id) or day_in(statement_id), about or telling_words(text))


def participant(event_id: str, family: str, organization: str) -> str:
    """The id of a participant; `family` is the name of the person."""
    return slug(event_id, family or organization)


def role(person: str, organization: str) -> str:
    """The id of a role."""
    return slug(person, organization)
