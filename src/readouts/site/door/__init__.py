"""The door: what every request passes before Datasette sees it, and every answer on its way out."""
