"""The built record in a browser: stable Datasette on the one file, which nothing can change.

In: the built file and the package that it was built from. Out: a running server, until
it is stopped. It serves one state of the file; when a build has put another in its place, the next request
has that one, whole (`newest`).
"""

import sqlite3
from contextlib import closing
from pathlib import Path

import uvicorn
from datasette.app import Datasette

from readouts.package.descriptor import load
from readouts.package.model import Package
from readouts.serve.metadata import metadata
from readouts.serve.newest import Newest
from readouts.serve.questions import asked, lost_defaults
from readouts.vocabulary import stored

GRACE = 1  # seconds that an answer under way has when the server is told to stop


def settings(database: Path, base_path: str = "/", public: bool = False) -> dict[str, int | bool | str]:
    """Datasette's settings: complete downloads, and no time spent on guessing facets.

    A page and a CSV of a query hold at most `max_returned_rows`; set above the largest
    table, no download is cut in silence. `public`: strangers ask questions of ours alone, and each ends sooner.
    """
    with closing(_opened(database)) as connection:
        names = [
            name
            for (name,) in connection.execute(
                "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
            )
        ]
        largest = max(connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for name in names)
    return {
        "suggest_facets": False,
        "default_page_size": 50,
        "max_returned_rows": max(10_000, largest),
        "max_csv_mb": 0,
        "default_facet_size": 15,
        "facet_time_limit_ms": 500 if public else 1000,
        # A machine that is busy gives a page late, and no error: what is asked here is known, and bounded.
        "sql_time_limit_ms": 3000 if public else 5000,
        "truncate_cells_html": 0,
        "default_allow_sql": not public,
        "base_url": base_path,
    }


def datasette(package: Package, database: Path, base_path: str = "/", public: bool = False) -> Datasette:
    """The application for the file as it lies there now.

    Raises ValueError when what datapackage.json has readers asked of for example is not there, and
    sqlite3.DatabaseError when the file is no database.
    """
    with closing(_opened(database)) as connection:
        if wrong := lost_defaults(asked(package.descriptor, stored(connection)), connection):
            raise ValueError(wrong)
    about = metadata(package)
    about["plugins"]["readouts"]["public"] = public
    chosen = settings(database, base_path, public)
    return Datasette(immutables=[str(database)], metadata=about, settings=chosen)


def serve(package: Package, database: Path, host: str, port: int, base_path: str = "/", public: bool = False) -> int:
    """Serve under the path until interrupted; returns the exit code.

    Blocks until then; the port must be free. Raises what `datasette` raises of the file as it lies there at first.
    """

    def made() -> Datasette:
        # The package is read again: a build that put another file there may have had other tables.
        read, _ = load(package.root)
        return datasette(read or package, database, base_path, public)

    newest = Newest(made, database)
    print(f"The record is at http://{host}:{port}{base_path} (stop it with Ctrl-C)", flush=True)
    configured = uvicorn.Config(newest, host=host, port=port, lifespan="off", timeout_graceful_shutdown=GRACE)
    uvicorn.Server(configured).run()
    return 0


def _opened(database: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{database.resolve().as_uri()}?mode=ro", uri=True)
