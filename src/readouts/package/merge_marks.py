"""Marks that git leaves in a file where two sides changed the same lines, until somebody chooses.

Why: every gate would find something else wrong with such a line, and none of it is the fault.
In: the text of a file. Out: where the marks stand, and what is said of them; both tables and
descriptors are looked through.
"""

import re

from readouts.finding import Excerpt

_MARK = re.compile(r"^(?:<{7}|\|{7}|>{7})(?: [^\r\n]*)?\r?$|^={7}\r?$", re.M)
FIX = "Choose what stays of the two sides, delete the marks, and run the command again."


def unresolved(text: str) -> tuple[int, str, Excerpt] | None:
    """The line of the first mark, what is wrong in words, and the line with its mark; None where no mark stands."""
    marks = [*_MARK.finditer(text)]
    if not marks:
        return None
    lines = [text.count("\n", 0, mark.start()) + 1 for mark in marks]
    several = f", and {len(lines) - 1} more up to line {lines[-1]}" if len(lines) > 1 else ""
    return lines[0], f"a mark of an unresolved merge conflict{several}", Excerpt.whole(marks[0][0].rstrip("\r"))
