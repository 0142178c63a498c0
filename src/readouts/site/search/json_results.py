"""What a search found, for programs.

In: a `Search`. Out: a dictionary of plain values, whose shape docs/pages.md tells. The two
voices stay apart here, too: `words` are the speaker's own, `source_words` those of a source.
"""

from collections.abc import Callable
from typing import Any

from readouts.site.pages.differing_words import Piece
from readouts.site.search.result_page import Result, Search

DATABASE = "readouts"


def path(table: str, key: str) -> str:
    """Where a result stands on the site, before any prefix: a question is a page, a finding a part of one."""
    if table == "findings":
        return f"/-/findings#{key}"
    return f"/{DATABASE}/{key}" if table == "questions" else f"/{DATABASE}/{table}/{key}"


def as_json(page: Search, address: Callable[[str, str], str]) -> dict[str, Any]:
    """The page as plain values; `address` makes the address of a table's row."""
    results = [
        _result(group.kind, one, address(one.table, one.name.id)) for group in page.groups for one in group.results
    ]
    return {
        "query": page.query,
        "understood_as": page.asked.understood,
        "readings": [
            {"how": note.how, "typed": note.typed, "read": note.read, "or": note.other} for note in page.asked.notes
        ],
        "absent": list(page.absent),
        "offered": page.offered,
        "left_out": [*page.asked.empty, *page.lacks],
        "found": page.rows,
        "results": results,
        "each": [{"word": term.text, "found": rows} for term, rows in page.each],
    }


def _result(kind: str, one: Result, address: str) -> dict[str, Any]:
    hit = one.hit
    return {
        "kind": kind,
        "title": one.name.text,
        "address": address,
        "date": one.date,
        "side": one.side,
        "words": _text(hit.own) if hit else "",
        "source_words": " … ".join(filter(None, (_text(hit.told), _text(hit.dated)))) if hit else "",
        "publisher": hit.publisher if hit else "",
        "why": [f"{reason.what}: {_text(reason.text)}" for reason in one.why],
        "text": one.about or _text(one.snippet),
        "standing": one.contact.contact.standing if one.contact else "",
        "lacks": list(one.lacks),
    }


def _text(pieces: tuple[Piece, ...]) -> str:
    return "".join(piece.text for piece in pieces)
