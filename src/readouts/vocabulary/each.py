"""What stands once in a file and holds for every code of a list: columns of a query, fields of a schema.

Why: a table that shows one column a side is written without naming a side. In: a query in
which `[[side: max(CASE WHEN side = '{code}' THEN words END) AS "{column}"]]` stands for as
many expressions as there are sides; a schema in which a field, or an entry of a list, has
`"each": "side"`. Out: the same, written out for one vocabulary.
"""

import re
from collections.abc import Iterator
from typing import Any

from readouts.vocabulary import Code, Vocabulary

_EACH = re.compile(r"\[\[([a-z-]+): (.*?)\]\]", re.DOTALL)


def in_sql(query: str, vocabulary: Vocabulary) -> str:
    """The query with every `[[list: expression]]` once a code, joined by commas."""

    def written(found: re.Match[str]) -> str:
        return ", ".join(filled(found[2], one) for one in vocabulary.of(found[1]).values())

    return _EACH.sub(written, query)


def in_schema(schema: dict[str, Any], vocabulary: Vocabulary) -> dict[str, Any]:
    """The schema with every field, facet and shown column that has `each` once a code.

    `descriptions` of such a field has another description for the codes of one nature;
    `nature` of such a facet or column takes the codes of that nature alone, `first` so many from the top of the list.
    """
    page = schema.get("datasette", {})
    fields = [one for field in schema["fields"] for one in _fields(field, vocabulary)]
    lists = {key: _written(page[key], vocabulary) for key in ("facets", "shown") if key in page}
    return schema | {"fields": fields, "datasette": page | lists}


def filled(text: str, code: Code) -> str:
    """The text with `{code}`, `{column}`, `{label}` and `{phrase}` of one code."""
    for name in ("code", "column", "label", "phrase"):
        text = text.replace(f"{{{name}}}", getattr(code, name))
    return text


def _fields(field: dict[str, Any], vocabulary: Vocabulary) -> Iterator[dict[str, Any]]:
    if "each" not in field:
        yield field
        return
    for one in vocabulary.of(field["each"]).values():
        told = field.get("descriptions", {}).get(one.nature, field["description"])
        named = {"name": field["name"], "title": field["title"], "description": told}
        kept = {name: value for name, value in field.items() if name not in ("each", "descriptions")}
        yield kept | {name: filled(text, one) for name, text in named.items()}


def _written(columns: list[Any], vocabulary: Vocabulary) -> list[str]:
    return [name for one in columns for name in _names(one, vocabulary)]


def _names(column: str | dict[str, Any], vocabulary: Vocabulary) -> Iterator[str]:
    if isinstance(column, str):
        yield column
        return
    codes = [one for one in vocabulary.of(column["each"]).values() if column.get("nature") in (None, one.nature)]
    yield from (one.column for one in codes[: column.get("first")])
