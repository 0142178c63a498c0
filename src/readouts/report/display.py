"""How a report is to look; the command line knows the terminal, and says.

In: nothing. Out: a frozen `Display`, which every renderer takes.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Display:
    """`width` in columns, None where nothing may be wrapped; `colour`; `every`: all findings, however many; `rules`:
    each rule with the number of rows that it looked at."""

    width: int | None = None
    colour: bool = False
    every: bool = False
    rules: bool = False


PLAIN = Display()
