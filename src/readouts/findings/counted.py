"""Numbers that lead to their rows, and words in which they stand.

In: the cases of one finding. Out: a `Number`, which has the filter of the table `finding_cases` that brings exactly its
rows, and pieces of sentences.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from readouts.findings.rates import Case, middle, share

DAYS = ("days__notnull", "1")


@dataclass(frozen=True)
class Number:
    """So many rows of `finding_cases` has this filter: pairs of a column, with its operator, and a value."""

    value: int
    filters: tuple[tuple[str, str], ...]


Words = tuple[str | Number, ...]


def plain(words: Iterable[str | Number]) -> str:
    """Words with their numbers, as a text."""
    return "".join(one if isinstance(one, str) else f"{one.value:,}" for one in words)


@dataclass(frozen=True)
class Counted:
    """The cases of one finding, to be chosen from by their columns."""

    finding: str
    cases: tuple[Case, ...]

    def of(self, **columns: str) -> tuple[Case, ...]:
        """The cases with these values in these columns."""
        return tuple(one for one in self.cases if all(getattr(one, name) == value for name, value in columns.items()))

    def number(self, **columns: str) -> Number:
        """How many they are."""
        return Number(len(self.of(**columns)), (("finding", self.finding), *columns.items()))

    def parts(self) -> tuple[str, ...]:
        """The parts, in the order of the cases."""
        return tuple(dict.fromkeys(one.part for one in self.cases))

    def results(self, **columns: str) -> tuple[str, ...]:
        """The results of some cases, the most frequent first."""
        some = [one.result for one in self.of(**columns)]
        return tuple(sorted(set(some), key=lambda result: (-some.count(result), result)))

    def named(self, name: str, whole: Collection[Case], **columns: str) -> Words:
        """A name and how many these are, and how many in a hundred of the whole where that may be said."""
        rate = share(self.of(**columns), whole)
        return (f"{name} (", self.number(**columns), ")" if rate is None else f", {rate} in a hundred)")

    def each(self, **columns: str) -> Words:
        """Every result of some cases by its name, the most frequent first."""
        whole = self.of(**columns)
        return listed([self.named(one, whole, **columns, result=one) for one in self.results(**columns)])

    def days(self, **columns: str) -> Words:
        """Between which numbers the days of some cases lie, and how many have some; nothing where none has."""
        some = self.of(**columns)
        days = sorted(one.days for one in some if one.days is not None)
        if not days:
            return ()
        span = f"{days[0]}" if days[0] == days[-1] else f"{days[0]} to {days[-1]}"
        median = middle(some)
        told = f"{span} day{'' if days[0] == days[-1] == 1 else 's'}" + (
            "" if median is None else f", {median:g} in the middle"
        )
        number = Number(len(days), (("finding", self.finding), *columns.items(), DAYS))
        return (f"{told} (in the ", number, f" case{'' if len(days) == 1 else 's'} where days are known)")


def listed(items: Sequence[Words]) -> Words:
    """Items with commas between, and "and" before the last."""
    found: list[str | Number] = []
    for place, one in enumerate(items):
        if place:
            found.append(" and " if place == len(items) - 1 else ", ")
        found.extend(one)
    return tuple(found)
