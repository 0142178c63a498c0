"""Rules in words: for the terminal (`readouts explain`) and for docs/rules.md.

In: `Explained` rules. Out: plain text or Markdown.
"""

from typing import Any

from readouts.document.registry import Explained, edit_told, explained

_NO_CASE = "no edit of the minimal package shows it"


def plain(one: Explained) -> str:
    """One rule for a terminal."""
    case = [line for name, edits in _cases(one) for line in _told(name, edits)] or [f"case: {_NO_CASE}"]
    return "\n".join(
        [
            f"{one.rule.slug} ({one.rule.severity})",
            one.rule.description,
            "",
            one.why,
            "",
            *(f'"{reason.example}" {reason.problem}. {reason.fix}' for reason in one.reasons),
            *[""] * bool(one.reasons),
            f"fix: {one.rule.fix}",
            *case,
        ]
    )


def document() -> str:
    """Every rule, one section a rule."""
    return "\n".join(_section(one) for one in explained())


def _cases(one: Explained) -> tuple[tuple[str, tuple[tuple[Any, ...], ...]], ...]:
    return ("earlier state", one.earlier or ()), ("breaks it", one.breaks), ("passes", one.passes)


def _told(name: str, edits: tuple[tuple[Any, ...], ...]) -> list[str]:
    return [f"{name}: {edit_told(edit)}" for edit in edits]


def _section(one: Explained) -> str:
    cases = [
        f"- {name}: {'; '.join(f'`{edit_told(edit)}`' for edit in edits)}" for name, edits in _cases(one) if edits
    ] or [f"- {_NO_CASE}"]
    return "\n".join(
        [
            f"### {one.rule.slug}",
            "",
            f"*{one.rule.severity}.* {one.rule.description}",
            "",
            one.why,
            "",
            *cases,
            f"- fix: {one.rule.fix}",
            "",
            *(f"- `{reason.example}` {reason.problem}. *{reason.fix}*" for reason in one.reasons),
            *[""] * bool(one.reasons),
        ]
    )
