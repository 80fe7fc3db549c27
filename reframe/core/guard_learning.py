"""Who learned and who taught: "completed training" is no training that the client gave."""

from collections.abc import Iterator, Sequence

from reframe.core.derive import verbs_of
from reframe.core.lexicon import Lexicon
from reframe.core.noun_starts import phrase_behind
from reframe.core.phrases import words_of
from reframe.core.words import Word

_FORMS = ("past", "gerund", "third", "base")


def learned_as_taught(before: str, after: str, lexicon: Lexicon) -> Iterator[tuple[str, int, int]]:
    """Yield the acts of a draft that give to others what the source says the client received:
    "completed training", told as "conducted training" or as "trained clerks"."""
    source, draft = words_of(before), words_of(after)
    taking, giving = lexicon.words("taking_verbs"), lexicon.words("teaching_verbs")
    taught = {noun for noun, _ in _lessons(source, giving, lexicon)}
    lessons = [(noun, act) for noun, act in _lessons(source, taking, lexicon) if noun not in taught]
    learned = {noun for noun, _ in lessons}
    if not learned:
        return
    for noun, act in _lessons(draft, giving, lexicon):
        if noun in learned:
            yield act.text, act.start, act.end
    acts = {verb for noun in learned for verb in verbs_of(noun, lexicon)}
    acts -= {verb for word in source for verb in lexicon.lemmas(word.low, "past")}
    for word in draft:
        led = word.i > 0 and draft[word.i - 1].low in lexicon.words("be_words")
        if led or not lexicon.lemmas(word.low, "past") & acts:
            continue
        # "completed usher training", "trained ushers"
        whom = _nouns(draft, word.i, lexicon)
        kinds = [noun for _, act in lessons for noun in _nouns(source, act.i, lexicon)[:-1]]
        same = whom and whom[-1].removesuffix("s") in {kind.removesuffix("s") for kind in kinds}
        if same or any(lexicon.names_person(noun) for noun in whom):
            yield word.text, word.start, word.end


def _nouns(words: Sequence[Word], at: int, lexicon: Lexicon) -> list[str]:
    """Return the words of the phrase behind a verb, nouns in their dictionary form."""
    return [lexicon.singular(word.low) for word in phrase_behind(words, at, lexicon)]


def _lessons(
    words: Sequence[Word], verbs: frozenset[str], lexicon: Lexicon
) -> Iterator[tuple[str, Word]]:
    """Yield what was taught in the phrase behind each of these verbs, with the verb."""
    for word in words:
        if not lexicon.lemmas(word.low, *_FORMS) & verbs:
            continue
        nouns = _nouns(words, word.i, lexicon)
        end = word.i + 1 + len(nouns)
        given = [behind.low for behind in words[end : end + 1]] == ["of"]  # "training of clerks"
        if nouns and nouns[-1] in lexicon.words("lessons") and not given:
            yield nouns[-1], word
