"""The built file in Datasette: starting the server, settings, metadata, the questions that it answers."""
