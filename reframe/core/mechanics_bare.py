"""A noun without an article owns nothing: "gave product *demo's* to clients" gave demos."""

from collections.abc import Iterator, Sequence

from reframe.core.acts_of import is_act
from reframe.core.lexicon import Lexicon
from reframe.core.noun_starts import is_noun_start, small_words
from reframe.core.words import Word, looks_plural

_REACH = 8
_NEAR = 4
_ONE = frozenset({"1", "one"})
_MARKS = frozenset({"'", "’"})


def stands_bare(words: Sequence[Word], at: int, lexicon: Lexicon) -> bool:
    """Whether a noun with "'s" is a plural: no article or the like stands in front of it, or a
    count of many does, and behind it nothing that one could own.

    Who may be visited ("at the dentist's") and what may be told beside another ("the client's and
    the firm's records") are owners still; only a count makes them many.
    """
    word = words[at]
    if not word.text.islower() or not at:
        return False
    noun = word.low[:-2]
    counted = _is_counted(words, at, lexicon)
    if not counted and (not _is_thing(noun, lexicon) or not _is_bare(words, at, lexicon)):
        return False
    if noun in lexicon.words("keeps_apostrophe") | small_words(lexicon) or not noun.isalpha():
        return False
    return _owns_nothing(words, at + 1, lexicon, counted=counted)


def may_be_bare(words: Sequence[Word], at: int, lexicon: Lexicon) -> bool:
    """Whether a plural with an apostrophe behind it owns nothing: "vehicles' in the yard", "over 30
    students', tested them", "5 years' of work". What opens a quotation leaves its end alone."""
    mark = words[at + 1] if at + 1 < len(words) else None
    if mark is None or mark.text not in _MARKS or mark.start != words[at].end:
        return False
    if any(w.text in _MARKS | {"‘"} and w.spaced for w in words) or not looks_plural(words[at].low):
        return False
    noun = lexicon.singular(words[at].low)
    behind = words[at + 2] if at + 2 < len(words) else None
    if noun in lexicon.words("measures"):
        return behind is not None and behind.low == "of"
    counted = _is_counted(words, at, lexicon)
    if counted:
        return _owns_nothing(words, at + 2, lexicon, counted=True)
    closed = behind is not None and (
        behind.low in lexicon.words("bare_leads") or behind.text in {".", ";"}
    )
    return closed and _is_thing(noun, lexicon)


def _is_thing(noun: str, lexicon: Lexicon) -> bool:
    """Whether a noun in the singular is known and names nobody and no place of business."""
    if noun in lexicon.words("never_counted"):
        return False  # no "equipments"
    known = lexicon.domain(noun) or noun in lexicon.words("countable_things")
    known = known or any(r.form == "base" for r in lexicon.readings.get(noun, ()))
    people = lexicon.words("people") | lexicon.words("elliptic_owners")
    owners = lexicon.words("plural_owners") | lexicon.words("other_owners")
    someone = (
        noun in people
        or f"{noun}s" in owners
        or noun.endswith(tuple(lexicon.words("endings_of_people")))
    )
    thing = noun in lexicon.words("countable_things")
    timed = lexicon.domain(noun) in lexicon.words("owner_domains")
    return bool(known) and (thing or not (someone or timed))


def _lead(words: Sequence[Word], at: int, lexicon: Lexicon) -> Iterator[Word]:
    """Yield the words in front of a noun that belong to it or to what it is joined to, and last
    the one that does not."""
    joints = lexicon.words("conjunctions") | {","}
    for word in reversed(words[max(at - _REACH, 0) : at]):
        yield word
        describes = word.number or word.text == "-" or is_noun_start(words, word.i, lexicon)
        described = word.low in lexicon.words("adjectives") or word.low in joints
        if not (describes or described or (word.i == 0 and not word.mark)):
            return


