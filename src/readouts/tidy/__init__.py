"""Canonical form of a table: what git compares, and what a spreadsheet did to it; files replaced all or none."""
