"""Hold a quotation to its source without the source.

Why: the texts belong to their publishers, and a record that could only be checked by who
holds them would prove nothing to anyone else. In: a `Text` with what was found in it, or
only the cells of a quotation. Out: anchors (offsets and digests of whole quoted parts,
never of windows of words: a table of those gives the text back), which tell an edited
word from an unedited one anywhere; and the link that leads a reader to the place.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from urllib.parse import quote

from readouts.evidence.match import CUT, Match, Miss, find_passage, parts
from readouts.evidence.source_text import Place, Text, core, index, words_of


@dataclass(frozen=True, order=True)
class Anchor:
    """What holds one segment of a quotation: a row of seeds/anchors.csv.

    `segment` is `words-1`, `words-2` ... for the parts around our cuts, `proof-1` for the proof, `passage-1` and
    `passage-2` for the two ends of the passage; `start_word` counts the words of the whole
    file from 0; `digest` is that of the segment's words; `text_digest` begins that of the text, so that an anchor
    holds in no other.
    """

    quotation_id: str
    segment: str
    start_word: int
    word_count: int
    digest: str
    text_digest: str

    @property
    def place(self) -> Place:
        """Where the segment stands in its text."""
        return Place(self.start_word, self.word_count)


def digest(normalised: str) -> str:
    """SHA-256 (FIPS 180-4) of a normalised string in UTF-8, as 64 hexadecimal digits.

    What is normalised, `source_text` says; the digest of a text changes with NORMALISER.
    """
    return sha256(normalised.encode()).hexdigest()


def text_digest(text: Text) -> str:
    """The digest of a whole source, normalised: it changes with every word, not with a line break."""
    return digest(text.normalised)


def text_named(digest: str) -> str:
    """How an anchor names its text: by sixteen digits of its digest, which no spreadsheet takes for a number."""
    return f"text-{digest[:16]}"


def read(data: bytes, body: str | None) -> tuple[Text, Match | Miss]:
    """A held text by its bytes, and where the article in it stands: all of it, unless `body` names its ends.

    A byte that is not UTF-8 becomes the sign for a lost character, and so changes the digest.
    """
    whole = index(data.decode("utf-8", errors="replace"))
    return whole, find_passage(whole, body) if body else Match((whole.whole,), in_marks=False)


def anchors(
    quotation_id: str, text: Text, words: Match | None, passage: Match, proof: Match | None = None
) -> tuple[Anchor, ...]:
    """The anchors of one quotation; `words` is None for the forms that quote none, `proof` where there is none.

    As many as there are segments: one for each part of the words between our cuts, one for the proof, one or two for
    the ends of the passage. Offsets and counts are words of the whole file, from 0.
    """
    places = {
        **{f"words-{i}": place for i, place in enumerate(words.segments if words else (), 1)},
        **{f"proof-{i}": place for i, place in enumerate(proof.segments if proof else (), 1)},
        **{f"passage-{i}": place for i, place in enumerate(passage.segments, 1)},
    }
    name = text_named(text_digest(text))
    return tuple(
        Anchor(quotation_id, segment, place.start, place.count, digest(text.said(place)), name)
        for segment, place in places.items()
    )


def unlike(words: str, passage: str, held: Iterable[Anchor], proof: str = "") -> tuple[str, ...]:
    """The segments in which a quotation's cells and its anchors differ; empty: the cells are those that were anchored.

    A segment that only one of them has, and one of another number of words, counts as different. No text is needed.
    """
    cells = {
        f"{column}-{i}": known
        for column, cell in (("words", words), ("proof", proof), ("passage", passage))
        for i, known in enumerate(_segments(cell) if cell else (), 1)
    }
    anchored = {anchor.segment: (anchor.digest, anchor.word_count) for anchor in held}
    return tuple(sorted(key for key in cells | anchored if cells.get(key) != anchored.get(key)))


@lru_cache(maxsize=16384)  # more than the record has such cells: who checks again after a change cuts one anew
def _segments(cell: str) -> tuple[tuple[str, int], ...]:
    """The digest of each part of a cell, and how many words it has."""
    return tuple((digest(part), len(words_of(part))) for part in parts(cell))


def stands(text: Text, anchor: Anchor) -> bool:
    """Whether the text has the anchored words where the anchor says."""
    held = anchor.word_count > 0 and text.whole.holds(anchor.place)
    return held and digest(text.said(anchor.place)) == anchor.digest


def text_fragment(passage: str) -> str:
    """The end of an address that makes a browser show the place: `#:~:text=first,last`.

    WICG URL Fragment Text Directives, section 3.3: each end is percent-encoded, the syntax
    characters `-`, `,` and `&` included. The ends keep their curls, for the page has them,
    and lose the punctuation around them, which a browser need not match.
    """
    ends = [core(part) for part in passage.split(CUT)]
    return "#:~:text=" + ",".join(quote(end, safe="").replace("-", "%2D") for end in ends)
