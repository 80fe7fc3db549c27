"""What ties every word of a bullet to its neighbours: preposition, list, compound, opener."""

from collections.abc import Iterator

from reframe.core.bullet import ParsedBullet
from reframe.core.guard_place import VERB, WHEN, Place, floats
from reframe.core.guard_tokens import Token
from reframe.core.lexicon import Lexicon


def tied(places: list[Place], bullet: ParsedBullet, lexicon: Lexicon) -> Iterator[Place]:
    """Give every token the phrase that it stands in."""
    where, be = lexicon.words("place_words"), lexicon.words("be_words")
    same = lexicon.maps["same_places"]
    marker, loose, initial, last, governor, passive = "", "", True, None, None, False
    for at, place in enumerate(places):
        key = place.key
        if place.verb is not None:
            undone = passive or _chosen(places, at, lexicon)
            yield place._replace(marker=VERB, governor=None, passive=undone)
            marker, loose, initial, last, governor, passive = "", "", True, at, at, False
        elif place.droppable or floats(place.token, lexicon):
            # Padding and adverbs leave no trace on what stands around them.
            yield place._replace(marker=marker, initial=True, governor=governor)
        elif place.opener:
            yield place._replace(marker=marker, initial=initial, governor=governor)
            tie = same.get(key, key) if key in where else ""
            # "with" in "Helped nurses with lifts" and "Worked with nurses on" leads to a phrase.
            leads = _opener_goes_on(places, at, lexicon) or _phrase_inside(places, at)
            if (
                lexicon.free_words
                and not tie
                and places[at - 1].opener
                and _opener_goes_on(places, at, lexicon)
            ):
                tie = marker
            marker, loose = (tie, "") if leads else ("", tie)
            initial, passive, governor = True, False, None
        elif place.absorbed or _is_tight(place.token, bullet.text):
            yield place
        elif key in be:
            passive = True
            yield place
        elif key in where:
            # "to file and to post" is one list, as "to file and post" is.
            repeated = same.get(key, key) == marker and _behind_join(places, at, lexicon)
            governor = governor if repeated else last
            marker, loose, initial = same.get(key, key), "", True
            yield place
        elif place.token.mark or key in lexicon.words("join_words"):
            initial = True
            yield place
        elif not place.content:
            if key in lexicon.words("relative_words"):
                marker, loose, initial, governor = "that", "", True, last
            elif marker == "" and last is not None and _gives(places, governor, bullet, lexicon):
                initial = initial or key in lexicon.words("phrase_starters")
            yield place
        elif lexicon.free_words and _closes_floating(places, at, lexicon):
            # "laptops, 15 a month": how often is said of the act, and no head of the nouns.
            yield place._replace(marker=WHEN, initial=True, governor=None)
            initial = True
            if at + 1 < len(places) and places[at + 1].key in lexicon.words("compound_places"):
                last = at  # "the summer of 2019"
            if key in lexicon.words("clause_leads"):
                marker, governor = "", None
        else:
            yield place._replace(
                marker=marker,
                initial=initial,
                beside=None if initial else last,
                governor=governor,
                passive=passive,
                loose=loose,
            )
            initial, last, passive = False, at, False


def _chosen(places: list[Place], at: int, lexicon: Lexicon) -> bool:
    """Whether a participle and its tie stand in the passive without "was" too ("Appointed as")."""
    behind = places[at + 1].token if at + 1 < len(places) else None
    if behind is None:
        return False
    pair = f"{places[at].token.text} {behind.text}".casefold()
    return pair in lexicon.words("chosen_passives")


def _gives(places: list[Place], verb: int | None, bullet: ParsedBullet, lexicon: Lexicon) -> bool:
    """Whether a verb takes two objects ("sent the manager a report"), in free words."""
    if not lexicon.free_words or verb is None or (act := places[verb].verb) is None:
        return False
    return bullet.clauses[act].verb.lemma in lexicon.words("giving_verbs")


def _behind_join(places: list[Place], at: int, lexicon: Lexicon) -> bool:
    return at > 0 and places[at - 1].key in lexicon.words("join_words")


def _is_tight(token: Token, text: str) -> bool:
    """Whether a mark ties two words into one ("help-desk")."""
    around = text[token.start - 1 : token.start], text[token.end : token.end + 1]
    return token.key == "-" and all(side.strip() for side in around)


def _closes_floating(places: list[Place], at: int, lexicon: Lexicon) -> bool:
    """Whether a word that tells when or how ends a phrase."""
    if places[at].key not in lexicon.words("floating_words"):
        return False
    behind = places[at + 1] if at + 1 < len(places) else None
    return behind is None or not behind.content or behind.verb is not None


def _opener_goes_on(places: list[Place], at: int, lexicon: Lexicon) -> bool:
    """Whether a phrase inside an opener begins behind this token; in free words with or without
    an article."""
    free = lexicon.free_words
    rest = (p for p in places[at + 1 :] if p.content or (p.opener and not free))
    behind = next(rest, None)
    return behind is not None and behind.inner


def _phrase_inside(places: list[Place], at: int) -> bool:
    """Whether the opener that ends at this token holds a phrase right in front of it."""
    before = [p for p in places[:at] if p.content or p.opener]
    return bool(before) and before[-1].inner
