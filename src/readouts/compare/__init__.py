"""What a change of the record means: `rows` and `derived` see it, `change` tells it, in three forms."""
