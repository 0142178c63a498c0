"""What a finding tells the curator to do: never what would make it worse."""

import pytest

from readouts.check.near_ids import meant

from ..conftest import TODAY, check
from .conftest import anchored, quote


def passage(copy, cell, column="passage"):
    """The findings on one quotation with this cell."""
    copy.change("quotations", "peskov-fiction", column, cell)
    return copy.check().findings


@pytest.mark.parametrize(
    ("cell", "problem", "slip", "instead", "marked"),
    [
        (
            "“There was no call by […] all, fiction,” Peskov said on Monday",
            "has 6 words behind the cut, and 5 are the most",
            "too many words beside the cut",
            "“There was no call by […] fiction,” Peskov said on Monday",
            "all,",
        ),
        (
            "“There was no call by […] at all, fiction,” Peskov said on Monday",
            "has 7 words behind the cut, and 5 are the most",
            "too many words beside the cut",
            "“There was no call by […] fiction,” Peskov said on Monday",
            "at all,",
        ),
        (
            "“There was no call by telephone […] fiction,” Peskov said on Monday",
            "has 6 words before the cut, and 5 are the most",
            "too many words beside the cut",
            "“There was no call by […] fiction,” Peskov said on Monday",
            "telephone",
        ),
        (
            "“There was no call by [...] fiction,” Peskov said on Monday",
            'cuts with "[...]"',
            '"[...]" for "[…]"',
            "“There was no call by […] fiction,” Peskov said on Monday",
            "[...]",
        ),
        (
            "“There was no call by … fiction,” Peskov said on Monday",
            'cuts with "…"',
            '"…" for "[…]"',
            "“There was no call by […] fiction,” Peskov said on Monday",
            "…",
        ),
        (
            "“There was no call by telephone at all, it is pure fiction,”",
            "has 12 words and no cut, and 10 are the most",
            "no cut",
            "“There was no call by […] all, it is pure fiction,”",
            "",
        ),
        (
            "“There was no call […] by telephone […] it is pure fiction,”",
            "has 2 cuts, and a passage one at most",
            "",
            "",
            "",
        ),
        ("“There was no call […] by telephone at all it is pure", "has 7 words behind the cut", "", "", ""),
    ],
)
def test_a_passage_that_has_not_its_form(copy, cell, problem, slip, instead, marked):
    """What is wrong with it is said, and no place of another quotation stands in the advice."""
    [finding] = [one for one in passage(copy, cell) if one.rule == "cell.pattern"]
    assert problem in finding.problem and "daily press briefing" not in finding.fix
    shown = finding.excerpt
    if slip:
        assert (shown.slip, shown.instead) == (slip, instead)
        assert not marked or cell[shown.start : shown.end] == marked


def test_a_body_whose_cut_has_no_space(copy):
    """A cut that hangs on a word is set apart; an article that has no cut gets one."""
    for cell, problem, instead in (
        ("There was[…] in it", "has no single space on either side of the cut", "There was […] in it"),
        ("There was nothing in it", "has 5 words and no cut", "There was […] in it"),
        ("There", "has 1 word and no cut", ""),
        ("There was […]", "has no words behind the cut", ""),
    ):
        copy.write("texts", [])
        copy.add("texts", source_id="denial-report", file="report.txt", extent="whole", body=cell)
        [finding] = [one for one in copy.check().findings if one.rule == "cell.pattern"]
        assert problem in finding.problem and finding.excerpt.instead == instead


@pytest.mark.parametrize(
    ("words", "passage"),
    [
        ("There was no call [...] it is pure fiction", "“There was no call by […] fiction,” Peskov said on Monday"),
        ("pure fiction", "There was no call by [...] fiction,” Peskov"),
    ],
)
def test_another_cut_in_the_evidence(held, words, passage):
    """With the text and without, words that are right but for the sign of their cut are told that, and no near place."""
    copy, folder = held
    good = [cell.replace("[...]", "[…]") for cell in (words, passage)]
    quote(copy, *good)
    anchored(copy, folder)
    assert check(copy.root, TODAY, [folder]).findings == ()
    quote(copy, words, passage)
    for folders in ([folder], []):
        told = check(copy.root, TODAY, folders).findings
        assert told and {one.problem for one in told} == {
            '"[...]" is no cut of ours; with […] in its place the cell is right'
        }


