"""The addresses of our own: a module an address, which asks the served file, has the answers shaped and answers."""
