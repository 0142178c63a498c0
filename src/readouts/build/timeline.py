"""The timeline of a claim as a picture: one lane a side, one row a statement, drawn once and stored.

Why: who spoke when is seen faster than read, and no image is computed while somebody
waits. In: a connection on which the derived tables are filled. Out: the same connection
with the table `pictures`: an SVG and its text alternative for each claim on which two
statements or more take a stance (one statement is no line in time). `chart` is pure: it
lays out a Vega-Lite specification (https://vega.github.io/vega-lite/), which draws the axis
and the marks. A row of its own for each statement is what keeps forty of them apart.

The file needs no page around it: it names its claim, its source and its licence, has
plain colours for print and for other programs, and dark ones where a reader asks for them.
Which sides there are, what a stance looks like and in which colours, says the vocabulary.
"""

import re
import sqlite3
import textwrap
from dataclasses import dataclass
from datetime import date
from html import escape
from itertools import groupby

import vl_convert

from readouts.build.charts import Bounds, axis, between, shortened, width
from readouts.vocabulary import NOBODY, Code, Vocabulary, stored
from readouts.vocabulary.colours import DARK, LIGHT
from readouts.vocabulary.marks import MARKS

VERSION = "6.1"  # of Vega-Lite; the bytes of the pictures hang on it
_NAMES, _UNDATED, _WIDE, _ROW, _HEAD, _LINE, _GAP = 236, 200, 664, 22, 24, 20, 12


@dataclass(frozen=True)
class Mark:
    """One statement: its number in time order, whose it is, its stance, and the days that its date allows.

    `date` is the cell as it stands, empty where no day is known.
    """

    place: int
    side: str
    speaker: str
    stance: str
    word: str
    date: str
    first: date | None
    last: date | None


def draw(connection: sqlite3.Connection) -> None:
    """Fill the table `pictures`."""
    connection.execute(
        "CREATE TABLE pictures (claim_id TEXT PRIMARY KEY, description TEXT NOT NULL, svg TEXT NOT NULL)"
    )
    vocabulary = stored(connection)
    (credit,) = connection.execute("SELECT title || ', version ' || version || ', ' || licence FROM package").fetchone()
    rows = connection.execute(
        "SELECT claim_id, claim, place, claim_timeline.side, claim_timeline.speaker, stance,"
        " lower(stance_label) || CASE opinion WHEN 1 THEN ' (opinion)' ELSE '' END,"
        " coalesce(statements.date, ''), statements.date_earliest, statements.date_latest"
        " FROM claim_timeline JOIN statements ON statements.id = claim_timeline.statement_id ORDER BY claim_id, place"
    ).fetchall()
    for (claim_id, claim), found in groupby(rows, lambda row: row[:2]):
        marks = tuple(Mark(*row[2:8], *(day and date.fromisoformat(day) for day in row[8:])) for row in found)
        if len(marks) > 1:
            text = description(marks, vocabulary)
            named = f"Claim: {claim}"
            drawn = vl_convert.vegalite_to_svg(chart(named, marks, vocabulary, credit), VERSION)
            svg = dressed(drawn, named, text, vocabulary)
            connection.execute("INSERT INTO pictures VALUES (?, ?, ?)", (claim_id, text, svg))


def description(marks: tuple[Mark, ...], vocabulary: Vocabulary) -> str:
    """The picture in words: how many statements, over which days, and who takes which stance how often."""
    days = [day for mark in marks for day in (mark.first, mark.last) if day]
    span = f", from {min(days)} to {max(days)}" if days else ""
    lanes = []
    for side, lane in _lanes(marks, vocabulary):
        words = [mark.word for mark in lane]
        counts = ", ".join(f"{words.count(word)} {word}" for word in dict.fromkeys(words))
        lanes.append(f"{side.label}: {counts}.")
    undated = sum(not (mark.first or mark.last) for mark in marks)
    without = f" {undated} without a date." if undated else ""
    return f"Timeline of {len(marks)} statements{span}, one lane a side. {' '.join(lanes)}{without}"


def chart(claim: str, marks: tuple[Mark, ...], vocabulary: Vocabulary, credit: str) -> dict:
    """The Vega-Lite specification: layers of marks, each with the rows that it shows."""
    undated = any(not (mark.first or mark.last) for mark in marks)
    dated = any(mark.first or mark.last for mark in marks)
    plot = _WIDE - (_UNDATED if undated else 0)
    bounds = Bounds.of([day for mark in marks for day in (mark.first, mark.last) if day], plot)
    heads, rows, bottom = _rows(marks, vocabulary)
    shown = [_shown(mark, y, bounds, vocabulary.stances[mark.stance]) for mark, y in rows]
    head = textwrap.wrap(claim, 112)
    top = len(head) * _LINE + 2 * _GAP + (24 if dated else 0) + (_LINE if undated and not dated else 0)
    foot = [
        "One row a statement, numbered in time. A bar spans the days that its date allows; an arrow: open that way.",
        credit,
    ]
    texts = [
        *(_text(line, -_NAMES, _GAP + 6 + place * _LINE - top, 15, "bold") for place, line in enumerate(head)),
        *(_text(line, -_NAMES, bottom + 16 + place * 16, 11, colour=LIGHT["soft"]) for place, line in enumerate(foot)),
        *(_text(label, -_NAMES + 8, y, 13, "bold", colour) for label, y, colour in heads),
        *([_text("no date", plot + 24, -14, 11, colour=LIGHT["soft"])] if undated else []),
    ]
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v6.json",
        "background": LIGHT["paper"],
        "width": plot,
        "height": bottom,
        "autosize": {"type": "none"},
        "padding": {"left": _NAMES + _GAP, "right": _GAP + (_UNDATED if undated else 0), "top": top, "bottom": 44},
        "config": {"font": "Helvetica, Arial, Liberation Sans, sans-serif", "view": {"stroke": None}, "aria": False},
        "layer": [*_bands(heads, plot + (_UNDATED if undated else 0)), *_layers(shown, bounds, dated), *texts],
    }


