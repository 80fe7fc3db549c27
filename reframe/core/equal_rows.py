"""The rows of words that are equal for an editor, as ``data/tables/equals.toml`` writes them."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from reframe.core.lexicon import Lexicon

WORD = re.compile(r"[^\W_]+(?:[/.&+][^\W_]+)*")
_ACT = "~"


@dataclass(frozen=True, slots=True)
class Wording:
    """One wording of a row. ``words`` are its words in lower case, the verb of an act as its
    lemma; a word that is a digit stands for up to a few words of the line."""

    words: tuple[str, ...]
    text: str
    act: bool


@dataclass(frozen=True, slots=True)
class Row:
    """Wordings of which each may stand for each, or ``one_way`` the others for the first.
    ``beside`` are the words of which one has to stand with them, where they are equal there
    alone; ``barred`` those with which they are not."""

    wordings: tuple[Wording, ...]
    beside: frozenset[str]
    barred: frozenset[str]
    one_way: bool


@lru_cache(maxsize=8)
def lines_by_word(lexicon: Lexicon) -> Mapping[str, tuple[str, ...]]:
    """Return by their first word the lines of the tables with a wording that begins with it; an
    act goes by its verb, and "~" in front tells the two apart."""
    found: dict[str, list[str]] = {}
    for name, mark in (("equal_acts", _ACT), ("equal_words", "")):
        for line in lexicon.phrases(name):
            members = line.partition(": ")[0].partition(" ! ")[0].replace(" > ", ", ")
            for first in {_first(member) for member in members.split(", ")}:
                found.setdefault(mark + first, []).append(mark + line)
    return {word: tuple(lines) for word, lines in found.items()}


def rows_at(words: Iterable[str], lexicon: Lexicon) -> tuple[tuple[Row, Wording], ...]:
    """Return the wordings that begin with one of these words, each with its row, the longest
    first; "~write" is the verb."""
    found: list[tuple[Row, Wording]] = []
    for word in words:
        for line in lines_by_word(lexicon).get(word, ()):
            row = _row(line, lexicon)
            found += ((row, w) for w in row.wordings if w.words[0] == word.lstrip(_ACT))
    return tuple(sorted(found, key=lambda pair: -len(pair[1].words)))


def _first(wording: str) -> str:
    found = WORD.search(wording)
    return found.group().casefold() if found else ""


@lru_cache(maxsize=16384)
def _row(line: str, lexicon: Lexicon) -> Row:
    """Read a row: "issue, write: ticket @papers ! code"; "call > notify" holds one way."""
    act = line.startswith(_ACT)
    rest, _, barred = line.removeprefix(_ACT).partition(" ! ")
    members, _, beside = rest.partition(": ")
    wordings = tuple(
        Wording(tuple(WORD.findall(text.casefold())), text, act)
        for text in members.replace(" > ", ", ").split(", ")
    )
    return Row(wordings, _named(beside, lexicon), _named(barred, lexicon), " > " in members)


def _named(words: str, lexicon: Lexicon) -> frozenset[str]:
    """Return words, those of a list for its name."""
    found: set[str] = set()
    for word in words.split():
        found |= lexicon.words(f"said_of_{word[1:]}") if word.startswith("@") else {word}
    return frozenset(found)


def verbs_at(low: str, lexicon: Lexicon) -> frozenset[str]:
    """Return the verbs that a word may be a form of; by the regular rules where no table has it."""
    known = lexicon.lemmas(low)
    if known:
        return frozenset(known)
    found = {low} | {f"re{verb}" for verb in lexicon.lemmas(low.removeprefix("re"))}
    for ending in ("ing", "ed", "s"):
        stem = low.removesuffix(ending)
        if stem != low and len(stem) > len("us"):
            found |= {stem, f"{stem}e"} | ({stem[:-1]} if stem[-1] == stem[-2] else set())
    return frozenset(found)


def dictionary_forms(low: str, lexicon: Lexicon) -> frozenset[str]:
    """Return the words that a word may be the plural of, and itself."""
    forms = {low, lexicon.singular(low)}
    for ending, stem in (("ies", "y"), ("ves", "f"), ("es", ""), ("s", "")):
        if low.endswith(ending) and len(low) > len(ending) + 1:
            forms.add(low[: -len(ending)] + stem)
    return frozenset(forms)
