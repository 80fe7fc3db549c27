"""Words of a source that a draft leaves out without losing what they said."""

from collections.abc import Sequence

from reframe.core.guard_alike import alike, known
from reframe.core.guard_driving import told_as_means
from reframe.core.guard_kinds import classify
from reframe.core.guard_match import Matched
from reframe.core.guard_said import Said, Word
from reframe.core.guard_weigh_acts import passive
from reframe.core.lexicon import Lexicon


def is_told(at: int, pairs: Matched, lexicon: Lexicon) -> bool:
    """Return whether a lost word is said by another of the source that is kept, or by how another
    stands now: "when she was absent", "in her absence"."""
    word = pairs.before.words[at]
    if any(word.forms & pairs.before.words[i].forms for i in pairs.back if i != at):
        return True
    if word.tag == "RB" and word.key in lexicon.words("importance_words"):
        return True  # "*accurately* entered data": praise of oneself
    if word.key in lexicon.words("listing_words") and _lists_still(pairs, lexicon):
        return True
    if word.key in lexicon.words("share_words") and _is_shared_in_both(word, pairs, lexicon):
        return True
    if word.tag[:2] == "NN" and _stands_for_head(at, pairs):
        return True
    if any(_names_same_act(word, pairs.before.words[i]) for i in pairs.back if i < at):
        return True
    if _is_in_act(at, pairs, lexicon) or _is_shared_still(at, pairs, lexicon):
        return True
    if word.label in ("acl", "acl:relcl") and word.forms & lexicon.words("tying_verbs"):
        bare = not pairs.before.below(at, frozenset({"obj"}))  # "a club, which *ran* in spring"
        told = word.tag in ("VBG", "VBN") or (bare and word.tag in ("VBD", "VBZ"))
        leads = bool(word.forms & lexicon.words("leading_verbs"))
        told = told or (leads and _leads_still_to(at, pairs))
        return told or (word.head in pairs.back and passive(at, pairs.before))
    ways = (_is_doubled, _leads_like_a_place, _drives_still)
    if word.act and any(is_so(at, pairs, lexicon) for is_so in ways):
        return True
    leads = word.key in lexicon.words("clause_leads") and word.label != "compound:prt"
    return leads and _leads_still(word.head, pairs, lexicon)


def _lists_still(pairs: Matched, lexicon: Lexicon) -> bool:
    """Whether a draft tells of examples by another word: "knobs and *other* fixtures", "fixtures,
    including knobs"."""
    leads = lexicon.words("listing_words") | lexicon.words("made_up_of")
    return any(word.key in leads for word in pairs.after.words)


def _names_same_act(noun: Word, act: Word) -> bool:
    """Whether a noun names an act that was told before: "calibrated meters, the *calibration*"."""
    return act.act and not noun.act and bool(noun.acts & act.forms)


def _is_shared_still(at: int, pairs: Matched, lexicon: Lexicon) -> bool:
    """Whether those who shared an act are named still: "*we* ... on a crew of five", "*co*-wrote,
    together with the director"."""
    words, credit = pairs.before.words, lexicon.words("credit_words")
    others = [i for i in pairs.back if i != at and words[i].forms & credit]
    if words[at].key in lexicon.words("shared_subjects"):
        return bool(others)
    if words[at].key not in credit or not words[words[at].head].act:
        return False
    beside = [i for i in pairs.before.children[words[at].head] if i in pairs.back]
    shares = lexicon.words("sharing_places")
    return any(
        _shares(i, pairs, lexicon) or (i in others and _led(i, pairs, shares)) for i in beside
    )


def _is_shared_in_both(word: Word, pairs: Matched, lexicon: Lexicon) -> bool:
    """Whether both texts name a crew and say "part": "part of a six-person crew", "part of a crew
    of six"."""
    credit = lexicon.words("credit_words")
    keys = [{w.key for w in said.words} for said in (pairs.before, pairs.after)]
    return all(word.key in said and said & credit for said in keys)


def _stands_for_head(at: int, pairs: Matched) -> bool:
    """Whether what described a noun names the things now: "perishable *goods*", "perishables"."""
    kinds = pairs.before.below(at, frozenset({"amod"}))
    told = (pairs.after.words[pairs.back[i]].tag for i in kinds if i in pairs.back)
    return any(tag == "NNS" for tag in told)


def _led(at: int, pairs: Matched, leads: frozenset[str]) -> bool:
    """Whether a word is led by the same of these in both texts, or by none."""
    was, now = pairs.before.keys_below(at, "case"), pairs.after.keys_below(pairs.back[at], "case")
    return was & leads == now & leads


