"""What a finding says, in a sentence or two: how many cases there are, and what they show.

In: the cases of one finding. Out: words with their numbers. Each says what the rows hold and no more; sides, parts and
results are those of the rows, and a share stands only where `rates` lets it.
"""

from collections.abc import Callable, Mapping

from readouts.findings.counted import Counted, Words, listed
from readouts.findings.rates import share

LATER, ASIDE = "acknowledged later", "acknowledged by the side later"
BOTH, NO_PLAN, PLAN = "Both tell of it", "No plan", "A plan"
SAME, OTHERWISE = "the other says the same", "the other says otherwise"
ANOTHER_BODY = ", another body"
UNCODED, OWN = "nothing of the other is coded yet", "its own text"


def sentence(found: Counted, unit: str, units: str) -> Words:
    """What the finding says; `unit` and `units` are what it counts."""
    if not found.cases:
        return (f"No {unit} is on record so far.",)
    return _OWN[found.finding](found) if found.finding in _OWN else _each(found, unit, units)


def _each(found: Counted, unit: str, units: str) -> Words:
    """Every part with its results, and its days."""
    one = len(found.cases) == 1
    said: list[Words] = []
    for part in found.parts():
        days = found.days(part=part)
        said.append((f"{part}: ", *found.each(part=part), *((", after ", *days) if days else ())))
    lines: Words = tuple(piece for line in said for piece in ("; ", *line))[1:]
    return ("On record ", "is " if one else "are ", found.number(), f" {unit if one else units}. ", *lines, ".")


def _denied(found: Counted) -> Words:
    """How many denied contacts the denying side acknowledges later, side by side; other bodies of a side apart."""
    said: Words = () if all(one.complete for one in found.cases) else ("So far as it is coded: ",)
    for part in found.parts():
        said = (*said, " " if len(said) > 1 else "", *_denied_by(found, part))
    return said


def _denied_by(found: Counted, part: str) -> Words:
    """One side, or another body of it: how many it denied, what it acknowledges of these, and when."""
    cases, aside = found.of(part=part), part.endswith(ANOTHER_BODY)
    side = part.removesuffix(ANOTHER_BODY)
    result = ASIDE if aside else LATER
    later, rate = found.number(part=part, result=result), share(found.of(part=part, result=result), cases)
    told = " of them" if len(cases) > 1 else ""
    told += "" if rate is None else f" ({rate} in a hundred)"
    days = found.days(part=part, result=result)
    others = [one for one in found.results(part=part) if one != result and not one.startswith("not ")]
    beside = [piece for one in others for piece in ("; ", found.number(part=part, result=one), f" {one}")]
    return (
        *(f"{f'Another body of {side}' if aside else side} denied ", found.number(part=part)),
        *(
            f" contact{'' if len(cases) == 1 else 's'}, and {f'{side} ' if aside else ''}later acknowledged ",
            later,
            told,
        ),
        *((", after ", *days) if days else ()),
        *(*beside, "."),
    )


def _planned(found: Counted) -> Words:
    """What followed a denial of a plan, and what an announcement."""
    said: Words = ()
    if denied := found.of(part=NO_PLAN):
        times = f" time{'' if len(denied) == 1 else 's'}"
        days = found.days(part=NO_PLAN)
        next_one = "the next contact of the same people that a side acknowledges came"
        after = (f"{next_one} after at most ", *days) if days else (f"of none is it known on which day {next_one}",)
        said = ("“No plan” was said ", found.number(part=NO_PLAN), times, "; ", *after, ". ")
    if announced := found.of(part=PLAN):
        times = f" time{'' if len(announced) == 1 else 's'}: "
        said = (*said, "A plan was announced ", found.number(part=PLAN), times, *found.each(part=PLAN), ".")
    return said


def _first(found: Counted) -> Words:
    """Who tells first where both do, and how many contacts one alone tells of."""
    said: Words = ()
    if both := found.of(part=BOTH):
        days = found.days(part=BOTH)
        contacts = f" contact{'' if len(both) == 1 else 's'}: "
        apart: Words = ("; between the two lie ", *days) if days else ()
        said = ("Both sides tell of ", found.number(part=BOTH), contacts, *found.each(part=BOTH), *apart, ". ")
    alone = [found.named(part, (), part=part) for part in found.parts() if part != BOTH]
    return (*said, "Others are told so far by ", *listed(alone), ".") if alone else said


def _alone(found: Counted) -> Words:
    """How many subjects each tells alone, and of how many nothing of the other is coded."""
    parts = [found.named(part, found.cases, part=part) for part in found.parts()]
    subjects = f" subject{'' if len(found.cases) == 1 else 's'} of contacts that both sides give an account of. "
    rest = (" On ", found.number(result=UNCODED), " of those told by one alone, nothing of the other is coded yet.")
    verb = "is" if len(found.cases) == 1 else "are"
    return (f"On record {verb} ", found.number(), subjects, *listed(parts), ".", *rest)


def _asked(found: Counted) -> Words:
    """Whom each side says to have asked, and where the two agree or differ."""
    beside = (found.number(beside=SAME), " and otherwise on ", found.number(beside=OTHERWISE))
    every = _each(found, "account of who asked", "accounts of who asked")
    return (*every, " The other side says the same on ", *beside, "; on the others nothing of it is coded.")


def _texts(found: Counted) -> Words:
    """Side by side, in which texts its statements were read; its own first, also where there is none."""
    said: Words = ()
    for part in found.parts():
        whole = found.of(part=part)
        texts = [OWN, *(one for one in found.results(part=part) if one != OWN)]
        read = listed([found.named(one, whole, part=part, result=one) for one in texts])
        statements = f" statement{'' if len(whole) == 1 else 's'}: "
        said = (*said, "; " if said else "", f"{part}, ", found.number(part=part), statements, *read)
    return (*said, ".")


_OWN: Mapping[str, Callable[[Counted], Words]] = {
    "denied_then_acknowledged": _denied,
    "after_no_plan": _planned,
    "first_to_tell": _first,
    "told_by_one_side": _alone,
    "who_asked": _asked,
    "own_text": _texts,
}
