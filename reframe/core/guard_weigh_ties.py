"""Who did what to whom, and what a figure counts: what changed between a source and a draft."""

from collections.abc import Iterator, Mapping

from reframe.core.guard_finding import Finding, finding
from reframe.core.guard_match import Matched
from reframe.core.guard_said import Said, Word
from reframe.core.lexicon import Lexicon

_FRONT = frozenset({"amod", "compound", "nmod:poss", "nummod", "flat"})
_ROLES = {
    "obl:agent": "by", "obj": "object", "nsubj": "subject", "nsubj:pass": "object",
    "iobj": "receiver", "nmod:poss": "possessive", "compound": "front", "amod": "front",
    "advmod": "manner", "nummod": "count",
}  # fmt: skip


def tie_findings(pairs: Matched, lexicon: Lexicon) -> Iterator[Finding]:
    """Yield a finding for every figure that counts something else, for every word under another
    act, and for every word whose tie to its neighbours says another thing."""
    was = [role(i, pairs.before, lexicon) for i in range(len(pairs.before.words))]
    now = [role(i, pairs.after, lexicon) for i in range(len(pairs.after.words))]
    for at, source in sorted(pairs.words.items()):
        word = pairs.after.words[at]
        if word.folded or pairs.before.words[source].folded or _is_date(word):
            wrong = False
        elif word.token.figure is not None:
            wrong = _counts_another(at, source, pairs) or _swapped(at, source, pairs, now, was)
        elif word.act or pairs.before.words[source].act:
            wrong = _another_particle(at, source, pairs, lexicon)
        else:
            wrong = (
                _under_another(at, source, pairs)
                or _swapped(at, source, pairs, now, was)
                or _describes_another(at, source, pairs)
                or _claims_of_another(at, source, pairs, lexicon)
                or (
                    word.key not in lexicon.words("floating_words")
                    and (
                        _tied_otherwise(at, source, pairs, now[at], was[source], lexicon)
                        or _many(at, source, pairs)
                    )
                )
            )
        if wrong:
            token = word.token
            yield finding("unlicensed", "relation", token.text, token.start, token.end, lexicon)


def _is_date(word: Word) -> bool:
    figure = word.token.figure
    return figure is not None and not figure.unit and all(1900 <= v <= 2100 for v in figure.values)


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
    return _ROLES.get(word.label, "")


def _another_particle(at: int, source: int, pairs: Matched, lexicon: Lexicon) -> bool:
    """Whether one verb stands with another particle: "signed off", "signed on"."""
    word, origin = pairs.after.words[at], pairs.before.words[source]
    if not (word.act and origin.act) or word.particle == origin.particle:
        return False
    if not word.forms & origin.forms:
        return False
    around = {w.key for w in pairs.after.words}, {w.key for w in pairs.before.words}
    gone = {word.particle} - around[1] | {origin.particle} - around[0]
    return bool(gone - {""} - {"up", "out"})


def _phrase(at: int, said: Said) -> set[int]:
    """Return a noun with the words in front of it, and what it stands in front of."""
    found = {at, *said.below(at, _FRONT)}
    if said.words[at].label in ("compound", "flat", "amod"):
        found.add(said.words[at].head)
    return found


def _counted(at: int, said: Said) -> int | None:
    head = said.words[at].head
    if head == at or not said.words[head].stated or said.words[head].act:
        return None
    return head


def _counts_another(at: int, source: int, pairs: Matched) -> bool:
    """Whether a figure counts another thing that the source names, while the one that it counted
    stands elsewhere."""
    now, was = _counted(at, pairs.after), _counted(source, pairs.before)
    if now is None or was is None or now not in pairs.words or pairs.words[now] == was:
        return False
    if was not in pairs.back:
        return False
    counts = (i for i in pairs.after.children[pairs.back[was]] if i != at)
    taken = any(pairs.after.words[i].label == "nummod" for i in counts)
    return taken or pairs.words[now] not in _phrase(was, pairs.before)


def _governing(at: int, said: Said) -> frozenset[int]:
    """Return the acts that a word is an object of: the nearest above, and those in a row with it
    in front that have no object of their own. Nothing for what stands in front of all acts."""
    act = next((i for i in said.above(at) if said.words[i].act), None)
    first = next((i for i, w in enumerate(said.words) if w.act), 0)
    if act is None or at < first:
        return frozenset()
    found = {act}
    for i in said.below(act, frozenset({"conj"})):
        if said.words[i].act and i < at and not any(o < at for o in said.below(i, frozenset({"obj"}))):
            found.add(i)
    head = said.words[act].head
    while said.words[act].label == "conj" and said.words[head].act:
        if said.below(head, frozenset({"obj"})):
            break
        found.add(head)
        act, head = head, said.words[head].head
    return frozenset(found)


def _under_another(at: int, source: int, pairs: Matched) -> bool:
    """Whether a word stands under one act of the source now and stood under another."""
    if pairs.after.words[at].label in _FRONT or pairs.before.words[source].label in _FRONT:
        return False  # judged by the noun behind
    now, was = _governing(at, pairs.after), _governing(source, pairs.before)
    mapped = {pairs.words[i] for i in now if i in pairs.words}
    if not mapped or not was or mapped & was:
        return False
    if not all(pairs.before.words[i].act for i in mapped):
        return False
    return all(i in pairs.back and pairs.after.words[pairs.back[i]].act for i in was)


