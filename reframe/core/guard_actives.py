"""What was done by the client, put as what they did: the parser reads "recorded the results" right
more often than "results were recorded by me"."""

from collections.abc import Sequence

from reframe.core.guard_plain import Plain
from reframe.core.inflect import inflect
from reframe.core.lexicon import Lexicon
from reframe.core.phrases import words_of
from reframe.core.words import Word

_CLOSING = frozenset({",", ";", ".", ":", "-", "–", "—"})
_LONGEST = 12


def in_active(plain: Plain, lexicon: Lexicon) -> Plain:
    """Return a text with its passives "by me" in the active, each thing behind its act."""
    words = words_of(plain.text)
    for at in range(2, len(words)):
        if (turned := _turned(words, at, plain, lexicon)) is not None:
            return in_active(turned, lexicon)
    return plain


def _turned(words: Sequence[Word], at: int, plain: Plain, lexicon: Lexicon) -> Plain | None:
    """Return a text with the passive that ends in the "me" at a place put in the active."""
    if words[at].low not in lexicon.words("own_pronouns") or words[at - 1].low != "by":
        return None
    be = _auxiliary(words, at - 1, lexicon)
    if be is None:
        return None
    done = be + 1
    while done < at - 1 and not lexicon.lemmas(words[done].low, "participle"):
        done += 1
    lemmas = lexicon.lemmas(words[done].low, "participle")
    first = _first_of_thing(words, be, lexicon)
    if not lemmas or first == be:
        return None
    act = inflect(min(lemmas), "past", lexicon)
    rest = words[done].end, words[at - 2].end
    return _put(plain, words[first].start, words[be - 1].end, act, rest, words[at].end)


def _auxiliary(words: Sequence[Word], at: int, lexicon: Lexicon) -> int | None:
    """Return the place of the first auxiliary in front of an agent, in its own clause."""
    auxiliaries = lexicon.words("be_words") | lexicon.words("agent_auxiliaries")
    found = None
    for i in range(at - 1, max(at - _LONGEST, -1), -1):
        if words[i].text in _CLOSING:
            break
        if words[i].low in auxiliaries:
            found = i
        elif found is not None:
            break
    return found


def _first_of_thing(words: Sequence[Word], be: int, lexicon: Lexicon) -> int:
    """Return where the thing that something was done to begins: at the head of its clause, behind
    the last "and" where another act stands at the head."""
    joining = lexicon.words("act_joints") | lexicon.words("agent_joints")
    first = be
    while first > 0 and words[first - 1].text not in _CLOSING:
        first -= 1
    while first < be and words[first].low in joining:
        first += 1
    told = lexicon.lemmas(words[first].low, "past", "gerund") if first < be else set()
    joints = [i for i in range(first, be) if words[i].low in lexicon.words("act_joints")]
    return joints[-1] + 1 if told and joints else first


def _put(plain: Plain, start: int, end: int, act: str, rest: tuple[int, int], until: int) -> Plain:
    """Return a text with an act in front of its thing and what stood behind the act after both;
    every character knows where it stood."""
    pieces: list[tuple[str, list[int], list[int]]] = []

    def keep(first: int, last: int) -> None:
        pieces.append(
            (plain.text[first:last], list(plain.starts[first:last]), list(plain.ends[first:last]))
        )

    keep(0, start)
    place = plain.starts[end], plain.ends[rest[0] - 1]
    pieces.append((f"{act} ", [place[0]] * (len(act) + 1), [place[1]] * (len(act) + 1)))
    keep(start, end)
    keep(*rest)
    keep(until, len(plain.text))
    return Plain(
        plain.original,
        "".join(text for text, _, _ in pieces),
        tuple(i for _, starts, _ in pieces for i in starts),
        tuple(i for _, _, ends in pieces for i in ends),
    )
