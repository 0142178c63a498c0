"""The files that people take away of a built record: one module a format, and the writing of all of them at once."""
