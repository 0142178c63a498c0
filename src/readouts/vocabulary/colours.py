"""What the colours of codes are laid on, and whether they can be read there.

Why: a colour is data, and who chooses one must be told when readers cannot see it. In:
colours as #rrggbb. Out: the tones of light and dark pages and drawings, and contrast as
WCAG 2.2 defines it (https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio), 1 to 21.
"""

from collections.abc import Iterator

from readouts.vocabulary import Vocabulary

# The tones of site.css, which a test holds equal: ink and soft are text, paper and shade lie under it.
LIGHT = {"ink": "#1b1f24", "soft": "#57606a", "paper": "#ffffff", "shade": "#f3f4f6", "line": "#d0d5da"}
DARK = {"ink": "#e4e7ea", "soft": "#a3abb4", "paper": "#15181c", "shade": "#1f242a", "line": "#3a424b"}
BAR = 0.3  # how much of its colour a bar has over which words in ink may stand


def contrast(one: str, other: str) -> float:
    """How well one colour is read on the other: text needs 4.5 (WCAG 2.2, level AA)."""
    bright, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


def contrasts(vocabulary: Vocabulary) -> Iterator[tuple[str, str, str, str, float]]:
    """For each colour of each code: list, code, column, what it meets, and the contrast there.

    It is text on paper and on shade; and words in ink stand on a bar of it.
    """
    for one in vocabulary.codes:
        for column, tones in (("colour_light", LIGHT), ("colour_dark", DARK)):
            if colour := getattr(one, column):
                for under in ("paper", "shade"):
                    yield one.list, one.code, column, under, contrast(colour, tones[under])
                bar = _mixed(colour, tones["paper"])
                yield one.list, one.code, column, "ink over a bar of it", contrast(tones["ink"], bar)


def _channels(colour: str) -> tuple[int, ...]:
    return tuple(int(colour[place : place + 2], 16) for place in (1, 3, 5))


def _luminance(colour: str) -> float:
    """Relative luminance (https://www.w3.org/TR/WCAG22/#dfn-relative-luminance)."""
    parts = (value / 255 for value in _channels(colour))
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _mixed(colour: str, paper: str) -> str:
    pairs = zip(_channels(colour), _channels(paper), strict=True)
    return "#" + "".join(f"{round(over * BAR + under * (1 - BAR)):02x}" for over, under in pairs)
