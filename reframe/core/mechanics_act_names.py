"""What acts with a particle are called: "a follow up" is a follow-up, "the roll out plan" one of a
rollout."""

from collections.abc import Iterator, Mapping, Sequence

from reframe.core.lexicon import Lexicon
from reframe.core.noun_starts import is_noun_start
from reframe.core.phrases import rows_in
from reframe.core.suggestion import Edit, repaired
from reframe.core.words import Word, looks_plural

_ONE = "It is written as one word."
_FRONT = 6
"""So many words in front of what may be a noun may hold the verb that makes it an act."""
_ENDS = frozenset({"and", "or", "of"})


def act_name_edits(words: Sequence[Word], lexicon: Lexicon) -> Iterator[Edit]:
    """Yield what an act with its particle is called where a word in front shows a noun, and behind
    it the noun ends or tells what something is for: "regular *follow up*", "a *hand over* report".
    """
    for name in ("joined_nouns", "particle_nouns"):
        table = lexicon.maps[name]
        for at, _, phrase in rows_in(words, table):
            if at == 0 or not are_plain(words, at, 2) or not _named(words, at, lexicon):
                continue
            if _closes(words, at, name, lexicon) or _heads(words, at, lexicon):
                yield repaired(words[at].start, words[at + 1].end, table[phrase], _ONE)
        yield from _many(words, table, lexicon)


def are_plain(words: Sequence[Word], at: int, size: int) -> bool:
    """Whether words are in small letters, but for the first of a line, with blanks between."""
    run = words[at : at + size]
    head = run[0].text
    first = head.islower() or (at == 0 and (head.istitle() or head[1:].islower()))
    return len(run) == size and first and all(w.text.islower() and w.spaced for w in run[1:])


def _many(words: Sequence[Word], table: Mapping[str, str], lexicon: Lexicon) -> Iterator[Edit]:
    """Yield the plurals: no verb takes an "s" behind its particle ("the trade ins")."""
    for word in words[1:]:
        particle = word.low.removesuffix("s")
        if particle == word.low or particle not in lexicon.words("particles"):
            continue
        right = table.get(f"{words[word.i - 1].low} {particle}")
        listed = f"{words[word.i - 1].low} {word.low}" in lexicon.maps["closed_words"]
        if right and not listed and word.i > 1 and are_plain(words, word.i - 1, 2):
            yield repaired(words[word.i - 1].start, word.end, f"{right}s", _ONE)


def _closes(words: Sequence[Word], at: int, name: str, lexicon: Lexicon) -> bool:
    """Whether a noun ends behind its particle: at a mark, a joint or a preposition that no noun in
    front could lead to ("the *line up to* the door", "a *drop in* sales")."""
    behind = words[at + 2] if at + 2 < len(words) else None
    if behind is None or behind.mark:
        return True
    particle = words[at + 1].low
    if name == "joined_nouns" or particle not in lexicon.maps["particles_of_nouns"]:
        ends = lexicon.words("act_name_ends")
    else:
        ends = frozenset(lexicon.maps["particles_of_nouns"][particle].split())
    pointed = words[at - 1].low == "the" or words[at - 1].low in lexicon.words("pointing_words")
    told = behind.low in lexicon.words("told_verbs") and pointed
    return behind.low in ends or told


def _heads(words: Sequence[Word], at: int, lexicon: Lexicon) -> bool:
    """Whether a noun follows that such a noun describes: "back up *dispatcher*"; not behind a
    particle that reads as a preposition ("a break in *service*", "the change over *time*")."""
    head = words[at + 2] if at + 2 < len(words) else None
    particle = words[at + 1].low
    if head is None or not head.text.islower() or particle in lexicon.words("leading_particles"):
        return False
    known = lexicon.words("act_name_heads")
    one = head.low.removesuffix("s")
    if particle == "over" and one in lexicon.words("spans_behind_over"):
        return False
    return head.low in known or one in known or lexicon.singular(head.low) in known


