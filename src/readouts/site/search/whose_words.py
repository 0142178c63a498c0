"""Whose words a search has found in a statement: the speaker's own, or those of a source that tells of it.

In: the renderings of a statement and the terms. Out: a `Hit` with one rendering, its two
voices kept apart. Why: a word that a reporter uses of a remark must not stand as the
speaker's, and both may stand in one passage.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any

from readouts.evidence.match import CUT
from readouts.site.dates_in_words import in_words
from readouts.site.pages.answers import Row
from readouts.site.pages.differing_words import Piece
from readouts.site.pages.no_side import UNNAMED, shown_side
from readouts.site.search.terms import Term, marked, spans, together

_FORMS = ("own", "direct", "fragment", "indirect", "narrated", "unattributed")
_ORDER = ("by", "statement", "told", "named")


@dataclass(frozen=True)
class Rendering:
    """A rendering as the search needs it: the speaker's words, those of the source, the place, and who is meant."""

    quotation_id: str
    form: str
    words: str
    passage: str
    dated: str
    names: str
    date: str
    publisher: str
    language: str
    bears: bool
    proof: str = ""

    def told(self, terms: Iterable[Term]) -> str:
        """What the source says: the words that carry the stance, or the place where that alone has a term."""
        return self.proof if self.proof and (_has(self.proof, terms) or not _has(self.passage, terms)) else self.passage


@dataclass(frozen=True)
class Hit:
    """One statement found; `own` are the speaker's words, `told` the source's, `dated` those that also date it.

    `kind` is one of by (the speaker alone was looked for), statement (own words), told (the
    words of a source), named (our words); a lower `order` stands first. `names` are those of whoever said it,
    `shown_side` is his side as pages show it.
    """

    kind: str
    order: tuple[Any, ...]
    title: str
    quotation_id: str
    own: tuple[Piece, ...]
    told: tuple[Piece, ...]
    dated: tuple[Piece, ...]
    publisher: str
    language: str
    names: str = ""
    shown_side: str = ""


def hits(rows: tuple[Row, ...], terms: Callable[[str], tuple[Term, ...]]) -> dict[str, Hit]:
    """statement -> what was found in it, of its own terms; the rows are those of the question `renderings`."""
    return {
        key: replace(hit([_rendering(row) for row in some], terms(key), _title(some[0])), shown_side=_side(some))
        for key, some in ((key, list(some)) for key, some in groupby(rows, key=lambda row: row["statement_id"]))
    }


def hit(renderings: list[Rendering], terms: tuple[Term, ...], title: str) -> Hit:
    """The best rendering of one statement: own words before a source's, the strongest form first."""
    kind, best = min(((_kind(one, terms), one) for one in renderings), key=lambda two: _rank(two[0], two[1], terms))
    others = _apart(terms, (best.names, best.date))
    told = best.told(others)
    # The ends of a place say nothing by themselves: what the statement says stands beside it in our words.
    shows = (kind == "told" and _has(told, terms)) or (not best.words and (CUT not in told or _has(told, terms)))
    return Hit(
        kind=kind,
        order=(not best.words, not together(best.words if kind == "statement" else told, others)),
        title=title,
        quotation_id=best.quotation_id,
        own=marked(best.words, terms) if best.words else (),
        told=marked(told, terms) if shows else (),
        dated=marked(best.dated, terms) if kind == "told" and not _has(told, others) else (),
        publisher=best.publisher,
        language=best.language,
        names=best.names,
    )


def _kind(one: Rendering, terms: tuple[Term, ...]) -> str:
    """Whose words have the terms; the day on which it was said is nobody's word, and stands beside each."""
    asked = _apart(terms, (one.date,))
    if not _apart(asked, (one.names,)):
        return "by" if asked else "named"
    if not _apart(asked, (one.names, one.words)):
        return "statement"
    return "named" if _apart(asked, (one.names, one.words, one.proof, one.passage, one.dated)) else "told"


def _apart(terms: Iterable[Term], texts: tuple[str, ...]) -> tuple[Term, ...]:
    """The terms that none of the texts has."""
    return tuple(term for term in terms if not any(spans(text, term) for text in texts))


def _has(text: str, terms: Iterable[Term]) -> bool:
    return any(spans(text, term) for term in terms)


def _rank(kind: str, one: Rendering, terms: tuple[Term, ...]) -> tuple[Any, ...]:
    whole = not together(one.words, _apart(terms, (one.names,)))
    return (_ORDER.index(kind), whole, not one.bears, _FORMS.index(one.form), one.quotation_id)


def _rendering(row: Row) -> Rendering:
    cell = {name: value or "" for name, value in row.items()}
    named = ("speaker", "native_name", "other_names", "organization", "speaker_label")
    # Whoever is only read into words that the source gives to nobody has not said them.
    names = " / ".join(cell[name] for name in named) if cell["form"] != "unattributed" else ""
    # Words that date a remark told in paraphrase come from the middle of the passage, which is left out.
    texts = (cell["words"], cell["passage"], "" if cell["words"] else cell["date_words"])
    return Rendering(
        *(cell["id"], cell["form"], *texts, names, cell["date"], cell["publisher"], cell["language"]),
        bears=bool(cell["bears"]),
        proof=cell.get("proof", ""),
    )


def _side(rows: list[Row]) -> str:
    """Of no side, in his own name where one rendering names him."""
    sides = [shown_side(row) for row in rows if row.get("side")]
    return next((side for side in sides if side != UNNAMED), sides[0] if sides else "")


def _title(row: Row) -> str:
    who = row["speaker"]
    if row["speaker"] == "unattributed" and row["organization"]:
        who = f"unattributed; read as that of {row['organization']}"
    return f"{who}, {in_words(row['date'])}"