def test_words_of_a_passage_are_not_joined_by_hyphens(copy):
    """A passage is no id: a space is no slip for a hyphen in it."""
    [finding] = [one for one in passage(copy, "so " * 12 + "it was") if one.rule == "cell.pattern"]
    assert "-" not in finding.excerpt.instead and '" " for "-"' not in finding.excerpt.slip


def test_an_id_that_has_not_its_form_names_no_other(copy):
    """The id of another row is no pattern to write after: the form is told in words."""
    copy.change("statements", "peskov-denies", "id", "päskov!")
    [finding] = [one for one in copy.check().findings if one.column == "id"]
    assert finding.rule == "cell.pattern" and "2024" not in finding.fix and "lower-case" in finding.fix


def fixes(copy):
    return {(one.path, one.column): one.fix for one in copy.check().findings if one.rule == "link.missing"}


@pytest.mark.parametrize(
    ("lost", "there", "free", "found"),
    [
        ("dmitri-peskov", ["dmitry-peskov", "donald-trump"], [], "dmitry-peskov"),
        ("new-yorktimes", ["new-york-times"], [], "new-york-times"),
        ("2024-11-08-peskov-call", ["2024-11-07-peskov-call"], [], ""),  # another day, another statement
        ("2025-call-account-us", ["2025-call-account-uk"], [], ""),  # no slip: two words of two letters
        ("2024-11-07-peskov-plans", ["2024-11-07-peskov-plane", "2024-11-07-peskov-plan"], [], ""),
        # Another statement of the voice and day is not meant, unless nothing points to it any more.
        ("2024-11-07-peskov-no-plans", ["2024-11-07-peskov-no-concrete-plans"], [], ""),
        ("2024-11-07-peskov-no", ["2024-11-07-peskov-says-no"], ["2024-11-07-peskov-says-no"], "2024-11-07-peskov-says-no"),
        ("2024-11-07-peskov-no", ["2024-11-07-peskov-a", "2024-11-07-peskov-b"], ["2024-11-07-peskov-a", "2024-11-07-peskov-b"], ""),
        ("2024-11-07-peskov-no", ["2024-11-07-trump-says-no"], ["2024-11-07-trump-says-no"], ""),
        ("2024-11-08-peskov-call", ["2024-11-07-peskov-call"], ["2024-11-07-peskov-call"], "2024-11-07-peskov-call"),
    ],
)  # fmt: skip
def test_an_id_is_named_only_if_it_is_certain(lost, there, free, found):
    """One letter off, or the only row to which nothing points; never another statement of the same voice."""
    assert meant(lost, there, free) == found


def test_a_renamed_statement(copy):
    """Each cell with the old id is told the new one, which nothing points to; another statement is not proposed."""
    ours = next(row for row in copy.rows("statements") if row["id"] == "peskov-denies")
    copy.add("statements", **ours | {"id": "peskov-denies-it-too", "after_id": "peskov-denies"})
    copy.change("statements", "peskov-denies", "id", "peskov-on-monday")
    told = fixes(copy)
    assert told and not any("peskov-denies-it-too?" in fix for fix in told.values())
    assert all("if the row was renamed" in fix for fix in told.values())


@pytest.mark.parametrize(
    ("found", "fix"),
    [
        ("publisher", "Did you mean publisher_id?"),
        ("PUBLISHER_ID", "Did you mean publisher_id?"),
        ("outlet", "If it is publisher_id under another name, rename it. Delete the column, or declare it in the schema."),
    ],
)  # fmt: skip
def test_a_column_of_another_name(copy, found, fix):
    """A column that is there under its own name is not what an unknown one means; none is deleted for its name."""
    path = copy.path("sources")
    path.write_text(path.read_text(encoding="utf-8").replace("publisher_id", found, 1), encoding="utf-8")
    told = {one.column: one.fix for one in copy.check().findings}
    assert told[found] == fix
    wanted = "Restore the column." if found == "outlet" else f'Write "publisher_id" for "{found}" in the header.'
    assert told["publisher_id"] == wanted


@pytest.mark.parametrize("mark", ["<<<<<<< HEAD", "=======", ">>>>>>> theirs", "||||||| base"])
def test_a_mark_of_a_merge_is_no_short_row(copy, mark):
    """Nobody is told to write empty cells on such a line."""
    path = copy.path("people")
    path.write_text(path.read_text(encoding="utf-8").replace("\ndonald", f"\n{mark}\ndonald", 1), encoding="utf-8")
    assert {one.rule for one in copy.check().findings} == {"structure.merge-conflict"}
