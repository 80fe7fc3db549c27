"""The pipeline, the tables and the rules, each loaded at first need, and what they read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reframe.core.bullet import ParsedBullet
from reframe.core.family import family_of
from reframe.core.generic import GenericQuestions
from reframe.core.lexicon import Lexicon
from reframe.core.match import Hit, match
from reframe.core.mechanics import Habits, Repair, repair, stop_habit
from reframe.core.parse import parse, skim
from reframe.core.phrases import sought
from reframe.core.resume import Position
from reframe.core.rule import RuleBook
from reframe.core.spelling import Vocabulary
from reframe.core.variants import LOCALES, Locale
from reframe.pipeline.load import load_pipeline
from reframe.tables.generic import load_generic
from reframe.tables.lexicon import load_lexicon
from reframe.tables.load import load_rules
from reframe.tables.senses import load_senses
from reframe.tables.spelling import load_vocabulary

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

_KEPT = 512
"""So many readings are kept: more than the longest résumé has lines."""


class Resources:
    """What the engine works with. See :class:`~reframe.engine.reframer.Reframer`.

    Raises:
        ValueError: for a ``locale`` that is none of "us", "uk", "ca".
    """

    def __init__(
        self,
        *,
        nlp: Language | None = None,
        rules: Sequence[Path | str] = (),
        locale: Locale | None = None,
    ) -> None:
        if locale not in (None, *LOCALES):
            raise ValueError(f"locale {locale!r} is none of {', '.join(LOCALES)}")
        self._nlp = nlp
        self._folders = tuple(Path(folder) for folder in rules)
        self.locale = locale

    @cached_property
    def nlp(self) -> Language:
        """The spaCy pipeline."""
        return self._nlp if self._nlp is not None else load_pipeline()

    @cached_property
    def lexicon(self) -> Lexicon:
        """The words of the tables."""
        return load_lexicon()

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """The words that are spelled right."""
        return load_vocabulary()

    @cached_property
    def book(self) -> RuleBook:
        """The rules and patterns."""
        return load_rules(folders=self._folders, lexicon=self.lexicon)

    @cached_property
    def generic(self) -> GenericQuestions:
        """The questions of last resort."""
        return load_generic()

    @cached_property
    def number_words(self) -> frozenset[str]:
        """Words that are numbers ("twelve")."""
        return self.lexicon.words("number_words")

    @cached_property
    def has_trees(self) -> bool:
        """Whether the pipeline parses."""
        return "parser" in self.nlp.pipe_names

    def parse(self, text: str) -> ParsedBullet:
        """Return what a bullet says, as far as that is certain.

        A line that was read a moment ago is not read again: parsing takes most of the time.
        """
        return self._lately.get(text) or self._parsed(self.nlp(text))

    def _parsed(self, doc: Doc) -> ParsedBullet:
        bullet = parse(doc, self.lexicon, trees=self.has_trees)
        if len(self._lately) >= _KEPT:
            self._lately.clear()
        self._lately[bullet.text] = bullet
        return bullet

    @cached_property
    def _lately(self) -> dict[str, ParsedBullet]:
        return {}

    @cached_property
    def skim(self) -> Callable[[str], ParsedBullet]:
        """Read a text with the lexicon alone: what the guard compares must be read alike.

        A source is compared with each of its wordings, and a wording by several judges.
        """
        return lru_cache(maxsize=_KEPT)(lambda text: skim(text, self.lexicon))

    def judged(self, text: str, *, sure: bool) -> ParsedBullet:
        """Skim a text for the guard; what the full reading is sure of counts as sure."""
        skimmed = self.skim(text)
        return replace(skimmed, confident=True) if sure else skimmed

    @cached_property
    def wide(self) -> Lexicon:
        """The lexicon with the words that can mean the same: drafts by others are in free words,
        our own never are."""
        senses = load_senses()
        return replace(self.lexicon, senses=senses.own, kin=senses.kin, near=senses.near)

    @cached_property
    def anywhere(self) -> frozenset[str]:
        """The families whose rules hold in every post."""
        return frozenset(f.name for f in self.book.families.values() if f.anywhere)

    @cached_property
    def never(self) -> frozenset[str]:
        """The phrases that some family never lets into a wording."""
        families = self.book.families.values()
        return frozenset(phrase for family in families for phrase in family.never)

    def habits(self, texts: Sequence[str] = ()) -> Habits:
        """Return the habits of the lines of one post."""
        return Habits(stop=stop_habit(texts), locale=self.locale)

    def mend(self, text: str, *, habits: Habits | None = None) -> Repair:
        """Return a line with its certain mistakes of spelling and marks repaired."""
        return repair(text, self.lexicon, self.vocabulary, habits=habits or self.habits())

    def read(self, lines: Iterable[tuple[str, Habits]]) -> Iterator[tuple[Repair, ParsedBullet]]:
        """Yield every line, each with the habits of its post, repaired and read as it then
        stands: through the batch path, which takes a fraction of the time of line by line."""
        repairs = (
            (mended.text, mended)
            for mended in (self.mend(text, habits=habits) for text, habits in lines)
        )
        for doc, mended in self.nlp.pipe(repairs, as_tuples=True):
            yield mended, self._parsed(doc)

    def family(self, position: Position | str | None) -> str | None:
        """Return the family of a post, by its title and its lines, or of a title; None for none."""
        if position is None:
            return None
        if isinstance(position, str):
            return family_of(position, (), self.book.families, self.lexicon)
        texts = [bullet.text for bullet in position.bullets]
        return family_of(position.title, texts, self.book.families, self.lexicon)

    def hits(self, bullet: ParsedBullet, family: str | None) -> tuple[Hit, ...]:
        """Return the rules that apply to a bullet of a post of this family."""
        words = sought(bullet.text, self.lexicon).keys
        candidates = self.book.index.candidates(
            {clause.verb.lemma for clause in bullet.clauses},
            {segment.frame for segment in bullet.segments if segment.frame},
            words,
        )
        return match(bullet, candidates, self.lexicon, family=family, anywhere=self.anywhere)

    def __getstate__(self) -> dict[str, Any]:
        # What can be loaded again is not sent to a worker process.
        return {"_nlp": self._nlp, "_folders": self._folders, "locale": self.locale}
