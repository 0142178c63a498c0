"""How reliable the coding is: a sample of the record read a second time, and the agreement measured."""
