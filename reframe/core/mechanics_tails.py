"""A noun or letters and what hangs on them in front of a noun: "web *based* tools", "FDA *approved*
drugs"; and whether a noun belongs to the one in front of it."""

from collections.abc import Sequence

from reframe.core.lexicon import Lexicon
from reframe.core.noun_starts import is_noun_start, small_words
from reframe.core.words import Word


def tailed(words: Sequence[Word], at: int, lexicon: Lexicon) -> bool:
    """Whether "based", "related" belong to a noun in front and describe the noun behind."""
    if at == 0 or not words[at].spaced or not words[at].text.islower():
        return False
    head = words[at - 1]
    low = head.low
    if (
        head.mark
        or head.number
        or not (low.isalpha() or _is_dotted(low, lexicon))
        or len(low) < (2 if head.text.isupper() else 3)
    ):
        return False
    if low in lexicon.words("no_tail_heads"):
        return False
    if not is_noun_start(words, at + 1, lexicon) and not _tailed_too(words, at + 1, lexicon):
        return False
    before = words[at - 2] if at > 1 else None
    if not head.text.islower():
        plain = before is not None and (before.text.islower() or _begins_act(before, lexicon))
        tied = words[at].low in lexicon.words("letter_tails")
        if head.text.istitle() and words[at].low == "related" and plain:
            return before is None or before.low not in lexicon.words("conjunctions") | {","}
        letters = not head.text[1:].islower()
        return (words[at].low == "based" or (letters and tied)) and plain
    if belongs_in_front(words, at - 1, lexicon):
        return False
    described = low in lexicon.words("adjectives") or low in lexicon.words("sure_adjectives")
    if described or low in small_words(lexicon) or low.endswith(("s", "self")):
        return False
    readings = lexicon.readings.get(low, ())
    if any(not r.nominal or r.form == "gerund" for r in readings) or low.endswith("ly"):
        return False
    if all(lexicon.verb(reading.lemma) is None for reading in readings):
        return at > 1 or words[at].low == "based"
    # "To design related parts": what may be an act must stand behind a preposition or article.
    leads = lexicon.words("prepositions") | lexicon.words("determiners")
    return before is not None and before.low in leads - lexicon.words("relatives") - {"to"}


def authorized(words: Sequence[Word], at: int, lexicon: Lexicon) -> bool:
    """Whether letters and a participle describe a noun: "sold *FDA approved* drugs"; in "when FDA
    approved drugs" they may be a clause."""
    if at < 2 or words[at].text not in lexicon.words("letter_participles"):
        return False
    if not is_noun_start(words, at + 1, lexicon):
        return False
    head, before = words[at - 1], words[at - 2]
    if not (head.text.isupper() and head.text.isalpha() and len(head.text) > 1):
        return False
    if not words[at + 1].text.islower() or not words[at].spaced:
        return False
    led = before.low in lexicon.words("determiners") - {"that", "which", "what"}
    led = led or before.low in lexicon.words("authority_leads")
    return led or before.low in lexicon.words("adjectives") or _begins_act(before, lexicon)


def relates_two(words: Sequence[Word], at: int, lexicon: Lexicon) -> bool:
    """Whether two names of one word each and "related" describe a noun: "for *Sales and Payroll
    related* forms"."""
    if at < 4 or not is_noun_start(words, at + 1, lexicon) or not words[at + 1].text.islower():
        return False
    lead, one, joint, two = words[at - 4 : at]
    names = all(w.text.istitle() and w.text.isalpha() and w.spaced for w in (one, two))
    small = lead.text.islower() and lead.low in small_words(lexicon)
    return names and small and joint.low in lexicon.words("sharing_joints")


def belongs_in_front(words: Sequence[Word], at: int, lexicon: Lexicon) -> bool:
    """Whether a noun belongs to the noun or name in front of it: in "customer service oriented",
    "Windows variant based" a hyphen would join the last two alone."""
    low = words[at].low
    if at == 0 or low in lexicon.words("plain_firsts") or low in lexicon.words("sure_adjectives"):
        return False
    return _ends_noun(words, at - 1, lexicon)


def _ends_noun(words: Sequence[Word], at: int, lexicon: Lexicon) -> bool:
    """Whether a word is a name or a noun that describes the noun behind it."""
    word = words[at]
    if word.mark or word.number or word.low in small_words(lexicon) or word.low.endswith("ly"):
        return False
    if not word.text.islower():
        return at > 0 and not words[at - 1].mark
    if word.low in lexicon.words("adjectives") or word.low in lexicon.words("sure_adjectives"):
        return False
    if word.low in lexicon.words("shop_adjectives") or word.low in lexicon.words("describing"):
        return False
    readings = lexicon.readings.get(word.low, ())
    if any(not reading.nominal or reading.form != "base" for reading in readings):
        return False
    opens = at == 0 or words[at - 1].low in lexicon.words("sharing_joints") or words[at - 1].mark
    return not (readings and opens) and not word.low.endswith(("al", "ic", "ive", "ous", "ary"))


def _is_dotted(low: str, lexicon: Lexicon) -> bool:
    """Whether a name has its dot inside: "Node.js"."""
    head, _, tail = low.partition(".")
    return head.isalpha() and tail in lexicon.words("dotted_names")


def _begins_act(word: Word, lexicon: Lexicon) -> bool:
    """Whether a line begins with an act: "*Led* US based crews"."""
    return word.i == 0 and any(not r.nominal for r in lexicon.readings.get(word.low, ()))


def _tailed_too(words: Sequence[Word], at: int, lexicon: Lexicon) -> bool:
    """Whether a joint leads to another such pair: "cell based *and skill based* pay"."""
    joints = lexicon.words("conjunctions") | {","}
    if at + 3 >= len(words) or words[at].low not in joints:
        return False
    paired = words[at + 2].low in lexicon.words("noun_tails")
    return paired and is_noun_start(words, at + 3, lexicon)
