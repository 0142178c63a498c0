"""A name in a sheet means one row or none: never the nearest."""

import pytest

from readouts.sheet.names import Unknown, names

from .test_round_trip import RECORD

NAMES = names(RECORD)


@pytest.mark.parametrize(
    ("table", "name", "row_id"),
    [
        ("people", "dmitry-peskov", "dmitry-peskov"),
        ("people", "Dmitry Peskov", "dmitry-peskov"),
        ("people", "Дональд Трамп", "donald-trump"),
        ("people", "Helmut Brandstaetter", "helmut-brandstatter"),
        ("organizations", "РБК", "rbc"),
        ("organizations", "washington post", "washington-post"),
        ("topics", "Aims and tactics", "aims-and-tactics"),
        ("claims", "The call of 12 February 2025 lasted an hour or longer.", "2025-02-12-call-an-hour-or-more"),
        ("events", "Call between Waltz and Ushakov", "2025-03-12-waltz-ushakov-call"),
    ],
)
def test_an_id_or_any_of_its_names(table, name, row_id):
    """An id, a name, a native name, another name, a title, a text; case and "the" do not count."""
    assert NAMES.meant(table, name) == row_id


@pytest.mark.parametrize(
    ("table", "name", "near"),
    [
        ("people", "Dimitry Peskov", "dmitry-peskov"),
        ("people", "Peskov", "dmitry-peskov"),
        ("people", "Trump", "donald-trump"),
        ("organizations", "Moscow Time", "moscow-times"),
        ("claims", "2024-11-07-call-took-plase", "2024-11-07-call-took-place"),
    ],
)
def test_near_ones_are_offered(table, name, near):
    """Also where only one is near: a program that takes it puts words into somebody's mouth."""
    meant = NAMES.meant(table, name)
    assert isinstance(meant, Unknown) and near in meant.near and meant.fix.startswith("Did you mean ")


@pytest.mark.parametrize(
    ("table", "wrote", "offered"),
    [
        ("people", "Dimitry Peskov", "Dmitry Peskov"),
        ("people", "dimitry-peskov", "dmitry-peskov"),
        ("people", "Дмитрий Пескофф", "Дмитрий Песков"),
        ("topics", "Aims and tactic", "Aims and tactics"),
        ("claims", "2024-11-07-call-took-plase", "2024-11-07-call-took-place"),
    ],
)
def test_a_name_is_offered_for_a_name_and_an_id_for_an_id(table, wrote, offered):
    """In the alphabet in which it was written."""
    meant = NAMES.meant(table, wrote)
    assert isinstance(meant, Unknown) and meant.fix.startswith(f"Did you mean {offered}")


def test_a_name_that_two_rows_have_is_not_offered():
    """Its id is: the name would fit both."""
    found = names(RECORD)
    found.call("people", "dmitry-peskov", "The Spokesman")
    found.call("people", "donald-trump", "The Spokesman")
    found.of["people", "dmitry-peskov"] = ["The Spokesman"]
    assert "dmitry-peskov" in found.meant("people", "Dimitry Peskov").fix


def test_a_name_of_several_is_settled_by_the_curator():
    """Two bodies of one name: both ids are offered, as is nothing where nothing is near."""
    found = names(RECORD)
    for row_id in ("white-house-2021", "white-house"):
        found.call("organizations", row_id, "The House")
    meant = found.meant("organizations", "the house")
    assert isinstance(meant, Unknown) and meant.fits == ("white-house", "white-house-2021")
    far = found.meant("people", "Xqzzw Vvbbn")
    assert isinstance(far, Unknown) and far.near == () and "write its keys" in far.fix
