"""A client's name in parts, and a title with its article."""

import re

from reframe.tables.documents import Frames

_WORD = re.compile(r"[^\s,]+")


def name_parts(name: str, frames: Frames) -> tuple[str, str]:
    """Return first and family name; a name of one word is a family name.

    Letters behind the name ("PhD", "Jr.") belong to neither; a particle ("van der") belongs to
    the family name. A name all in capitals is set like a name.
    """
    table = frames["names"]
    tokens = [t for t in _WORD.findall(name.partition("(")[0]) if any(c.isalpha() for c in t)]
    if "," in name and len(tokens) > 1 and not _is_suffix(name.split(",")[1], table["suffixes"]):
        # "Okonski, Mara"
        family = len(_WORD.findall(name.split(",")[0]))
        tokens = [*tokens[family:], *tokens[:family]]
    while len(tokens) > 1 and _is_suffix(tokens[-1], table["suffixes"]):
        tokens.pop()
    while len(tokens) > 1 and tokens[0].casefold().rstrip(".") in table["honorifics"]:
        tokens.pop(0)
    if not tokens:
        return "", ""
    if name.isupper():
        tokens = [token.title() for token in tokens]
    at = len(tokens) - 1
    while at > 1 and tokens[at - 1].casefold() in table["particles"]:
        at -= 1
    return " ".join(tokens[:at][:1]), " ".join(tokens[at:])


def plain_name(name: str, frames: Frames) -> str:
    """Return a name as a sentence takes it: without what stands behind a comma or bracket.

    An all-capital name is set like a name.
    """
    first, last = name_parts(name, frames)
    bare = " ".join(re.split(r"[,(|]", name)[0].split())
    if not first or ("," in name and first not in bare):
        return f"{first} {last}".strip()
    return bare.title() if bare.isupper() else bare


def article(title: str, frames: Frames) -> str:
    """Return "a ", "an " or nothing, as it stands in front of a title in a sentence."""
    low = title.casefold()
    table = frames["titles"]
    if any(re.match(rf"{re.escape(word)}\b", low) for word in table["sole"]):
        return ""
    first = re.split(r"[\s/,-]", low)[0]
    if first in table["spoken_vowel"]:
        return "an "
    if low.startswith(tuple(table["spoken_consonant"])):
        return "a "
    return "an " if low[:1] in "aeiou" else "a "


def are_suffixes(text: str, frames: Frames) -> bool:
    """Whether a text holds nothing but letters that stand behind names ("PhD, PMP")."""
    return _is_suffix(text, frames["names"]["suffixes"])


def _is_suffix(token: str, suffixes: list[str]) -> bool:
    words = [part.casefold().strip(" .") for part in re.split(r"[,\s]+", token) if part.strip(" .")]
    return bool(words) and all(word in suffixes for word in words)
