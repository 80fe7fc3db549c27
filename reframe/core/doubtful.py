"""What a line is that no reader is sure of: broken off, an ability, a post, or no act at all."""

from reframe.core.bullet import FINITE_FORMS, ParsedBullet
from reframe.core.claims import Participation
from reframe.core.generic import Doubt, GenericQuestions
from reframe.core.lexicon import Lexicon
from reframe.core.phrases import words_of
from reframe.core.readings import can_be, readings
from reframe.core.wording import breaks_off

_STATED_WITHIN = 8
"""So near its beginning a line that tells what something is says so."""

_POST_WITHIN = 5
"""The name of a post is no longer."""

_ABLE_WITHIN = 4
"""So near its beginning a line that names an ability names it."""


def stops(text: str, generic: GenericQuestions, lexicon: Lexicon) -> bool:
    """Whether a line stops where something must follow."""
    words = words_of(text)
    if not words or (len(words) > 1 and f"{words[-2].low} {words[-1].low}" in generic.ends):
        return False
    return words[-1].low == ":" or breaks_off(text, words, lexicon)


def doubt_of(bullet: ParsedBullet, generic: GenericQuestions, lexicon: Lexicon) -> Doubt:
    """Return what is in doubt about a line that cannot be read for certain: which of several
    ``acts`` were done, whether a word ``may`` be one, or that there is ``none``; an empty text where
    one act stands in it: what that is asked about will do."""
    if bullet.clauses:
        return "acts" if len(bullet.clauses) > 1 else ""
    words = [word for word in words_of(bullet.text) if not word.mark]
    if not words:
        return "none"
    lows = {word.low for word in words[:_STATED_WITHIN]}
    states = words[0].low in generic.telling or lows & lexicon.words("be_words")
    if states and not lows & lexicon.words("first_person_subjects"):
        return "none"  # "The yard is a depot for repairing buses"
    may = any(
        word.low in generic.acts
        or (word.low.endswith("ing") and can_be(word.text, "gerund", lexicon))
        for word in words
    )
    opens = any(reading.form in FINITE_FORMS for reading in readings(words[0].text, lexicon))
    # "Reversal of", "Upkeep of": what stands in front names an act more often than a thing.
    of = len(words) > 1 and words[1].low == "of"
    return "may" if may or opens or of else "none"


def names_post(bullet: ParsedBullet, generic: GenericQuestions, lexicon: Lexicon) -> str:
    """Return the last word of the post that a line begins with ("Night porter for two lodges"), or
    an empty text."""
    places = lexicon.words("prepositions")
    words = [word for word in words_of(bullet.text) if not word.mark][: _POST_WITHIN + 1]
    at = next((n for n, word in enumerate(words) if word.low in places), 0)
    if not at:
        return ""
    title = words[at - 1].low
    named = title in generic.post_titles or title in lexicon.words("title_words")
    return title if named or f"{title} {words[at].low}" in generic.post_phrases else ""


def names_ability(bullet: ParsedBullet, generic: GenericQuestions) -> bool:
    """Whether a line tells what somebody can or knows, and not what was done: "Good knowledge
    of", "Able to"."""
    if any(clause.participation is Participation.DID for clause in bullet.clauses):
        return False
    words = [word for word in words_of(bullet.text) if not word.mark][:_ABLE_WITHIN]
    return any(word.low in generic.abilities for word in words)
