"""Counts as a person writes them."""


def counted(number: int, noun: str, plural: str = "") -> str:
    """Return a number with its noun, which is in the plural unless there is one of it.

    >>> counted(1, "bullet"), counted(0, "answer"), counted(2, "reply", "replies")
    ('1 bullet', '0 answers', '2 replies')
    """
    return f"{number} {noun if number == 1 else plural or noun + 's'}"