def _is_bare(words: Sequence[Word], at: int, lexicon: Lexicon) -> bool:
    """Whether no word of one, of ours or of theirs stands in front of a noun or of what it is
    joined to ("the owner and *manager's*")."""
    front = [word.low for word in _lead(words, at, lexicon)]
    owned = any(low.endswith(("'s", "s'")) for low in front)
    # "Other *technique's*": of one thing it would be "another".
    closed = lexicon.words("determiners") - lexicon.words("before_many")
    return not owned and closed.isdisjoint(front)


def _is_counted(words: Sequence[Word], at: int, lexicon: Lexicon) -> bool:
    """Whether a number over one or a word of many counts a noun: "30+ *client's*"."""
    for word in reversed(words[max(at - _NEAR, 0) : at]):
        value = word.low in lexicon.maps["number_values"]
        if word.number or value:
            year = word.text.isdigit() and len(word.text) == 4
            return word.low not in _ONE and not year and word.text[-1] not in "%dhst"
        if word.low in lexicon.words("counts_of_many"):
            return True
        if not (is_noun_start(words, word.i, lexicon) or word.low in lexicon.words("adjectives")):
            return False
        if not word.text.islower():
            return False
    return False


def _owns_nothing(words: Sequence[Word], at: int, lexicon: Lexicon, *, counted: bool) -> bool:
    """Whether what stands here can belong to nobody: the end of a sentence, a preposition, a joint
    and an act, or a joint and one noun that ends its phrase."""
    if at >= len(words):
        return counted
    behind = words[at]
    if behind.text in {".", ";", ")"}:
        return counted or behind.text == "."
    if behind.low in lexicon.words("bare_leads") or (
        counted and behind.low in lexicon.words("subordinators")
    ):
        # "Checked that equipment's in order" is short for "is".
        told = lexicon.words("subject_leads")
        return counted or told.isdisjoint(word.low for word in words[: at - 1])
    if behind.low not in lexicon.words("conjunctions") | {","} or at + 1 >= len(words):
        return False
    if any(w.low.endswith("'s") or w.text in _MARKS for w in words[at + 1 : at + 1 + _NEAR]):
        return False
    joined = words[at + 1]
    if joined.low == "and" and at + 2 < len(words):
        joined = words[at + 2]
    if is_act(joined, lexicon) or joined.low in lexicon.words("goes_on"):
        return True
    if _acts_on(words, joined.i, lexicon):
        return True
    if counted:
        near = words[joined.i : joined.i + _NEAR]
        return lexicon.words("owned_things").isdisjoint(word.low for word in near)
    last = words[joined.i + 1] if joined.i + 1 < len(words) else None
    # A line may break off in front of what both own, but not behind a plural.
    ends = looks_plural(joined.low) if last is None else last.text in {".", ";"}
    ends = ends or (last is not None and last.low in lexicon.words("bare_leads"))
    # No owner stands alone inside a list: "grading, a *class test's*, lunch duty and tutoring".
    listed = behind.text == "," and any(w.low == "," for w in words[: at - 1])
    if listed:
        return is_noun_start(words, joined.i, lexicon)
    return behind.text != "," and is_noun_start(words, joined.i, lexicon) and ends


def _acts_on(words: Sequence[Word], at: int, lexicon: Lexicon) -> bool:
    """Whether a joined word is a finite act: it describes nothing in the past ("and *wrote* notes"),
    or leads to an object or a particle ("and *change out* filters")."""
    word = words[at]
    if not word.text.islower():
        return False
    finite = [r for r in lexicon.readings.get(word.low, ()) if r.form in ("past", "base", "third")]
    if any(r.form == "past" for r in finite) and word.low not in lexicon.words("describing"):
        return True
    behind = words[at + 1] if at + 1 < len(words) else None
    held = behind is not None and (
        bool(behind.number)
        or behind.low in lexicon.words("determiners")
        or behind.low in lexicon.words("of_particles") | {"out"}
    )
    return bool(finite) and held
