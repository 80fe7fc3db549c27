"""One thing of a source that a draft tells as many: "ran a class of 9", "ran classes of 9"."""

from reframe.core.derive import verbs_of
from reframe.core.guard_match import Matched
from reframe.core.guard_said import Said
from reframe.core.lexicon import Lexicon

_NEAR = 3


def became_many(at: int, source: int, pairs: Matched, lexicon: Lexicon) -> bool:
    """Return whether one thing is now many: not an act, which is done again and again ("demonstration"),
    nor what each of many has ("the temperature of the freezers")."""
    word, origin = pairs.after.words[at], pairs.before.words[source]
    if (origin.tag, word.tag) not in (("NN", "NNS"), ("NNP", "NNPS")):
        return False
    kinds = ("compound", "nmod:poss")
    row = [source, *pairs.before.above(source)[: 1 if origin.label == "conj" else 0]]
    if word.label in kinds or any(pairs.before.words[i].label in kinds for i in row):
        return False  # "brake and *clutch* replacements"
    if origin.key in lexicon.words("freely_many"):
        return False
    near = pairs.before.words[max(source - _NEAR, 0) : source + _NEAR + 1]
    if sum(w.key == origin.key for w in near) > 1:
        return False  # "gate 4 and *gate* 5", "gates 4 and 5"
    if any(w.key in lexicon.words("condition_words") for w in pairs.before.words):
        return False  # "if the press jammed, cleared the jam": as often as it happened
    below = pairs.before.below(source, frozenset({"nmod", "nummod", "det"}))
    single = any(pairs.before.words[i].key in lexicon.words("one_of_them") for i in below)
    measures = lexicon.words("measured_in")
    several = (pairs.before.words[i] for i in below if pairs.before.words[i].tag == "NNS")
    if any(not single or lexicon.singular(w.key) in measures for w in several):
        return False
    if _bare(source, pairs):
        return False  # "sent out notice": one of them would have its article
    counts = {*pairs.before.below(source, frozenset({"nummod"})), *_in_front(source, pairs.before)}
    figures = (pairs.before.words[i].token.figure for i in counts)
    if any(figure is not None and figure.values[-1] > 1 for figure in figures):
        return False  # "150 staff"
    owner = pairs.before.below(source, frozenset({"nmod:poss"}))
    if any(pairs.before.words[i].key in lexicon.words("their_words") for i in owner):
        return False  # "a smile on their face"
    if not any(pairs.before.words[i].label == "det" for i in below) and verbs_of(
        origin.key, lexicon
    ):
        return False
    return word.token.key != origin.token.key


def _bare(source: int, pairs: Matched) -> bool:
    """Whether a noun stands alone where one of a kind would take an article."""
    words = pairs.before.words
    leads = frozenset({"det", "nmod:poss", "nummod"})
    row = [source, words[source].head] if words[source].label == "conj" else [source]
    if len(row) > 1 and words[row[-1]].tag == "NNS" and not pairs.before.below(source, leads):
        return True  # "meetings, trainings and *drill*"
    if any(pairs.before.below(i, leads) for i in row):
        return False
    # "Load product onto truck": a line without any article
    terse = not any(word.tag == "DT" for word in words)
    case = any(pairs.before.below(i, frozenset({"case"})) for i in row)
    return (words[row[-1]].label == "obj" and not case) or (words[row[-1]].label == "obl" and terse)


def _in_front(at: int, said: Said) -> list[int]:
    """Return the figure that stands in front of a noun with one word in between: "two other devs"."""
    front = [i for i in range(max(at - _NEAR, 0), at) if said.words[i].label == "nummod"]
    return [i for i in front if not any(w.act or w.token.mark for w in said.words[i:at])]
