"""The verb that an act noun is made of: "arrangement" of "arrange", "inspection" of "inspect"."""

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
