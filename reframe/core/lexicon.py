"""What the tables say about words: one lexicon serves diagnosis, rewriting and the guard."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Annotated

from reframe.core.bullet import VerbForm
from reframe.core.claims import Claim, Participation
from reframe.core.deferred import DEFERRED


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb's class, and the claim that *introducing* it makes."""

    lemma: str
    verb_class: str
    claim: Claim


@dataclass(frozen=True, slots=True)
class VerbForms:
    """The inflected forms of one lemma, as printed."""

    past: str
    participle: str
    gerund: str
    third: str


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a word as a verb. ``nominal`` tells that the same letters are also a
    common noun or adjective ("process", "training"), so the context has to decide.
    ``guessed`` marks a lemma that no table lists."""

    lemma: str
    form: VerbForm
    nominal: bool
    guessed: bool = False


@dataclass(frozen=True, slots=True)
class Frame:
    """A weak opener. ``openers`` are word patterns; ``data/tables/frames.toml`` tells how they
    are written. Several frames may share a name, each with a participation of its own.

    ``participation`` is what the opener says of the acts under it; ``strip`` tells whether a
    duty's verb may stand alone without the opener ("Responsible for drafting" -> "Drafted").
    ``verb`` marks openers whose own verb is the act ("Handled"): weak, but a clause. ``lists``
    marks openers that announce a list, whose items may be duties of their own.
    """

    name: str
    openers: tuple[str, ...]
    participation: Participation
    noun_participation: Participation
    strip: bool
    verb: bool
    why: str
    lists: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """The words that the engine knows; see ``data/tables``. Frozen and shared: a lexicon is
    equal to itself alone, so that what was found with it can be cached under it."""

    verbs: Mapping[str, Verb]
    same: Mapping[str, frozenset[str]]
    forms: Annotated[Mapping[str, VerbForms], DEFERRED]
    readings: Annotated[Mapping[str, tuple[Reading, ...]], DEFERRED]
    domains: Mapping[str, str]
    plurals: Mapping[str, str] = field(default_factory=dict)
    frames: tuple[Frame, ...] = ()
    hedges: tuple[str, ...] = ()
    word_lists: Mapping[str, frozenset[str]] = field(default_factory=dict)
    phrase_lists: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    maps: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    senses: Mapping[str, frozenset[int]] = field(default_factory=dict)
    kin: Mapping[str, frozenset[int]] = field(default_factory=dict)
    near: Mapping[str, tuple[frozenset[int], ...]] = field(default_factory=dict)

    @property
    def free_words(self) -> bool:
        """Whether meanings are loaded: by them the guard judges a draft by anybody, in words of
        their own. The engine's own drafts are proven without."""
        return bool(self.senses)

    def verb(self, lemma: str) -> Verb | None:
        """Return what is known of a verb, or None."""
        return self.verbs.get(lemma)

    def claim_of(self, lemma: str) -> Claim:
        """Return the claim that introducing this verb makes; unknown verbs claim a role,
        because nobody has judged them."""
        verb = self.verbs.get(lemma)
        return verb.claim if verb else Claim.ROLE

    def share_sense(self, one: str, other: str) -> bool:
        """Whether two words can mean the same, as far as senses are loaded."""
        return bool(self._senses(one) & self._senses(other))

    def are_kin(self, one: str, other: str) -> bool:
        """Whether two words are of one family ("translate", "translation"), as far as families
        are loaded."""
        none: frozenset[int] = frozenset()
        return bool(self.kin.get(one, none) & self.kin.get(other, none))

    def stands_near(self, one: str, other: str, part: str) -> bool:
        """Whether ``other`` has a rarer sense in common with ``one``, or says what ``one`` is a
        kind of; ``part`` is "noun", "verb" or "adj"."""
        nothing: frozenset[int] = frozenset()
        own, above = self.near.get(f"{one} {part}", (nothing, nothing))
        others = self.near.get(f"{other} {part}", (nothing,))[0]
        return bool(own & others or above & others)

    def _senses(self, word: str) -> frozenset[int]:
        low = word.casefold()
        lemmas = {r.lemma for r in self.readings.get(low, ())}
        forms = {low, low.removesuffix("s"), self.singular(low)} | lemmas
        return frozenset().union(*(self.senses.get(form, frozenset()) for form in forms))

    def lemmas(self, low: str, *forms: str) -> set[str]:
        """Return the verbs that a word in lower case is a form of: in one of ``forms``, or in any
        where none is given."""
        found = self.readings.get(low, ())
        return {reading.lemma for reading in found if not forms or reading.form in forms}

    def is_verb_alone(self, low: str) -> bool:
        """Return whether a word in lower case is known to be a verb, and can be nothing else."""
        found = self.readings.get(low, ())
        return bool(found) and not any(reading.nominal or reading.guessed for reading in found)

    def is_gerund(self, low: str) -> bool:
        """Return whether a word in lower case can be a gerund."""
        return any(reading.form == "gerund" for reading in self.readings.get(low, ()))

    def singular(self, noun: str) -> str:
        """Return the dictionary form of a noun as far as the tables know it, in lower case."""
        return _singular(noun.casefold(), self)

    def domain(self, noun: str) -> str | None:
        """Return the object domain of a noun in any number, or None."""
        return self.domains.get(noun.casefold()) or self.domains.get(self.singular(noun))

    def names_person(self, noun: str) -> bool:
        """Return whether a noun in the singular names somebody: by itself, a title or its domain."""
        named = noun in self.words("people") or noun in self.words("title_words")
        return named or self.domain(noun) in self.words("people_domains")

    def words(self, name: str) -> frozenset[str]:
        """Return a word list of the tables.

        Raises:
            KeyError: when no table has a list of this name: a table was edited wrongly.
        """
        return self.word_lists[name]

    def among(self, word: str, *names: str) -> bool:
        """Return whether a word stands in one of these lists: to join long lists for each word that
        is looked up costs more than the look-ups.

        Raises:
            KeyError: when no table has a list of this name.
        """
        return any(word in self.word_lists[name] for name in names)

    def phrases(self, name: str) -> tuple[str, ...]:
        """Return a phrase list of the tables; ``KeyError`` as in :meth:`words`."""
        return self.phrase_lists[name]


@lru_cache(maxsize=16384)
def _singular(low: str, lexicon: Lexicon) -> str:
    if low in lexicon.plurals:
        return lexicon.plurals[low]
    if low in lexicon.domains:
        return low
    for ending, stem in (("ies", "y"), ("es", ""), ("s", "")):
        if low.endswith(ending) and low[: -len(ending)] + stem in lexicon.domains:
            return low[: -len(ending)] + stem
    return low
