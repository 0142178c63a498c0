"""A difference as one JSON object, whole: every row and every cell, however many.

In: a report, its difference, the names of both states. Out: text. Cells stand as they are written, escaped by JSON
alone.
"""

import json

from readouts.check.report import Report
from readouts.compare.change import Difference
from readouts.finding import Finding, Severity
from readouts.report.display import Display


def render(report: Report, difference: Difference, base: str, head: str, _: Display) -> str:
    """What differs by kind, the step, the sizes, what was not compared, and what is found of the change."""
    step = difference.step
    told = {
        "base": base,
        "head": head,
        "step": {"name": step.name, "was": step.was, "now": step.now, "due": step.due},
        "changes": [vars(one) for one in difference.changes],
        "follows": [vars(one) for one in difference.follows],
        "declared": [vars(one) for one in difference.declared],
        "notCompared": list(difference.notes),
        "rows": {name: {"then": then, "now": now} for name, then, now in difference.rows},
        "findings": [_finding(one) for one in difference.fresh],
        "errors": report.count(Severity.ERROR),
        "warnings": report.count(Severity.WARNING),
    }
    return json.dumps(told, ensure_ascii=True, indent=1)


def _finding(found: Finding) -> dict[str, object]:
    return {name: value for name, value in vars(found).items() if name != "excerpt"}
