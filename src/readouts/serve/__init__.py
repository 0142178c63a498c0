"""The built file in Datasette: settings, metadata, the questions that it answers."""
