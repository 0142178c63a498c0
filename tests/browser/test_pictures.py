"""The drawings of claims in a browser, whose fonts are wider than those with which they were laid out."""

import sqlite3
from contextlib import closing

# The texts of the drawing that reach over its edge: their words.
OVER = """() => {
    const edge = document.documentElement.getBoundingClientRect();
    return [...document.querySelectorAll("text")].filter(one => {
        const box = one.getBoundingClientRect();
        return box.left < edge.left - 1 || box.right > edge.right + 1;
    }).map(one => one.textContent.trim());
}"""


def test_no_words_of_a_drawing_are_cut_off(tab, room, record):
    """Whatever a drawing says stands within its edges: those of the longest claims, and the one with most statements."""
    with closing(sqlite3.connect(record)) as connection:
        claims = connection.execute(
            "SELECT c.id FROM claims c JOIN pictures p ON p.claim_id = c.id ORDER BY length(c.text) DESC, 1 LIMIT 12"
        ).fetchall()
    most = room.paths["row-claims"].rpartition("/")[2]
    for claim in [most, *(one for (one,) in claims)]:
        tab.goto(f"/-/picture/claims/{claim}.svg")
        assert tab.locator("text").count() > 5
        assert tab.evaluate(OVER) == [], claim
