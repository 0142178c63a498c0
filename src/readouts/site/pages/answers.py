"""What the served file answers, as the pages take it: the type of a row, and of all rows that a page asked for."""

from collections.abc import Mapping
from typing import Any

# A row by column. What a column holds is declared in schemas/ and beside each derived table: text, a number, nothing.
Row = dict[str, Any]
# The rows of each question, by the question's name.
Answers = Mapping[str, tuple[Row, ...]]
