"""readouts: a checked, quotable record of the contacts between Washington and Moscow."""

__version__ = "0.1.0"
