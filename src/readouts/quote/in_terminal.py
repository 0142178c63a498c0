"""An answer for reading in a terminal.

In: an `Answer` and how far the record covers the time. Out: lines of text, nothing coloured: they are quoted in mails.
"""

from collections.abc import Iterable, Iterator

from readouts.quote.covered_time import Level
from readouts.quote.in_words import COVERED, IN_PART, MEANS, OUTSIDE, TAKEN, covered, headline, silent, told, unknown
from readouts.quote.quotations import Quotation
from readouts.quote.verdict import Answer, Found, Verdict


def as_text(answer: Answer, levels: Iterable[Level]) -> str:
    """The answer, a block a quotation."""
    blocks = ["\n".join(_verdict(one, tuple(levels))) for one in answer.verdicts]
    asked = answer.speaker
    if told := unknown(asked):
        blocks.insert(0, f"{told} Did you mean {asked.near}?" if asked.near and not asked.ids else told)
    if answer.taken:
        blocks.insert(0, TAKEN[answer.taken])
    if answer.more:
        blocks.append(f"{answer.more} more quotations of this text were not checked: paste them by themselves.")
    return "\n\n".join(blocks)


def _verdict(verdict: Verdict, levels: tuple[Level, ...]) -> Iterator[str]:
    yield f"“{verdict.pasted.text}”"
    yield f"{headline(verdict)}. {MEANS[verdict.kind]}"
    for one in verdict.found:
        yield ""
        yield from (f"  {line}" for line in _place(one, verdict))
    if verdict.more:
        yield f"\n  and {verdict.more} more places"
    if verdict.others:
        yield "\n  The same statement in other renderings:"
        yield from (f"  - {line}" for one in verdict.others for line in _short(one))
    if verdict.kind == "absent":
        yield COVERED if levels else OUTSIDE
        yield from (f"  {covered(one)}" for one in levels)
        if levels:
            yield IN_PART
        yield silent(verdict)


def _place(found: Found, verdict: Verdict) -> Iterator[str]:
    place, one = found.place, found.quotation
    yield from (f"! {told(caution)}" for caution in found.cautions)
    for edit in place.edits:
        mine, theirs = verdict.pasted.said(*edit.pasted), place.printed.words.said(*edit.printed)
        yield f"pasted {f'“{mine}”' if mine else 'nothing'}, printed {f'“{theirs}”' if theirs else 'nothing'}"
    if place.printed.claim:
        yield f"Claim (our words): {place.printed.claim.text}"
        yield f"{place.printed.claim.said_by} · claim {place.printed.claim.claim_id}"
    if one:
        yield _said(one)
        yield f"{_who(one)} · {one.form} · {_where(one)}"
        yield f"{one.address or 'no address held'} · {one.state} · quotation {one.quotation_id}"


def _short(one: Quotation) -> Iterator[str]:
    yield f"{_said(one)} ({one.language}, {one.form}, {_where(one)}; quotation {one.quotation_id})"


def _said(one: Quotation) -> str:
    """The speaker's own words in marks; a source's words never."""
    if one.words:
        return f"“{one.words}”"
    return f"The source’s words: {one.proof}" if one.proof else f"The place in the source: {one.passage}"


def _who(one: Quotation) -> str:
    body = f", for {one.organization}" if one.organization and one.organization != one.speaker else ""
    return f"{one.speaker}{body}, {one.date or 'date not known'}"


def _where(one: Quotation) -> str:
    via = f", through {one.via}" if one.via else ""
    return ", ".join(filter(None, (one.publisher, one.published))) + via
