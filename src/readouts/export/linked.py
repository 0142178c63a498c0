"""The record as linked data: who said what of which claim, and where it is read, in terms that others have.

Why: a machine that knows schema.org and PROV needs to learn no word of ours. In: rows of the built file. Out: nodes of
JSON-LD 1.1, all of them in one file, or those of one row for its page. Addresses are the paths of the rows below
`base`; where that is not known, below the host that serves the file.

- A claim is a `Claim`, which says nothing of its truth; a statement a `Statement`, by a person (`creator`) in the name
  of a body (`sourceOrganization`); a quotation a `Quotation` of it (`exampleOfWork`), `prov:wasQuotedFrom` its source.
- A stance is an act of the speaker on the claim: `AgreeAction` above zero, `DisagreeAction` below, else `ReactAction`,
  called as the code is, with the statement in which it lies as its `instrument`.
- Words that a source puts in nobody's mouth are nobody's here either: the body for which the record reads them is not
  named.
- A date is typed as EDTF (http://id.loc.gov/datatypes/edtf), so that an open or uncertain one stays what it is.

Standards: https://schema.org (Claim, Statement, Quotation, Action), https://www.w3.org/TR/prov-o/.
"""

import json
import sqlite3
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from readouts.export.built import Built

Row = Mapping[str, Any]
CONTEXT: Mapping[str, Any] = {
    "@vocab": "https://schema.org/",
    "prov": "http://www.w3.org/ns/prov#",
    "edtf": "http://id.loc.gov/datatypes/edtf/",
}
# How each kind of node is asked for, whole, or for the page of one row where {of} is filled in.
NODES: Mapping[str, str] = {
    "claims": "SELECT id, text, event_id, topic_id FROM claims {of} ORDER BY id",
    "statements": "SELECT id, label, date, speaker_id, speaker_label, organization_id, form, language"
    " FROM statements {of} ORDER BY id",
    "quotations": "SELECT id, label, words, statement_id, source_id, via_id FROM quotations {of} ORDER BY id",
    "sources": "SELECT id, name, genre, author, language, published, publisher_id, url, archive_url"
    " FROM sources {of} ORDER BY id",
    "stances": "SELECT stances.statement_id, stances.claim_id, stances.stance, stances.quotation_id, codes.label,"
    " codes.scale, statements.speaker_id, statements.organization_id, statements.form FROM stances"
    " JOIN codes ON codes.list = 'stance' AND codes.code = stances.stance"
    " JOIN statements ON statements.id = stances.statement_id {of} ORDER BY stances.claim_id, stances.statement_id",
    "people": "SELECT id, name, native_name, wikidata FROM people {of} ORDER BY id",
    "organizations": "SELECT id, name, native_name, wikidata FROM organizations {of} ORDER BY id",
    "events": "SELECT id, name, date, place, part_of_id FROM events {of} ORDER BY id",
}
# What the page of a row carries: the nodes, and which of them.
PAGES: Mapping[str, Mapping[str, str]] = {
    "claims": {"claims": "WHERE id = :id", "stances": "WHERE stances.claim_id = :id"},
    "statements": {
        "statements": "WHERE id = :id",
        "quotations": "WHERE statement_id = :id",
        "stances": "WHERE stances.statement_id = :id",
    },
    "quotations": {
        "quotations": "WHERE id = :id",
        "sources": "WHERE id = (SELECT source_id FROM quotations WHERE id = :id)",
    },
    "sources": {"sources": "WHERE id = :id", "quotations": "WHERE source_id = :id"},
    "people": {"people": "WHERE id = :id"},
    "organizations": {"organizations": "WHERE id = :id"},
    "events": {"events": "WHERE id = :id", "claims": "WHERE event_id = :id"},
}


def made(built: Built) -> bytes:
    """All nodes in one file."""
    found = {kind: _asked(built.connection, sql.format(of="")) for kind, sql in NODES.items()}
    return document(found, built.base).encode("utf-8")


def document(found: Mapping[str, Iterable[Row]], base: str) -> str:
    """The rows of each kind as one document of JSON-LD; their paths hold below `base`, which ends without a stroke."""
    graph = [_bare(_MADE[kind](row)) for kind, rows in found.items() for row in rows]
    told = {"@context": {**CONTEXT, "@base": f"{base}/"}, "@graph": graph}
    return json.dumps(told, ensure_ascii=False, indent=1) + "\n"


