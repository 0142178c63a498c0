"""Canonical form, and what a spreadsheet did to a table."""
