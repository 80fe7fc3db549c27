"""Articles that no style leaves out: "in *a* fast-paced work environment", "in *the* US", "of *the*
following boats:"."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from reframe.core.lexicon import Lexicon
from reframe.core.mechanics_sounds import article_for
from reframe.core.suggestion import Edit, repaired
from reframe.core.words import Word

_SETTING = "A place of work that is described takes the article."
_LAND = "The name of this land takes the article."
_LIST = "What follows is a list that is pointed at."
_REACH = 8


def setting_edits(words: Sequence[Word], lexicon: Lexicon) -> Iterator[Edit]:
    """Yield the "a" of an environment, a setting or the like that words describe."""
    for noun in words:
        if noun.text not in lexicon.words("described_settings") or noun.i < 2:
            continue
        first = _first(words, noun.i, lexicon)
        bare = first == noun.i or (
            words[first : noun.i] == words[noun.i - 1 : noun.i]
            and (words[first].low in lexicon.words("settings_of_ones_own"))
        )
        if bare or not first or words[first - 1].text not in lexicon.words("leads_to_settings"):
            continue  # "in work environment": in that of the job
        article = article_for(words[first], lexicon)
        if article and _closes(words, noun.i + 1, lexicon):
            start = words[first].start
            yield repaired(start, start, f"{article} ", _SETTING)


def _first(words: Sequence[Word], noun: int, lexicon: Lexicon) -> int:
    """Return where what describes a noun begins; the noun itself where nothing does."""
    at = noun
    while at > 1 and noun - at < _REACH:
        before = words[at - 1]
        if _describes(before, lexicon):
            at -= 1
        elif at < noun and before.low in {",", "and"} and _describes(words[at - 2], lexicon):
            at -= 1 if words[at - 2].low == "," else 2
        else:
            break
    return at


def _describes(word: Word, lexicon: Lexicon) -> bool:
    low = word.low
    closed = lexicon.words("determiners") | lexicon.words("prepositions")
    if word.mark or not word.text.islower() or low in closed:
        return False  # "under" is an adjective too
    joined = "-" in low and low.endswith(tuple(lexicon.words("setting_endings")))
    named = ("describes_settings", "sure_adjectives", "adjectives")
    return joined or any(low in lexicon.words(name) for name in named)


def _closes(words: Sequence[Word], at: int, lexicon: Lexicon) -> bool:
    """Whether a phrase ends in front of a word: "environment *variables*" goes on."""
    if at >= len(words) or (words[at].mark and words[at].low not in {"/", "-"}):
        return True
    low = words[at].low
    named = ("phrase_stops", "ing_prepositions", "relatives", "told_beside")
    return any(low in lexicon.words(name) for name in named)


def land_edits(words: Sequence[Word], lexicon: Lexicon) -> Iterator[Edit]:
    """Yield the "the" of "in US" and "from Netherlands", where the name describes nothing."""
    for lead, name in pairwise(words):
        if lead.text not in lexicon.words("leads_to_lands"):
            continue
        last = name.i
        if name.text not in lexicon.words("lands_with_the"):
            pair = " ".join(word.text for word in words[name.i : name.i + 2])
            if pair not in lexicon.words("lands_with_the"):
                continue
            last += 1
        if _stands_alone(words, last + 1, lexicon):
            yield repaired(name.start, name.start, "the ", _LAND)


def _stands_alone(words: Sequence[Word], at: int, lexicon: Lexicon) -> bool:
    """Whether nothing follows that a name could describe, alone or with another: "in US *and
    Canadian* offices"."""
    if at >= len(words):
        return True
    behind = words[at]
    if behind.low in {",", "and", "or", "&"}:
        follower = words[at + 1] if at + 1 < len(words) else None
        if follower is None:
            return behind.low == ","
        if not follower.text[:1].isupper():
            return behind.low == ","
        peoples, lands = (tuple(lexicon.words(n)) for n in ("people_endings", "land_endings"))
        place = not follower.low.endswith(peoples) or follower.low.endswith(lands)
        return place and not follower.text.islower() and _ends_list(words, at + 2, lexicon)
    return behind.text in {".", ";", ")"} or behind.low in lexicon.words("bare_leads")


def _ends_list(words: Sequence[Word], at: int, lexicon: Lexicon) -> bool:
    """Whether another place ends in front of a word, or one more name or mark goes on."""
    if at >= len(words) or words[at].mark or words[at].text[:1].isupper():
        return True
    low = words[at].low
    return low in lexicon.words("behind_lands") or low in lexicon.words("bare_leads")


def following_edits(words: Sequence[Word], lexicon: Lexicon) -> Iterator[Edit]:
    """Yield the "the" of a list that a colon opens: "in charge of *following* boats:"; rules may be
    followed ("for following *rules*:")."""
    for lead, word in pairwise(words):
        if word.text != "following" or lead.mark:
            continue
        acts = lexicon.lemmas(lead.low) & lexicon.words("leads_to_lists")
        if not acts and lead.low not in lexicon.words("bare_leads"):
            continue
        for behind in words[word.i + 1 : word.i + 5]:
            if behind.low == ":":
                yield repaired(word.start, word.start, "the ", _LIST)
                break
            if behind.mark or behind.low in lexicon.words("may_be_followed"):
                break
