"""Canonical form, headers that differ from it, and what a spreadsheet did to a table."""
