"""The kinds of pages that there are, each with an address: what the tests in a browser open one after another."""

from pathlib import Path

from bench.kinds import HEAVIEST, asked, rows

from ..conftest import LONG
from .look import SCHEMES

# Pages that are no row's and no question's. The key names the file of the screenshot, too.
FIXED = {
    "home": "/",
    "search-hits": "/-/search?q=peskov+fake",
    "search-one-kind": "/-/search?q=putin&kind=statement",
    "search-none": "/-/search?q=xylophone",
    "search-most-words": "/-/search?q=peskov+xylophone",
    "search-misspelt": "/-/search?q=pescov",
    "search-contact": "/-/search?q=how+long+was+the+call+of+3+July+2025",
    "search-empty": "/-/search",
    "check": "/check?q=He+said+%E2%80%9CThere+was+no+conversation%2C%E2%80%9D+%E2%80%9Cwe+have+reached+this+stage%E2%80%9D+and"
    "+%E2%80%9Cthe+envoy+drank+his+tea%E2%80%9D&speaker=Peskov",
    "contacts": "/contacts",
    "contacts-narrowed": "/contacts?side=russia&year=2025",
    "questions": "/-/questions",
    "findings": "/-/findings",
    "rules": "/-/rules",
    "rules-one": "/-/rules/most_telling",
    "downloads": "/-/downloads",
    "prove": "/prove?source=2025-11-peskov-downplays-leak",
    "database": "/readouts",
    "sql": "/readouts?sql=select+id%2C+text+from+claims+limit+5",
    "missing": "/nothing-here",
    "table-claim_timeline": "/readouts/claim_timeline",
    "table-narrowed": "/readouts/claim_timeline?side=russia&stance=denies#narrowed",
    "table-filtered": "/readouts/quotations?words__contains=fake&_sort=id",
    "table-without-a-row": "/readouts/claims?kind=none-of-these",
    "table-readouts": "/readouts/readouts?_size=20",
    "table-contact_standing": "/readouts/contact_standing",
    "table-claims": "/readouts/claims?_size=20",
    "table-people": "/readouts/people",
    "table-codes": "/readouts/codes?_size=20",
    "table-stances": "/readouts/stances?_size=20",
    "table-search": "/readouts/search?_search=fake",
    "table-empty": "/readouts/corrections",
}
# A plain row, one with a key of two parts, and rows of derived tables.
PLAIN = {
    "roles": "SELECT id FROM roles WHERE note IS NOT NULL ORDER BY 1",
    "stances": "SELECT statement_id, claim_id FROM stances WHERE note IS NOT NULL ORDER BY 1, 2",
    "evidence_status": "SELECT quotation_id FROM evidence_status ORDER BY length(reason) DESC, 1",
    "contact_standing": "SELECT event_id FROM contact_standing ORDER BY date DESC, 1",
}
ROWS = HEAVIEST | PLAIN
KINDS = (*FIXED, *(f"row-{table}" for table in ROWS), *(f"question-{name}" for name in asked()))


# Each kind wide and narrow, one light and the other dark, as axe reads colours. Questions have one form of page, so two
# of them narrow stand for all; axe reads the longest page wide alone, since it says the same of it narrow after ten
# seconds more. `make long` leaves nothing out.
WIDTHS = (1280, 390)
NARROW = {"question-who_denied_what", "question-which_contacts_are_acknowledged"}


def widths(kind: str) -> tuple[int, ...]:
    """The widths at which pages of this kind are looked at."""
    return WIDTHS if LONG or not kind.startswith("question-") or kind in NARROW else WIDTHS[:1]


# Tables and questions have one form of page each: of these axe reads some as wholes, of the others what their look makes.
READ_WHOLE = NARROW | {"table-claim_timeline", "table-filtered", "table-without-a-row", "table-search"}


def whole(kind: str, width: int) -> bool:
    """Whether axe reads the page as a whole at this width, or only what depends on its look."""
    alike = kind.startswith(("table-", "question-")) and kind not in READ_WHOLE
    return LONG or (width == WIDTHS[0] and not alike)


LOOKS = tuple((kind, width) for kind in KINDS for width in widths(kind))
AXE_SCHEMES = {width: SCHEMES if LONG else (scheme,) for width, scheme in zip(WIDTHS, SCHEMES, strict=True)}
WITHOUT_AXE = set() if LONG else {("row-organizations", 390)}


def addresses(database: Path) -> dict[str, str]:
    """For each kind of page the path of the page that stands for it in this file."""
    return (
        FIXED
        | {f"row-{table}": path for table, path in rows(database, ROWS).items()}
        | {f"question-{name}": path for name, path in asked().items()}
    )
