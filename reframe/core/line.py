"""A line of words with what the tables say of each: the ground that the readers stand on."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from reframe.core.bullet import VerbForm
from reframe.core.lexicon import Lexicon, Reading
from reframe.core.once import once_for
from reframe.core.pairs import is_named, may_name
from reframe.core.readings import readings
from reframe.core.words import Word

Kind = Literal[
    "end", "mark", "number", "article", "preposition", "conjunction", "relative",
    "pronoun", "auxiliary", "adverb", "time", "adjective", "noun",
]  # fmt: skip

_STRONG: frozenset[Kind] = frozenset({"article", "number", "pronoun"})
_NOMINAL: frozenset[Kind] = _STRONG | {"adjective", "noun", "time"}


@once_for
def by_first_word(phrases: tuple[str, ...]) -> Mapping[str, tuple[tuple[str, ...], ...]]:
    """Return the phrases of a list, as words, by the word that each begins with; longest first."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in phrases:
        words = tuple(phrase.split(" "))
        found.setdefault(words[0], []).append(words)
    return {first: tuple(sorted(rows, key=len, reverse=True)) for first, rows in found.items()}


@once_for
def _rows(lexicon: Lexicon) -> Mapping[str, Mapping[str, tuple[tuple[str, ...], ...]]]:
    """Return the phrases of every list by the word that each begins with."""
    return {name: by_first_word(phrases) for name, phrases in lexicon.phrase_lists.items()}


@dataclass(frozen=True, slots=True)
class Sight:
    """What a parse makes of each word: ``leans`` is 2 for a verb, 1 for one by its arcs alone and
    -1 for a name, ``described`` the noun behind it that it describes (-1 for none), ``main`` the verbs
    joined at the top, ``beside`` the finite one to which an -ing word is joined."""

    leans: tuple[int, ...]
    described: tuple[int, ...]
    main: frozenset[int]
    beside: Mapping[int, int]


