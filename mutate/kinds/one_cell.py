"""Defects of one cell, derived from the schemas: for each column that can have it, one row."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from random import Random

from mutate.record import Kind, Mutant, Record
from readouts.package.model import Field

Applies = Callable[[Field], object]
LIKE = dict(zip("aceiopxyABCEHKMOPTX", "асеіорхуАВСЕНКМОРТХ", strict=True))  # Latin, Cyrillic
GREEK = dict(zip("ovABEHIKMNOPTXYZ", "ονΑΒΕΗΙΚΜΝΟΡΤΧΥΖ", strict=True))
UNSEEN = "\u00ad\u061c\u200b\u2060\ufeff\u2066\U000e0041\u180e\u115f\u3164\u034f"


def cell(name: str, applies: Applies, spoil: Callable[[Field, str], str], empty: str = "") -> Kind:
    """Spoil one cell a column in a row where it is filled, else where it is empty if `empty` says what to spoil."""

    def plant(record: Record, chance: Random) -> Iterator[Mutant]:
        for table in record.package.tables:
            for field in filter(applies, table.fields):
                rows = record.filled(table, field) or (range(len(record.sheets[table.name])) if empty else ())
                if rows:
                    row = chance.choice(rows)
                    old = record.sheets[table.name][row][field.name] or empty
                    if (new := spoil(field, old)) != old:
                        yield record.changed(table.name, row, **{field.name: new})

    return Kind(name, plant)


def everywhere(kind: Kind) -> Kind:
    """The same in every place where it can be done."""
    return replace(kind, every=True)


def unlike(field: Field, old: str) -> str:
    """A value that the pattern forbids."""
    values = ("not A slug!", "one two three four five six seven eight nine ten eleven twelve")
    return next(value for value in values if not re.fullmatch(field.pattern, value))


def alike(table: dict[str, str]) -> Callable[[Field, str], str]:
    """Put a letter of another script for the first that has a look-alike, in a word of more letters than that."""

    def spoil(field: Field, old: str) -> str:
        for match in re.finditer(r"[A-Za-z]{3,}", old):
            for place in range(match.start(), match.end()):
                if old[place] in table:
                    return old[:place] + table[old[place]] + old[place + 1 :]
        return old

    return spoil


def too_long(field: Field, old: str) -> str:
    """One character more than the limit, in the form of the column where it has one; else a hundred thousand."""
    missing = (field.max_length or 100_000) + 1 - len(old)
    return old + (old[-1] if field.pattern else "x") * missing


def _string(field: Field) -> bool:
    return field.type == "string"


def _text(field: Field) -> bool:
    return field.type == "string" and not (field.enum or field.pattern or field.edtf)


def _patterned(field: Field) -> bool:
    return bool(field.pattern) and not field.edtf


def _listed(field: Field) -> bool:
    return bool(field.enum)


def _ours(field: Field) -> bool:
    return _text(field) and field.name not in ("words", "passage", "body")


def _english(field: Field) -> bool:
    return _ours(field) and field.name in ("name", "title", "text", "label", "question", "summary")


def _number(field: Field) -> bool:
    return field.type == "integer"


def _day(field: Field) -> bool:
    return field.type == "date"


def _dated(field: Field) -> bool:
    return field.edtf or field.type == "date"


def _id(field: Field) -> bool:
    return bool(field.pattern) and re.fullmatch(field.pattern, "an-id") is not None


def _address(field: Field) -> bool:
    return bool(field.pattern) and "://" in field.pattern


def _put(value: str) -> Callable[[Field, str], str]:
    return lambda field, old: value


def _before(text: str) -> Callable[[Field, str], str]:
    return lambda field, old: text + old


def _behind(text: str) -> Callable[[Field, str], str]:
    return lambda field, old: old + text


def _inside(text: str) -> Callable[[Field, str], str]:
    return lambda field, old: old[:1] + text + old[1:]


def address(name: str, value: str) -> Kind:
    """An address of that form."""
    return cell(name, _address, _put(value), "https://example.org/")


# fmt: off
KINDS = (
    everywhere(cell("a required cell emptied", lambda field: field.required, _put(""))),
    everywhere(cell("a code that is in no list", _listed, _put("no-such-code"))),
    cell("a code in capitals", _listed, lambda field, old: old.upper()),
    cell("a code with a letter lost", _listed, lambda field, old: old[:-1]),
    cell("a code's label for the code", _listed, lambda field, old: old.replace("-", " ").capitalize()),
    everywhere(cell("a value outside the pattern", _patterned, unlike, "x")),
    cell("an id in capitals", _id, lambda field, old: old.upper()),
    cell("an underscore in an id", _id, _behind("_x")),
    everywhere(cell("a word for a number", _number, _put("seven"), "1")),
    cell("a decimal point in a whole number", _number, _behind(".0"), "1"),
    cell("digits in groups", _number, _put("1_000"), "1"),
    cell("a leading zero", _number, _before("0"), "1"),
    cell("a plus before a number", _number, _before("+"), "1"),
    cell("digits of another script", _number, _put("١٢"), "1"),
    cell("a number below the range", lambda field: field.minimum is not None, lambda field, old: str(field.minimum - 1), "1"),
    cell("a number above the range", lambda field: field.maximum is not None, lambda field, old: str(field.maximum + 1), "1"),
    cell("a number of thirty digits", _number, _put("9" * 30), "1"),
    everywhere(cell("a day that no calendar has", _dated, _put("2025-02-29"), "x")),
    cell("a day in the American order", _dated, _put("02/28/2025"), "x"),
    cell("a day with dots", _dated, _put("28.02.2025"), "x"),
    cell("a day without its zeros", _dated, _put("2025-2-8"), "x"),
    cell("a day of a week", _dated, _put("2025-W09-5"), "x"),
    cell("a day with a time", _dated, _put("2025-02-28T00:00:00"), "x"),
    cell("a day of the year nought", _dated, _put("0000-01-01"), "x"),
    cell("a day as a spreadsheet counts it", _dated, _put("45716"), "x"),
    cell("a day that only might be", _day, _put("2025-02-28?"), "x"),
    cell("an interval that ends before it begins", lambda field: field.edtf, _put("2025-03-02/2025-03-01"), "x"),
    cell("a season", lambda field: field.edtf, _put("2025-21"), "x"),
    cell("an unspecified digit", lambda field: field.edtf, _put("202X"), "x"),
    cell("an interval open at both ends", lambda field: field.edtf, _put("../.."), "x"),
    cell("a space before", _string, _before(" "), "x"),
    cell("a space behind", _string, _behind(" "), "x"),
    cell("two spaces", _string, _inside("  "), "x"),
    cell("a tab", _string, _inside("\t"), "x"),
    cell("a no-break space", _string, _inside("\u00a0"), "x"),
    cell("a thin space", _string, _inside("\u2009"), "x"),
    cell("a wide space", _string, _inside("\u3000"), "x"),
    cell("a mark that turns the direction", _string, _inside("\u202e"), "x"),
    cell("a character that is not seen", _string, lambda field, old: old[:1] + UNSEEN[len(old) % len(UNSEEN)] + old[1:], "x"),
    cell("a joiner between letters that do not join", _text, _inside("\u200d"), "Peskov"),
    cell("the sign for a lost character", _string, _inside("\ufffd"), "x"),
    cell("a character of private use", _string, _inside("\ue000"), "x"),
    cell("an accent apart from its letter", _string, _behind(" Ame\u0301lie"), "x"),
    cell("a look-alike letter in an id", _id, alike(LIKE)),
    cell("a look-alike Cyrillic letter in a text", _text, alike(LIKE)),
    cell("a look-alike Greek letter in a text", _text, alike(GREEK)),
    cell("a name or a text in look-alike letters", _english, _put("ТАСС")),
    cell("a native name in look-alike letters", lambda field: field.name == "native_name", _put("TACC")),
    cell("a text read in another encoding", _ours, _behind(" DÃ¶nald"), "x"),
    cell("Russian read in another encoding", _ours, _behind(" РџРµСЃРєРѕРІ"), "x"),
    cell("a placeholder", lambda field: _ours(field) and field.name != "label", _put("n/a"), "x"),
    cell("markup", lambda field: _ours(field) and field.name != "label", _behind(" <b>so</b>"), "x"),
    cell("a year of two digits", _dated, lambda field, old: "0025-02-28", "x"),
    cell("a formula", _string, _before("=1+"), "x"),
    cell("a start that a spreadsheet runs: @", _text, _before("@"), "x"),
    cell("a start that a spreadsheet runs: +", _text, _before("+"), "x"),
    cell("a start that a spreadsheet runs: -", _text, _before("-"), "x"),
    cell("what a spreadsheet leaves of a formula", _string, _put("#REF!"), "x"),
    everywhere(cell("more characters than the column has", lambda field: field.type == "string" and not field.enum and not field.edtf, too_long)),
    cell("two hundred thousand characters", _string, lambda field, old: old + old[-1] * 200_000, "x"),
    everywhere(address("a javascript: address", "javascript:alert(1)")),
    address("a data: address", "data:text/html,<script>alert(1)</script>"),
    address("a file: address", "file:///etc/passwd"),
    address("an ftp: address", "ftp://example.org/"),
    address("an address in capitals", "JavaScript://example.org/%0Aalert(1)"),
    address("an address without a host", "https:///page"),
    address("an address with a password", "https://reader:secret@example.org/"),
    address("an address with a space", "https://example.org/a page"),
    address("an address without its scheme", "www.example.org/page"),
    address("a look-alike letter in an address", "https://www.krеmlin.ru/"),
)
# fmt: on
