"""What somebody else did beside the client, told in one way: "; the owner cut the tops", ", with
the owner cutting the tops", "The tops were cut by the owner" as ", with the tops cut by the owner"."""

import re
from functools import partial

from reframe.core.guard_plain import Plain, put
from reframe.core.inflect import inflect
from reframe.core.lexicon import Lexicon

_JOINT = r"(?:[,;.] (?:and |while |whereas |but |then )?| (?:while|whereas|but) )"
_SOMEBODY = r"(?P<clause>(?:the|an?|my|our|another) [^,;.]+)(?=[.,;]|$)"
_BY = (
    r"(?P<done>[a-z]+(?: [a-z]+)?) by "
    r"(?P<who>(?:the|an?|my|our|another) [^,;.]+)(?=[.,;]|$)"
)
_THING = r"(?:all (?:of )?)?(?P<thing>(?:the |its |their |every |each )?(?:[\w-]+ ){0,3}?[\w-]+)"

_PASSIVES = (
    re.compile(rf"{_JOINT}{_THING} (?:was|were|being) (?:all )?{_BY}", re.IGNORECASE),
    re.compile(rf",? with {_THING} (?:being )?{_BY}", re.IGNORECASE),
)
_ACTIVES = (
    ("gerund", re.compile(rf",? with {_SOMEBODY}", re.IGNORECASE)),
    ("past", re.compile(rf"{_JOINT}{_SOMEBODY}", re.IGNORECASE)),
)
_LONGEST_WHO = 6
_LONGEST_THING = 6
_SHORTEST_DOER = 5
"""Shorter nouns that end so name no doer ("water", "paper")."""


def told_beside(plain: Plain, lexicon: Lexicon) -> Plain:
    """Return a text with each clause of what somebody else did in one shape."""
    for pattern in _PASSIVES:
        plain = put(plain, pattern, partial(_from_passive, lexicon=lexicon))
    for form, pattern in _ACTIVES:
        plain = put(plain, pattern, partial(_from_active, form=form, lexicon=lexicon))
    return plain


def _from_passive(match: re.Match[str], lexicon: Lexicon) -> str:
    act, *particle = match["done"].casefold().split()
    lemmas = lexicon.lemmas(act, "participle")
    loose = any(word not in lexicon.words("particles") for word in particle)
    if not lemmas or loose or not _names_person(match["who"].split()[-1], lexicon):
        return match.group()
    done = [inflect(min(lemmas), "participle", lexicon), *particle]
    return _told(match["thing"], " ".join(done), match["who"])


def _from_active(match: re.Match[str], form: str, lexicon: Lexicon) -> str:
    words = [word for word in match["clause"].split() if word != "then"]
    helping = lexicon.words("be_words") | lexicon.words("agent_auxiliaries")
    for at in range(2, min(len(words) - 1, _LONGEST_WHO)):
        if words[at].casefold() in helping:
            break  # "the lead *was* on leave" tells of no act
        lemmas = lexicon.lemmas(words[at].casefold(), form)
        if not lemmas or not _names_person(words[at - 1], lexicon):
            continue
        behind = at + 1 + (words[at + 1] in lexicon.words("particles"))
        done = [inflect(min(lemmas), "participle", lexicon), *words[at + 1 : behind]]
        thing = re.sub(r"^all (?:of )?", "", " ".join(words[behind:]))
        if 0 < len(thing.split()) <= _LONGEST_THING:
            return _told(thing, " ".join(done), " ".join(words[:at]))
    return match.group()


def _told(thing: str, done: str, who: str) -> str:
    thing, who = thing[:1].lower() + thing[1:], who[:1].lower() + who[1:]
    return f", with {thing} {done} by {who}"


def _names_person(noun: str, lexicon: Lexicon) -> bool:
    single = lexicon.singular(noun.casefold())
    doer = len(single) > _SHORTEST_DOER and single.endswith(tuple(lexicon.words("doer_endings")))
    return doer or lexicon.among(single, "people", "title_words")
