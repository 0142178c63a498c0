"""Whether the bytes of a text are a plain text in UTF-8, asked before any word is sought in them.

Why: words with a lost character in them do not stand in the source, and one who reads that looks for a slip in
the words; and bytes that were read wrongly, once anchored, make a digest that nobody's text has. In: bytes. Out: the
first byte that is no UTF-8, in words with its place, and what to do; or None.
"""

from dataclasses import dataclass

_MARKS = (  # what files begin with that are no plain text in UTF-8
    (b"\xff\xfe", "UTF-16"),
    (b"\xfe\xff", "UTF-16"),
    (b"\x89PNG", "a picture (PNG)"),
    (b"\xff\xd8\xff", "a picture (JPEG)"),
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a packed file (ZIP, DOCX, ODT)"),
    (b"\x1f\x8b", "a packed file (gzip)"),
)


@dataclass(frozen=True)
class NoText:
    """The first byte that is not UTF-8, or is zero: where it stands, which it is, and what the file looks like."""

    byte: int
    value: int
    line: int
    like: str

    @property
    def problem(self) -> str:
        """What is wrong, without the name of the file."""
        like = f"; it looks like {self.like}" if self.like else ""
        return f"is not UTF-8 (byte {self.byte}, 0x{self.value:02x}){like}"

    @property
    def fix(self) -> str:
        """What to do about it."""
        if self.like and self.like != "UTF-16":
            return "Save the words of the page as plain text, in UTF-8."
        encoding = self.like.lower() or "windows-1252"
        return f"Save it as UTF-8: in an editor, or by iconv -f {encoding} -t utf-8 (if it was written in that)."


def no_text(data: bytes) -> NoText | None:
    """The first byte by which these bytes are no plain text in UTF-8; None where they are one."""
    like = next((name for mark, name in _MARKS if data.startswith(mark)), "")
    if like and like not in ("UTF-16",):
        return NoText(0, data[0], 1, like)
    try:
        data.decode("utf-8")
        at = data.find(b"\0")  # which UTF-8 allows; UTF-16 without its mark is full of them
        like = like or "UTF-16"
    except UnicodeDecodeError as error:
        at = error.start
    return None if at < 0 else NoText(at, data[at], data.count(b"\n", 0, at) + 1, like)
