"""Documents that are printed from schemas and code: the codebook, the rules, blocks of README."""
