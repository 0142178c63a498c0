"""The threads to which a claim or an event leads: questions that are followed over time.

In: rows of a question below. Out: names of threads, each with its page.
"""

from collections.abc import Iterable

from readouts.site.pages.answers import Row
from readouts.site.pages.card import Name

OF_CLAIM = """SELECT threads.id, threads.question FROM threads
JOIN thread_claims ON thread_claims.thread_id = threads.id WHERE claim_id = :id ORDER BY threads.id"""
OF_EVENT = """SELECT DISTINCT threads.id, threads.question FROM threads
JOIN thread_claims ON thread_claims.thread_id = threads.id JOIN claims ON claims.id = thread_claims.claim_id
WHERE claims.event_id = :id ORDER BY threads.id"""
EVERY = "SELECT id, question, note FROM threads ORDER BY id"


def names(rows: Iterable[Row]) -> tuple[Name, ...]:
    """Each thread by its question."""
    return tuple(Name(row["question"], row["id"]) for row in rows)
