"""A day in another order is offered as the record writes it where it can be read in one way."""

import pytest

from readouts.read.only_reading import only_reading


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("14.03.2025", "2025-03-14"),
        ("03/14/2025", "2025-03-14"),
        ("11.11.2024", "2024-11-11"),
        ("2025/3/4", "2025-03-04"),
        ("2024-1-5", "2024-01-05"),
        ("20250314", "2025-03-14"),
        ("14 March 2025", "2025-03-14"),
        ("Mar. 14, 2025", "2025-03-14"),
        ("March 14th, 2025", "2025-03-14"),
        ("07.11.2024", ""),
        ("30.02.2025", ""),
        ("14.03.25", ""),
        ("March 2025", ""),
        ("14 Brumaire 2025", ""),
        ("last week", ""),
    ],
)
def test_one_reading_or_none(text, day):
    """Two readings, as of 07.11.2024, are the curator's to tell apart."""
    assert only_reading(text) == day
