"""readouts: a checked, quotable record of contacts between states: who said what of them, and where it is read."""

__version__ = "0.1.0"
