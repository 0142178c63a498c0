"""All sources for whoever manages references: as CSL-JSON, and as BibTeX.

In: a built file. Out: an entry a source, by its id. A title that is not printed stands in brackets, as the record has
it; a host that carries a text of nobody's is no publisher, and stands in the note.

Standards: CSL-JSON 1.0 (https://citeproc-js.readthedocs.io, "CSL-JSON items"), in which a date is `date-parts` or,
where no calendar day holds it, `literal`; the fields of biblatex, whose `date` is EDTF (manual, 2.3.8).
"""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from readouts.export.built import Built

_TYPES = {"book": "book", "broadcast": "broadcast", "post": "post", "official": "webpage"}
_ENTRIES = {"book": "book"}
_DAY = re.compile(r"\d{4}(?:-\d{2}){0,2}")
_SOURCES = """
SELECT sources.id, sources.name, sources.title, sources.genre, sources.author, sources.language, sources.published,
    publishers.name AS publisher, hosts.name AS host, sources.url, sources.archive_url, sources.retrieved
FROM sources
LEFT JOIN organizations AS publishers ON publishers.id = sources.publisher_id
LEFT JOIN organizations AS hosts ON hosts.id = sources.host_id
ORDER BY sources.id
"""


def csl(built: Built) -> bytes:
    """All sources as CSL-JSON."""
    items = [_item(one) for one in _sources(built)]
    return (json.dumps(items, ensure_ascii=False, indent=1) + "\n").encode("utf-8")


def bibtex(built: Built) -> bytes:
    """All sources as entries for biblatex."""
    return "\n".join(_entry(one) for one in _sources(built)).encode("utf-8")


def taken_literally(text: str) -> str:
    """The text with what TeX would read as a command taken literally."""
    text = re.sub(r"([&%$#_{}])", r"\\\1", text.replace("\\", r"\textbackslash "))
    return text.replace("~", r"\textasciitilde ").replace("^", r"\textasciicircum ")


def _sources(built: Built) -> Iterator[Mapping[str, str]]:
    cursor = built.connection.execute(_SOURCES)
    names = [one[0] for one in cursor.description]
    return (dict(zip(names, row, strict=True)) for row in cursor)


def _item(source: Mapping[str, str]) -> dict[str, Any]:
    item = {
        "id": source["id"],
        "type": _TYPES.get(source["genre"], "article-newspaper"),
        "title": source["title"] or source["name"],
        "author": [{"literal": source["author"]}] if source["author"] else None,
        "publisher": source["publisher"],
        "container-title": source["publisher"] or source["host"],
        "issued": _csl_date(source["published"]),
        "language": source["language"],
        "URL": source["url"] or source["archive_url"],
        "accessed": _csl_date(source["retrieved"]),
        "note": _at(source),
    }
    return {name: value for name, value in item.items() if value}


def _csl_date(date: str | None) -> dict[str, Any] | None:
    if not date:
        return None
    if _DAY.fullmatch(date):
        return {"date-parts": [[int(part) for part in date.split("-")]]}
    return {"literal": date}


def _at(source: Mapping[str, str]) -> str:
    return f"At the address of {source['host']}" if source["host"] else ""


def _entry(source: Mapping[str, str]) -> str:
    fields = {
        "title": f"{{{taken_literally(source['title'] or source['name'])}}}",
        "author": f"{{{taken_literally(source['author'])}}}" if source["author"] else "",
        "publisher": taken_literally(source["publisher"] or ""),
        "date": source["published"] or "",
        "url": source["url"] or source["archive_url"] or "",
        "urldate": source["retrieved"] or "",
        "langid": source["language"] or "",
        "note": taken_literally(_at(source)),
    }
    lines = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items() if value)
    return f"@{_ENTRIES.get(source['genre'], 'online')}{{{source['id']},\n{lines}}}\n"
