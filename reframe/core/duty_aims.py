"""Duties to bring something about: "responsible for reducing costs" says nothing of costs that
went down."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from reframe.core.bullet import Segment
from reframe.core.claims import Claim
from reframe.core.lexicon import Lexicon
from reframe.core.phrases import words_of
from reframe.core.words import Word

_NEAR = 4


def aims(segment: Segment, words: Sequence[Word], lexicon: Lexicon) -> bool:
    """Return whether a duty is to bring something about, and not to do it: "meeting quotas" says
    nothing of quotas that were met, nor "turning around the branch" of a branch that turned."""
    goals, changes = lexicon.words("goal_nouns"), lexicon.words("grown_things")
    verbs = {word.start: word.i for word in words}
    none = lexicon.words("losing_none")
    if any(one.low == "with" and two.low in none for one, two in pairwise(words)):
        return True  # "tasked to move stock with no losses": nobody says that none was lost
    for clause in segment.clauses:
        lemma = clause.verb.lemma
        heads = {lexicon.singular(thing.text) for thing in clause.objects}
        if (
            lexicon.claim_of(lemma) is Claim.OUTCOME
            or (lemma in lexicon.words("goal_verbs") and heads & goals)
            or (lemma in lexicon.words("growth_verbs") and heads & changes)
            or heads & {*lexicon.maps["won_things"].get(lemma, "").split()}
            or _turns(words, verbs.get(clause.verb.start), lemma, lexicon)
        ):
            return True
    return False


def duties_as_results(before: str, after: str, lexicon: Lexicon) -> Iterator[tuple[str, int, int]]:
    """Yield the verbs of change that a draft tells as done, and its source only as a duty: "Hired
    to turn around a branch", "Turned around a branch"."""
    source, draft = words_of(before), words_of(after)
    first = _announced(source, lexicon)
    if first is None or _announced(draft, lexicon) is not None:
        return
    meant = {
        verb
        for word in source[first:]
        for verb in lexicon.lemmas(word.low, "base", "gerund")
        if _changes(source, word.i, verb, lexicon)
    }
    done = {verb for word in source for verb in lexicon.lemmas(word.low, "past")}
    for word in draft:
        for verb in lexicon.lemmas(word.low, "past") & meant - done:
            if _changes(draft, word.i, verb, lexicon):
                yield word.text, word.start, word.end
                break


def _announced(words: Sequence[Word], lexicon: Lexicon) -> int | None:
    """Return where a duty or an effort is announced: "*responsible* for", "*worked* to"."""
    for word in words:
        behind = words[word.i + 1].low if word.i + 1 < len(words) else ""
        effort = behind == "to" and lexicon.lemmas(word.low) & lexicon.words("effort_verbs")
        if effort or word.low in lexicon.words("duty_markers"):
            return word.i
    return None


def _changes(words: Sequence[Word], at: int, lemma: str, lexicon: Lexicon) -> bool:
    """Whether a verb tells of what came of an act, whatever else it is said of."""
    if lemma in lexicon.maps["turning_verbs"]:
        return _turns(words, at, lemma, lexicon)
    outcome = lexicon.claim_of(lemma) is Claim.OUTCOME
    return outcome and lemma not in lexicon.words("done_by_doing")


def _turns(words: Sequence[Word], at: int | None, lemma: str, lexicon: Lexicon) -> bool:
    """Whether a verb tells of a change together with its particle: "turned *around*", "drove
    times *down*"."""
    particles = lexicon.maps["turning_verbs"].get(lemma, "").split()
    if at is None or not particles:
        return False
    for word in words[at + 1 : at + 1 + _NEAR]:
        if word.low in particles:  # "drove trucks down *to* Texas"
            return not any(w.low in lexicon.words("ways_there") for w in words[word.i + 1 :][:1])
        if word.mark or word.low in lexicon.words("prepositions"):
            return False
    return False
