"""The verb that a word is made of: "arrangement" of "arrange", "repositioning" of "reposition"."""

from functools import lru_cache

from reframe.core.lexicon import Lexicon


@lru_cache(maxsize=16384)
def verbs_of(noun: str, lexicon: Lexicon) -> frozenset[str]:
    """Return the verbs whose act a noun names, in lower case; empty where the tables know none.

    The table of act nouns decides; for other nouns the endings of ``act_endings`` are tried,
    and only verbs that the tables know count.
    """
    low = noun.casefold()
    if (known := lexicon.maps["act_nouns"].get(low)) is not None:
        return frozenset({known})
    found = {r.lemma for r in lexicon.readings.get(low, ()) if r.form == "gerund"}
    single = low.removesuffix("s") if not low.endswith("ss") else low
    for ending, stems in lexicon.maps["act_endings"].items():
        if single.endswith(ending) and len(single) > len(ending) + 2:
            bare = single.removesuffix(ending)
            found |= {v for s in stems.split() if (v := bare + s.strip("-")) in lexicon.verbs}
    return frozenset(found)


def regular_verbs(word: str, lexicon: Lexicon) -> frozenset[str]:
    """Return the words that a regular form in lower case may come from, where the tables of verbs
    do not know it: those that have a family of their own ("redacted"), and known verbs done
    again ("rebooking")."""
    found = set()
    for ending in ("ing", "ed"):
        bare = word.removesuffix(ending)
        if bare != word and len(bare) > 2:
            doubled = bare[:-1] if bare[-1] == bare[-2] else bare
            short = f"{bare[:-1]}y" if bare.endswith("i") else bare
            found |= {bare, f"{bare}e", doubled, short}
    again = {verb for verb in found if verb[:2] == "re" and verb[2:] in lexicon.verbs}
    return frozenset(found & lexicon.kin.keys() | again)
