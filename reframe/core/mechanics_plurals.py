"""Plurals that took an apostrophe: "NDA's" are NDAs, "1099's" 1099s, and "product demo's to" demos."""

import re
from collections.abc import Iterator, Sequence

from reframe.core.acts_of import is_act
from reframe.core.lexicon import Lexicon
from reframe.core.mechanics_bare import may_be_bare, stands_bare
from reframe.core.suggestion import Edit, repaired
from reframe.core.words import Word

_LETTERS = re.compile(r"[A-Z](?:&?[A-Z])+['’][sS]")
_YEARS = re.compile(
    r"(?:(?<=\b[Tt]he )|(?<=\b[Aa] ))(?:(?:early|late|mid)[ -])?(?:19|20)\d0(['’])s\b"
)
_CODES = re.compile(
    r"(?<![\w.,'’])(?P<code>(?P<head>(?:[A-Za-z]{1,2}-?)?)\d+)(?P<mark>['’])s(?![\w'’])"
)
_SHORT_OF = re.compile(
    r"(?P<full>[A-Za-z]\w+(?: [A-Za-z]\w+){1,5}[^\Wsxyhz]) \((?P<short>[A-Z]{2,6})s\)"
)
_TENS = re.compile(r"[1-9]0")
_PLURAL = "A plural takes no apostrophe."
_BETWEEN = 2


def plural_edits(text: str, words: Sequence[Word], lexicon: Lexicon) -> Iterator[Edit]:
    """Yield the plurals of what looks owned, where nothing behind it can belong to it."""
    owners = lexicon.words("plural_owners")
    for at, word in enumerate(words):
        if not word.low.endswith("'s"):
            if word.low.endswith("s") and may_be_bare(words, at, lexicon):
                yield repaired(word.end, word.end + 1, "", _PLURAL)
        elif word.text.endswith("S"):
            if not text.isupper() and _many_letters(words, at, lexicon):
                yield repaired(word.end - 2, word.end, "s", _PLURAL)
        elif (
            (_LETTERS.fullmatch(word.text) and _ends_plural(words, at, lexicon))
            or (f"{word.low[:-2]}s" in owners and _tells_who(words, at, lexicon))
            or _lists_things(words, at, lexicon)
            or stands_bare(words, at, lexicon)
            or (word.text.islower() and _is_subject_of_many(words, at, lexicon))
        ):
            yield _as_plural(word)
    for found in _SHORT_OF.finditer(text) if "s)" in text else ():
        if _spells(found) and not _is_one(found["full"], text[: found.start()], lexicon):
            yield repaired(found.end("full"), found.end("full"), "s", "Its short form tells many.")
    if not any(letter.isdigit() for letter in text):
        return
    for found in _YEARS.finditer(text):
        yield repaired(*found.span(1), "", _PLURAL)
    for found in _CODES.finditer(text):
        if _is_counted_code(found, words, lexicon):
            yield repaired(*found.span("mark"), "", _PLURAL)


def _spells(found: re.Match[str]) -> bool:
    """Whether letters are those that the last words in front begin with: "Service Level Agreement
    (SLAs)"."""
    words = found["full"].split()[-len(found["short"]) :]
    return "".join(word[0].upper() for word in words) == found["short"]


def _is_one(full: str, front: str, lexicon: Lexicon) -> bool:
    """Whether an article or the like tells of one: "a purchase order (POs)"."""
    words = {word.casefold() for word in (*front.split()[-1:], *full.split())}
    return bool(words & lexicon.words("ones"))


def _is_counted_code(found: re.Match[str], words: Sequence[Word], lexicon: Lexicon) -> bool:
    """Whether a number with an apostrophe tells of many: forms ("W-2's and"), models ("F-16's."),
    tens behind an article or the like ("the upper 20's"). A year or a quarter may be an owner
    whose noun is left out: "beat 2019's by 5%"."""
    code, head = found["code"], found["head"].rstrip("-").lower()
    behind = next((word.i for word in words if word.start >= found.end()), len(words))
    front = next((word for word in reversed(words) if word.end <= found.start()), None)
    form = code in lexicon.words("counted_letters")
    many = front is not None and front.number and front.low != "1"
    if not head and not form:
        led = front is not None and front.low in lexicon.words("before_tens")
        form = led and _TENS.fullmatch(code) is not None
        if not form and not many:
            return False
    if head in lexicon.words("letters_of_periods"):
        return False
    return _is_closed(words, behind, lexicon, ends=form or many)


