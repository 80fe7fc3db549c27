"""The name of a thing in a question, in the words of the line."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import dropwhile

from reframe.core.bullet import ParsedBullet
from reframe.core.generic import Generic, GenericQuestions
from reframe.core.lexicon import Lexicon
from reframe.core.line import class_of
from reframe.core.match import Unit
from reframe.core.phrases import words_of
from reframe.core.readings import readings
from reframe.core.things import measured, only_describes, plural
from reframe.core.words import Word

_HYPHENED = ("ed", "al")
"""How adjectives of two words end ("well-organized", "cross-functional")."""

_OWNED = ("'s", "\u2019s")

_DESCRIBING = frozenset({"number", "article", "adverb", "pronoun"})

_AND = frozenset({"and", "or", "&", "/"})

_LONGEST = 5
"""More words than this are a sentence and no name."""


def said(
    found: Generic,
    unit: Unit,
    bullet: ParsedBullet,
    generic: GenericQuestions,
    lexicon: Lexicon,
) -> Iterator[Generic]:
    """Yield a question with the unit's object in it: "machines" for "types of machines". Where no
    words of the line can stand for the object, yield it in its words for none, if it has any."""
    if "{" not in found.text:
        yield found
        return
    head = unit.objects[0]
    behind = measured(head, unit, words_of(bullet.text), generic, lexicon)
    told = lexicon.words("determiners")
    behind = list(dropwhile(lambda word: word.number or word.low in told, behind))
    words = behind or _phrase(unit, bullet, generic, lexicon)
    if not _names_thing(words, generic, lexicon) or _goes_on(words, bullet, lexicon):
        yield from bare((found,) if found.bare else ())
        return
    many = plural(words[-1], lexicon)
    text = bullet.text[words[0].start : words[-1].end]
    if len(words) == 1 and text.istitle() and lexicon.domain(text) is not None:
        text = text.lower()  # a word with a capital only began a list
    pattern = found.text
    if _is_name(words, text, bullet, lexicon):
        pattern = pattern.replace("the {object}", "{object}")
    agreeing = {
        "object": text,
        "was": "were" if many else "was",
        "is": "are" if many else "is",
        "do": "do" if many else "does",
    }
    yield replace(found, text=pattern.format(**agreeing))


def bare(asks: Iterable[Generic]) -> Iterator[Generic]:
    """Yield the questions that can be asked of an act without an object, in their words for it."""
    for found in asks:
        text = found.bare or found.text
        if "{" not in text:
            yield replace(found, text=text)


def _is_name(words: Sequence[Word], text: str, bullet: ParsedBullet, lexicon: Lexicon) -> bool:
    """Whether a thing is called by its name, without an article: "SAP", "Jenkins"."""
    before = [word.low for word in words_of(bullet.text) if word.end <= words[0].start]
    if before and before[-1] in lexicon.words("determiners"):
        return False
    return text.isupper() or (len(words) == 1 and text.istitle())


def _phrase(
    unit: Unit, bullet: ParsedBullet, generic: GenericQuestions, lexicon: Lexicon
) -> list[Word]:
    """Return the words of the object as the client put it, without article or number in front."""
    head = unit.objects[0]
    verbs = [c.verb.end + len(c.particle) + bool(c.particle) for c in bullet.clauses]
    start = max([unit.lead, *(end for end in verbs if end <= head.start)])
    words = [w for w in words_of(bullet.text) if start <= w.start and w.end <= head.end]
    for at in range(len(words) - 1, -1, -1):
        if words[at].mark or words[at].low in lexicon.words("phrase_stops"):
            words = words[at + 1 :]
            break
    # "Prompt and courteous *replies*", "audio and visual *equipment*": half of what describes it.
    front = [word.low for word in words_of(bullet.text) if words and word.end <= words[0].start]
    joined = bool(front) and (front[-1] in _AND or front[-1] == ",")
    describes = bool(words) and (
        words[0].low in generic.abilities or only_describes(words[0].text, lexicon)
    )
    if joined and len(words) > 1 and describes:
        words = words[1:]
    # A question names the thing and not its praise: "assessments", not "appropriate assessments".
    while len(words) > 1 and _pads(words[0], generic, lexicon):
        words = words[1:]
    return words


def _pads(word: Word, generic: GenericQuestions, lexicon: Lexicon) -> bool:
    """Whether a word in front of a thing does not tell which it is: "the", "four", "excellent",
    but not the "vital" of "vital signs" and no letters ("US")."""
    if len(word.text) > 1 and word.text.isupper():
        return False
    if word.low in lexicon.words("droppable") or word.low in generic.padding:
        return True
    if "-" in word.low and word.low.endswith(_HYPHENED):
        return True
    return class_of(word.low, word.number, word.mark, lexicon) in _DESCRIBING


def _goes_on(words: Sequence[Word], bullet: ParsedBullet, lexicon: Lexicon) -> bool:
    """Whether a list goes on behind a noun in the singular that no table knows: it may be one of
    the kinds of what stands last ("Compared rope, harness and helmet prices")."""
    last = words[-1]
    behind = next((w for w in words_of(bullet.text) if w.start >= last.end), None)
    if behind and not behind.mark and behind.text[0].isupper() and last.text[0].isupper():
        return True  # a name that the reader took for two
    if plural(last, lexicon) or lexicon.domain(last.text) is not None:
        return False
    return behind is not None and (behind.low == "," or behind.low in _AND)


def _names_thing(words: Sequence[Word], generic: GenericQuestions, lexicon: Lexicon) -> bool:
    """Whether words can stand for a thing in a question: none but nouns and what describes them,
    and not too many."""
    if not 0 < len(words) <= _LONGEST or any(word.number or word.mark for word in words):
        return False
    first, last = words[0], words[-1]
    told = lexicon.words("describing") | lexicon.words("always_describing")
    if first.low not in told and only_describes(first.text, lexicon, acts=True):
        return False  # "conducted trials" behind a list of acts
    if last.low in generic.padding or not last.text[-1].isalnum() or last.low[-2:] in _OWNED:
        return False
    if only_describes(last.text, lexicon):
        return False
    if class_of(last.low, last.number, last.mark, lexicon) in _DESCRIBING:
        return False
    nouns = lexicon.words("gerund_nouns") | lexicon.words("compound_gerunds")
    if last.low.endswith("ing") and last.low not in nouns and lexicon.domain(last.low) is None:
        return not lexicon.is_gerund(last.low)  # "the noting of accounts" is an act
    for word in words[1:-1]:
        # "the clerks entering data" is no thing, nor are "kits based toy ranges".
        if word.low.endswith("ed") and only_describes(word.text, lexicon):
            return False
        if word.low.endswith("ing") and word.low not in nouns and lexicon.is_gerund(word.low):
            return False
    return all(
        reading.nominal or reading.form not in ("base", "third")
        for word in words[:-1]
        for reading in readings(word.text, lexicon)
    )
