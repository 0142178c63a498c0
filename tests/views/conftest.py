"""The record that the tests of derived tables begin with."""

from collections.abc import Iterator

import pytest

from .record import Record


@pytest.fixture
def record() -> Iterator[Record]:
    """A record with the alleged call of 7 November 2024 and the claim that it took place."""
    with Record() as record:
        record.event("call", "call", "2024-11-07", ("kremlin/vladimir-putin", "trump-transition/donald-trump"))
        record.claim("took-place", "occurrence", "call")
        yield record
