"""Lists as they are typed: the "and" before the last of things, and the colon in front of them."""

from collections.abc import Iterator, Sequence

from reframe.core.lexicon import Lexicon
from reframe.core.noun_starts import is_noun_start, lists_openly, small_words
from reframe.core.suggestion import LIST_AND, LIST_COLON, Edit, repaired
from reframe.core.words import Word

_OPEN = "It closes the list as one more member."
_SHORT = "It is written short, with a full stop."
_PAIR = "No comma parts two acts on one object."
_LONGEST = 4
_FEWEST = 3
_INSIDE = frozenset({"of", "/", "-"})


def series_edits(words: Sequence[Word], lexicon: Lexicon) -> Iterator[Edit]:
    """Yield what a list at the end of a line lacks, where each of its members is a thing.

    Commas alone do not tell what a clause, a name or a row of adjectives means: a member holds
    nouns in small letters and no act but one in -ing.
    """
    yield from _paired(words, lexicon)
    body = list(words)
    stopped = bool(body) and body[-1].low == "."
    if stopped:
        body.pop()
    commas = [word.i for word in body if word.low == ","]
    if len(commas) < 2 or any(word.low in {"(", ")", ":"} for word in body):
        return
    breaks = [word.i for word in body if word.low == ";"]
    if len(breaks) == 1 and breaks[0] < commas[0]:
        items = items_of(body[breaks[0] + 1 :])
        if breaks[0] >= _FEWEST and all(is_thing(item, lexicon) for item in items):
            mark = words[breaks[0]]
            yield repaired(mark.start, mark.end, ":", LIST_COLON)
            if at := _last(items, stopped, lexicon):
                yield _and(words, at.i)
        return
    if breaks or lists_openly(body, lexicon):
        return
    items = items_of(body[commas[0] + 1 :])
    if all(is_thing(item, lexicon) for item in _parted(items, lexicon)):
        first = items_of(body)[0]
        if _alike(first, items, lexicon) and (at := _last(items, stopped, lexicon)):
            yield _and(words, at.i)


def open_end_edits(words: Sequence[Word], lexicon: Lexicon) -> Iterator[Edit]:
    """Yield the full stop that what leaves a list open is written short with ("forms, *etc*"), and
    the comma that parts it from the last member."""
    for word in words:
        behind = words[word.i + 1] if word.i + 1 < len(words) else None
        ends = behind is None or (behind.mark and behind.low in {",", ";", ")"})
        short = word.text in lexicon.words("list_ends") and word.text.isalpha()
        if short and ends:
            yield repaired(word.end, word.end, ".", _SHORT)
        closed = ends or (behind is not None and (behind.mark or behind.low == "and"))
        if (
            closed
            and word.low in lexicon.words("list_ends")
            and _closes_list(words, word.i, lexicon)
        ):
            front = words[word.i - 1].end
            yield repaired(front, front, ",", _OPEN)


def _closes_list(words: Sequence[Word], at: int, lexicon: Lexicon) -> bool:
    """Whether what leaves a list open lacks the comma that its members have: "forms, bills *etc.*";
    a pair ("forms and bills etc.") has none."""
    apart = lexicon.words("conjunctions") | lexicon.words("relatives")
    apart |= lexicon.words("subordinators")
    for word in reversed(words[max(at - _LONGEST, 0) : at]):
        if word.low == ",":
            return word.i != at - 1
        if word.mark or word.low in apart:
            return False
    return False


def _paired(words: Sequence[Word], lexicon: Lexicon) -> Iterator[Edit]:
    """Yield the comma that parts two acts on one object: "to design, and build the set"."""
    strong = lexicon.words("determiners")
    for at, comma in enumerate(words[:-3]):
        if comma.low != "," or at == 0:
            continue
        one, joint, two, behind = words[at - 1], *words[at + 1 : at + 4]
        opens = at == 1 or words[at - 2].low == "to"
        if not opens or joint.low != "and" or not _same_form(one, two, lexicon):
            continue
        if behind.low in strong or (at == 1 and _both_acted(one, two, behind, lexicon)):
            yield repaired(comma.start, comma.end, "", _PAIR)


def _both_acted(one: Word, two: Word, behind: Word, lexicon: Lexicon) -> bool:
    """Whether two verbs in the past begin a line, and a thing follows: "Labeled, and *delivered*
    specimens"."""
    past = all(
        any(r.form == "past" and not r.nominal for r in lexicon.readings.get(w.low, ()))
        for w in (one, two)
    )
    alone = lexicon.words("acts_alone") | lexicon.words("intransitive")
    if any(r.lemma in alone for r in lexicon.readings.get(one.low, ())):
        return False
    thing = behind.text.islower() and behind.spaced and behind.low not in small_words(lexicon)
    return (
        past
        and thing
        and not (behind.low.endswith("ly") or two.low in lexicon.words("always_describing"))
    )


