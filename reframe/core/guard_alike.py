"""How much two words of two texts in free words are alike."""

from reframe.core.claims import Claim
from reframe.core.guard_said import Word
from reframe.core.guard_traits import claiming, things
from reframe.core.guard_twins import twins
from reframe.core.guard_written import written_alike
from reframe.core.lexicon import Lexicon

SAME, KIN, TWIN, NEAR = 4, 3, 2, 1

_SHORTEST_DOER = 5
"""Shorter nouns that end so name no doer ("water", "paper")."""


def alike(source: Word, word: Word, lexicon: Lexicon) -> int:
    """Return how alike a word of a rewrite is to one of the source: the same word in another
    form, one of its family, one that means the same, one near by, or 0."""
    if source.token.figure is not None or word.token.figure is not None:
        one, other = source.token.figure, word.token.figure
        return SAME if one and other and one.worth == other.worth else 0
    if source.key == word.key or _whole(source) & _whole(word):
        return SAME
    shared, kin = source.forms & word.forms, False
    if not shared:
        kin = any(_are_kin(a, b, lexicon) for a in source.forms for b in word.forms)
        kin = kin or bool(source.act != word.act and source.acts & word.acts)
    # "Helped the manager" is no "helped manage".
    if (shared or kin) and _names_doer(source, lexicon) == _names_doer(word, lexicon):
        return SAME if shared else KIN
    if _part(source, lexicon) & _part(word, lexicon):
        return TWIN
    if _is_name(source) or _is_name(word):
        return 0
    if written_alike(source, word, lexicon):
        return TWIN
    shut = claiming(lexicon)
    if not (source.act and word.act) and (source.key in shut or word.key in shut):
        return 0
    if (source.act or word.act) and _twin_acts(source, word, lexicon):
        return TWIN
    kinds = (things(lexicon).get(w.key, frozenset()) for w in (source, word))
    first, second = ({name for name, _ in kind} for kind in kinds)
    if first & second:
        return TWIN
    if not (source.act or word.act) and lexicon.share_sense(source.key, word.key):
        return TWIN
    return 0


def _names_doer(word: Word, lexicon: Lexicon) -> bool:
    """Whether a word names whoever does an act, and not what the client was ("was a driver")."""
    noun = lexicon.singular(word.key)
    if word.act or not noun.endswith(tuple(lexicon.words("doer_endings"))):
        return False
    if noun in lexicon.words("people") | lexicon.words("title_words"):
        return True
    acts = any(r.form == "base" for r in lexicon.readings.get(noun, ()))  # "transfer"
    other = word.tag[:1] == "N" and word.label != "ROOT"
    return other and not acts and len(noun) > _SHORTEST_DOER


def _are_kin(one: str, other: str, lexicon: Lexicon) -> bool:
    qualities = lexicon.maps["quality_nouns"]
    if qualities.get(one) == other or qualities.get(other) == one:
        return True
    return lexicon.are_kin(one, other) or (
        one.endswith("ly") != other.endswith("ly")
        and one.removesuffix("ly") == other.removesuffix("ly")
    )


def _whole(word: Word) -> frozenset[str]:
    """Return a verb with its particle as one noun would name it: "rollout" of "roll out"."""
    if not word.particle:
        return word.forms if len(word.key) > 5 else frozenset()
    return frozenset(f"{form}{word.particle}" for form in word.forms)


def known(word: Word, lexicon: Lexicon) -> frozenset[str]:
    """Return the acts of several words that the tables know and a verb may be part of."""
    listed = lexicon.maps["act_twins"].keys() | twins(lexicon).keys()
    return word.acts & listed


def _part(word: Word, lexicon: Lexicon) -> set[str]:
    parts = lexicon.maps["part_words"]
    return {parts[form] for form in word.forms if form in parts}


def _twin_acts(source: Word, word: Word, lexicon: Lexicon) -> bool:
    doing = lexicon.words("doing_verbs")
    if source.act and word.act and source.acts & doing and word.acts & doing:
        return True
    for was in source.acts:
        for now in word.acts:
            if now.split()[0] in lexicon.words("lone_acts"):
                continue
            if lexicon.verb(now) is not None and (
                lexicon.claim_of(now).rank > lexicon.claim_of(was).rank
            ):
                continue
            listed = now in lexicon.same.get(was, ()) or was in lexicon.same.get(now, ())
            listed = (
                listed or now in twins(lexicon).get(was, ()) or was in twins(lexicon).get(now, ())
            )
            listed = listed or now in lexicon.maps["act_twins"].get(was, "").split(", ")
            if listed or (
                lexicon.share_sense(was.split()[0], now.split()[0]) and " " not in was + now
            ):
                return True
    return False


def _is_name(word: Word) -> bool:
    return any(c.isupper() for c in word.token.text[1:]) or (
        word.token.start > 0 and word.token.text[:1].isupper()
    )


def near_acts(source: Word, word: Word, lexicon: Lexicon, *, changed: bool) -> bool:
    """Whether an act with the same objects may be the source's in other words, claiming no more;
    ``changed`` tells that the source says how much it changed ("cut from 9 to 6")."""
    closed = lexicon.words("lone_acts") | lexicon.words("idle_verbs")
    closed |= lexicon.maps["part_words"].keys()
    for was in _verbs(source, lexicon) - closed:
        for now in _verbs(word, lexicon) - closed:
            claim = lexicon.claim_of(now) if lexicon.verb(now) else Claim.DETAIL
            rank = max(lexicon.claim_of(was).rank, Claim.DETAIL.rank)
            if claim.rank > rank and not (changed and claim is Claim.OUTCOME):
                continue
            if lexicon.stands_near(was, now, "verb"):
                return True  # the other way round it would say how: "cleaned", "mopped"
    return False


def near_things(source: Word, word: Word, lexicon: Lexicon) -> bool:
    """Whether a thing or kind in the same place may be the source's in other words."""
    part = {"N": "noun", "J": "adj"}.get(word.tag[:1], "")
    shut = claiming(lexicon)
    if not part or source.tag[:1] != word.tag[:1] or _is_name(source) or _is_name(word):
        return False
    if source.key in shut or word.key in shut:
        return False
    if all(lexicon.names_person(lexicon.singular(w.key)) for w in (source, word)):
        return False  # "visitors", "clients": whom it was for is a claim, and only tables tell
    return any(lexicon.stands_near(a, b, part) for a in source.forms for b in word.forms)


def _verbs(word: Word, lexicon: Lexicon) -> set[str]:
    return {r.lemma for r in lexicon.readings.get(word.token.text.casefold(), ())}