def _swapped(
    at: int, source: int, pairs: Matched, now: list[str], was: list[str]
) -> bool:
    """Whether two words changed places: each is tied as the other was."""
    if not now[at] or not was[source]:
        return False
    mine, own = _slot(at, pairs, now), (pairs.before.words[source].head, was[source])
    for other, origin in pairs.words.items():
        if other == at or pairs.after.words[other].act:
            continue
        theirs, old = _slot(other, pairs, now), (pairs.before.words[origin].head, was[origin])
        if mine == old != own == theirs:
            return True
        if _behind(at, pairs.after, pairs.words) == _behind(origin, pairs.before) != (None, ""):
            if _behind(other, pairs.after, pairs.words) == _behind(source, pairs.before):
                return _behind(source, pairs.before) not in ((None, ""), _behind(origin, pairs.before))
        if now[at] == was[origin] != was[source] == now[other] and mine[0] == theirs[0]:
            return True
    return False


def _behind(
    at: int, said: Said, origins: Mapping[int, int] | None = None
) -> tuple[int | None, str]:
    """Return the preposition in front of a word's phrase and the word right in front of that."""
    case = next((i for i in said.children[at] if said.words[i].label == "case"), None)
    if not case or not said.words[case - 1].stated:
        return None, ""
    front = case - 1 if origins is None else origins.get(case - 1)
    return front, said.words[case].key


def _held(at: int, said: Said) -> int:
    """Return the word that a word hangs on, through the list that it is an item of."""
    while said.words[at].label == "conj" and not said.words[at].act:
        at = said.words[at].head
    return said.words[at].head


def _claims_of_another(at: int, source: int, pairs: Matched, lexicon: Lexicon) -> bool:
    """Whether a word that claims something is now said of another word: "the first shift",
    "first worked"."""
    word, origin = pairs.after.words[at], pairs.before.words[source]
    telling = lexicon.words("exclusive_words") | lexicon.words("absolute_words")
    if word.key not in telling - lexicon.words("universal_words"):
        return False
    head = pairs.words.get(word.head)
    if head is None or origin.head not in pairs.back:
        return False
    return head not in _phrase(origin.head, pairs.before)


def _slot(at: int, pairs: Matched, now: list[str]) -> tuple[int | None, str]:
    return pairs.words.get(pairs.after.words[at].head), now[at]


def _describes_another(at: int, source: int, pairs: Matched) -> bool:
    """Whether a word in front of a noun stood in front of another one that is still there, or
    in a list with it."""
    word, origin = pairs.after.words[at], pairs.before.words[source]
    if word.label not in _FRONT:
        return False
    now = pairs.words.get(word.head)
    if now is None or now == origin.head or now == source:
        return False
    head = pairs.before.words[now]
    if origin.label == "conj" and origin.head == now or head.label == "conj" and head.head == source:
        return True
    if origin.label not in _FRONT:
        return False
    if origin.head not in pairs.back or pairs.back[origin.head] in _phrase(word.head, pairs.after):
        return False
    return now not in _phrase(origin.head, pairs.before)


def _tied_otherwise(
    at: int, source: int, pairs: Matched, now: str, was: str, lexicon: Lexicon
) -> bool:
    """Whether a word's tie says another thing than the one that it had."""
    if now == was or not now or not was:
        return False
    word, origin = pairs.after.words[at], pairs.before.words[source]
    places = lexicon.words("place_words")
    head, tied = _held(at, pairs.after), _held(source, pairs.before)
    verb, old = pairs.after.words[head], pairs.before.words[tied]
    same_verb = pairs.words.get(head) == tied and bool(verb.forms & old.forms)
    if word.label == "conj" != origin.label and was in places and pairs.words.get(word.head) == origin.head:
        return True  # "lunches for the meeting", "lunches and the meeting"
    near = lexicon.maps["near_places"].get(was, "").split()
    if word.tag == "NNS" and was in places and now == "front" and old.forms & lexicon.words("giving_verbs"):
        return False  # "gave tours to visitors", "gave visitors tours"
    served = lexicon.words("receiving_places") | lexicon.words("compound_places")
    reworded = pairs.words.get(head) == tied and not same_verb
    if now in places and was in places and reworded and not {now, was} <= {"from", "to", "into"}:
        return False
    if now in served and was in served and tied not in pairs.back:
        return False
    if now in places and was in places:
        return now not in near and (same_verb or now in lexicon.words("telling_places"))
    if was in places and now in ("front", "possessive"):
        kind = "loose_folding_places" if now == "front" else "possessive_places"
        if now == "front" and word.token.text[:1].isupper() and was in lexicon.words("tool_places"):
            return False
        if now == "possessive" and verb.key in lexicon.words("hedge_words"):
            return False  # "backup to the clerk", "the clerk's backup"
        return was not in lexicon.words(kind)
    if was in places and now == "root":
        return was in lexicon.words("telling_places")
    if now == "as":
        return was not in ("root", "front")
    if was in places and now == "object":
        return was != "of" and same_verb and old.act
    if was == "object" and now in places:
        return now != "of" and same_verb and verb.act
    return was in ("by", "subject") and now == "object"


def _many(at: int, source: int, pairs: Matched) -> bool:
    """Whether one thing is now many."""
    word, origin = pairs.after.words[at], pairs.before.words[source]
    if (origin.tag, word.tag) not in (("NN", "NNS"), ("NNP", "NNPS")):
        return False
    if word.label in ("compound", "nmod:poss") or origin.label in ("compound", "nmod:poss"):
        return False
    return word.token.key != origin.token.key
