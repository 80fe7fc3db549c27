"""Who receives and what they receive: either may stand as the object of an act."""

from itertools import takewhile

from reframe.core.guard_match import Matched
from reframe.core.lexicon import Lexicon

_LEADS = frozenset({"DT", "PRP$"})


def gives_alike(
    act: int, source: int, pairs: Matched, ties: tuple[str, str], lexicon: Lexicon
) -> bool:
    """Return whether an act of the draft and its source take the two the other way round: "tutored
    algebra to students", "tutored students in algebra". ``ties`` are what ties the one who
    receives in the source and in the draft."""
    there, here = (pairs.before, source), (pairs.after, act)
    if ties == ("to", "object"):
        given, received, origins = there, here, pairs.back
    elif ties == ("object", "to"):
        given, received, origins = here, there, pairs.words
    else:
        return False
    things = (origins[i] for i in given[0].below(given[1], frozenset({"obj"})) if i in origins)
    leads = lexicon.words("given_places")
    return any(
        i in received[0].children[received[1]] and received[0].keys_below(i, "case") & leads
        for i in things
    )


def receives(at: int, source: int, tied: int, pairs: Matched, lexicon: Lexicon) -> bool:
    """Return whether a noun stands where who receives does, right behind an act of giving."""
    word, giving = pairs.after.words[at], lexicon.words("giving_verbs")
    if word.tag == "NNS" and pairs.before.words[tied].forms & giving:
        return True
    act = pairs.after.last_act(at)
    if act is None or pairs.words.get(act) != tied or not pairs.after.words[act].forms & giving:
        return False
    between = pairs.after.words[act + 1 : at]
    if word.tag != "NNS" and not any(w.tag in _LEADS for w in between):
        return False  # "sent vendor invoices" does not tell to whom
    # "gave the *project* lead feedback" where the source has a "project lead"
    own = len([*takewhile(lambda w: w.tag not in _LEADS, reversed(between))])
    led, described = between[: len(between) - own], between[len(between) - own :]
    same = [w.key for w in described] == [w.key for w in pairs.before.words[source - own : source]]
    return not any(w.stated or w.token.mark for w in (led if same else between))