def _named(words: Sequence[Word], at: int, lexicon: Lexicon) -> bool:
    """Whether an article, a preposition, a plain adjective, an act that takes no other act or one
    thing in front shows that a noun follows; "to *set up*", "helped a guest *check in*", "had a
    room *set up*" and "took the stand *down*" are acts."""
    before = words[at - 1].low
    if before == "the" or before in lexicon.words("pointing_words"):
        moved = lexicon.lemmas(words[at - 2].low) if at > 1 else set()
        moves = not moved.isdisjoint(lexicon.words("moving_verbs"))
        return not (moves and words[at].low in lexicon.words("also_things"))
    if before in lexicon.words("noun_leads"):
        return True
    joined = before in lexicon.words("sharing_joints") and at > 3  # "set up and *tear down* of"
    front = f"{words[at - 3].low} {words[at - 2].low}" if joined else ""
    if front in lexicon.maps["joined_nouns"] or front in lexicon.maps["particle_nouns"]:
        return _named(words, at - 3, lexicon)
    if _takes_names(words, at - 1, lexicon) or _is_given(words, at, lexicon):
        return True
    if _is_thing(words, at, lexicon) or _is_persons(words, at, lexicon):
        return True
    timed = at > 1 and before in lexicon.words("time_words")  # "attended daily *stand up*"
    sure = before in lexicon.words("adjectives") or before in lexicon.words("sure_adjectives")
    if timed and not before.endswith(("ually", "erly")):
        return True
    return sure and before not in lexicon.readings and not before.endswith("ly")


def _takes_names(words: Sequence[Word], at: int, lexicon: Lexicon) -> bool:
    """Whether a verb stands here that takes the name of an act: "*lowered* turn over"."""
    if lexicon.lemmas(words[at].low).isdisjoint(lexicon.words("takers_of_names")):
        return False
    nominal = any(r.nominal for r in lexicon.readings[words[at].low])
    verbal = at == 0 or words[at - 1].low in {"to", "and", ","}
    return not nominal or verbal or words[at].low.endswith(("ed", "ing"))


def _is_given(words: Sequence[Word], at: int, lexicon: Lexicon) -> bool:
    """Whether somebody is given what stands here: "giving them *feed back*"."""
    if at < 2 or words[at - 1].low not in lexicon.words("pronouns"):
        return False
    giving = lexicon.lemmas(words[at - 2].low) & lexicon.words("acts_of_giving")
    return bool(giving - lexicon.words("acts_behind"))


def _is_thing(words: Sequence[Word], at: int, lexicon: Lexicon) -> bool:
    """Whether one thing in front is what nobody does anything to or with: "new laptop *set up*",
    "*jobsite* clean up"."""
    low = words[at - 1].low
    if not is_noun_start(words, at - 1, lexicon) or looks_plural(low):
        return False
    if low.endswith(("er", "or")) or low in lexicon.words("people"):
        return False
    readings = lexicon.readings.get(low, ())
    known = lexicon.domain(low) is not None
    if not known:
        # An unknown word may be anybody's: "a booth *set up* by the door".
        behind = words[at + 2] if at + 2 < len(words) else None
        ends = behind is None or behind.mark or behind.low in _ENDS
        alike = words[at].low in lexicon.words("same_in_past")
        if (alike and not ends) or any(not r.nominal for r in readings):
            return False
        if low.endswith(("ly", "ing", "ed")) or low in lexicon.words("no_things"):
            return False
        if low in lexicon.words("elliptic_owners") or low in lexicon.words("adjectives"):
            return False
    return _acts_alone(words, at - 1, lexicon)


def _is_persons(words: Sequence[Word], at: int, lexicon: Lexicon) -> bool:
    """Whether it is what people in the singular come or go by: "handle *guest* check in"."""
    low = words[at - 1].low
    fits = f"{words[at].low} {words[at + 1].low}" in lexicon.words("acts_of_people")
    if not fits or low not in lexicon.words("people") or looks_plural(low):
        return False
    led = at > 1 and words[at - 2].low in lexicon.words("determiners")
    return not led and _acts_alone(words, at - 1, lexicon)


def _acts_alone(words: Sequence[Word], at: int, lexicon: Lexicon) -> bool:
    """Whether no clause and no verb in front has somebody act here: "helped a guest *check in*",
    but "helped *with* tent set up"."""
    if at and words[at - 1].low in lexicon.words("noun_leads") and words[at - 1].low != "as":
        return True
    front = words[max(at - _FRONT, 0) : at]
    lemmas = {lemma for word in front for lemma in lexicon.lemmas(word.low)}
    told = any(word.low in lexicon.words("relatives") for word in front)
    return not told and lemmas.isdisjoint(lexicon.words("acts_behind"))
