"""One key for all usual spellings of a name, and the words of the record under their keys.

Why: a name in -ський is one in -sky, -skyy, -skiy and -ski, and who types one of them means
the same man. `keys` folds a word to what its spellings share; `spell` puts the words of the
full-text index into the table `lexicon`, with their keys, so that nothing is folded while
somebody waits. In: a word, or a connection on which `search` is filled. Out: keys; the table.

anyascii turns any alphabet into a to z, Russian and Ukrainian in their own ways; what is
folded after that is where the systems of transliteration differ: y, i and j; kh and h; sh, sch
and š; zh and ž; ts, tz and c; w and v; ou and u; yo and e; doubled letters; soft signs.
"""

import re
import sqlite3
from functools import lru_cache

from anyascii import anyascii

from readouts.build import tables

_LEXICON = {"word": str, "key": str, "rows": int}
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
# In this order: what a step makes, the next may fold.
_STEPS = tuple(
    (re.compile(pattern), to)
    for pattern, to in (
        ("[^a-z0-9]", ""),
        ("shch|shh|sch|sh", "s"),
        ("tch|ch", "c"),
        ("zh", "z"),
        ("kh", "h"),
        ("ts|tz|tc|cz", "c"),
        ("ph", "f"),
        ("w", "v"),
        ("x", "ks"),
        ("ou", "u"),
        ("[yj]", "i"),
        (r"([a-z])\1+", r"\1"),
        ("i[oe]", "e"),
    )
)


def cyrillic(word: str) -> bool:
    """Whether it has letters of a Cyrillic alphabet."""
    return bool(_CYRILLIC.search(word))


@lru_cache(maxsize=8192)
def key(word: str) -> str:
    """What all usual spellings of a name share; empty for a word without letters or digits."""
    folded = anyascii(word).casefold()
    for pattern, to in _STEPS:
        folded = pattern.sub(to, folded)
    return folded


def keys(word: str) -> tuple[str, ...]:
    """Its key, and where г may be Ukrainian, which is h and not g, that one too.

    One or two, of the letters a to z and digits; none for a word without either.
    """
    both = (word, re.sub("[гГ]", "h", word)) if re.search("[гГ]", word) else (word,)
    return tuple(dict.fromkeys(found for one in both if (found := key(one))))


def spell(connection: sqlite3.Connection) -> None:
    """Fill the table `lexicon`: every word of the index of `search`, its key, and how many things have it."""
    tables.create(connection, "lexicon", _LEXICON, ("word",), ("key", "rows"))
    connection.execute("CREATE VIRTUAL TABLE temp.index_words USING fts5vocab('main', 'search_prefix', 'row')")
    words = connection.execute("SELECT term, doc FROM temp.index_words ORDER BY term").fetchall()
    connection.execute("DROP TABLE temp.index_words")
    tables.insert(
        connection, "lexicon", _LEXICON, [(word, key(word), count) for word, count in words if word.isalpha()]
    )
