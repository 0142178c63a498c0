"""What the home page shows: questions, tables with a sentence and their rows, the evidence counts.

In: Datasette with the served file. Out: plain values for the template.
"""

from readouts.site.facts import DATABASE


async def home(datasette) -> dict:
    """Questions, visible tables in the order of the metadata, quotations by state, the version."""
    about = datasette.metadata("databases")[DATABASE]
    database = datasette.get_database(DATABASE)
    tables = [
        {
            "name": name,
            "title": page["title"],
            "description": page["description"],
            "rows": (await database.execute(f'SELECT count(*) FROM "{name}"')).rows[0][0],
        }
        for name, page in about["tables"].items()
        if not page.get("hidden")
    ]
    evidence = await database.execute("SELECT state, count(*) FROM evidence GROUP BY state ORDER BY state")
    return {
        "questions": [{"name": name, "title": query["title"]} for name, query in about["queries"].items()],
        "tables": tables,
        "evidence": [tuple(row) for row in evidence.rows],
        "version": datasette.metadata("version"),
    }
