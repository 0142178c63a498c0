"""How workers share the tests: each test by itself, but those in a browser in two parts, one a worker.

Why: a browser and its loop are opened once for a part and end with it, so no test of another kind finds a loop running,
whatever the order; and pages that one test has looked at are kept for the next. The groups of pytest-xdist 3.8 would
do the same, but it writes them into names that pytest 9.2 no longer reads.
"""

from xdist.scheduler import LoadScopeScheduling

BROWSER = "tests/browser/"
PAGES = ("test_pages.py", "test_unseen.py", "test_journeys.py")


def part(test: str) -> str:
    """What is given to one worker as a whole: the test, or the part of the browser's tests that it is of."""
    file = test.partition("::")[0]
    if BROWSER not in file:
        return test
    return "pages" if file.endswith(PAGES) else "ways"


class Sharing(LoadScopeScheduling):
    """Gives out parts, the largest first."""

    def _split_scope(self, nodeid: str) -> str:
        return part(nodeid)
