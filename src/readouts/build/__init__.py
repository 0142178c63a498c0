"""A checked record to one SQLite file: tables, reader columns, derived tables, drawings."""
