"""A difference for a terminal: its sections, then what is found of the change on its lines.

In: a report, its difference, the names of both states, a `Display`. Out: text.
"""

from dataclasses import replace

from rich.text import Text

from readouts.check.report import Report
from readouts.compare.change import Difference
from readouts.compare.sections import Section, sections
from readouts.finding import quiet
from readouts.report import terminal, totals
from readouts.report.display import Display
from readouts.report.lines import wrapped, written
from readouts.report.numbers import count


def render(report: Report, difference: Difference, base: str, head: str, display: Display) -> str:
    """The sections, then the findings that are new with the change, each with its cell; last what was checked."""
    told = [_written(one, display) for one in sections(difference, base, head, display.every)]
    found = replace(report, findings=difference.fresh, change=())
    # Here it is this command that shows every one.
    return quiet("\n\n".join([*told, terminal.render(found, display).replace(totals.ALL, "--all")]))


def _written(section: Section, display: Display) -> str:
    told = [part for line in section.lines for part in wrapped(Text(f"- {line}"), display)]
    if section.more:
        told.append(Text(f"    and {count(section.more, 'more line')}: --all shows them, --format json has every cell"))
    colon = ":" if section.lines else ""
    return written([Text(f"{section.head}{colon}", "bold"), *told], display)
