"""The parts of an SVG drawing: texts, lines, boxes and shapes, each a node of a tree.

Why: a timeline is bars, marks and words, and whoever writes these as nodes needs no engine that
draws; the standard library escapes and writes them. In: a parent node and numbers in pixels.
Out: the same tree with one node more. Standard: SVG 2 (https://www.w3.org/TR/SVG2/).
"""

from collections.abc import Iterable, Mapping
from functools import lru_cache
from xml.etree.ElementTree import Element, SubElement, tostring

HATCH = "1.3 4.7"
FONT = "Helvetica, Arial, Liberation Sans, sans-serif"


def canvas(width: float, height: float, title: str, description: str, paper: str, margin: float = 0) -> Element:
    """A drawing that says what it is to those who do not see it, on a ground of one colour.

    `margin`: so much is not shown on its left and its right, where a page around it has an edge of its own.
    """
    shown, high = number(width - 2 * margin), number(height)
    size = {"width": shown, "height": high, "viewBox": f"{number(margin)} 0 {shown} {high}"}
    named = {"role": "img", "aria-labelledby": "title", "aria-describedby": "desc", "font-family": FONT}
    root = Element("svg", {"xmlns": "http://www.w3.org/2000/svg"} | size | named)
    SubElement(root, "title", id="title").text = title
    SubElement(root, "desc", id="desc").text = description
    box(root, (0, 0), (width, height), paper)
    return root


def group(parent: Element, name: str) -> Element:
    """Nodes that belong together, under the name of a class."""
    return SubElement(parent, "g", {"class": name})


def title(parent: Element, text: str) -> None:
    """What a node is, for who rests on it or does not see it."""
    SubElement(parent, "title").text = text


def words(
    parent: Element, text: str, at: tuple[float, float], size: int, colour: str, *, anchor: str = "start", **more: str
) -> None:
    """A line of text around the height `at[1]`, its start, middle or end at `at[0]`."""
    # Not every program knows dominant-baseline; a third of the size below the middle is where letters stand.
    place = {"x": number(at[0]), "y": number(at[1] + size * 0.35), "font-size": number(size), "fill": colour}
    node = SubElement(parent, "text", place | ({} if anchor == "start" else {"text-anchor": anchor}) | more)
    node.text = text


def paragraph(
    parent: Element, lines: Iterable[str], at: tuple[float, float], line: float, size: int, colour: str, **more: str
) -> None:
    """Lines of text, each `line` pixels below the one before."""
    for place, text in enumerate(lines):
        words(parent, text, (at[0], at[1] + place * line), size, colour, **more)


def box(parent: Element, at: tuple[float, float], size: tuple[float, float], colour: str, **more: str) -> None:
    """A filled rectangle from its upper left corner."""
    place = {"x": number(at[0]), "y": number(at[1]), "width": number(size[0]), "height": number(size[1])}
    SubElement(parent, "rect", place | {"fill": colour} | more)


def hatched(parent: Element, at: tuple[float, float], size: tuple[float, float], ground: str, line: str) -> None:
    """A rectangle with an edge and lines down it: of what is not known.

    The lines are one dashed stroke as thick as the box is high; a pattern takes programs fifty times as long to draw.
    """
    box(parent, at, size, ground, stroke=line)
    path = f"M{number(at[0])},{number(at[1] + size[1] / 2)}H{number(at[0] + size[0])}"
    stroke(parent, path, line, HATCH, **{"stroke-width": number(size[1])})


def shape(parent: Element, path: str, at: tuple[float, float], scale: float, colour: str, **more: str) -> None:
    """A filled path that is drawn around the origin, put at a place in a size."""
    moved = f"translate({number(at[0])} {number(at[1])}) scale({number(scale)})"
    SubElement(parent, "path", {"d": path, "transform": moved, "fill": colour} | more)


def stroke(parent: Element, path: str, colour: str, dashes: str = "", **more: str) -> None:
    """A line along a path, dashed where it says how."""
    look = {"fill": "none", "stroke": colour} | ({"stroke-dasharray": dashes} if dashes else {})
    SubElement(parent, "path", {"d": path} | look | more)


def ring(parent: Element, at: tuple[float, float], radius: float, colour: str, dashes: str) -> None:
    """A dashed circle."""
    place = {"cx": number(at[0]), "cy": number(at[1]), "r": number(radius)}
    SubElement(parent, "circle", place | {"fill": "none", "stroke": colour, "stroke-dasharray": dashes})


def written(root: Element, dark: Mapping[str, str]) -> str:
    """The drawing as text; `dark` has for each colour the one in its place where a reader asks for dark ones."""
    text = tostring(root, encoding="unicode")
    rules = "".join(
        f'[{name}="{light}"]{{{name}:{other}}}'
        for light, other in sorted(dark.items())
        for name in ("fill", "stroke")
        if f'{name}="{light}"' in text
    )
    style = f"<style>@media screen and (prefers-color-scheme:dark){{{rules}}}</style>"
    return text.replace("</desc>", f"</desc>{style}", 1)


@lru_cache(maxsize=50_000)
def number(value: float) -> str:
    """A number as short as it can be written, to a tenth of a pixel."""
    return f"{round(value, 1):g}"
