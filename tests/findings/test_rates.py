"""The one rule by which a share or a middle value may be given."""

from dataclasses import replace

import pytest

from readouts.findings.rates import FEWEST, Case, may_be_rated, middle, share, why_none

CASE = Case(
    "first_to_tell", "Both tell of it", "on one day", "", 3, "A call", "", "2025-02-12", True, "a", "call", "c", "s", ""
)


def cases(number: int, open_ones: int = 0) -> list[Case]:
    return [replace(CASE, case_key=f"{place}", days=place, complete=place >= open_ones) for place in range(number)]


@pytest.mark.parametrize("number", range(FEWEST))
def test_of_few_cases_no_rate_is_given(number):
    """Of fewer than five cases neither a share nor a middle value is given, however complete they are."""
    some = cases(number)
    assert not may_be_rated(some) and share(some[:1], some) is None and middle(some) is None
    assert why_none(some, "calls") == "No share and no middle value: there are fewer than 5 calls."


def test_of_complete_cases_both_are_given():
    """Five cases in months that are all coded completely have a share and a middle value, and no reason against one."""
    some = cases(FEWEST)
    assert (may_be_rated(some), share(some[:2], some), middle(some), why_none(some, "calls")) == (True, 40, 2.0, "")


def test_one_case_in_a_partial_month_forbids_the_rate():
    """One case of a hundred that lies in a month coded in part is enough: what is missing there is not known."""
    some = cases(100, open_ones=1)
    assert not may_be_rated(some) and share(some[:50], some) is None and middle(some) is None
    assert "1 of the 100 calls lie in months that are not coded completely" in why_none(some, "calls")


def test_a_share_is_of_its_whole():
    """Whether a share may be given is for the whole to say; a part of it may be empty, or small."""
    some = cases(8)
    assert share([], some) == 0 and share(some[:1], some) == 12


def test_a_middle_value_is_of_cases_with_days():
    """Cases without known days are no cases of a middle value, and of four that have some none is given."""
    some = [*cases(4), *(replace(CASE, case_key=f"no-{place}", days=None) for place in range(4))]
    assert may_be_rated(some) and middle(some) is None
    assert middle([*some, replace(CASE, case_key="five", days=10)]) == 2.0
