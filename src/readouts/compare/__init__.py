"""What a change of the record means for its claims: `rows` and `derived` see it, `change` tells it."""
