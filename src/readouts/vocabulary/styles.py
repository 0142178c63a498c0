"""The colours of the codes as a style sheet: what `side-CODE`, `stance-CODE` and `standing-CODE` look like.

In: the vocabulary of a record. Out: CSS, in light colours and, for readers who ask for
them, in dark ones. A page sets a class; what colour that is, only the record says.
"""

from readouts.vocabulary import Vocabulary

LISTS = ("side", "stance", "standing")


def sheet(vocabulary: Vocabulary) -> str:
    """One custom property a code, `--side`, `--stance` or `--standing`, which site.css takes."""
    light, dark = (_rules(vocabulary, scheme) for scheme in ("colour_light", "colour_dark"))
    return f"{light}@media (prefers-color-scheme: dark) {{\n{dark}}}\n"


def _rules(vocabulary: Vocabulary, scheme: str) -> str:
    return "".join(
        f".{name}-{code} {{ --{name}: {getattr(one, scheme)}; }}\n"
        for name in LISTS
        for code, one in vocabulary.of(name).items()
        if getattr(one, scheme)
    )
