"""An answer for programs; docs/pages.md tells its shape.

In: an `Answer`, the months that were asked for, and a function that makes the address of a row. Out: plain values.
"""

from collections.abc import Callable, Iterable
from typing import Any

from readouts.quote.covered_time import Level
from readouts.quote.in_words import MEANS, covered, headline, silent, told
from readouts.quote.quotations import Quotation
from readouts.quote.verdict import Answer, Found, Verdict

Address = Callable[[str, str], str]


def as_json(answer: Answer, levels: Iterable[Level], address: Address) -> dict[str, Any]:
    """The answer as plain values."""
    return {
        "text": answer.text,
        "speaker": {
            "asked": answer.speaker.typed,
            "understood_as": list(answer.speaker.names),
            "offered": answer.speaker.near,
        },
        "problem": answer.problem,
        "taken": answer.taken,
        "more": answer.more,
        "quotations": [_verdict(one, tuple(levels), address) for one in answer.verdicts],
    }


def _verdict(verdict: Verdict, levels: tuple[Level, ...], address: Address) -> dict[str, Any]:
    absent = verdict.kind == "absent"
    return {
        "pasted": verdict.pasted.text,
        "verdict": verdict.kind,
        "told": headline(verdict),
        "means": MEANS[verdict.kind],
        "plain": verdict.plain,
        "places": [_place(one, verdict, address) for one in verdict.found],
        "more_places": verdict.more,
        "other_renderings": [_quotation(one, address) for one in verdict.others],
        "covered": [_level(one) for one in levels] if absent else [],
        "silence": silent(verdict) if absent else "",
    }


def _level(one: Level) -> dict[str, Any]:
    states = {state: [list(run) for run in runs] for state, runs in one.states}
    return {"level": one.level, "label": one.label, "states": states, "told": covered(one)}


def _place(found: Found, verdict: Verdict, address: Address) -> dict[str, Any]:
    place, words = found.place, found.place.printed.words
    claim = place.printed.claim
    said = _quotation(found.quotation, address) if found.quotation else {}
    ours = {"claim": claim.text, "said_by": claim.said_by, "link": address("claims", claim.claim_id)} if claim else {}
    return {
        "kind": found.kind,
        "voice": place.printed.voice,
        **said,
        **ours,
        "met": [words.said(*run) for run in place.met],
        "differences": [
            {"pasted": verdict.pasted.said(*one.pasted), "printed": words.said(*one.printed)} for one in place.edits
        ],
        "cautions": [
            {"kind": one.kind, "words": list(one.words), "nature": one.nature, "told": told(one)}
            for one in found.cautions
        ],
    }


def _quotation(one: Quotation, address: Address) -> dict[str, Any]:
    names = ("quotation_id", "statement_id", "form", "words", "proof", "passage", "speaker", "organization", "date")
    source = ("source_id", "source", "publisher", "published", "language", "via", "address", "state")
    link = address("quotations", one.quotation_id)
    return {name: getattr(one, name) for name in (*names, *source)} | {"link": link}