class Line:
    """The words of a bullet; every question about a position past the end has a calm answer.

    ``lows`` are its words in lower case; ``kind`` is a word's class when it is no verb; ``reads`` are its readings as a verb;
    ``sight`` is what a parse makes of the words, where there is one; ``doubts`` are the reasons
    for another reading that its readers came upon.
    """

    __slots__ = (
        "_kinds", "_lemmas", "_lows", "_reads", "_rows", "doubts", "lexicon", "lows", "sight", "size", "text",
        "words",
    )  # fmt: skip

    def __init__(self, text: str, words: Sequence[Word], lexicon: Lexicon) -> None:
        self.text = text
        self.words = words
        self.lexicon = lexicon
        self.size = len(words)
        self._lows = tuple([word.low for word in words])
        self.lows = frozenset(self._lows)
        self.doubts: list[str] = []
        self.sight: Sight | None = None
        shouted = text.isupper()
        self._kinds: list[Kind] = [
            "noun"
            if not shouted and word.text.isupper() and _is_acronym(word)
            else class_of(word.low, word.number, word.mark, lexicon)
            for word in words
        ]
        for i in range(1, self.size):
            if self._kinds[i - 1] == "article" and self.has(i, "noun_prepositions"):
                self._kinds[i] = "noun"  # "covered the till"
            elif self._kinds[i - 1] == "number" and self.has(i, "clock_words"):
                self._kinds[i] = "noun"  # "opened at 5 am"
            elif self.has(i - 1, "front_prepositions") and words[i].low != "to":
                if self._kinds[i] == "noun" and self._kinds[i - 1] == "preposition":
                    self._kinds[i - 1] = "adjective"  # "prior authorizations", "due dates"
            elif self.has(i - 1, "numbered_nouns") and words[i].text == "I":
                self._kinds[i] = "noun"  # "Phase I"
        self._reads: list[tuple[Reading, ...] | None] = [None] * self.size
        self._lemmas: dict[int, frozenset[str]] = {}
        self._rows = _rows(lexicon)

    def doubt(self, why: str) -> None:
        """Note a reason why another reading is possible."""
        if why not in self.doubts:
            self.doubts.append(why)

    def lean(self, i: int) -> int:
        """Return how a parse takes a word (see :class:`Sight`), 0 where nothing is told."""
        return self.sight.leans[i] if self.sight and 0 <= i < self.size else 0

    def main(self, i: int) -> bool | None:
        """Return whether a parse joins a word to the main verbs; None where there is no parse."""
        return i in self.sight.main if self.sight else None

    def beside(self, i: int) -> int:
        """Return the finite main verb that a parse joins an -ing word to, or -1."""
        return self.sight.beside.get(i, -1) if self.sight else -1

    def describes(self, i: int) -> int:
        """Return the noun behind a word that it describes by the parse, or -1."""
        return self.sight.described[i] if self.sight and 0 <= i < self.size else -1

    def low(self, i: int) -> str:
        """Return a word in lower case, or "" past the end."""
        return self._lows[i] if 0 <= i < self.size else ""

    def kind(self, i: int) -> Kind:
        """Return the class of a word, ``end`` past the end."""
        return self._kinds[i] if 0 <= i < self.size else "end"

    def reads(self, i: int) -> tuple[Reading, ...]:
        """Return the readings of a word as a verb; closed-class words have none."""
        if not 0 <= i < self.size:
            return ()
        found = self._reads[i]
        if found is None:
            open_class = self._kinds[i] in ("noun", "adjective") or self._main(i)
            found = readings(self.words[i].text, self.lexicon) if open_class else ()
            if found and self._names(i):
                found = ()
            elif open_class and not found and self.sight and self._unlisted_verb(i):
                found = (Reading(self.low(i), "base", nominal=False, guessed=True),)
            self._reads[i] = found
        return found

    def read(self, i: int, form: VerbForm) -> Reading | None:
        """Return the reading of a word in this form, or None."""
        return next((r for r in self.reads(i) if r.form == form), None)

    def _names(self, i: int) -> bool:
        """Whether a word names a thing with the nouns behind it ("training materials")."""
        if self.has(i, "never_acts"):
            return self.low(i + 1) != "for"  # "accounting for 5% of sales"
        if not may_name(self._lows[i], self.lexicon):
            return False
        end = i + 1
        while self.kind(end) == "noun" and self.words[end].text.islower():
            end += 1
        return is_named(self._lows[i], self._lows[i + 1 : end], self.lexicon)

    def _unlisted_verb(self, i: int) -> bool:
        """Whether a parse joins a word without endings that no table lists to the main verbs
        ("Dress, *casket* and cosmetize")."""
        plain = self.words[i].text.islower() and self.low(i).isalpha()
        bare = not self.low(i).endswith(("s", "ed", "ing"))
        acted = self.starts_strongly(i + 1) or self.plural(i + 1) or self.joins(i + 1) > i + 1
        return plain and bare and acted and self.lean(i) == 2 and bool(self.main(i))

    def _main(self, i: int) -> bool:
        """Whether "did" or "have" is the act itself: before a noun phrase, not a verb."""
        if not self.has(i, "main_auxiliaries") or self.kind(i + 1) not in _NOMINAL:
            return False
        return self.starts_strongly(i + 1) or not self.read(i + 1, "participle")

    def only_verb(self, i: int) -> bool:
        """Return whether a word can be nothing but a finite verb ("validate", "worked")."""
        reads = self.reads(i)
        finite = all(r.form != "gerund" and not r.nominal for r in reads)
        described = any(r.form == "participle" for r in reads) and not self.ends_in(i + 1)
        return bool(reads) and finite and not described and self.words[i].text.islower()

    def plain_verb(self, i: int) -> bool:
        """Return whether a word can be a verb and is no common noun or adjective."""
        reads = self.reads(i)
        return bool(reads) and not any(r.nominal for r in reads)

    def is_known_verb(self, lemma: str) -> bool:
        """Return whether a verb is one of the trades' own, so that a word that is a noun too may
        well act."""
        return self.lexicon.verb(lemma) is not None or lemma in self.lexicon.words("work_verbs")

    def numbers(self, i: int) -> bool:
        """Return whether a word is numbered by the next one ("Tier 1", "Phase 2")."""
        return self.has(i, "numbered_nouns") and self.kind(i + 1) == "number"

    def ends_in(self, i: int) -> bool:
        """Return whether a preposition, mark or end stands here: no noun phrase goes on."""
        return self.kind(i) in ("preposition", "mark", "end")

    def lemmas(self, i: int) -> frozenset[str]:
        """Return every lemma that the word can have as a verb, auxiliaries included."""
        found = self._lemmas.get(i)
        if found is None:
            auxiliary = self.kind(i) == "auxiliary"
            reads = self.lexicon.readings.get(self.low(i), ()) if auxiliary else self.reads(i)
            found = self._lemmas[i] = frozenset([r.lemma for r in reads])
        return found

    def has(self, i: int, name: str) -> bool:
        """Return whether the word is in a word list of the tables."""
        low = self._lows[i] if 0 <= i < self.size else ""
        return low in self.lexicon.word_lists[name]

    def any_row(self, i: int, name: str) -> int:
        """Return the position behind the longest phrase of a list that stands at ``i``."""
        if not 0 <= i < self.size:
            return i
        for parts in self._rows[name].get(self._lows[i], ()):
            if self._lows[i : i + len(parts)] == parts:
                return i + len(parts)
        return i

    def plural(self, i: int) -> bool:
        """Return whether a word looks like a plural noun."""
        low = self.low(i)
        return (
            self.kind(i) == "noun"
            and (low.endswith("s") or low in self.lexicon.plurals)
            and not low.endswith(("ss", "us", "is"))
        )

    def starts_strongly(self, i: int) -> bool:
        """Return whether a noun phrase begins here for certain: an article, number, pronoun."""
        return self.kind(i) in _STRONG or self.after_approximator(i) > i

    def starts_noun_phrase(self, i: int) -> bool:
        """Return whether a noun phrase can begin here."""
        return self.kind(i) in _NOMINAL or self.after_approximator(i) > i

    def after_approximator(self, i: int) -> int:
        """Return the position of the number that "up to", "about" and the like introduce at
        ``i``, or ``i`` when there is none."""
        j = self.any_row(i, "approximators")
        return j if j > i and self.kind(j) in ("number", "article") and self.has_number(j) else i

    def has_number(self, i: int) -> bool:
        """Return whether a number stands here, or behind an article ("a dozen")."""
        return self.kind(i) == "number" or self.kind(i + 1) == "number"

    def joins(self, i: int) -> int:
        """Return the position behind a conjunction that stands at ``i``, or ``i``."""
        after = self.any_row(i, "conjunctions")
        return after if after > i else (i + 1 if self.kind(i) == "conjunction" else i)

    def joint(self, at: int) -> tuple[int, bool]:
        """Return the position behind a comma, a conjunction or both, and whether it was a lone
        comma; ``at`` itself where neither stands."""
        comma = self.low(at) == ","
        behind = at + 1 if comma else at
        after = self.joins(behind)
        return after, comma and after == behind

    def before_adverbs(self, i: int) -> int:
        """Return the position in front of a word and the adverbs that lead it."""
        i -= 1
        while self.kind(i) == "adverb":
            i -= 1
        return i

    def over_adverbs(self, i: int) -> int:
        """Return the position behind the adverbs that stand at ``i``."""
        while self.kind(i) == "adverb" and self.after_approximator(i) == i:
            i += 1
        return i


