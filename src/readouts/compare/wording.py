"""What cells, rows and columns are called where a change is told: by what they mean, not by their table alone.

In: both states. Out: short texts for sentences. A code comes with its definition, an id with the name of its row, a
column with what it says of the row; and of a row that others name it is said how many do.
"""

from collections import Counter
from collections.abc import Mapping

from readouts.compare.paired import LAST, Row, States
from readouts.package.model import Table
from readouts.vocabulary import Vocabulary, vocabulary

LONGEST = 100  # characters of a cell
_LEAD = 30  # characters before the first that differs
# What a column says of its row, where its title says too little; of the others the title is the word.
MEANS: Mapping[tuple[str, str], str] = {
    ("claims", "event_id"): "the contact that it is about",
    ("claims", "text"): "our words for it",
    ("claims", "value"): "the length, number or body that is claimed",
    ("codes", "definition"): "what the code means",
    ("codes", "polarity"): "whether it stands for a claim or against it",
    ("codes", "scale"): "how strong it counts, for a claim or against it",
    ("event_participants", "organization_id"): "the body that took part",
    ("event_participants", "person_id"): "who took part",
    ("events", "date"): "the day of the contact",
    ("events", "date_basis"): "how its day is known",
    ("events", "level"): "at what level the contact is",
    ("organizations", "side"): "the side for which it speaks",
    ("quotations", "form"): "how far the words are the speaker's own",
    ("quotations", "no_proof"): "why no words of the source prove it",
    ("quotations", "passage"): "the place in the source",
    ("quotations", "proof"): "the words of the source that prove it",
    ("quotations", "source_id"): "the source in which it stands",
    ("quotations", "statement_id"): "the statement that it renders",
    ("quotations", "via_id"): "whom the source credits for the words",
    ("quotations", "words"): "the words quoted",
    ("roles", "title"): "the title of the office",
    ("sources", "genre"): "what kind of text it is",
    ("sources", "published_basis"): "how its day is known",
    ("stances", "basis"): "how the stance comes about",
    ("stances", "quotation_id"): "the quotation on which the stance rests",
    ("stances", "statement_id"): "the statement that takes the stance",
    ("statements", "after_id"): "the statement after which it came",
    ("statements", "date"): "the day on which it was said",
    ("statements", "date_basis"): "how its day is known",
    ("statements", "medium"): "where it was said",
    ("statements", "organization_id"): "in whose name it was said",
    ("statements", "register"): "how it was meant",
    ("statements", "speaker_id"): "who said it",
    ("statements", "speaker_label"): "who said it, unnamed",
    ("statements", "takes_back_id"): "the statement that it takes back",
}


class Wording:
    """The words for what stands in two states."""

    def __init__(self, states: States) -> None:
        """Look up codes, and how often each row is named."""
        self._states = states
        rows = [*states.then.get("codes", {}).values(), *states.now.get("codes", {}).values()]
        self._codes = {(row.get("list", ""), row.get("code", "")): row for row in rows}
        self._used: dict[tuple[str, str], Counter[str]] = {}
        for name in states.tables.keys() - {*LAST}:
            self._count(states.tables[name])
        self.then, self.now = _known(states.then.get("codes", {})), _known(states.now.get("codes", {}))

    def _count(self, table: Table) -> None:
        """Count the cells of a table that name a row of another, or a code."""
        for field in table.fields:
            target = next((link.table for link in table.links if link.field == field.name), "")
            if not target and not field.codes:
                continue
            for row in self._states.now[table.name].values():
                if cell := row.get(field.name):
                    place = (target, cell) if target else ("codes", f"{field.codes}/{cell}")
                    self._used.setdefault(place, Counter())[table.name] += 1

    def column(self, table: Table, name: str) -> str:
        """What the column says of its row."""
        title = next((field.title for field in table.fields if field.name == name), name)
        return MEANS.get((table.name, name)) or title[:1].lower() + title[1:]

    def cells(self, table: Table, name: str, was: str, now: str) -> tuple[str, str]:
        """Both cells of a column as a sentence has them, around what differs."""
        field = next((field for field in table.fields if field.name == name), None)
        target = next((link.table for link in table.links if link.field == name), "")
        if field and field.codes:
            return self._code(field.codes, was), self._code(field.codes, now)
        if target:
            return self.named(target, was), self.named(target, now)
        return _apart(was, now)

    def _code(self, codes: str, cell: str) -> str:
        meaning = self._codes.get((codes, cell), {}).get("definition", "")
        return (f"{cell} ({shortened(meaning, 90)})" if meaning else f'"{cell}"') if cell else "empty"

    def named(self, table: str, row_id: str) -> str:
        """An id with the name of its row; of an empty cell that it is none."""
        if not row_id:
            return "nobody" if table in _SOMEBODY else "empty"
        name = self.name(table, row_id)
        return f"{row_id} ({shortened(name, 60)})" if name else row_id

    def name(self, table: str, row_id: str) -> str:
        """What pages call the row; empty where it has no name beside its id."""
        row: Row = self._states.now.get(table, {}).get(row_id) or self._states.then.get(table, {}).get(row_id) or {}
        label = self._states.tables[table].label if table in self._states.tables else None
        return row.get(label or "", "") or row.get("title", "")

    def used(self, table: str, row_id: str) -> str:
        """In how many rows of which tables it is named, in words; empty where in none."""
        counts = self._used.get((table, row_id), Counter[str]())
        return ", ".join(f"{number:,} of {name}" for name, number in sorted(counts.items()))


_SOMEBODY = ("people", "organizations")


def verb(stance: str, known: Vocabulary) -> str:
    """What who takes that stance does with the claim."""
    silent = stance in known.stances and known.stances[stance].polarity == "silent"
    return f"{stance} to speak of" if silent else stance


def shortened(text: str, limit: int = LONGEST) -> str:
    """The beginning of a text."""
    return text if len(text) <= limit else text[: limit - 1] + "…"


def _apart(was: str, now: str) -> tuple[str, str]:
    """Two texts in marks, from a little before the first character that differs, where they are long."""
    same = next((at for at, (a, b) in enumerate(zip(was, now, strict=False)) if a != b), min(len(was), len(now)))
    start = max(0, same - _LEAD) if max(len(was), len(now)) > LONGEST else 0
    told = [shortened(("…" if start and text else "") + text[start:]) for text in (was, now)]
    first, second = (f'"{text}"' if text else "empty" for text in told)
    return first, second


def _known(rows: Mapping[str, Row]) -> Vocabulary:
    """The vocabulary in rows of codes as they are written; those that cannot be read are left out."""
    sound = []
    for row in rows.values():
        try:
            vocabulary([row])
        except ValueError:
            continue
        sound.append(row)
    return vocabulary(sound)
