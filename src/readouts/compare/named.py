"""Rows that are new or gone, each by name: what a reviewer has to know of it without opening the table.

In: both states. Out: sentences, and of a stance that is gone the rule.
"""

from collections.abc import Callable, Mapping

from readouts.compare.paired import Pair, Row, States
from readouts.compare.wording import Wording, shortened, verb


def added(states: States, name: str, row_id: str, wording: Wording) -> str:
    """A row that was not there."""
    row = states.now[name][row_id]
    tell = _TOLD.get(name)
    return f"new: {tell(row, wording) if tell else _row(states, name, row_id, row)}"


def gone(states: States, pair: Pair, wording: Wording) -> tuple[str, str]:
    """A row that is no longer there, and the rule that it breaks where no gate asks for it."""
    name, was = pair.table.name, pair.was
    if name != "stances":
        tell = _TOLD.get(name)
        about = (tell(was, wording) if tell else _row(states, name, pair.old_id, was)).removeprefix(f"{name}: ")
        return "", f"{pair.row_id} is gone from {name} ({shortened(about, 200)})"
    statement, claim = was.get("statement_id", ""), was.get("claim_id", "")
    statement = states.led.get(("statements", statement), statement)
    claim = states.led.get(("claims", claim), claim)
    # A statement or a claim that is gone is told of itself, and its id is an error of its own.
    there = statement in states.now["statements"] and claim in states.now["claims"]
    told = f"{statement} no longer {verb(was.get('stance', ''), wording.then)} {claim}: the stance is gone"
    return "change.stance-gone" if there else "", told


def _claim(row: Row, _: Wording) -> str:
    return f"claim {row['id']}: {shortened(row.get('text', ''), 200)}"


def _statement(row: Row, wording: Wording) -> str:
    who = wording.name("people", row.get("speaker_id", "")) or row.get("speaker_label", "")
    body = wording.name("organizations", row.get("organization_id", ""))
    named = ", in the name of ".join(filter(None, (who, body))) if who else body
    return f"statement {row['id']}: {named or 'nobody named'}, {row.get('date') or 'no day'}, {row.get('medium', '')}"


def _quotation(row: Row, wording: Wording) -> str:
    words = f'"{shortened(row["words"], 120)}"' if row.get("words") else f"at {shortened(row.get('passage', ''), 120)}"
    source = row.get("source_id", "")
    return f"quotation {row['id']}: {row.get('statement_id', '')} in {source}, {row.get('form', '')}, {words}"


def _source(row: Row, wording: Wording) -> str:
    publisher = wording.name("organizations", row.get("publisher_id", "")) or "publisher not stated"
    title = f'"{shortened(row.get("title", ""), 120)}"'
    return f"source {row['id']}: {title}, {publisher}, {row.get('published') or 'no day'}"


def _stance(row: Row, wording: Wording) -> str:
    return f"{row['statement_id']} {verb(row.get('stance', ''), wording.now)} {row['claim_id']}"


def _redirect(row: Row, _: Wording) -> str:
    return f"{row.get('table', '')}: {row.get('old_id', '')} is now called {row.get('new_id', '')}"


def _correction(row: Row, _: Wording) -> str:
    about = f"{row.get('table', '')}, {row.get('row_id', '')}"
    return (
        f'correction {row["id"]} of {about}: was "{shortened(row.get("was", ""))}", is "{shortened(row.get("is", ""))}"'
    )


def _row(states: States, name: str, row_id: str, row: Mapping[str, str]) -> str:
    """A row of any other table: its key, and what pages call it."""
    label = states.tables[name].label
    called = row.get(label or "", "")
    return f"{name}: {row_id}" + (f" ({shortened(called)})" if called and called != row_id else "")


_TOLD: Mapping[str, Callable[[Row, Wording], str]] = {
    "claims": _claim,
    "corrections": _correction,
    "quotations": _quotation,
    "redirects": _redirect,
    "sources": _source,
    "stances": _stance,
    "statements": _statement,
}
