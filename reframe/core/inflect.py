"""Put a verb into a form, by table first and by rule for what no table lists."""

from reframe.core.bullet import VerbForm
from reframe.core.lexicon import Lexicon

_VOWELS = frozenset("aeiou")
_SIBILANTS = ("s", "x", "z", "ch", "sh", "o")


def inflect(lemma: str, form: VerbForm, lexicon: Lexicon) -> str:
    """Return the form of a verb as printed, e.g. ``inflect("oversee", "past", lexicon)``.

    A verb with a prefix or a hyphen that no table lists follows its last part ("re-train",
    "co-present"); a verb that nothing is known of is inflected by the regular rules.
    """
    if form == "base":
        return lemma
    low = lemma.lower()
    known = lexicon.forms.get(lemma) or lexicon.forms.get(low)
    if known is not None:
        return str(getattr(known, form))
    for prefix, stem in parts(low):
        if stem in lexicon.forms:
            return lemma[: len(prefix)] + str(getattr(lexicon.forms[stem], form))
    return _regular(lemma, form)


def parts(word: str) -> tuple[tuple[str, str], ...]:
    """Return the ways to take a word for a prefix and a verb, the longest prefix first.

    >>> parts("re-train"), parts("oversold")
    ((('re-', 'train'),), (('overs', 'old'), ('over', 'sold'), ('ove', 'rsold'), ('ov', 'ersold')))
    """
    if "-" in word:
        head, _, tail = word.rpartition("-")
        return ((head + "-", tail),) if tail else ()
    return tuple((word[:n], word[n:]) for n in range(min(5, len(word) - 3), 1, -1))


def _regular(lemma: str, form: VerbForm) -> str:
    low = lemma.lower()
    closed = low.endswith("y") and len(low) > 1 and low[-2] not in _VOWELS
    silent = low.endswith("e") and not low.endswith(("ee", "ye", "oe"))
    if form == "third":
        if closed:
            return lemma[:-1] + "ies"
        return lemma + ("es" if low.endswith(_SIBILANTS) else "s")
    if form == "gerund":
        return (lemma[:-1] if silent else lemma) + "ing"
    if closed:
        return lemma[:-1] + "ied"
    return lemma + ("d" if low.endswith("e") else "ed")
