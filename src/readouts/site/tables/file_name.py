"""The name of a download, which says what it was narrowed down to: claim_timeline-side-russia-date-before-2025-02.csv.

In: a table or a question, and the query of its address. Out: a name of ASCII letters, digits,
hyphens and underscores, at most 80 characters with its ending.
"""

import re
import unicodedata
from urllib.parse import parse_qsl

from readouts.site.tables import chosen_filters

MOST = 80


def named(name: str, query: str, ending: str) -> str:
    """The whole name; what is too long is cut between words."""
    said = [name, *(_said(*pair) for pair in parse_qsl(query, keep_blank_values=True))]
    whole = "-".join(filter(None, said))
    most = MOST - len(ending) - 1
    if len(whole) > most:
        whole = whole[: most + 1].rpartition("-")[0] if "-" in whole[: most + 1] else whole[:most]
    return f"{whole}.{ending}"


def _said(name: str, value: str) -> str:
    if name == "_search":
        return f"search-{_plain(value)}".rstrip("-")
    if not chosen_filters.is_filter(name):
        return ""
    column, lookup = chosen_filters.parts(name)
    between = "" if lookup in ("exact", "in") else lookup
    says = "" if chosen_filters.WORDS.get(lookup, ("", ""))[1] is None else _plain(value)
    return "-".join(filter(None, (_plain(column.removesuffix("_id")), between, says)))


def _plain(text: str) -> str:
    ascii_only = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode("ascii")
    return re.sub(r"[^a-z0-9_]+", "-", ascii_only.lower()).strip("-")
