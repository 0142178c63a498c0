"""The sentences with which a page begins: who takes which stance on what since when, and of whom nothing is known.

In: rows of `most_telling` with the columns of first_answer.py, the cells of `contact_standing` or `accounts`, and the
vocabulary. Out: text. What is not coded is said to be that; nothing is concluded from it.
"""

from collections.abc import Iterable, Mapping

from readouts.site.dates_in_words import in_words
from readouts.site.pages.answers import Row
from readouts.site.pages.no_side import BESIDE
from readouts.vocabulary import NOBODY, Vocabulary

EVENT, CLAIM, COURSE, PLAN, BY_LOGIC, ELSE = "event", "claim", "course", "plan", "by logic", "something else"
OPEN, SEARCHED, LEAK = "not coded yet", "nothing found", "leak: "
THE_REPORT = "the report"  # speaks for itself, and is named by what is known of it
NOBODY_SAYS = {"none": "nobody says that it took place", "none so far": "nobody says so far that it took place"}
TELLS = {EVENT: "{stance} by", CLAIM: "{stance} by", COURSE: "told of by", PLAN: "the plan: {stance} by"} | {
    BY_LOGIC: "{stance}, as follows from other words, by",
    ELSE: "spoken of, but not whether it was so, by",
}


def sentences(*texts: str) -> tuple[str, ...]:
    """Each text that is not empty as a sentence."""
    return tuple(f"{text[:1].upper()}{text[1:].rstrip('.')}." for text in texts if text)


def who_says(rows: Iterable[Row], known: Vocabulary) -> str:
    """Who takes which stance on what, refusals last, each side with the date of the first to say so."""
    found: dict[str, dict[str, Row]] = {}
    stances, sides = list(known.stances), order(known)
    rows = [row for row in rows if row["stands"]]

    def place(row: Row) -> tuple[int, bool, int, int]:
        stance = row["stance"]
        return _rank(row), known.stances[stance].scale is None, stances.index(stance), sides.index(row["side"])

    for row in sorted(rows, key=place):
        named = found.setdefault(TELLS[row["subject"]].format(stance=row["stance_phrase"]), {})
        if row["side"] not in named or _earlier(row, named[row["side"]]):
            named[row["side"]] = row
    return "; ".join(f"{way} {_and(_since(row, known) for row in named.values())}" for way, named in found.items())


def _earlier(row: Row, other: Row) -> bool:
    """Whether a row of another stance that is told in the same words is older."""
    return bool(row["since"] and other["since"] and row["since_order"] < other["since_order"])


def _since(row: Row, known: Vocabulary) -> str:
    """Who says so, and since when; a voice of its own has the day of its words, and how many say the same."""
    day, since = _day(row["date"]), _day(row["since"])
    if beside(row["side"], known) and row["same"] and since:
        return f"{_named(row, known)} ({f'{day}; ' if day else ''}{row['same']} more, the first {since})"
    return f"{_named(row, known)}{f' (first {since})' if since else ''}"


def _day(date: str | None) -> str:
    return in_words(date).replace(" (uncertain)", ", uncertain") if date else ""


def of_leak(cells: Mapping[str, object], known: Vocabulary) -> tuple[str, ...]:
    """What a side says of a leak of the contact, where that is all it says of it."""
    found: dict[str, list[str]] = {}
    for side in known.sides.values():
        text = str(cells.get(side.column) or "")
        stance = next((one for one in known.stances if text == f"{LEAK}{one}"), "")
        if stance:
            found.setdefault(known.stances[stance].phrase, []).append(side.phrase)
    return tuple(f"the leak of it: {phrase} by {_and(sides)}" for phrase, sides in found.items())


def _rank(row: Row) -> int:
    return list(TELLS).index(row["subject"])


def beside(side: str, known: Vocabulary) -> bool:
    """Whether it is nobody's account of the matter: of no side, beside a party, an outlet's, anybody else's."""
    return side in (NOBODY, BESIDE) or known.sides[side].nature in ("reporter", "rest")


def _named(row: Row, known: Vocabulary) -> str:
    """A side within a sentence; who gives no side's account has a name of his own, with the outlet he works for."""
    if not beside(row["side"], known):
        return known.sides[row["side"]].phrase
    speaker, body = str(row["speaker"]), str(row["organization"])
    if speaker == "unattributed":
        return "somebody unnamed"
    if speaker == THE_REPORT:
        # A source without a title is called what it is ("Report by X, DAY").
        name = str(row["source"])
        return f"the r{name[1:].partition(', ')[0]}" if name.startswith("Report ") else f"{speaker} “{name}”"
    reports = row["side"] in known.sides and known.sides[row["side"]].nature == "reporter"
    return f"{speaker} of {body}" if reports and body not in ("none", speaker) else speaker


def silent(cells: Mapping[str, object], known: Vocabulary) -> tuple[str, ...]:
    """Of which sides nothing is coded, and of which nothing was found where it was looked for."""
    found: dict[str, list[str]] = {}
    for side in known.sides.values():
        text = str(cells.get(side.column) or "")
        if text == OPEN or text.startswith(SEARCHED):
            found.setdefault(text, []).append(side.phrase)
    return tuple(
        f"what {_and(sides)} {'says' if len(sides) == 1 else 'say'} is not coded yet"
        if text == OPEN
        else f"{text} of {_and(sides)}"
        for text, sides in found.items()
    )


def order(known: Vocabulary) -> tuple[str, ...]:
    """In which order those who speak stand: the sides, who is beside a party, who speaks for no side."""
    return (*known.sides, BESIDE, NOBODY)


def _and(texts: Iterable[str]) -> str:
    *first, last = texts
    return f"{', '.join(first)} and {last}" if first else last
