"""Acts of a draft that the source only names: as a topic, as what a thing was for, as what others
did before the client's eyes."""

from collections.abc import Iterator, Sequence

from reframe.core.derive import verbs_of
from reframe.core.lexicon import Lexicon
from reframe.core.phrases import words_of
from reframe.core.words import Word


def topics_as_acts(before: str, after: str, lexicon: Lexicon) -> Iterator[tuple[str, int, int]]:
    """Yield the acts of a draft that the source only speaks of ("a course on leading teams"), that
    something was for ("parts for assembly"), that others were watched at ("watched surgeons
    treating patients"), that only went on meanwhile ("during installation") or were planned ("plans
    for the opening of a store")."""
    words = words_of(before)
    topics = _spoken_of(words, lexicon) | _meant_for(words, lexicon) | _watched(words, lexicon)
    topics |= _gone_on(words, lexicon) | _planned(words, lexicon)
    # "Trained nurses in drawing blood and drew it too" tells of an act besides.
    topics -= {verb for word in words for verb in lexicon.lemmas(word.low, "past")}
    if not topics:
        return
    undone = lexicon.words("be_words") | {"to"}
    said = words_of(after)
    for at, word in enumerate(said):
        leads = said[at - 1].low if at else ""
        forms = ("past", "gerund") if leads in lexicon.words("act_leading") else ("past",)
        by_another = "by" in [w.low for w in said[at + 1 : at + 3]]  # "signed off *by the lead*"
        if leads in undone or by_another:
            continue
        if lexicon.lemmas(word.low, *forms) & topics:
            yield word.text, word.start, word.end


def _spoken_of(words: Sequence[Word], lexicon: Lexicon) -> set[str]:
    topics: set[str] = set()
    for at, word in enumerate(words[1:-1], start=1):
        front = {w.low for w in words[max(at - 4, 0) : at]}
        if word.low in lexicon.words("topic_leads") and front & lexicon.words("topic_holders"):
            topics |= lexicon.lemmas(words[at + 1].low, "gerund")
            noun = at + 1 + (words[at + 1].low in lexicon.words("articles"))
            if [w.low for w in words[noun + 1 : noun + 2]] == ["of"]:
                topics |= verbs_of(words[noun].low, lexicon)  # "on the restoration of prairie"
    return topics


def _meant_for(words: Sequence[Word], lexicon: Lexicon) -> set[str]:
    """Return the acts that things were for; a duty is for what was done ("responsible for")."""
    duties = lexicon.words("part_signs") | lexicon.words("duty_nouns")
    if any(word.low in duties for word in words):
        return set()
    topics: set[str] = set()
    for at, word in enumerate(words[1:-1], start=1):
        front, behind = words[at - 1], words[at + 1]
        if word.low == "for" and not front.mark and not _served(words, at, lexicon):
            topics |= lexicon.lemmas(behind.low, "gerund") | verbs_of(behind.low, lexicon)
    return topics


def _served(words: Sequence[Word], at: int, lexicon: Lexicon) -> bool:
    """Whether the last act in front is the use of a tool: "used a lathe *for* turning legs"."""
    lemmas = (lexicon.lemmas(word.low, "past", "gerund") for word in reversed(words[:at]))
    last = next((verbs for verbs in lemmas if verbs), set())
    return bool(last & lexicon.words("tool_verbs"))


def _planned(words: Sequence[Word], lexicon: Lexicon) -> set[str]:
    """Return the acts that a plan, a proposal or the like was for."""
    acts: set[str] = set()
    for front, lead, first, *_ in zip(words, words[1:], words[2:], strict=False):
        planned = front.low in lexicon.words("plan_nouns")
        if not planned or lead.low not in lexicon.words("plan_leads"):
            continue
        at = first.i + (first.low in lexicon.words("determiners"))
        low = words[at].low if at < len(words) else ""
        acts |= lexicon.lemmas(low, "base" if lead.low == "to" else "gerund")
        acts |= set() if lead.low == "to" else verbs_of(low, lexicon)
    return acts


def _watched(words: Sequence[Word], lexicon: Lexicon) -> set[str]:
    """Return the acts of people whom the client watched or led."""
    topics: set[str] = set()
    for front, word, behind in zip(words, words[1:], words[2:], strict=False):
        thing = not word.mark and word.low not in lexicon.words("function")
        if lexicon.lemmas(front.low) & lexicon.words("watching_verbs") and thing:
            topics |= lexicon.lemmas(behind.low, "gerund")
    return topics


def _gone_on(words: Sequence[Word], lexicon: Lexicon) -> set[str]:
    """Return the acts that only tell when another was done, whoever did them: "tested systems
    during *installation of* servers"."""
    acts: set[str] = set()
    idle = lexicon.words("determiners") | lexicon.words("conjunctions")
    for lead in words:
        if lead.low not in lexicon.words("meanwhile_leads"):
            continue
        row: set[str] = set()
        for word in words[lead.i + 1 :]:
            named = set() if lexicon.is_gerund(word.low) else verbs_of(word.low, lexicon)
            if word.low == "of":
                acts |= row
            if not named and word.low not in idle:
                break
            row |= named
    return acts
