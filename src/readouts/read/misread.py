"""Text whose bytes were UTF-8 and were read as if they were another code page.

Why: a spreadsheet opens a file in the code page of its country, shows "Ã¤" for "ä", and saves that as good
UTF-8: valid, and nobody's text. In: a text. Out: the text that was meant, by reading the bytes again.
"""

import re
import unicodedata

PAGES = ("cp1252", "mac_roman", "cp1250", "cp1251")
# A byte that a code page leaves open is read as the control character of that number, by LibreOffice as U+F1xx.
_OPEN = {chr(start + byte): bytes([byte]) for start in (0, 0xF100) for byte in range(0x80, 0xA0)}
# What a text may have meant: letters of two bytes of languages that live, and punctuation. "l’âge" gives one of
# Armenian, "дії" one of Chinese, and neither is meant.
_MEANT = re.compile("[!-~\u00a1-\u017f\u0386-\u045f\u0490\u0491\u05d0-\u05ea\u0621-\u063a\u0641-\u064a\u2010-\u2122]+")
_CLOSING = "»”“’"  # behind a capital such a mark looks like the second byte of a letter


def _class(page: str, first: int, last: int) -> str:
    """The characters that stand for these bytes in a code page, as a class of a regular expression."""
    return "[" + re.escape(bytes(range(first, last + 1)).decode(page, errors="ignore")) + "]"


# Two bytes of UTF-8 side by side, as either page shows them: without such a pair nothing was misread.
SUSPECT = "|".join(_class(page, 0xC2, 0xF4) + _class(page, 0x80, 0xBF) for page in PAGES)


def read_back(text: str, page: str) -> str | None:
    """The text that, as UTF-8, reads like this in the code page; None if there is none."""
    try:
        data = b"".join(_OPEN.get(one) or one.encode(page) for one in text)
        return unicodedata.normalize("NFC", data.decode("utf-8"))
    except UnicodeError:
        return None


def meant(text: str) -> str:
    """The text with each word put right that was read in another code page; the same where none was."""
    return re.sub(r"\S+", lambda word: _word(word[0]), text)


def _word(word: str) -> str:
    core = word.rstrip(_CLOSING)
    if core.isascii():
        return word
    found = (read_back(core, page) for page in PAGES)
    # "Её" is a word, and so would be the one letter that it gives.
    likely = (one for one in found if one and one != core and len(one) > 1 and _MEANT.fullmatch(one))
    return next((one + word[len(core) :] for one in likely), word)
