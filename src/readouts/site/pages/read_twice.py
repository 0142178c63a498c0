"""How a statement was read twice: how many codings two readers share, and where they differ, what was settled and why.

In: the rows of QUESTION, from the tables `agreement` and `second_reading`. Out: `Readings`, which is empty where a
statement was read once.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from readouts.site.pages.answers import Row
from readouts.site.pages.card import Name

QUESTION = """SELECT agreement."column", first, second, settled, reason, first IS second AS same,
claims.id AS claim_id, claims.text AS claim, CASE WHEN quotations.id IS NULL THEN '' ELSE unit END AS quotation_id
FROM agreement LEFT JOIN claims ON claims.id = unit LEFT JOIN quotations ON quotations.id = unit
WHERE "table" = 'statements' AND row_id = :id
UNION ALL
SELECT second_reading."column", first, second, settled, reason, agree = 'yes',
claims.id, claims.text, CASE WHEN unit = 'quotation' THEN row_id ELSE '' END
FROM second_reading LEFT JOIN claims ON unit = 'stance' AND claims.id = substr(row_id, length(:id) + 2)
WHERE (unit = 'statement' AND row_id = :id) OR (unit = 'stance' AND row_id >= :id || '/' AND row_id < :id || '0')
OR (unit = 'quotation' AND row_id IN (SELECT id FROM quotations WHERE statement_id = :id))"""


@dataclass(frozen=True)
class Difference:
    """One coding in which two readers differ; `claim` or `quotation_id` say of what, where it is not the statement."""

    column: str
    first: str
    second: str
    settled: str
    reason: str
    claim: Name
    quotation_id: str


@dataclass(frozen=True)
class Readings:
    """Two readings of a statement: how many codings there are of each, in how many they agree, and the others."""

    codings: int = 0
    same: int = 0
    differences: tuple[Difference, ...] = ()


def readings(rows: Sequence[Row]) -> Readings:
    """Both readings of one statement."""
    differ = tuple(
        Difference(
            **{name: row[name] or "" for name in ("column", "first", "second", "settled", "reason")},
            claim=Name(row["claim"] or "", row["claim_id"] or ""),
            quotation_id=row["quotation_id"],
        )
        for row in rows
        if not row["same"]
    )
    return Readings(len(rows), len(rows) - len(differ), differ)
