"""Words that are acts elsewhere and name a thing with the noun behind: "training materials"."""

from collections.abc import Mapping, Sequence

from reframe.core.lexicon import Lexicon
from reframe.core.once import once_for


def is_named(low: str, nouns: Sequence[str], lexicon: Lexicon) -> bool:
    """Return whether a word in lower case and the bare nouns right behind it name a thing.

    By the last noun ("training class materials"), or by the first: always where the word hardly
    ever acts ("direct mail campaigns", "hearing aid repairs"), and behind another -ing word where
    the last names an act ("filing system maintenance", but "hiring team members").
    """
    heads = _heads(lexicon).get(low)
    if heads is None or not nouns:
        return False
    last = nouns[-1]
    endings = tuple(lexicon.words("act_endings"))
    named = last in lexicon.words("act_nouns") or last in lexicon.words("duty_names")
    acted = named or last.removesuffix("s").endswith(endings)
    first = acted or low in lexicon.maps["named_fronts"]
    return nouns[-1] in heads or (first and nouns[0] in heads)


def may_name(low: str, lexicon: Lexicon) -> bool:
    """Return whether a word is the first of any such pair."""
    return low in _heads(lexicon)


@once_for
def _heads(lexicon: Lexicon) -> Mapping[str, frozenset[str]]:
    rows = {**lexicon.maps["named_fronts"], **lexicon.maps["named_gerunds"]}
    return {low: frozenset(_forms(heads.split())) for low, heads in rows.items()}


def _forms(heads: Sequence[str]) -> list[str]:
    forms = [*heads]
    for head in heads:
        if head.endswith("y") and head[-2] not in "aeiou":
            forms.append(f"{head[:-1]}ies")
        else:
            forms.append(f"{head}es" if head.endswith(("s", "x", "ch", "sh")) else f"{head}s")
    return forms
