"""Which part a text in free words gives the client in what each of its words tells of."""

from collections.abc import Iterator, Set

from reframe.core.derive import verbs_of
from reframe.core.guard_said import Said, Word
from reframe.core.guard_said_read import acts_named
from reframe.core.guard_weigh_acts import FINITE, has_client
from reframe.core.lexicon import Lexicon

_BESIDE = frozenset({"conj", "parataxis", "cc", "nsubj", "advcl", "punct"})


def parts(said: Said, lexicon: Lexicon) -> list[str]:
    """Return for each word the part that a word above it gives the client, "" for their own act."""
    found = [""] * len(said.words)
    for at, word in enumerate(said.words):
        kind = part_of(word, lexicon)
        if lent := _lent(at, said, lexicon):
            for below in (*_under(at, said, lexicon), *_under(word.head, said, lexicon)):
                if below != at:
                    found[below] = found[below] or lent
        cases = said.keys_below(at, "case")
        # "an environment of *learning*"
        bare = "of" in said.keys_below(at, "mark") and not said.below(at, frozenset({"obj", "obl"}))
        theirs = word.tag == "VBN" and "by" in _cases_behind(at, said)  # "supported by the mayor"
        front = said.words[word.head] if word.label == "conj" else word
        # "support for 40 sites", "re-shelving of books and *helping of* patrons"
        named = front.label == "ROOT" and {front.tag[:2], word.tag[:2]} == {"NN"}
        told = word.tag[:1] in "VJ" or "in" in cases or named
        if kind and word.stated and told and not (bare or theirs):
            for below in _under(at, said, lexicon):
                found[below] = found[below] or kind
    return found


def _lent(at: int, said: Said, lexicon: Lexicon) -> str:
    """Return the part of the noun that an empty verb lends to somebody: "provided one-on-one
    *support* to pupils", "" for none."""
    word = said.words[at]
    verb = said.words[word.head]
    given = word.label == "obj" or (word.label == "obl" and "with" in said.keys_below(at, "case"))
    carried = given and verb.act and verb.forms & lexicon.words("support_verbs")
    if not carried or word.tag[:2] != "NN":
        return ""
    return _kind(word.forms | verbs_of(lexicon.singular(word.key), lexicon), lexicon)


def _cases_behind(at: int, said: Said) -> set[str]:
    """Return the prepositions that lead from a verb."""
    return {
        case
        for i in said.below(at, frozenset({"obl", "obl:agent"}))
        for case in said.keys_below(i, "case")
    }


def _under(at: int, said: Said, lexicon: Lexicon) -> Iterator[int]:
    """Yield the words that a word of part governs, without the acts that stand beside it."""
    for child in said.children[at]:
        marks = said.keys_below(child, "mark")
        # "assisted in closing wounds and in applying casts"
        clause = said.words[child].label in ("advcl", "conj")
        inside = clause and bool(marks & lexicon.words("part_leads"))
        inside = inside and (
            said.words[child].tag == "VBG" or bool(marks & lexicon.words("noun_part_leads"))
        )
        inside = inside or _goes_on(child, said, lexicon) or _lists_on(child, said, lexicon)
        if _is_told(child, said, lexicon):
            continue
        if inside or said.words[child].label not in _BESIDE:
            yield from _whole(child, said, lexicon)


def _is_told(at: int, said: Said, lexicon: Lexicon) -> bool:
    """Whether an -ing word is told as an act of its own: "assisted with a stand, *was writing*"."""
    word = said.words[at]
    theirs = "who" in said.keys_below(at, "nsubj")  # "helped patrons *who* were needing"
    return (
        word.tag == "VBG"
        and not theirs
        and bool(said.keys_below(at, "aux") & lexicon.words("be_words"))
    )


def _goes_on(at: int, said: Said, lexicon: Lexicon) -> bool:
    """Whether an -ing word that "and" joins to an act in the past, or a plain form beside one, goes
    on with what stands under it, whatever the parse: "helped with trims and cleaning kennels"."""
    word, front = said.words[at], said.words[said.words[at].head]
    joined = at > 0 and said.words[at - 1].tag == "CC"
    bare = front.tag == "VBD" and front.forms & lexicon.words("bare_helpers")
    if word.label == "conj" and word.tag == "VB" and bare:
        # "helped the nurse lift, *wash* and dress patients"
        return not said.below(at, frozenset({"mark", "aux"}))
    # "Assist with baths, meals, and *folding* linen"
    listed = at > 1 and said.words[at - 2].token.text == ","
    finite = front.tag in FINITE or (front.tag == "VB" and front.label == "ROOT" and listed)
    return word.label == "conj" and word.tag == "VBG" and finite and joined


def _lists_on(at: int, said: Said, lexicon: Lexicon) -> bool:
    """Whether the noun of an act behind a comma goes on with what help was with: "assisted with
    shaping of hulls, *removal* of paint"."""
    word = said.words[at]
    listed = word.label == "parataxis" and at > 0 and said.words[at - 1].token.text == ","
    return listed and word.tag[:2] == "NN" and not word.act and bool(acts_named(word.key, lexicon))


def _is_of_root(at: int, said: Said) -> bool:
    """Whether a plain form goes on with a line that a plain form opens, where the parse joined it
    to an -ing word: "Assist with cleaning and *provide* rides"."""
    word, root = said.words[at], said.words[(at, *said.above(at))[-1]]
    joined = word.label == "conj" and said.words[word.head].tag == "VBG"
    return (
        joined and word.tag == root.tag == "VB" and not said.below(at, frozenset({"mark", "aux"}))
    )


def _whole(at: int, said: Said, lexicon: Lexicon) -> Iterator[int]:
    word = said.words[at]
    own = word.label == "conj" and word.tag in FINITE and said.words[word.head].tag not in FINITE
    own = own or (word.label == "conj" and has_client(at, said, lexicon))
    if own or _is_of_root(at, said) or _is_told(at, said, lexicon):
        return  # an act of its own that the parse hung too low
    yield at
    for child in said.children[at]:
        yield from _whole(child, said, lexicon)


def part_of(word: Word, lexicon: Lexicon) -> str:
    """Return the part that a word gives the client, "" for none."""
    return _kind(word.forms, lexicon)


def _kind(forms: Set[str], lexicon: Lexicon) -> str:
    kinds = lexicon.maps["part_words"]
    return next((kinds[form] for form in sorted(forms) if form in kinds), "")
