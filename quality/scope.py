"""Of what the record is made, for docs/coverage.md: period, languages, publishers, readouts, searches in vain.

In: the package. Out: Markdown for `make figures`. A readout is a statement of a side on a contact in which it took
part that rests on the side's own text or on a copy of it (src/readouts/build/columns/statements.sql). That a side has
none says what we could read, not what the side published.
"""

from pathlib import Path

from quality import coverage

MOST = 25  # publishers that are named
_PERIOD = """SELECT min(date_earliest), max(date_latest), count(*), count(DISTINCT speaker_id) FROM statements"""
_LANGUAGES = """SELECT language, count(*) FROM sources WHERE id IN (SELECT source_id FROM quotations)
GROUP BY language ORDER BY count(*) DESC, language"""
_PUBLISHERS = f"""SELECT coalesce(organizations.name, 'publisher not known'), coalesce(organizations.country, ''),
count(DISTINCT sources.id), count(DISTINCT quotations.statement_id)
FROM sources JOIN quotations ON quotations.source_id = sources.id
LEFT JOIN organizations ON organizations.id = sources.publisher_id
GROUP BY sources.publisher_id ORDER BY count(DISTINCT quotations.statement_id) DESC, 1 LIMIT {MOST}"""
_READOUTS = """SELECT level.label, side.label, count(*), sum(told.said > 0), sum(told.own > 0) FROM (
    SELECT events.level, contact_standing.event_id, sides.code AS side, count(voiced.statement_id) AS said,
        coalesce(sum(statements.rests_on IN ('own text', 'copy of it')), 0) AS own
    FROM contact_standing JOIN events ON events.id = contact_standing.event_id
    JOIN codes AS sides ON sides.list = 'side' AND sides.nature = 'principal'
        AND ', ' || contact_standing.parties || ', ' LIKE '%, ' || sides.code || ', %'
    LEFT JOIN contact_voices AS voiced ON voiced.event_id = contact_standing.event_id AND voiced.side = sides.code
        AND voiced.voice <> 'side only' AND voiced.leak_id IS NULL
    LEFT JOIN statements ON statements.id = voiced.statement_id
    WHERE contact_standing.standing LIKE 'acknowledged%' GROUP BY contact_standing.event_id, sides.code
) AS told JOIN codes AS level ON level.list = 'level' AND level.code = told.level
JOIN codes AS side ON side.list = 'side' AND side.code = told.side
GROUP BY told.level, told.side ORDER BY level.rank, side.rank"""
_IN_VAIN = """SELECT day, language, query, first, last FROM searches WHERE hits = 0 OR found LIKE 'None%'
ORDER BY first, id"""


def period(root: Path) -> str:
    """From when to when, how many speak, in which languages what is quoted was read."""
    [(first, last, statements, people)] = coverage.answers(root, _PERIOD)
    languages = ", ".join(f"{language} {number}" for language, number in coverage.answers(root, _LANGUAGES))
    told = f"{statements} statements from {first} to {last} by {people} people who are named, and by others."
    return f"\n{told} Quoted sources by language: {languages}.\n"


def publishers(root: Path) -> str:
    """The publishers that print the most statements, with their country."""
    return _table(("publisher", "country", "sources", "statements"), coverage.answers(root, _PUBLISHERS), 2)


def readouts(root: Path) -> str:
    """Of contacts that somebody acknowledges: how many a side that took part tells of, and with how many readouts."""
    head = ("level", "side", "contacts", "with an account of the side", "with its own text or a copy of it")
    return _table(head, coverage.answers(root, _READOUTS), 2)


def in_vain(root: Path) -> str:
    """The searches that brought nothing of what was looked for."""
    return _table(("day", "language", "words", "from", "to"), coverage.answers(root, _IN_VAIN), 5)


def _table(head: tuple[str, ...], rows: tuple[tuple, ...], words: int) -> str:
    lines = [f"| {' | '.join(str(cell).replace('|', '/') for cell in row)} |" for row in rows]
    dashes = ["---" if place < words else "---:" for place in range(len(head))]
    return "\n".join(["", f"| {' | '.join(head)} |", f"|{'|'.join(dashes)}|", *lines, ""])