def _same_form(one: Word, two: Word, lexicon: Lexicon) -> bool:
    """Whether two words are known verbs that share a form."""
    forms = [
        {r.form for r in lexicon.readings.get(w.low, ()) if lexicon.verb(r.lemma) is not None}
        for w in (one, two)
    ]
    return bool(forms[0] & forms[1])


def items_of(words: Sequence[Word]) -> list[list[Word]]:
    """Return the members of a list that commas part."""
    items: list[list[Word]] = [[]]
    for word in words:
        if word.low == ",":
            items.append([])
        else:
            items[-1].append(word)
    return items


def _parted(items: Sequence[list[Word]], lexicon: Lexicon) -> Iterator[list[Word]]:
    """Yield the members of a list; one may be a pair ("food and labor cost"), the last only of
    acts ("buying and selling cars")."""
    for item in items:
        joints = [n for n, word in enumerate(item) if word.low in lexicon.words("conjunctions")]
        paired = item is not items[-1] or (
            joints == [1] and all(lexicon.is_gerund(word.low) for word in (item[0], *item[2:3]))
        )
        if (
            item is items[-1]
            and joints == [1]
            and len(item) > 3
            and _describes(item[0].low, lexicon)
        ):
            yield item[2:]  # "*occupational and* speech therapists"
        elif len(joints) == 1 and paired:
            yield item[: joints[0]]
            yield item[joints[0] + 1 :]
        else:
            yield item


def is_thing(item: Sequence[Word], lexicon: Lexicon) -> bool:
    """Return whether a member of a list is a noun with what describes it, or an -ing act and its object."""
    if len(item) == 1 and item[0].low in lexicon.words("list_ends"):
        return True
    if not item or len(item) > _LONGEST:
        return False
    # "Maintaining CRM data": letters that stand for something, behind another word, name nobody.
    if not all(w.text.islower() or w.mark or (w.text.isupper() and w is not item[0]) for w in item):
        return False
    small = small_words(lexicon) | lexicon.words("time_words")
    for word in item:
        readings = lexicon.readings.get(word.low, ())
        if word.low in _INSIDE and word is not item[0]:
            continue
        if word.mark or word.number or word.low in small or word.low.endswith("ly"):
            return False
        if any(not reading.nominal and reading.form != "gerund" for reading in readings):
            return False
    return item[-1].low not in _INSIDE and not _describes(item[-1].low, lexicon)


def _describes(low: str, lexicon: Lexicon) -> bool:
    """Whether a word only describes what follows it: "in a clean, safe, friendly shop"."""
    return low in lexicon.words("adjectives") or low in lexicon.words("describing")


def _alike(first: Sequence[Word], items: Sequence[Sequence[Word]], lexicon: Lexicon) -> bool:
    """Whether members are all acts in -ing, or none of them is, and the first can be one too."""
    acting = {_acts(item, lexicon) for item in items}
    if len(acting) != 1 or not first or _describes(first[-1].low, lexicon):
        return False
    if first[-1].mark or first[-1].low in small_words(lexicon):
        return False
    return not acting.pop() or any(lexicon.is_gerund(word.low) for word in first)


def _acts(item: Sequence[Word], lexicon: Lexicon) -> bool:
    readings = lexicon.readings.get(item[0].low, ())
    return len(item) > 1 and any(r.form == "gerund" and not r.nominal for r in readings)


def _last(items: Sequence[Sequence[Word]], stopped: bool, lexicon: Lexicon) -> Word | None:
    """Return where the "and" belongs, or None: an open list has none, and a line that breaks off
    inside its list may have its last member on the next line."""
    last = items[-1]
    if len(items) < 2 or last[0].low in lexicon.words("list_ends"):
        return None
    end = last[-1].low
    plural = end.endswith("s") and not end.endswith("ss")
    whole = stopped or plural or all(lexicon.is_gerund(item[0].low) for item in items)
    return last[0] if whole and is_noun_start(last, 0, lexicon) else None


def _and(words: Sequence[Word], at: int) -> Edit:
    """Return the edit that puts "and" for the last comma."""
    start = words[at].start
    return repaired(start, start, "and ", LIST_AND)
