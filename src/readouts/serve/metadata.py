"""The metadata that Datasette shows: generated, so that pages and schemas agree.

In: the declared package, the derived tables and the questions. Out: a dictionary for
Datasette 0.65 (https://docs.datasette.io/en/stable/metadata.html): titles, descriptions
of tables and columns, label columns, order, facets, units, canned queries, licence.
"""

from typing import Any

from readouts.build import derive, in_time
from readouts.build.steps import Derived
from readouts.package.model import Package, Table
from readouts.serve.questions import asked
from readouts.vocabulary import Vocabulary, declared

DATABASE = "readouts"
FACET_SIZE = 8  # values of a facet that stand beside a table; the others are one click away
_UNLISTED = {
    "evidence": {
        "title": "Evidence, as computed",
        "description": "What is known of each quotation's words, from which the table Evidence is made.",
        "columns": {
            "quotation_id": "Link to the quotation.",
            "state": "verified, fetched twice, fetched once or not held.",
            "start_word": "Where the words stand in the held text, counted in words from its start.",
            "word_count": "How many words they are.",
            "reason": "Why the state is what it is.",
            "link": "Address that opens the page at the passage.",
        },
        "hidden": True,
    },
    "package": {
        "title": "The package",
        "description": "One row that says what this file is: title, version, licence.",
        "hidden": True,
    },
    "lexicon": {
        "title": "Words of the search",
        "description": "Every word under which something is found, and what its usual spellings share.",
        "columns": {
            "word": "The word, without capitals and accents.",
            "key": "What all usual spellings of it share, in any alphabet.",
            "rows": "How many things are found under it.",
        },
        "hidden": True,
    },
    "pictures": {
        "title": "Pictures",
        "description": "The drawings of the record: timelines of claims, the calendar of contacts, accounts, findings.",
        "columns": {
            "name": "What is drawn: claims/ID, a timeline; contacts, the calendar; events/ID, accounts; findings/ID.",
            "description": "What the drawing shows, in words.",
            "svg": "The drawing to take away, as SVG: it says what it is about.",
            "wide": "The same for a wide page, which says that above it.",
            "narrow": "The same for a narrow page.",
        },
        "hidden": True,
    },
}


def metadata(package: Package) -> dict[str, Any]:
    """Everything Datasette is told about the built file.

    Ready to be written as JSON. Beyond what Datasette knows, tables carry `titles`, `codes`, `dates`, `booleans` and
    `shown` for the pages of `site`. Raises ValueError where an example names no question.
    https://docs.datasette.io/en/stable/metadata.html
    """
    vocabulary = declared(package)
    licence = package.descriptor["licenses"][0]
    about = {"license": licence["title"], "license_url": licence["path"]}
    tables = {table.name: _page(table) for table in (*derive.views(vocabulary), *package.tables)}
    for extra in derive.columns(vocabulary):
        for names in ("columns", "titles", "codes"):
            tables[extra.name][names] |= {
                name: value for name, value in _page(extra)[names].items() if name not in extra.key
            }
        tables[extra.name]["dates"] += _page(extra)["dates"]
    tables |= {name: dict(page) for name, page in _UNLISTED.items()}
    for page in tables.values():
        page |= about
    return {
        "title": package.descriptor["title"],
        "version": package.version,
        "description": package.descriptor["description"],
        **about,
        "plugins": {
            "readouts": {
                "base_url": {"$env": "READOUTS_BASE_URL"},
                "example_search": package.descriptor.get("exampleSearch", ""),
            }
        },
        "databases": {DATABASE: {"title": "The record", "tables": tables, "queries": _queries(package, vocabulary)}},
    }


def _page(table: Table) -> dict[str, Any]:
    """A table's page; the days that a date spans come after it, described alike."""
    columns, derived = {}, isinstance(table, Derived)
    for field in table.fields:
        columns[field.name] = field.description
        if field.edtf and not derived:
            columns[f"{field.name}_earliest"] = f"First day that {field.name} allows. Empty: open or unknown."
            columns[f"{field.name}_latest"] = f"Last day that {field.name} allows. Empty: open or unknown."
        if field.name in in_time.ordered(table):
            columns[f"{field.name}{in_time.ENDING}"] = in_time.MEANING.format(field.name)
    page = {
        "title": table.title,
        "description": table.description,
        "columns": columns,
        "titles": {field.name: field.title for field in table.fields},
        "codes": {field.name: field.codes for field in table.fields if field.codes},
        "booleans": [field.name for field in table.fields if field.type == "boolean"],
        "dates": [field.name for field in table.fields if field.edtf or field.type == "date"],
        "shown": list(table.shown),
        "facets": list(table.facets),
        "facet_size": FACET_SIZE,
        "size": 50,
    }
    if table.label:
        page["label_column"] = table.label
    for order in ("sort", "sort_desc"):
        if column := getattr(table, order):
            page[order] = f"{column}{in_time.ENDING}" if f"{column}{in_time.ENDING}" in columns else column
    if table.hidden:
        page["hidden"] = True
    if isinstance(table, Derived):
        page["units"] = dict(table.units)
    return page


def _queries(package: Package, vocabulary: Vocabulary) -> dict[str, Any]:
    return {
        question.name: {
            "title": question.title,
            "description": question.description,
            "about": question.about,
            "example": question.example,
            "short": question.short,
            "shown": [list(cell) for cell in question.shown],
            "sql": question.sql,
            "params": list(question.defaults),
            "defaults": question.defaults,
            "meanings": question.meanings,
            "choices": {name: {"closed": one.closed, "sql": one.sql} for name, one in question.choices.items()},
            "places": [
                {"table": one.table, "parameter": one.parameter, "column": one.column} for one in question.places
            ],
            "hide_sql": True,
        }
        for question in asked(package.descriptor, vocabulary)
    }
