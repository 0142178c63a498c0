"""Verdicts and cautions in words: the same on the page, in the terminal and in JSON.

In: a `Verdict`, a `Caution`. Out: sentences. None says that words are false, or concludes anything from silence.
"""

from collections.abc import Callable

from readouts.quote.cautions import Caution
from readouts.quote.covered_time import TOLD, Level
from readouts.quote.speakers import Asked
from readouts.quote.turning_words import NATURES
from readouts.quote.verdict import KINDS, Verdict

MEANS = {
    "printed": "The record has these words, as whole sentences or as the whole of what is quoted.",
    "part": "The words stand so in the record, inside a sentence that has more words.",
    "otherwise": "The record has words like these, and not these.",
    "joined": "The words stand in the record, but not together.",
    "somebody": "The record has these words, or words like these, and gives them to another speaker.",
    "paraphrase": "The record has these words, or words like these, as a source’s or as ours, not as the speaker’s.",
    "absent": "No quotation of the record has these words, or words much like them.",
}
COVERED = "How far the record covers the accounts of contacts, by who met or spoke:"
IN_PART = "Covered in part: not all that both sides told of these contacts is judged."
TIMED = ("time", "time-named")
DAYS = 3  # that are named in a headline
OUTSIDE = "That time is outside the months whose coverage is worked out."
SILENT = "From what is not here nothing follows: it may have been said all the same."
TAKEN = {
    "": "",
    "whole": "Nothing stands in quotation marks, so the whole was taken as one quotation.",
    "clause": "Nothing stands in quotation marks, so the clause that tells what was said was taken as the quotation.",
}
_HELD = (
    "They were held against the {number} of the record’s {all} quotations that have the speaker’s own words in this"
    " alphabet, a selection made by hand; another translation of a remark can have other words throughout."
)
_TOLD = {
    "lost": "The record’s words have {words}, {nature}, which the pasted words have not.",
    "added": "The pasted words have {words}, {nature}, which the record’s words have not.",
    "moved": "{words}, {nature}, stands at another place in the record’s words.",
    "outside": "Outside the pasted words the same sentence has {words}, {nature}.",
    "beside": "Another sentence of the same quotation has {words}.",
    "cut": "Between these words something is left out here, which the pasted words do not show.",
    "brackets": "{words} stands in brackets there: the source put it among the speaker’s words.",
    "question": "It is printed as a question.",
    "no-question": "It is not printed as a question.",
    "speaker": "The words are given to {words}.",
    "named": "The pasted text names {asked}, the record gives the words to {words}.",
    "time": "Of another time: asked for {asked}, the record has the words of {words}.",
    "time-named": "Of another time: the pasted text names {asked}, the record has the words of {words}.",
    "begins": "The words that are held begin inside a sentence: the rest of the sentence is not held.",
    "ends": "The words that are held do not end where a sentence ends: if it went on, the rest is not held.",
}


def headline(verdict: Verdict, named: Callable[[str], str] = str) -> str:
    """What the verdict is, with the number of places where that says something, and the time where it is another."""
    timed = [one for one in verdict.cautions if one.kind in TIMED]
    if not timed:
        return _counted(verdict)
    days = tuple(dict.fromkeys(named(one.words[1]) for one in timed))
    more = f" and {len(days) - DAYS} more days" if len(days) > DAYS else ""
    told = _TOLD[timed[0].kind].format(asked=timed[0].words[0], words=", ".join(days[:DAYS]) + more)
    return f"{_counted(verdict)}, {told[:1].lower()}{told[1:].removesuffix('.')}"


def _counted(verdict: Verdict) -> str:
    """The name of the verdict, with the number of places."""
    name, places = KINDS[verdict.kind], dict(verdict.places)
    if verdict.kind == "joined":
        return name if places["joined"] < 3 else f"{places['joined']} places joined"
    if verdict.kind not in ("printed", "part") or sum(places.values()) < 2:
        return name
    first = places[verdict.kind]
    told = f"{name}, at {first} place{'' if first == 1 else 's'}"
    rest = sum(places.values()) - first
    other = "part of a sentence that says more" if verdict.kind == "printed" else "printed so"
    return f"{told}; at {rest} more {other}" if rest else told


def silent(verdict: Verdict) -> str:
    """What is to be known of words that are not in the record, before anything is concluded of it."""
    return f"{_HELD.format(number=f'{verdict.held:,}', all=f'{verdict.of:,}')} {SILENT}"


def unknown(asked: Asked) -> str:
    """That nobody is called as was typed, and who is taken to be meant."""
    if not asked.typed or (asked.ids and not asked.near):
        return ""
    read = f": it is read as {asked.near}, the one name that is like it" if asked.ids else ""
    return f"The record has nobody called “{asked.typed}”{read}."


def told(caution: Caution, named: Callable[[str], str] = str) -> str:
    """A caution in a sentence; `named` says what a day is called."""
    first, *rest = caution.words or ("",)
    if caution.kind in TIMED:
        return _TOLD[caution.kind].format(asked=first, words=named(rest[0]))
    if caution.kind in ("speaker", "named"):
        return _TOLD[caution.kind].format(words=first, asked=" and ".join(rest))
    words = ", ".join(f"“{word}”" for word in caution.words)
    return _TOLD[caution.kind].format(words=words, nature=NATURES.get(caution.nature, ""))


def covered(level: Level, named: Callable[[str], str] = str) -> str:
    """How far one level is covered, in a line; `named` says what a month is called."""
    told = (
        f"{', '.join(' to '.join(map(named, dict.fromkeys(run))) for run in runs)} {TOLD[state]}"
        for state, runs in level.states
    )
    return f"{level.label}: {'; '.join(told)}"
