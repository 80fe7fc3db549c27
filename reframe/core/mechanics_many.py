"""What is told of many: "met customer *need*", "rules and *regulation*", "various RESTful *API*",
"boats, *fishing rod*, and nets", "with *project* ranging from"."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from reframe.core.lexicon import Lexicon
from reframe.core.noun_starts import is_noun_start
from reframe.core.phrases import lows_of, rows_in
from reframe.core.sentence_case import like
from reframe.core.suggestion import Edit, repaired
from reframe.core.words import Word, looks_plural

_WANTS = "What several people want is told of many."
_BESIDE = "Beside what is told of many it is told of many."
_SORTS = "There are more than one of them."
_REACHES = "What reaches from one to another is more than one."
_COSTS = "Two kinds of cost are costs."
_ENDS = frozenset({".", ";", ",", ")"})
_STOPS = frozenset({".", ";", ")"})
_PIECES = "What has no plural is counted in pieces."
_HEAD = "Of such a compound the first word is counted."
_MIDDLE = 2


def told_of_many_edits(words: Sequence[Word], lexicon: Lexicon) -> Iterator[Edit]:
    """Yield the plural of what is told of many and has no article."""
    yield from _compounds(words, lexicon)
    lows = lows_of(words)
    if not _starts(lexicon).isdisjoint(lows):
        yield from _of_wants(words, lexicon)
    if not lexicon.words("sorts_of_many").isdisjoint(lows):
        yield from _of_sorts(words, lexicon)
    if not lexicon.words("reaches").isdisjoint(lows):
        yield from _reaching(words, lexicon)


@lru_cache(maxsize=8)
def _starts(lexicon: Lexicon) -> frozenset[str]:
    """Return the nouns that may have to stand in the plural for what is around them."""
    lists = ("wants", "told_with_many", "rules_told_alone")
    return frozenset({"cost"}).union(*(lexicon.words(name) for name in lists))


def _of_wants(words: Sequence[Word], lexicon: Lexicon) -> Iterator[Edit]:
    starts, rules = _starts(lexicon), lexicon.words("rules_told_alone")
    for word in words[1:]:
        if word.low not in starts or not word.text.islower():
            continue
        if word.low in lexicon.words("wants"):
            yield from _wanted(words, word, lexicon)
        elif word.low == "cost":
            yield from _costs(words, word, lexicon)
        if word.low in lexicon.words("told_with_many"):
            yield from _listed(words, word, lexicon)
        if word.low in rules and words[word.i - 1].low == "and" and word.i > 1:
            before = words[word.i - 2].low
            if before in lexicon.words("rules_in_pairs") and _closes(words, word.i + 1, lexicon):
                yield _many(word, _BESIDE)


def _of_sorts(words: Sequence[Word], lexicon: Lexicon) -> Iterator[Edit]:
    for word in words[1:]:
        if word.text in lexicon.words("counted_initials"):
            yield from _sorts(words, word, lexicon)
        elif word.text.islower():
            if word.low in lexicon.words("told_in_pieces"):
                yield from _pieces(words, word, lexicon)
            elif lexicon.among(word.low, "countable_things", "counted_with_other"):
                yield from _sorts(words, word, lexicon)


def _reaching(words: Sequence[Word], lexicon: Lexicon) -> Iterator[Edit]:
    for front, word, reach in zip(words, words[1:], words[2:], strict=False):
        counted = word.text.islower() and word.low in lexicon.words("countable_things")
        reaches = counted and reach.low in lexicon.words("reaches")
        if reaches and front.low in lexicon.words("bare_leads"):
            yield _many(word, _REACHES)


def _compounds(words: Sequence[Word], lexicon: Lexicon) -> Iterator[Edit]:
    """Yield the plural of the first word of a compound, or behind "a" the singular of its last:
    "drew *proofs* of concept"."""
    table = lexicon.maps["counted_in_front"]
    for at, size, said in rows_in(words, table):
        head, last = words[at], words[at + size - 1]
        before = words[at - 1].low if at else ""
        if before in {"the", "this", "that"}:
            continue  # it may be one or many
        yield repaired(last.start, last.end, like(table[said], last.text), _HEAD)
        if before not in {"a", "an", "one", "each", "every", "another"}:
            yield _many(head, _HEAD)


def _many(word: Word, why: str) -> Edit:
    """Return the edit that puts an s behind a noun, or "ies" for its y."""
    low = word.low
    if low.endswith("y") and low[-2:-1] not in "aeiou":
        return repaired(word.end - 1, word.end, "ies", why)
    ending = "es" if low.endswith(("s", "x", "ch", "sh")) else "s"
    return repaired(word.end, word.end, ending, why)


def _closes(words: Sequence[Word], at: int, lexicon: Lexicon, *, bare: bool = False) -> bool:
    """Whether a phrase has ended in front of a word; with ``bare`` only where no act could go on
    ("sorted files and *report to* the owner")."""
    if at >= len(words) or words[at].text in (_STOPS if bare else _ENDS):
        return True
    return not bare and words[at].low in lexicon.words("bare_leads")


def _wanted(words: Sequence[Word], word: Word, lexicon: Lexicon) -> Iterator[Edit]:
    """Yield the plural of what people want, behind a preposition or an act and no article."""
    if not _closes(words, word.i + 1, lexicon) or word.i < 2:
        return
    first = word.i - 1
    if words[first].text not in lexicon.words("whose_wants"):
        return
    while first > 1 and lexicon.among(words[first - 1].low, "sure_adjectives"):
        first -= 1
    lead = words[first - 1]
    acts = {r.lemma for r in lexicon.readings.get(lead.low, ()) if r.form != "participle"}
    handled = acts & lexicon.words("handles_wants")
    if not lead.mark and (lead.low in lexicon.words("leads_to_wants") or handled):
        yield _many(word, _WANTS)


def _costs(words: Sequence[Word], word: Word, lexicon: Lexicon) -> Iterator[Edit]:
    """Yield the plural of the cost of two things: "food and labor *cost*"."""
    if word.i < 3 or not _closes(words, word.i + 1, lexicon):
        return
    one, joint, two = words[word.i - 3 : word.i]
    of = word.i + 1 < len(words) and words[word.i + 1].low == "of"
    if two.low == "and" and _names_many(words, joint.i, lexicon) and not of:
        yield _many(word, _BESIDE)  # "explained plans and cost"
    kinds = lexicon.words("paid_kinds")
    if one.low in kinds and two.low in kinds and joint.low in {"and", "&"}:
        yield _many(word, _COSTS)


def _listed(words: Sequence[Word], word: Word, lexicon: Lexicon) -> Iterator[Edit]:
    """Yield the plural of a described thing in a list whose members beside it are plurals, or that
    "and" joins to a plural."""
    first = word.i
    while first > 0 and word.i - first < _MIDDLE and is_noun_start(words, first - 1, lexicon):
        first -= 1
    joint = words[first - 1] if first else None
    if (
        joint is None
        or first == word.i
        or any(w.low.endswith("ing") for w in words[first : word.i])
    ):
        return
    if not all(w.text.islower() for w in words[first : word.i]):
        return
    front = joint.i - 1
    if joint.low == "and":
        if front > 0 and words[front].text == ",":
            front -= 1
        if _names_many(words, front, lexicon) and _closes(words, word.i + 1, lexicon, bare=True):
            yield _many(word, _BESIDE)
    elif joint.text == "," and word.i + 1 < len(words) and words[word.i + 1].text == ",":
        again = word.i + 2 + (words[word.i + 2].low == "and" if word.i + 2 < len(words) else 0)
        last = _last(words, again, lexicon)
        if _names_many(words, front, lexicon) and _names_many(words, last, lexicon):
            yield _many(word, _BESIDE)


def _last(words: Sequence[Word], at: int, lexicon: Lexicon) -> int:
    """Return where the noun ends that begins at a word."""
    while at + 1 < len(words) and is_noun_start(words, at, lexicon):
        if words[at + 1].mark or not is_noun_start(words, at + 1, lexicon):
            return at
        at += 1
    return at


def _names_many(words: Sequence[Word], at: int, lexicon: Lexicon) -> bool:
    if not 0 < at < len(words):
        return False
    word = words[at]
    sure = not any(not r.nominal for r in lexicon.readings.get(word.low, ()))
    return looks_plural(word.low) and word.text.islower() and sure


def _sorts(words: Sequence[Word], word: Word, lexicon: Lexicon) -> Iterator[Edit]:
    """Yield the plural of a described thing behind "various", "several" and the like."""
    behind = words[word.i + 1] if word.i + 1 < len(words) else None
    closed = (
        behind is None or behind.text in _STOPS or behind.low in lexicon.words("closes_counted")
    )
    closed = closed or (behind is not None and behind.low == "using")
    if not closed or looks_plural(word.low):
        return
    for before in reversed(words[max(word.i - 1 - _MIDDLE, 0) : word.i]):
        if before.low in lexicon.words("sorts_of_many"):
            led = words[before.i - 1].low if before.i else ""
            if led not in lexicon.words("determiners"):
                if word.text.isupper():
                    yield repaired(word.end, word.end, "s", _SORTS)
                else:
                    yield _many(word, _SORTS)
            return
        if not is_noun_start(words, before.i, lexicon) or looks_plural(before.low):
            return


def _pieces(words: Sequence[Word], word: Word, lexicon: Lexicon) -> Iterator[Edit]:
    """Yield the "pieces of" behind "several" and the like: "ran several *pieces of* equipment"."""
    behind = words[word.i + 1] if word.i + 1 < len(words) else None
    if behind is not None and not behind.mark and behind.low not in lexicon.words("phrase_stops"):
        return
    for before in reversed(words[max(word.i - 1 - _MIDDLE, 0) : word.i]):
        if before.low in lexicon.words("counts_pieces"):
            yield repaired(before.end, before.end, " pieces of", _PIECES)
            return
        if not is_noun_start(words, before.i, lexicon):
            return
