"""One look at a page: everything that can be found wrong with it without knowing what it says.

In: a tab that has a page open. Out: findings in words, and a survey of what can be seen on it. The looking itself is
done in the page (look.js), without a script tag, so that the page keeps its content security policy.

axe-core looks at the whole page, but for contrast and the size of targets: these are asked of the first of each look
(the same names of elements up to the body, the same computed colours and letters, the same height of a control), since
thousands of cells that are styled alike take seconds.
"""

from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files
from pathlib import Path

LOOK = (Path(__file__).parent / "look.js").read_text(encoding="utf-8")
LEVELS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
COLOURS = ["color-contrast", "link-in-text-block"]
LAID_OUT = [*COLOURS, "target-size", "scrollable-region-focusable"]  # what depends on how wide a page is
SCHEMES = ("light", "dark")


@cache
def _axe() -> str:
    return (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")


def ask(tab, question: str, *given):
    """What a function of look.js answers in this tab."""
    return tab.evaluate(f"(given) => {LOOK.rstrip()}.{question}(...given)", list(given))


def unfolded(tab) -> Iterator[None]:
    """The page with every fold open; then again with each layer that opens over it, where it does not stand on it."""
    ask(tab, "unfold")
    for place in range(-1, ask(tab, "layers")):
        ask(tab, "open", place)
        yield
    ask(tab, "open", -1)


def accessible(tab, schemes=SCHEMES, again: bool = False) -> list[str]:
    """What axe-core finds against WCAG 2.0 to 2.2, A and AA, with every fold opened; in the second scheme only colours.

    Of a page that was asked at another width, `again`, only what depends on the width and the scheme.
    """
    whole = {"type": "rule", "values": LAID_OUT} if again else {"type": "tag", "values": LEVELS}
    if tab.evaluate("() => typeof axe === 'undefined'"):
        tab.evaluate(f"() => {{ {_axe()} }}")
    found = []
    for _ in unfolded(tab):
        for scheme in schemes:
            tab.emulate_media(color_scheme=scheme)
            only = whole if scheme == schemes[0] else {"type": "rule", "values": COLOURS}
            found += [f"{scheme}: {one}" for one in ask(tab, "axe", only)]
    tab.emulate_media(color_scheme=schemes[0])
    return found


def laid_out(tab) -> list[str]:
    """What of the page is too small, under something else, out of line, or makes the whole page wider than the screen."""
    found = []
    for _ in unfolded(tab):
        found += [f"too small to read: {one}" for one in ask(tab, "small")]
        found += [f"covered: {one}" for one in ask(tab, "covered")]
        found += [f"no left edge: {one}" for one in ask(tab, "edges")]
        found += [f"not above its cells: {one}" for one in ask(tab, "heads")]
        if (pixels := ask(tab, "sideways")) > 0:
            found.append(f"the page goes {pixels} pixels sideways")
    return found


def survey(tab) -> dict[str, dict]:
    """For each name of something with content whether any of it can be seen here, with every fold and layer opened."""
    return merged(ask(tab, "survey") for _ in unfolded(tab))


def merged(surveys: Iterable[dict[str, dict]]) -> dict[str, dict]:
    """Several surveys as one: seen is what one of them has seen."""
    both: dict[str, dict] = {}
    for one in surveys:
        for name, entry in one.items():
            known = both.setdefault(name, entry)
            both[name] = known | {"shown": known["shown"] or entry["shown"]}
    return both


def unseen(surveys: Iterable[dict[str, dict]]) -> dict[str, str]:
    """What no page shows: the outermost names of what is hidden in all surveys, with an example of the words."""
    hidden = {name: entry for name, entry in merged(surveys).items() if not entry["shown"]}
    return {name: entry["words"] for name, entry in hidden.items() if entry["within"] not in hidden}
