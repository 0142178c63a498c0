"""The sides of a new dossier: a row of codes for each that is asked for, and for those that every record needs.

In: the code and the name of each side. Out: rows of `codes`. A side gets the next pair of colours of COLOURS, of which
a test holds that each can be read on light and dark paper; its definition is a first one, to be made better.
"""

from collections.abc import Iterable
from dataclasses import dataclass

Row = dict[str, str]
# On light paper and on dark paper. Far from those of the stances, and from those of the sides that are always there.
COLOURS = (
    ("#b0442a", "#ee8f77"),
    ("#2458a6", "#8bb4f2"),
    ("#826100", "#d9b44a"),
    ("#39762a", "#8ecb7d"),
    ("#7a4a2b", "#d3a788"),
    ("#8a3b7c", "#e29bd6"),
)
# The natures of the sides that every record needs: without who reports, leaked words would stand in no column.
NEEDED = ("reporter", "rest")


EXAMPLE = '--side first-side="the First Side" --side second-side="the Second Side"'


class NoSides(ValueError):
    """The sides asked for can be those of no record; the message says why, and what to do."""


@dataclass(frozen=True)
class Side:
    """A side that is asked for: its code, its name with the article, what it is to the record."""

    code: str
    name: str
    nature: str = "principal"

    @property
    def label(self) -> str:
        """The name as it stands alone."""
        bare = self.name.removeprefix("the ")
        return bare[:1].upper() + bare[1:]


def rows(sides: Iterable[Side], declared: Iterable[Row]) -> list[Row]:
    """The rows of the list `side`, in the order asked for; raises NoSides when there can be no such record.

    `declared` are the codes of the record, of whose sides those of a nature that is NEEDED are kept as they are.
    """
    kept = [row for row in declared if row["list"] == "side" and row["nature"] in NEEDED]
    kept.sort(key=lambda row: row["rank"])
    wanted = sorted(sides, key=lambda one: one.nature != "principal")  # sides of one nature keep their order
    codes = [one.code for one in wanted] + [row["code"] for row in kept]
    twice = sorted({code for code in codes if codes.count(code) > 1})
    if sum(one.nature == "principal" for one in wanted) < 2:
        raise NoSides(f"a record is about the contacts of two sides or more. Name each: {EXAMPLE}")
    if twice:
        own = ", ".join(row["code"] for row in kept)
        raise NoSides(f'two sides are called "{twice[0]}". Give each a code of its own; {own} are there anyway.')
    if len(wanted) > len(COLOURS):
        raise NoSides(
            f"{len(wanted)} sides are asked for, and {len(COLOURS)} have colours that can be told apart. Begin with"
            " fewer; a row of data/codes.csv with two colours is a side more."
        )
    asked = [
        Row(
            code=one.code,
            label=one.label,
            definition=f"The state, the offices and the officials of {one.name}.",
            nature=one.nature,
            phrase=one.name,
            colour_light=light,
            colour_dark=dark,
        )
        for one, (light, dark) in zip(wanted, COLOURS, strict=False)
    ]
    return [{**row, "list": "side", "rank": str(rank)} for rank, row in enumerate([*asked, *kept], 1)]
