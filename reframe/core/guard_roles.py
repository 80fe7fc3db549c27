"""What ties a word of a text in free words to the words around it, by the parse."""

from collections.abc import Container, Mapping

from reframe.core.guard_said import Said
from reframe.core.lexicon import Lexicon

FRONT = frozenset({"amod", "compound", "nmod:poss", "nummod", "flat"})
_SUBJECTS = frozenset({"nsubj", "nsubj:pass"})
_BREAKS = frozenset({",", ";", "."})
_LEADS = frozenset({"case", "mark", "advmod"})
_ROLES = {
    "obl:agent": "by", "obj": "object", "nsubj": "subject", "nsubj:pass": "object",
    "iobj": "receiver", "nmod:poss": "possessive", "compound": "front", "amod": "front",
    "advmod": "manner", "nummod": "count",
}  # fmt: skip


def role(at: int, said: Said, lexicon: Lexicon) -> str:
    """Return what ties a word to the word that it hangs on: its preposition, or what it is to
    its verb; items of a list share the tie of the first."""
    word = said.words[at]
    places = lexicon.words("place_words")
    if word.token.possessive:
        return "possessive"
    below = (at, *said.below(at, frozenset({"compound", "amod"})))
    cases = (i for front in below for i in said.below(front, frozenset({"case"})))
    case = next((said.words[i].key for i in cases), "")
    if case == "as":
        return "as"
    if said.below(at, frozenset({"cop"})):
        return "root"
    if word.label == "conj" and said.words[word.head].act:
        return ""
    if word.label == "conj" and not word.act and not case:
        return role(word.head, said, lexicon)
    if word.label == "obj" and said.words[word.head].token.text.casefold() in places:
        return said.words[word.head].token.text.casefold()  # "using Excel"
    if case and word.label in ("obl", "nmod", "obl:agent", "advcl", "acl", "conj"):
        return lexicon.maps["same_places"].get(case, case)
    if word.head == at:
        return "root"
    if word.label == "nsubj" and any(i > at for i in said.below(word.head, frozenset({"nsubj"}))):
        return "object"  # "anything larger I left to the fitter"
    return _ROLES.get(word.label, "")


def behind(at: int, said: Said, origins: Mapping[int, int] | None = None) -> tuple[int | None, str]:
    """Return the preposition in front of a word's phrase and the word right in front of that."""
    case = next((i for i in said.children[at] if said.words[i].label == "case"), None)
    if not case or not said.words[case - 1].stated:
        return None, ""
    front = case - 1 if origins is None else origins.get(case - 1)
    return front, said.words[case].key


def held(at: int, said: Said) -> int:
    """Return the word that a word hangs on, through the list that it is an item of."""
    while said.words[at].label == "conj" and not said.words[at].act:
        at = said.words[at].head
    return said.words[at].head


def phrase(at: int, said: Said) -> set[int]:
    """Return a noun with the words in front of it, and what it stands in front of."""
    found = {at, *said.below(at, FRONT)}
    if said.words[at].label in ("compound", "flat", "amod"):
        found.add(said.words[at].head)
    return found


def governing(at: int, said: Said, named: Container[int] = ()) -> frozenset[int]:
    """Return the acts that a word is an object of: the nearest above, and those in a row with it
    in front that have no object of their own. Nothing for what stands in front of all acts.
    ``named`` are nouns that are acts too ("the *debugging* of firmware")."""
    if (ahead := set_off(at, said)) is not None:
        return frozenset({ahead})
    act = said.act_above(at, named)
    if act is None or at < said.first_act:
        return frozenset()
    found = {act, *(i for i in said.below(at, frozenset({"acl"})) if said.words[i].act)}
    for i in said.below(act, frozenset({"conj"})):
        if (
            said.words[i].act
            and i < at
            and not any(o < at for o in said.below(i, frozenset({"obj"})))
        ):
            found.add(i)
    if said.words[at].label in _SUBJECTS:
        # "*tools* were cleaned and returned"
        row = (i for i in said.below(act, frozenset({"conj"})) if said.words[i].act)
        found |= {i for i in row if not said.below(i, _SUBJECTS)}
    head = said.words[act].head
    while said.words[act].label == "conj" and said.words[head].act:
        if said.below(head, frozenset({"obj"})):
            break
        found.add(head)
        act, head = head, said.words[head].head
    return frozenset(found)


def set_off(at: int, said: Said) -> int | None:
    """Return the act that a phrase between commas stands in front of, behind what joins the act
    to the one before or in a sentence of its own: "and, with the *cashier*, balanced the vault"."""
    words, start, end = said.words, at, at
    while start > 0 and words[start].token.text not in _BREAKS:
        start -= 1
    while end < len(words) and words[end].token.text not in _BREAKS:
        end += 1
    if not 0 < start < at or end + 1 >= len(words) or words[end].token.text != ",":
        return None
    opened = words[start].token.text != "," and words[start + 1].label in _LEADS
    joined = words[start - 1].tag == "CC" or opened
    return end + 1 if joined and words[end + 1].act and words[end + 1].tag[:2] == "VB" else None
