"""No rule hides on all pages what stands on them."""

from .look import unseen
from .pages import LOOKS

# What is meant not to be seen, by its name in the style sheet, and why.
MEANT = {
    "a.skip": "comes into sight when it has the focus, for those who go by keyboard",
    "label.unseen": "the name of a field for those who hear the page; others see what stands in it",
    "form.sql > p > textarea": "the SQL editor takes its place; who runs no scripts sees it",
    "div.CodeMirror.CodeMirror-wrap.cm-s-default > div": "the field behind the SQL editor that takes what is typed",
    "span.unseen": "what a sign means, for those who hear the page",
    "sup.paper": "the number of an address, where no link can be followed: on paper (test_paper.py)",
    "section.paper": "the addresses of these numbers, on paper",
}


def test_nothing_is_hidden_everywhere(room):
    """Whatever has words or controls can be seen on some page, at some width, with every fold opened."""
    hidden = unseen(room.survey(*look) for look in LOOKS)
    assert {name: words for name, words in hidden.items() if name not in MEANT} == {}


def test_what_is_meant_to_be_unseen_is_there(room):
    """The list of exceptions has none that no page needs."""
    assert set(MEANT) <= set(unseen(room.survey(*look) for look in LOOKS))
