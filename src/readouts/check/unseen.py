"""Characters that nobody sees: which of them a cell may hold, and where.

Why: what is not seen is not checked, and turns what is seen; but a quoted post has emoji, whose
parts are joined, turned into pictures or spelt out by such characters, and is quoted letter for
letter. In: nothing. Out: one expression (Rust's regex, which polars uses) that matches what is wrong.

Standards: Unicode UTS #51 (Emoji), ED-15a to ED-17, as pairs of neighbours, which tell what is
well-formed without looking around; UAX #31 for the joiners of scripts. Of tags only those of
flags are let by, so that no text is hidden in them.
"""

# The blanks at the end are letters by class.
_NEVER = (
    r"[\p{Cc}\p{Cf}\p{Co}\p{Zl}\p{Zp}\x{FFFD}\x{034F}\x{115F}\x{1160}\x{3164}\x{FFA0}"
    r"--[\x{200C}\x{200D}\x{E0020}-\x{E007F}]]"
)
_PICTURE = r"\p{Extended_Pictographic}"
# U+200C and U+200D join letters in some scripts; in these three never.
_JOIN_LETTERS = r"[\p{L}\p{M}--[\p{Latin}\p{Cyrillic}\p{Greek}]]"
_FLAG, _FLAG_END = r"\x{1F3F4}", r"\x{E007F}"  # a black flag, then its place in tags: 🏴󠁧󠁢󠁥󠁮󠁧󠁿
_WRONG = (
    # A joiner stands behind a letter of a script that has it, or between two pictures.
    rf"(?:^|[^{_JOIN_LETTERS}{_PICTURE}\p{{Emoji_Modifier}}{_FLAG_END}])[\x{{200C}}\x{{200D}}]",
    rf"[{_PICTURE}\p{{Emoji_Modifier}}\x{{FE0F}}{_FLAG_END}](?:\x{{200C}}|\x{{200D}}(?:$|[^{_PICTURE}]))",
    # A choice between letter and picture stands behind what can be either, or makes a key: 1️⃣.
    rf"(?:^|[^{_PICTURE}0-9#*])[\x{{FE0E}}\x{{FE0F}}]",
    r"[0-9#*](?:\x{FE0E}|\x{FE0F}(?:$|[^\x{20E3}]))",
    # Other variants are of other scripts.
    r"(?:^|[\p{Latin}\p{Cyrillic}\p{Greek}\p{N}\p{P}\p{Z}])[\x{FE00}-\x{FE0D}\x{E0100}-\x{E01EF}]",
    # Tags spell out the place behind a black flag: three to six letters and digits (CLDR), and an end.
    rf"(?:^|[^{_FLAG}\x{{E0030}}-\x{{E0039}}\x{{E0061}}-\x{{E007A}}])[\x{{E0020}}-\x{{E007F}}]",
    rf"{_FLAG}[\x{{E0020}}-\x{{E007E}}]{{0,2}}{_FLAG_END}",
    r"[\x{E0020}-\x{E002F}\x{E003A}-\x{E0060}\x{E007B}-\x{E007E}]",
    r"[\x{E0020}-\x{E007E}]{7}",
    r"[\x{E0020}-\x{E007E}](?:$|[^\x{E0020}-\x{E007F}])",
)
UNPRINTABLE = "|".join((_NEVER, *_WRONG))
