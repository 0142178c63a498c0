"""The search, but for its route: a query as it is understood, what has its words, and the results in order."""
