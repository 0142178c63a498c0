"""Whose words are asked for, and of which time: by what was typed, or by what stands around the pasted words.

In: an `Asked`, the days of the times that were read, a quotation. Out: whether it is theirs, and of that time. A text
that names who speaks and when is held to it as one who typed the same: an old quotation is easily taken for a new one.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from readouts.quote.cautions import Caution
from readouts.quote.quotations import Quotation
from readouts.quote.speakers import Asked

FIRST, LAST = "0001-01-01", "9999-12-31"  # of a statement of which one end is open


@dataclass(frozen=True)
class Time:
    """The time that is asked for: in words, the first and last day of each, and whether it was typed as that."""

    text: str = ""
    periods: tuple[tuple[str, str], ...] = ()
    typed: bool = True


NO_TIME = Time()


@dataclass(frozen=True)
class Wanted:
    """Who and when; `speaker.typed` is empty where nobody is asked for, `named` says that the pasted text names him."""

    speaker: Asked = field(default_factory=Asked)
    time: Time = NO_TIME
    named: bool = False

    def by(self, quotation: Quotation | None) -> bool:
        """Whether it is by whoever is asked for: a person, a body, or by the label of somebody who is not named."""
        if quotation is None:
            return False
        label = quotation.speaker.casefold()
        return bool(self.speaker.ids & {quotation.speaker_id, quotation.organization_id} - {""}) or (
            bool(self.speaker.typed) and self.speaker.typed.casefold() == label
        )

    def elsewhen(self, quotation: Quotation | None) -> bool:
        """Whether it is of another time than any that is asked for; never where its day is not known."""
        if quotation is None or not quotation.date:
            return False
        first, last = quotation.date_earliest or FIRST, quotation.date_latest or LAST
        return bool(self.time.periods) and not any(first <= end and start <= last for start, end in self.time.periods)

    def speaker_caution(self, quotation: Quotation | None) -> list[Caution]:
        """What is to be said where another than was asked for, or is named in the text, has the words."""
        if quotation is None or not self.speaker.typed or self.by(quotation):
            return []
        return [Caution("named" if self.named else "speaker", (quotation.speaker, *self.speaker.names * self.named))]

    def time_caution(self, quotation: Quotation | None) -> list[Caution]:
        """What is to be said of words of another time, and of when they are."""
        if quotation is None or not self.elsewhen(quotation):
            return []
        return [Caution("time" if self.time.typed else "time-named", (self.time.text, quotation.date))]


def time_of(texts: Sequence[str], periods: Sequence[tuple[str, str]], typed: bool) -> Time:
    """The time that is asked for, of what was read: in words, and as days."""
    return Time(" or ".join(texts), tuple(periods), typed)