def _as_plural(word: Word) -> Edit:
    """Return the edit that makes a plural of what looks owned: "policy's" is "policies"."""
    plural = _plural(word.low)
    if plural.endswith("ies"):
        return repaired(word.end - 3, word.end, "ies", _PLURAL)
    if plural.endswith("es") and len(plural) == len(word.low):
        return repaired(word.end - 2, word.end - 1, "e", _PLURAL)
    return repaired(word.end - 2, word.end - 1, "", _PLURAL)


def _plural(owner: str) -> str:
    """Return the plural that somebody wrote as an owner: "supplies" for "supply's"."""
    one = owner[:-2]
    if one.endswith("y") and one[-2:-1] not in tuple("aeiou"):
        return f"{one[:-1]}ies"
    return f"{one}es" if one.endswith(("s", "x", "z", "sh", "tch", "nch", "rch")) else f"{one}s"


def _is_subject_of_many(words: Sequence[Word], at: int, lexicon: Lexicon) -> bool:
    """Whether the verb behind tells of many: "when the *tech's were* busy"."""
    behind = words[at + 1].low if at + 1 < len(words) else ""
    pronoun = words[at].low[:-2] in lexicon.words("pronouns")
    return behind in {"were", "are"} and not pronoun


def _many_letters(words: Sequence[Word], at: int, lexicon: Lexicon) -> bool:
    """Whether letters with a large S are told in numbers or are known things: "18 SKU'S"."""
    counted = at > 0 and words[at - 1].number and words[at - 1].low not in {"1", "one"}
    known = words[at].text[:-2] in lexicon.words("counted_letters")
    letters = _LETTERS.fullmatch(words[at].text) is not None
    return letters and (counted or known) and (known or _ends_plural(words, at, lexicon))


def _ends_plural(words: Sequence[Word], at: int, lexicon: Lexicon) -> bool:
    """Whether nothing behind letters with an apostrophe can belong to them."""
    counted = words[at].text[:-2] in lexicon.words("counted_letters")
    return _is_closed(words, at + 1, lexicon, ends=counted)


def _is_closed(words: Sequence[Word], at: int, lexicon: Lexicon, *, ends: bool) -> bool:
    """Whether a mark, a preposition or a conjunction stands here, and no other owner soon behind
    it; ``ends`` tells what the end of the line shows, which may break off in front of what
    belongs to others."""
    if at == len(words):
        return ends
    behind = words[at]
    if behind.low == "(":
        return ends
    if behind.low in lexicon.words("conjunctions") | {","}:
        # "IBM's and HP's needs" belong to both.
        others = words[at + 1 : at + 1 + _BETWEEN]
        owners = (other for other in others if other.low.endswith("'s"))
        return all(_ends_plural(words, owner.i, lexicon) for owner in owners)
    leads = lexicon.words("prepositions") | lexicon.words("subordinators")
    return behind.text in {".", ";", ":", ")"} or behind.low in leads


def _tells_who(words: Sequence[Word], at: int, lexicon: Lexicon) -> bool:
    """Whether a clause about people follows: "helped customer's *who* had lost bags"."""
    return at + 1 < len(words) and words[at + 1].low in lexicon.words("people_relatives")


def _lists_things(words: Sequence[Word], at: int, lexicon: Lexicon) -> bool:
    """Whether a thing that is no owner stands in front of a preposition or of an act, or at the
    end: "report's *for* owners", "invoice's and *filing* mail"."""
    word, behind = words[at], words[at + 1] if at + 1 < len(words) else None
    third = words[at + 2] if at + 2 < len(words) else None
    ends = at > 0 and (behind is None or behind.low in {".", ";"})
    joined = behind is not None and behind.low in {"and", ","}
    acts = joined and third is not None and is_act(third, lexicon)
    if not (ends or acts or (behind and behind.low in lexicon.words("no_owners_before"))):
        return False
    plural = _plural(word.low)
    known = plural in lexicon.words("plain_plurals") or (
        (ends or acts) and lexicon.domain(word.low[:-2]) is not None
    )
    visited = lexicon.words("people") | lexicon.words("elliptic_owners")  # "at the dentist's"
    known = known and word.text.islower() and word.low[:-2] not in visited
    return known and plural not in lexicon.words("plural_owners") | lexicon.words("other_owners")