def _shares(at: int, pairs: Matched, lexicon: Lexicon) -> bool:
    """Whether a word names somebody with whom an act was done, in both texts."""
    sharing = lexicon.words("sharing_places")
    person = _is_person(at, pairs, lexicon)
    cases = pairs.before.keys_below(at, "case"), pairs.after.keys_below(pairs.back[at], "case")
    return person and all(case & sharing for case in cases)


def _is_person(at: int, pairs: Matched, lexicon: Lexicon) -> bool:
    return lexicon.names_person(lexicon.singular(pairs.before.words[at].key))


def _leads_still(head: int, pairs: Matched, lexicon: Lexicon) -> bool:
    """Whether what a clause told still stands apart: as a clause, or behind a preposition ("when
    the clerk had lunch", "during the clerk's lunch")."""
    now = pairs.back.get(head)
    if now is not None and pairs.after.words[now].act:
        return pairs.after.words[now].label == "advcl"
    if now is not None:  # "whenever the manager was away" is no "for the manager"
        return "for" not in pairs.after.keys_below(now, "case")
    held = [pairs.back[i] for i in pairs.before.children[head] if i in pairs.back]
    return any(pairs.after.keys_below(at, "case") & lexicon.words("time_places") for at in held)


def _is_in_act(at: int, pairs: Matched, lexicon: Lexicon) -> bool:
    """Whether a lost word made one act with a verb that is kept: "took *care* of"."""
    words = pairs.before.words
    return any(
        i in pairs.back
        and not words[i].forms & pairs.after.words[pairs.back[i]].forms
        and any(words[at].key in act.split()[1:] for act in known(words[i], lexicon))
        for i in range(max(at - 3, 0), at)
    )


def _is_doubled(at: int, pairs: Matched, lexicon: Lexicon) -> bool:
    """Whether a lost act only doubled the one beside it: "interacted with and spoke to"."""
    words = pairs.before.words
    beside = [i for i, w in enumerate(words) if w.label == "conj" and w.head == at]
    if words[at].label == "conj":
        beside.append(words[at].head)
    return any(i in pairs.back and alike(words[i], words[at], lexicon) for i in beside)


def _leads_like_a_place(at: int, pairs: Matched, lexicon: Lexicon) -> bool:
    """Whether an -ing word that goes on with an act only led to what a preposition leads to now:
    "*following* the rules", "according to the rules"."""
    word = pairs.before.words[at]
    if word.tag != "VBG" or word.label != "advcl" or word.head not in pairs.back:
        return False
    held = pairs.before.below(at, frozenset({"obj"}))
    return (
        classify(at, pairs.before, lexicon) == "verb"
        and bool(held)
        and all(_leads_at_once(i, pairs) for i in held)
    )


def _leads_still_to(at: int, pairs: Matched) -> bool:
    """Whether a preposition leads now from the head of a clause to what stood in it: "a rack *that
    holds* nine bikes", "a rack for nine bikes"."""
    head = pairs.back.get(pairs.before.words[at].head)
    held = [pairs.back.get(i) for i in pairs.before.below(at, frozenset({"obj"}))]
    return _are_led_from(head, held, pairs.after)


def leads_as_place(at: int, pairs: Matched, lexicon: Lexicon) -> bool:
    """Return whether an -ing word of a draft only leads from one word to another as a preposition
    of the source does: "a plan *covering* all routes", "a plan for all routes"."""
    word = pairs.after.words[at]
    head = pairs.words.get(word.head)
    if word.tag != "VBG" or word.label not in ("acl", "advcl") or head is None:
        return False
    if not word.forms & lexicon.words("leading_verbs"):
        return False
    held = [pairs.words.get(i) for i in pairs.after.below(at, frozenset({"obj"}))]
    if any(i is not None and _is_person(i, pairs, lexicon) for i in held):
        return False  # "a guide for nurses" covers none
    return _are_led_from(head, held, pairs.before)


def _are_led_from(head: int | None, held: Sequence[int | None], said: Said) -> bool:
    """Whether prepositions lead to all these words from one, or from what it hangs on."""
    return (
        bool(held)
        and head is not None
        and all(
            i is not None
            and said.keys_below(i, "case")
            and said.words[i].head in (head, said.words[head].head)
            for i in held
        )
    )


def _leads_at_once(at: int, pairs: Matched) -> bool:
    """Whether a preposition leads to a word of the source from another one: from a new word it
    says more ("considering a move", "preparing for a move")."""
    now = pairs.back.get(at)
    if now is None or not pairs.after.keys_below(now, "case"):
        return False
    head = pairs.after.words[now].head
    return head in pairs.words or not pairs.after.words[head].stated


def _drives_still(at: int, pairs: Matched, lexicon: Lexicon) -> bool:
    """Whether what was driven to do an act is what the act is done with now."""
    served = pairs.before.below(at, frozenset({"advcl", "xcomp"}))
    return any(i in pairs.back and told_as_means(pairs.back[i], i, pairs, lexicon) for i in served)
