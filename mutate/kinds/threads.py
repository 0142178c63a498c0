"""Defects of threads: of their questions, and of the claims that stand under them."""

from collections.abc import Iterator
from random import Random

from mutate.kinds.ways import Row, always, spoilt
from mutate.record import Kind, Mutant, Record, few, written


def last(record: Record, row: Row) -> bool:
    """Whether the claim is the last of its thread."""
    return int(row["place"]) == len(record.at("thread_claims", "thread_id", row["thread_id"]))


def plain_claim(record: Record) -> Row:
    """A claim that counts nothing and has no value, to be copied."""
    return next(one for one in record.sheets["claims"] if one["kind"] == "assessment")


def alone(record: Record, chance: Random) -> Iterator[Mutant]:
    """All claims of a thread but the first are deleted."""
    threads, claims = record.package.table("threads"), record.package.table("thread_claims")
    for place, row in few(chance, enumerate(record.sheets["threads"])):
        kept = [one for one in record.sheets["thread_claims"] if one["thread_id"] != row["id"] or one["place"] == "1"]
        yield Mutant({claims.path: written(claims, kept)}, threads.path, place + 2, ("id",), row["id"])


def silent(record: Record, chance: Random) -> Iterator[Mutant]:
    """A claim on which nobody speaks is put under a question."""
    claims, under = record.package.table("claims"), record.package.table("thread_claims")
    for row in few(chance, record.sheets["threads"]):
        new = plain_claim(record) | {"id": "a-claim-of-nobody", "text": "Nobody speaks.", "note": "Kept."}
        place = len(record.at("thread_claims", "thread_id", row["id"])) + 1
        put = {"thread_id": row["id"], "claim_id": new["id"], "place": str(place), "reason": "It asks so."}
        sheets = {claims: [*record.sheets["claims"], new], under: [*record.sheets["thread_claims"], put]}
        data = {table.path: written(table, rows) for table, rows in sheets.items()}
        yield Mutant(data, under.path, len(sheets[under]) + 1, ("claim_id",), under.row_id(put))


# fmt: off
KINDS = (
    spoilt("a thread that asks nothing", "threads", always, lambda record, row: {"question": row["question"].replace("?", ".")}),
    spoilt("a thread that asks twice", "threads", always, lambda record, row: {"question": row["question"] + " And when?"}),
    spoilt("a thread whose question judges", "threads", always, lambda record, row: {"question": row["question"].replace("?", ", really?")}),
    Kind("a thread of one claim", alone),
    Kind("a claim of a thread on which nobody speaks", silent),
    spoilt("a hole in the places of a thread", "thread_claims", last, lambda record, row: {"place": str(int(row["place"]) + 1)}),
    spoilt("a claim of a thread at no place", "thread_claims", always, lambda record, row: {"place": "0"}),
    spoilt("a claim of a thread for no reason", "thread_claims", always, lambda record, row: {"reason": ""}),
)
# fmt: on
