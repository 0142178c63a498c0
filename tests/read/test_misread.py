"""Text that was read in another code page is known by its bytes, and no other text is."""

import pytest

from readouts.read.misread import PAGES, meant

WORDS = ("Brandstätter", "Дмитрий Песков", "Zelensky’s “fake”", "Володимир Зеленський", "Français", "Ελλάδα", "مفبرك")


@pytest.mark.parametrize("page", PAGES)
def test_what_was_read_in_another_page_is_read_back(page):
    """A name in any alphabet of the record, misread in any of the code pages, is told as it was."""
    for text in WORDS:
        try:
            misread = text.encode("utf-8").decode(page)
        except UnicodeDecodeError:
            continue  # the page leaves one of the bytes open
        if not any(one.isspace() and one != " " for one in misread):
            assert meant(misread) == text


@pytest.mark.parametrize("text", [*WORDS, "l’âge", "«élu»", "CAFÉ”", "Её", "дії:", "COMANDĂ”", "ОЁ", "â", "Ö»"])
def test_what_was_meant_is_let_be(text):
    """What languages write is no accident, though its bytes would be UTF-8 in some code page."""
    assert meant(text) == text
