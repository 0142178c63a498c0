"""Two statements side by side: a line that moved, or a contradiction, each with its words.

In: rows of the derived tables `shifts` and `contradictions`, with the columns of `own`. Out: `Pair`s. Labels of a
change judge nobody, and what is our reading says so.
"""

from dataclasses import dataclass

from readouts.site.dates_in_words import in_words
from readouts.site.pages.answers import Row
from readouts.site.pages.no_side import shown_side

SHIFTS = {"fell silent": "then declined to say", "spoke up": "then spoke of it"}  # in words that judge nobody
UNNAMED = "unattributed"
OURS = {
    "unattributed": "unattributed: that it is {0} is our reading",
    "narrated": "in the source’s own words, which judge what was said: that it is the line of {0} is our reading",
}


def own(end: str) -> str:
    """Columns of one end of a pair: are the words the speaker's own, their form and language, our note on them."""
    rendering = f"FROM quotations JOIN sources ON sources.id = source_id WHERE quotations.id = {end}_quotation_id"
    return f"""(SELECT words IS NOT NULL {rendering}) AS {end}_own, (SELECT quotations.form {rendering}) AS {end}_form,
(SELECT language {rendering}) AS {end}_language, (SELECT genre {rendering}) AS {end}_genre,
(SELECT note FROM statements WHERE statements.id = {end}_statement_id) AS {end}_note"""


@dataclass(frozen=True)
class Words:
    """One end of a shift or a contradiction.

    `ours` says what is our reading: that a line which the source gives to nobody, or only judges, is this voice's.
    """

    statement_id: str
    quotation_id: str
    speaker: str
    side: str
    stance: str
    words: str
    own_words: bool
    date: str
    language: str = ""
    ours: str = ""
    note: str = ""


@dataclass(frozen=True)
class Pair:
    """Two statements side by side: a shift, or a contradiction (`kind` is its scope).

    `voice`: whose line moved, and through whom; empty for a contradiction.

    `opinion`: one of the two is an author's own opinion; `by_logic`: one of the two only follows from its words.
    """

    kind: str
    opinion: bool
    voice: str
    first: Words
    second: Words
    by_logic: bool = False


def shift(row: Row) -> Pair:
    """A row of the derived table `shifts`."""
    side = {"earlier_side": row["side"], "later_side": row["side"]}
    first, second = (_words(row | side, end, _inside(row["voice"])) for end in ("earlier", "later"))
    kind = SHIFTS.get(str(row["shift"]), str(row["shift"]))
    return Pair(kind, bool(row["opinion"]), _voice(row["voice"], first, second), first, second)


def contradiction(row: Row) -> Pair:
    """A row of the derived table `contradictions`."""
    first, second = (_words(row, end) for end in ("affirmed", "denied"))
    return Pair(row["scope"], bool(row["opinion"]), "", first, second, bool(row.get("by_logic")))


def _voice(voice: str, first: Words, second: Words) -> str:
    """Whose line moved; where a body's moved, through whom."""
    names = [
        f"unattributed (read by us as {_inside(voice)})" if one.speaker == UNNAMED else one.speaker
        for one in (first, second)
    ]
    if set(names) == {voice}:
        return voice
    through = ", then ".join(_inside(name) if place else name for place, name in enumerate(dict.fromkeys(names)))
    return through if voice in names else f"{through}, for {_inside(voice)}"


def _inside(name: str) -> str:
    """A name as it stands within a sentence."""
    return f"the {name[4:]}" if name.startswith("The ") else name


def _words(row: Row, end: str, whose: str = "") -> Words:
    form = row.get(f"{end}_form") or ""
    ours = OURS.get(form, "").format(whose or "this voice")
    return Words(
        statement_id=row[f"{end}_statement_id"],
        quotation_id=row[f"{end}_quotation_id"],
        speaker=row.get(f"{end}_by") or row.get(f"{end}_speaker") or "",
        side=shown_side(row, f"{end}_"),
        stance=row[f"{end}_stance"],
        words=row[f"{end}_words"],
        own_words=bool(row[f"{end}_own"]),
        date=in_words(row[f"{end}_date"]),
        language=row.get(f"{end}_language") or "",
        ours=ours,
        note=(row.get(f"{end}_note") or "") if ours else "",
    )