def page_questions(table: str) -> dict[str, str]:
    """What is asked for the page of a row, by kind of node; nothing for a table without nodes."""
    return {kind: NODES[kind].format(of=of) for kind, of in PAGES.get(table, {}).items()}


def _asked(connection: sqlite3.Connection, sql: str) -> list[Row]:
    cursor = connection.execute(sql)
    names = [one[0] for one in cursor.description]
    return [dict(zip(names, row, strict=True)) for row in cursor]


def _to(table: str, key: str | None) -> dict[str, str] | None:
    return {"@id": f"readouts/{table}/{key}"} if key else None


def _date(text: str | None) -> dict[str, str] | None:
    return {"@value": text, "@type": "edtf:EDTF-level1"} if text else None


def _node(table: str, key: str, *types: str, **said: Any) -> dict[str, Any]:
    return {"@id": f"readouts/{table}/{key}", "@type": [*types], **said}


def _bare(node: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in node.items() if value not in (None, "", [])}


def _speaker(row: Row) -> tuple[dict[str, str] | None, dict[str, str] | None]:
    """The person and the body that a source names for the words; nobody where it names none."""
    if row["form"] == "unattributed":
        return None, None
    return _to("people", row["speaker_id"]), _to("organizations", row["organization_id"])


def _claim(row: Row) -> dict[str, Any]:
    about = [_to("events", row["event_id"]), _to("topics", row["topic_id"])]
    return _node("claims", row["id"], "Claim", "prov:Entity", text=row["text"], about=[one for one in about if one])


def _statement(row: Row) -> dict[str, Any]:
    person, body = _speaker(row)
    return _node(
        "statements",
        row["id"],
        "Statement",
        "prov:Entity",
        name=row["label"],
        creator=person or body,
        creditText=row["speaker_label"] if row["form"] != "unattributed" else None,
        sourceOrganization=body,
        dateCreated=_date(row["date"]),
        inLanguage=row["language"],
        **{"prov:wasAttributedTo": [one for one in (person, body) if one]},
    )


def _quotation(row: Row) -> dict[str, Any]:
    relation = "prov:wasQuotedFrom" if row["words"] else "prov:wasDerivedFrom"
    return _node(
        "quotations",
        row["id"],
        "Quotation",
        "prov:Entity",
        name=row["label"],
        text=row["words"],
        exampleOfWork=_to("statements", row["statement_id"]),
        isPartOf=_to("sources", row["source_id"]),
        provider=_to("organizations", row["via_id"]),
        **{relation: _to("sources", row["source_id"])},
    )


def _source(row: Row) -> dict[str, Any]:
    return _node(
        "sources",
        row["id"],
        "CreativeWork",
        "prov:Entity",
        name=row["name"],
        genre=row["genre"],
        creditText=row["author"],
        inLanguage=row["language"],
        datePublished=_date(row["published"]),
        publisher=_to("organizations", row["publisher_id"]),
        url=row["url"],
        archivedAt=row["archive_url"],
    )


def _stance(row: Row) -> dict[str, Any]:
    scale, (person, body) = row["scale"] or 0, _speaker(row)
    return {
        "@id": f"readouts/stances/{row['statement_id']},{row['claim_id']}",
        "@type": ["AgreeAction" if scale > 0 else "DisagreeAction" if scale < 0 else "ReactAction"],
        "name": row["label"],
        "agent": person or body,
        "object": _to("claims", row["claim_id"]),
        "instrument": _to("statements", row["statement_id"]),
        "result": _to("quotations", row["quotation_id"]),
    }


def _agent(table: str, kind: str) -> Callable[[Row], dict[str, Any]]:
    def made(row: Row) -> dict[str, Any]:
        known = f"http://www.wikidata.org/entity/{row['wikidata']}" if row["wikidata"] else None
        names = {"name": row["name"], "alternateName": row["native_name"]}
        return _node(table, row["id"], kind, "prov:Agent", **names, sameAs=known)

    return made


def _event(row: Row) -> dict[str, Any]:
    return _node(
        "events",
        row["id"],
        "Event",
        name=row["name"],
        startDate=_date(row["date"]),
        location=row["place"],
        superEvent=_to("events", row["part_of_id"]),
    )


_MADE: Mapping[str, Callable[[Row], dict[str, Any]]] = {
    "claims": _claim,
    "statements": _statement,
    "quotations": _quotation,
    "sources": _source,
    "stances": _stance,
    "people": _agent("people", "Person"),
    "organizations": _agent("organizations", "Organization"),
    "events": _event,
}