def _is_acronym(word: Word) -> bool:
    """Whether a word in capitals is written as "IT" or "US" are, which are no pronouns."""
    return len(word.text) > 1 and word.text.isalpha()


@lru_cache(maxsize=16384)
def class_of(low: str, number: bool, mark: bool, lexicon: Lexicon) -> Kind:
    """Return what a word is by the tables alone, when it is no verb."""
    if number or low in lexicon.words("number_words"):
        return "number"
    if low in lexicon.words("conjunctions"):
        return "conjunction"
    if mark:
        return "mark"
    for name, kind in _LISTS:
        if low in lexicon.words(name):
            return kind
    if low.endswith("ly") and low not in lexicon.words("ly_words") and low not in lexicon.domains:
        return "adverb"
    if low[0].isdigit() and "-" in low and low[-1].isalpha() and not low.endswith("s"):
        return "adjective"  # "40-foot", "12-lead"
    listed = low in lexicon.words("adjectives") and low not in lexicon.domains
    ending = low.endswith(tuple(lexicon.words("adjective_endings"))) and low not in lexicon.domains
    if listed or ending or low in lexicon.words("sure_adjectives"):
        return "adjective"
    return "noun"


_LISTS: tuple[tuple[str, Kind], ...] = (
    ("auxiliaries", "auxiliary"),
    ("prepositions", "preposition"),
    ("relatives", "relative"),
    ("subordinators", "relative"),
    ("determiners", "article"),
    ("pronouns", "pronoun"),
    ("time_words", "time"),
    ("adverbs", "adverb"),
)
