"""The tests of pages are tested: a page is spoilt in each way that a look at it must find."""

import pytest

from ..conftest import LONG
from .conftest import absent
from .look import accessible, ask, laid_out, survey, unseen

SPOILT = {
    "light: color-contrast": "main p { color: #999 }",
    "dark: color-contrast": "@media (prefers-color-scheme: dark) { main p { color: #444 } }",
    "light: target-size": "main dt a { display: block; height: 9px; overflow: hidden } main dl > div { height: 9px }",
    "light: scrollable-region-focusable": "main p { overflow: auto; height: 2em; width: 9em; white-space: nowrap }",
    "too small to read: article.record > p: 11px": "main p { font-size: 11px }",
    "covered: article.record > h1": "footer { position: fixed; inset: 0; z-index: 9 }",
    "no left edge: dl.doors at 26, the heading at 16": "main dl { padding-left: 10px; margin-left: 10px }",
    "pixels sideways": "main.content { width: 3000px; max-width: none }",
}


@pytest.fixture(scope="module")
def unspoilt(room):
    """What is found on the page that is spoilt, before it is: nothing; and what of it is not seen."""
    with room.open("questions", 390) as (tab, _):
        assert [*accessible(tab), *laid_out(tab)] == []
    with room.open("questions", 1280) as (tab, _):
        return set(unseen([survey(tab)]))


@pytest.mark.parametrize("said", SPOILT)
def test_what_is_wrong_with_a_page_is_found(room, unspoilt, said):
    """One rule of style more, and the look at the page names what it does."""
    with room.open("questions", 390) as (tab, _):
        tab.add_style_tag(content=SPOILT[said])
        found = accessible(tab)
        assert any(said in one for one in [*found, *laid_out(tab)])
        if any(said in one for one in found):  # and of a page that was asked at another width before
            assert any(said in one for one in accessible(tab, again=True))


@pytest.mark.parametrize(
    "style", [".record thead th { text-align: right }", "main tbody { position: relative; left: 9px }"]
)
def test_a_header_beside_its_cells_is_found(room, style):
    """A header set to another side than what stands below it, or a column's width beside it, is named."""
    with room.open("downloads", 1280) as (tab, _):
        assert ask(tab, "heads") == []
        tab.add_style_tag(content=style)
        assert any("“Rows”" in one for one in ask(tab, "heads"))


HIDING = (
    "display: none",
    "visibility: hidden",
    "opacity: 0",
    "height: 0; overflow: hidden",
    "clip-path: inset(50%)",
    "position: absolute; left: -999em",
    "color: transparent",
)


@pytest.mark.parametrize("way", HIDING if LONG else HIDING[::3])
def test_what_a_rule_hides_is_found(room, unspoilt, way):
    """In whatever way a rule hides something, it is named, and nothing else."""
    with room.open("questions", 1280) as (tab, _):
        tab.add_style_tag(content=f".doors dd, .doors dd * {{ {way} }}")
        found = set(unseen([survey(tab)])) - unspoilt
    assert found == {"dl.doors > div > dd"}


def test_hidden_facets_are_found(room):
    """The rule that once hid the facets of every table is found on all tables at both widths, by the name of what it hides."""
    found = []
    for width in (1280, 390):
        with room.open("table-claim_timeline", width) as (tab, _):
            fold = tab.locator(".facets").first.evaluate(
                "e => e.closest('details, aside, section, div').className.split(' ')[0]"
            )
            before = survey(tab)
            assert not any(fold in name for name in unseen([before]))
            tab.add_style_tag(content=f".{fold} {{ display: none !important }}")
            found.append(survey(tab))
    assert any(f".{fold}" in name for name in unseen(found))


def test_what_is_seen_on_one_page_is_not_hidden():
    """What one page or one width shows is not found, whatever the others do; what nothing shows is, by its outermost name."""
    shown = {
        "p.a": {"shown": True, "within": "body", "words": "x"},
        "p.b": {"shown": False, "within": "body", "words": "y"},
    }
    hidden = {
        "p.a": {"shown": False, "within": "body", "words": "x"},
        "p.b > i": {"shown": False, "within": "p.b", "words": "z"},
    }
    assert unseen([shown, hidden]) == unseen([hidden, shown]) == {"p.b": "y"}


MISDEEDS = {
    "console error: oh no": "console.error('oh no')",
    "script failed: ": "setTimeout(() => { throw new Error('no') })",
    "404: http": "fetch('/nothing-here')",
    "request to another host: http://localhost": "location.port && (location.host = 'localhost:' + location.port)",
}


@pytest.mark.parametrize("said", MISDEEDS)
def test_what_a_page_does_is_watched(room, said):
    """Errors, what is not found, and every request to another host are noted."""
    with room.open("questions", 1280) as (tab, watch):
        assert watch.faults == []
        tab.evaluate(f"() => {{ {MISDEEDS[said]} }}")
        tab.wait_for_timeout(500)
        assert any(one.startswith(said) for one in watch.faults), watch.faults


def test_without_a_browser_nothing_passes():
    """Where no browser is, tests are skipped with what to do; in CI they fail."""
    with pytest.raises(pytest.skip.Exception, match="apt-get install chromium"):
        absent({})
    with pytest.raises(pytest.fail.Exception, match="nothing is tested"):
        absent({"CI": "true"})


def test_all_kinds_of_pages_have_one_left_edge(room):
    """Who goes from a page to a table, or to the answer of a question, finds the heading where it was."""
    edges = {}
    for kind in ("home", "questions", "row-claims", "table-claims", "question-which_contacts_are_acknowledged"):
        with room.open(kind, 1280) as (tab, _):
            edges[kind] = round(tab.locator("h1").first.bounding_box()["x"])
    assert len(set(edges.values())) == 1, edges
