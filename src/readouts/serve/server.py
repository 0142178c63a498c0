"""The built record in a browser: stable Datasette on the one file, which nothing can change.

In: the built file and the package that it was built from. Out: a running server, until
it is stopped.
"""

import json
import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path

from datasette.cli import cli as datasette

from readouts.package.model import Package
from readouts.serve.metadata import metadata
from readouts.serve.questions import asked, lost_defaults
from readouts.vocabulary import stored


def settings(database: Path, base_path: str = "/") -> dict[str, str]:
    """Datasette's settings: complete downloads, and no time spent on guessing facets.

    A page and a CSV of a query hold at most `max_returned_rows`; set above the largest
    table, no download is cut in silence.
    """
    with closing(sqlite3.connect(f"{database.resolve().as_uri()}?mode=ro", uri=True)) as connection:
        names = [
            name
            for (name,) in connection.execute(
                "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
            )
        ]
        largest = max(connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for name in names)
    return {
        "suggest_facets": "off",
        "default_page_size": "50",
        "max_returned_rows": str(max(10_000, largest)),
        "max_csv_mb": "0",
        "default_facet_size": "15",
        "facet_time_limit_ms": "1000",
        # A machine that is busy gives a page late, and no error: what is asked here is known, and bounded.
        "sql_time_limit_ms": "5000",
        "truncate_cells_html": "0",
        "base_url": base_path,
    }


def arguments(database: Path, host: str, port: int, base_path: str, metadata_file: Path) -> list[str]:
    """The command line of `datasette` that serves the file."""
    chosen = [part for name, value in settings(database, base_path).items() for part in ("--setting", name, value)]
    return [
        "serve",
        "--immutable",
        str(database),
        "--metadata",
        str(metadata_file),
        "--host",
        host,
        "--port",
        str(port),
        *chosen,
    ]


def serve(package: Package, database: Path, host: str, port: int, base_path: str = "/") -> int:
    """Serve under the path until interrupted; returns the exit code.

    Blocks until then; the port must be free. Datasette serves the file as immutable: what is written into it while
    it is served is not seen.
    Raises ValueError when what datapackage.json has readers asked of for example is not there.
    """
    with closing(sqlite3.connect(f"{database.resolve().as_uri()}?mode=ro", uri=True)) as connection:
        if wrong := lost_defaults(asked(package.descriptor, stored(connection)), connection):
            raise ValueError(wrong)
    with tempfile.TemporaryDirectory(prefix="readouts-") as folder:
        file = Path(folder, "metadata.json")
        file.write_text(json.dumps(metadata(package), ensure_ascii=False, indent=1), encoding="utf-8")
        print(f"The record is at http://{host}:{port}{base_path} (stop it with Ctrl-C)", flush=True)
        return datasette.main(arguments(database, host, port, base_path, file), standalone_mode=False) or 0
