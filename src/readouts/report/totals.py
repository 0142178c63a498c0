"""What every report says the same way: where a finding is, how many more there are, what was checked.

In: a `Report`. Out: lines of text.
"""

from collections import Counter

from readouts.check.evidence_rules import TEXT_READERS
from readouts.check.report import Report
from readouts.finding import Finding, Severity, at, shown, visible
from readouts.report.bounds import Bounded
from readouts.report.faults import Unit
from readouts.report.numbers import count, lines, reach, thing

CHANGE = "what this change means for claims"
ALL = "readouts validate --all"
RULES_RUN = "readouts validate --rules-run"
MOST_CHANGES = 60
MOST_NAMED = 12  # rules that had nothing to look at
# Why something could not be judged, by what was found first: the family of a rule.
_BECAUSE = {
    "package": "datapackage.json or a schema is wrong",
    "structure": "files above are not the tables declared",
    "cell": "cells above are wrong",
    "key": "keys, links or tables above are wrong",
    "link": "keys, links or tables above are wrong",
}


def place(finding: Finding) -> str:
    """Where it is: file, line and column as far as they are known."""
    return at(":".join(filter(None, (finding.path, str(finding.line or ""), finding.column))))


def problem(unit: Unit) -> str:
    """What is wrong: of one cell the whole sentence, of many what they have in common."""
    sentence, name = unit.first.problem, unit.slip
    if not name:
        return visible(sentence)
    return visible(name if unit.cells > 1 else f"{sentence} ({name})")


def again(unit: Unit) -> str:
    """In how many cells of how many it was found, and on which lines; empty where in one."""
    if unit.cells == 1:
        return ""
    return ": ".join(filter(None, (reach(unit), lines(unit.lines))))


def more(unit: Unit) -> str:
    """How many findings of a fault are not shown, and where."""
    one, column = unit.first, f" in {unit.first.column}" if unit.first.column else ""
    return shown(f"{at(one.path)}  {one.severity}  {one.rule}  {_rest(unit, column)}", 500)


def others(unit: Unit) -> str:
    """How many findings of a fault are not shown, where its file and column have been said."""
    return visible(_rest(unit))


def _rest(unit: Unit, column: str = "") -> str:
    where = f", {lines(unit.lines)}" if unit.lines else ""
    return f"{count(unit.cells, f'more {thing(unit)}')}{column}{where}"


def left(found: Bounded) -> str:
    """How to see what is not shown; and of how many faults there is not even a count."""
    faults = f"{count(found.left, 'more fault')} not counted here; " if found.left else ""
    return f"{faults}{ALL} shows every finding"


def change(report: Report) -> list[str]:
    """What the change means for claims, as much of it as a reviewer reads in one go."""
    more = len(report.change) - MOST_CHANGES
    told = [visible(line) for line in report.change[:MOST_CHANGES]]
    return told + ([f"and {more:,} more"] if more > 0 else [])


def summary(report: Report) -> list[str]:
    """What was checked, what was not and why; in the last line errors, warnings and the quotations by state."""
    told = [_checked(report)]
    if report.referee:
        told.append(report.referee)
    if report.not_canonical:
        told.append(shown(f"not in canonical form: {', '.join(report.not_canonical)}. Run: readouts format", 500))
    here, named = report.texts
    if named and here < named:
        missing = f"{count(named - here, 'text')} of {named} not here"
        told.append(f"not checked: {missing}, their quotations held to the anchors alone")
    if not report.waiting and (unseen := _looked_at_none(report)):
        told.append(unseen)
    counts = [count(report.count(Severity.ERROR), "error"), count(report.count(Severity.WARNING), "warning")]
    states = [f"{number:,} {state}" for state, number in report.evidence.items()]
    return [*told, ", ".join(counts) + (f"; quotations: {', '.join(states)}" if states else "")]


def looked(report: Report) -> list[tuple[str, str]]:
    """Each rule that was run, and how many rows it looked at, in words."""
    return [(slug, count(rows, "row") if rows else "no row") for slug, rows in report.looked.items()]


def _looked_at_none(report: Report) -> str:
    """The rules that had nothing to look at, by name; those that read texts in one word where none is here."""
    none = [slug for slug, rows in report.looked.items() if not rows]
    texts = [slug for slug in none if slug in TEXT_READERS and not report.texts[0]]
    named = [slug for slug in none if slug not in texts]
    told = [*named[:MOST_NAMED], *([f"{len(named) - MOST_NAMED:,} more"] if len(named) > MOST_NAMED else [])]
    told += [f"{count(len(texts), 'rule')} that read texts, of which none is here"] if texts else []
    return shown(f"no row to look at: {', '.join(told)}. {RULES_RUN} counts the rows of each", 800) if told else ""


def _checked(report: Report) -> str:
    """Tables by folder, rows, rules if they were run; the gates that did not run, and why."""
    folders = Counter(path.rpartition("/")[0] or "." for path in report.sizes)
    by_folder = ", ".join(f"{number} {visible(name)}" for name, number in sorted(folders.items()))
    tables = count(report.tables, "table") + (f" ({by_folder})" if len(folders) > 1 else "")
    told = [tables, count(report.rows, "row"), *([count(report.rules, "rule")] if report.rules else [])]
    sheet = report.rules and not report.tables
    checked = f"checked: {count(report.rules, 'rule')} of sheets" if sheet else f"checked: {', '.join(told)}"
    if not report.waiting:
        return checked
    families = {one.rule.partition(".")[0] for one in report.findings}
    families -= {"package"} if "structure" not in report.waiting else set()
    because = next((told for family, told in _BECAUSE.items() if family in families), "of what is wrong above")
    if report.waiting[0] == "package":
        because = "keys, names or words above are wrong"  # of a sheet, which becomes rows when they are right
    return f"{checked}. NOT RUN because {because}: {', '.join(report.waiting)}; expect more findings after the repair."
