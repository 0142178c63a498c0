"""Every rule by which data is judged, with why it is there and a case.

In: the SQL rules, the rules of the evidence gate, of the formatter, of sheets, those on changes
and those of the earlier gates; `cases` for the paragraph and the edits. Out: frozen
`Explained` values, which the command line, docs/rules.md and the tests read, so that a
rule without any of these is found.
"""

import unicodedata
from dataclasses import dataclass
from functools import cache
from typing import Any

from readouts.check.cell_checks import CELL_CHECKS
from readouts.check.evidence_rules import RULES
from readouts.check.sql_rules import rules
from readouts.compare.rows import RULES as CHANGE_RULES
from readouts.document.cases import EDITS, cases
from readouts.finding import Rule, Severity, shown
from readouts.read.edtf_reasons import REASONS, Reason
from readouts.sheet.whole import RULES as SHEET_RULES
from readouts.tidy.rewrite import RULES as FORMAT_RULES

_EARLY = (
    ("package.descriptor", "datapackage.json and the schemas can be read, lead nowhere else, and leave nothing open."),
    ("package.undeclared-file", "Every CSV file in a folder of tables is a declared resource."),
    ("structure.file", "Every declared file is there and can be read."),
    ("structure.empty", "No file is empty: a table without rows has its header."),
    ("structure.byte-order-mark", "A file is UTF-8 without a byte order mark."),
    ("structure.encoding", "Every byte of a file is part of valid UTF-8."),
    ("structure.line-end", "Every line ends with one LF."),
    ("structure.blank-line", "No line is blank."),
    ("structure.delimiter", "The cells of a row are divided by commas, and no line says otherwise."),
    ("structure.merge-conflict", "No merge of two changes is left unresolved."),
    ("structure.quoting", "Quotation marks pair on every line."),
    ("structure.header", "The columns are those of the schema, in its order, in the first line alone."),
    ("structure.width", "Every row has as many cells as there are columns."),
    ("cell.required", "A column that needs a value has one in every row."),
    ("key.twice", "No two rows have one key."),
    ("key.shared", "No two rows share what their schema says is unique: one thing has one row."),
    ("id.gone", "Every id of an earlier state is still there, or redirects say where it went."),
    ("link.missing", "Every link leads to a row."),
    ("referee.disagrees", "Frictionless and pandera refuse nothing that we let pass."),
)


@dataclass(frozen=True)
class Explained:
    """A rule with its reason, the edits of the minimal package that break it, and those that do not.

    `held` says that the case needs the text of the minimal package. `earlier` is None, or the
    edits that make the earlier state with which both are compared. `reasons` are what a finding
    may say, each with its own fix, where the rule has several.
    """

    rule: Rule
    why: str
    breaks: tuple[tuple[Any, ...], ...]
    passes: tuple[tuple[Any, ...], ...]
    held: bool
    earlier: tuple[tuple[Any, ...], ...] | None = None
    reasons: tuple[Reason, ...] = ()


@cache
def explained() -> tuple[Explained, ...]:
    """Every rule, by slug. Raises NotWhole when a rule has no case, or a case no rule."""
    every = {rule.slug: rule for rule in (*rules(), *RULES, *FORMAT_RULES, *SHEET_RULES, *CHANGE_RULES, *_early())}
    told = cases(every.values())
    return tuple(_explained(every[slug], told[slug]) for slug in sorted(every))


def _explained(rule: Rule, told: dict[str, Any]) -> Explained:
    breaks, passes, earlier = (tuple(map(tuple, told.get(name, ()))) for name in ("breaks", "passes", "earlier"))
    compared = earlier if "earlier" in told else None
    reasons = tuple(REASONS.values()) if rule.slug == "cell.edtf" else ()
    return Explained(rule, told["why"], breaks, passes, told.get("held", False), compared, reasons)


def _early() -> tuple[Rule, ...]:
    early = (*_EARLY, *((check.rule, check.description) for check in CELL_CHECKS))
    return tuple(Rule(slug, Severity.ERROR, sentence, "As the finding says.") for slug, sentence in early)


def edit_told(edit: tuple[Any, ...]) -> str:
    """An edit of a case in words; characters that would not show as they are, are written as escapes."""
    do, *rest = (_plain(part) for part in edit)
    return EDITS[str(do)](*rest)


def _plain(part: object) -> object:
    if not isinstance(part, str):
        return part
    short = shown(part)
    return (
        short if unicodedata.is_normalized("NFC", short) else short.encode("ascii", "backslashreplace").decode("ascii")
    )
