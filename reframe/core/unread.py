"""What to ask of a line in which no reader finds an act."""

from collections.abc import Sequence
from itertools import dropwhile, takewhile

from reframe.core.act_names import verb_of
from reframe.core.asking import apt, asks, named_act
from reframe.core.bullet import ParsedBullet, Span
from reframe.core.claims import Participation
from reframe.core.generic import Generic, GenericQuestions
from reframe.core.lexicon import Lexicon
from reframe.core.match import Unit
from reframe.core.phrases import words_of
from reframe.core.question_names import bare
from reframe.core.readings import can_be, readings
from reframe.core.words import Word

_STATED = 4
"""So near its beginning a line tells what something was."""

_NAMED_WITHIN = 8
"""So near its beginning a line without a verb names its act."""

_SHORT = 5
"""A line of fewer words names a thing more often than an act ("Inventory analysis")."""


def opening(
    bullet: ParsedBullet, generic: GenericQuestions, lexicon: Lexicon
) -> tuple[Generic, ...]:
    """Return what to ask of a line that no reader found an act in, but whose first word can be
    one ("Test ..."): a question supposes less than a wording."""
    joints = lexicon.words("conjunctions")
    words = [word for word in words_of(bullet.text) if not word.mark]
    # "Manually or mechanically load ..." begins with the act as well.
    words = list(dropwhile(lambda word: word.low in joints or _says_how(word, lexicon), words))
    if len(words) < _SHORT or words[1].text[0].isupper() or _names_act(words, lexicon):
        return ()
    if words[1].low in joints and words[2].text[0].isupper():
        return ()  # "Hand and Stone works near the port"
    if words[1].low in generic.acts or words[1].low in generic.acts_alone:
        return ()  # "Stock control for two yards"
    if any(word.low in lexicon.words("be_words") for word in words[1:_STATED]) or (
        can_be(words[1].text, "past", lexicon) and not lexicon.domain(words[1].text)
    ):
        return ()  # "Position held", "Ready stock was": the first word is no act
    first = words[0]
    for reading in readings(first.text, lexicon):
        if reading.form in ("base", "past"):
            verb = Span(first.start, first.end, first.text, reading.lemma)
            unit = Unit(
                0, None, (0, len(bullet.text)), first.end, verb, (), Participation.DID, None
            )
            if found := asks(unit, "", bullet, generic, lexicon):
                return tuple(bare(apt(found, {word.low for word in words})))
    return ()


def named(bullet: ParsedBullet, generic: GenericQuestions, lexicon: Lexicon) -> tuple[Generic, ...]:
    """Return what to ask of the act that a line without a verb names ("Writing and editing of
    leaflets"): of the last in front of a preposition or a mark."""
    places = lexicon.words("prepositions") | lexicon.words("relatives")
    words = list(words_of(bullet.text))[:_NAMED_WITHIN]
    words = list(takewhile(lambda word: not word.mark and word.low not in places, words))
    if any(word.low in lexicon.words("determiners") for word in words):
        return ()  # "Shift leads see to the delivery" tells of others
    for word in reversed(words):
        low = word.low
        if lemma := generic.acts.get(low) or generic.acts_alone.get(low) or verb_of(word, lexicon):
            span = Span(word.start, word.end, word.text)
            return tuple(named_act(span, lemma, bullet, generic, lexicon))
    return ()


def _says_how(word: Word, lexicon: Lexicon) -> bool:
    manner = word.low.endswith("ly") and word.low not in lexicon.words("ly_words")
    return manner or word.low in lexicon.words("adverbs")


def _names_act(words: Sequence[Word], lexicon: Lexicon) -> bool:
    """Whether a line begins with the name of an act ("Design of", "Design and coding of")."""
    joints = lexicon.words("conjunctions")
    behind = [word for word in words[1:4] if word.low not in joints]
    if len(words) > 1 and words[1].low in joints:
        if not behind or can_be(behind[0].text, "base", lexicon) is None:
            return True
        behind = behind[1:]
    return bool(behind) and behind[0].low in lexicon.words("prepositions")