def dressed(svg: str, title: str, text: str, vocabulary: Vocabulary) -> str:
    """The drawing with its name and its text alternative, and with dark colours for readers who ask for them."""
    coloured = (*vocabulary.sides.values(), *vocabulary.stances.values())
    colours = [(one.colour_light, one.colour_dark) for one in coloured] + [(LIGHT[tone], DARK[tone]) for tone in LIGHT]
    rules = {
        f'[{name}="{light}"]{{{name}:{dark}}}'
        for light, dark in colours
        for name in ("fill", "stroke")
        if f'{name}="{light}"' in svg
    }
    style = f"<style>@media screen and (prefers-color-scheme:dark){{{''.join(sorted(rules))}}}</style>"
    opened = re.sub(r"^<svg ", '<svg role="img" aria-labelledby="title" aria-describedby="desc" ', svg, count=1)
    start, _, rest = opened.partition(">")
    named = f'<title id="title">{escape(title)}</title><desc id="desc">{escape(text)}</desc>'
    return f"{start}>{named}{style}{rest}"


def _lanes(marks: tuple[Mark, ...], vocabulary: Vocabulary) -> list[tuple[Code, list[Mark]]]:
    """The statements by side, in the order of the sides, then nobody's; a side that is in no list at the end."""
    soft = {"colour_light": LIGHT["soft"], "colour_dark": DARK["soft"]}
    named = {**vocabulary.sides, NOBODY: Code("side", NOBODY, "In nobody’s name", **soft)}
    named |= {mark.side: Code("side", mark.side, mark.side, **soft) for mark in marks if mark.side not in named}
    found = ((side, [mark for mark in marks if mark.side == code]) for code, side in named.items())
    return [(side, lane) for side, lane in found if lane]


def _rows(marks: tuple[Mark, ...], vocabulary: Vocabulary) -> tuple[list, list, int]:
    """Where the name of each lane stands, where each statement stands, and where the last lane ends."""
    heads, rows, y = [], [], 0
    for side, lane in _lanes(marks, vocabulary):
        heads.append((side.label, y + _HEAD // 2, side.colour_light))
        rows += [(mark, y + _HEAD + place * _ROW + _ROW // 2) for place, mark in enumerate(lane)]
        y += _HEAD + len(lane) * _ROW + 4
    return heads, rows, y


def _shown(mark: Mark, y: int, bounds: Bounds, stance: Code) -> dict:
    """One row of the picture: pixels from left and top, and where the word has room."""
    start, end = bounds.span(mark.first, mark.last)
    word = mark.word + (" (date uncertain)" if set(mark.date) & set("?~%") else "")
    need, undated = width(word, 12) + 14, not (mark.first or mark.last)
    middle = (start + end) / 2
    left = not undated and end + need > bounds.pixels and start - need > 0
    beside = middle if not undated and not left and end + need > bounds.pixels else (start if left else end)
    return {
        "y": y,
        "name": shortened(f"{mark.place}  {mark.speaker}", 12, _NAMES - 16),
        "colour": stance.colour_light,
        "shape": MARKS[stance.mark],
        "word": word,
        "x": bounds.pixels + 34 if undated else middle,
        "start": start,
        "end": end,
        "bar": not undated and end > start,
        "open_start": not undated and mark.first is None,
        "open_end": not undated and mark.last is None,
        "left": left,
        "at": bounds.pixels + 46 if undated else (beside - 12 if left else beside + 12),
    }


def _bands(heads: list, right: int) -> list[dict]:
    """A line over each lane, from the names to the end."""
    rows = [{"y": y - _HEAD // 2, "colour": colour} for _, y, colour in heads]
    return [between({"type": "rule", "strokeWidth": 2}, rows, {"value": -_NAMES}, {"value": right})]


def _layers(shown: list[dict], bounds: Bounds, dated: bool) -> list[dict]:
    x, start, end, at = ({"field": name, "type": "quantitative", "scale": None} for name in ("x", "start", "end", "at"))
    word = {"type": "text", "baseline": "middle", "fontSize": 12}
    arrow = {"type": "point", "filled": True, "size": 70, "opacity": 1}
    return [
        *([axis(bounds, LIGHT)] if dated else []),
        between({"type": "rule", "strokeWidth": 9, "opacity": 0.3}, [row for row in shown if row["bar"]], start, end),
        between(arrow | {"shape": "triangle-left"}, [row for row in shown if row["open_start"]], start),
        between(arrow | {"shape": "triangle-right"}, [row for row in shown if row["open_end"]], end),
        between({"type": "point", "filled": True, "size": 150, "opacity": 1}, shown, x, shape="shape"),
        between(word | {"align": "left"}, shown, {"value": 8 - _NAMES}, text="name", colour=LIGHT["ink"]),
        between(word | {"align": "left"}, [row for row in shown if not row["left"]], at, text="word"),
        between(word | {"align": "right"}, [row for row in shown if row["left"]], at, text="word"),
    ]


def _text(text: str, x: float, y: float, size: int, weight: str = "normal", colour: str = LIGHT["ink"]) -> dict:
    mark = {"type": "text", "align": "left", "baseline": "middle", "fontSize": size, "fontWeight": weight}
    place = {"x": {"value": x}, "y": {"value": y}, "text": {"value": text}, "color": {"value": colour}}
    return {"data": {"values": [{}]}, "mark": mark, "encoding": place}
