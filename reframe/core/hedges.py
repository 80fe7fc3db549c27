"""Find the words that limit a claim."""


def hedges(line):
    return ()
