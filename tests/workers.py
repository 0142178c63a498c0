"""How workers share the tests: each test by itself, but those in a browser in two parts, one a worker; a file that
builds; a file that asks for pages; and all that ask a server under a path.

Why: a browser and its loop are opened once for a part and end with it, so no test of another kind finds a loop running,
whatever the order; and pages that one test has looked at, or been answered with, are kept for the next. The groups of
pytest-xdist 3.8 would do the same, but it writes them into names that pytest 9.2 no longer reads.
"""

from xdist.scheduler import LoadScopeScheduling

BROWSER = "tests/browser/"
BUILT = (
    "vocabulary/test_vocabulary.py",
    "export/test_everything.py",
)  # its tests share records that are built for them
ASKING = ("tests/site/", "tests/serve/", "tests/search/")
ANYWHERE = tuple(
    f"/test_{name}.py"
    for name in (
        *("check", "downloads", "home", "paths", "prove_page", "query_faults", "question", "serve", "sitemap"),
        *("taken_away", "thread"),
    )
)
PAGES = ("test_pages.py", "test_unseen.py", "test_journeys.py")


def part(test: str) -> str:
    """What is given to one worker as a whole: the test, or the part of the browser's tests that it is of."""
    file = test.partition("::")[0]
    if BROWSER in file:
        return "pages" if file.endswith(PAGES) else "ways"
    if file.endswith(ANYWHERE) and any(folder in file for folder in ASKING):
        return "anywhere"
    return file if file.endswith(BUILT) or any(folder in file for folder in ASKING) else test


class Sharing(LoadScopeScheduling):
    """Gives out parts, the largest first."""

    def _split_scope(self, nodeid: str) -> str:
        return part(nodeid)


def pytest_xdist_make_scheduler(config, log):
    """With `-n`, tests are shared like this, unless another way is asked for."""
    return Sharing(config, log) if config.getoption("dist") == "load" else None
