"""Acts of one line that do not hold together: a comma alone between two ("sort mail, provide maps"),
one in another form ("wrote guides and *maintain* files"), one without its verb ("led tours and
*responsible for* tickets")."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from reframe.core.act_forms import is_only_past
from reframe.core.inflect import inflect
from reframe.core.lexicon import Lexicon
from reframe.core.mechanics_gerunds import bare_verb
from reframe.core.noun_starts import is_noun_start
from reframe.core.phrases import lows_of
from reframe.core.suggestion import Edit, repaired
from reframe.core.words import Word

_JOIN = 'Two acts are joined by "and", not by a comma alone.'
_FORM = "Acts in a row stand in one form."
_WAS = "What one was stands beside what one did with its verb."
_JOINTS = frozenset({"and", "&", "or"})
_FEWEST = 6
_FRONT = 2


def splice_edits(words: Sequence[Word], lexicon: Lexicon) -> Iterator[Edit]:
    """Yield what holds the acts of a line together, where its first word is an act."""
    if len(words) < _FEWEST:
        return
    forms = {r.form for r in lexicon.readings.get(words[0].low, ())}
    form = "past" if is_only_past(words[0], lexicon) else "base" if "base" in forms else ""
    if not form:
        return
    yield from _spliced(words, form, lexicon)
    if form == "past":
        yield from _in_one_form(words, lexicon)
        yield from _without_verb(words, lexicon)


def _spliced(words: Sequence[Word], form: str, lexicon: Lexicon) -> Iterator[Edit]:
    """Yield the "and" for the only comma of a line, in front of what can be nothing but an act with
    its object; beside another "and" the comma stays."""
    inside = lexicon.words("marks_inside")
    marks = [w for w in words if w.mark and w.low not in inside and w is not words[-1]]
    if len(marks) != 1 or marks[0].text != "," or marks[0].i + 3 >= len(words):
        return
    comma = marks[0]
    act = words[comma.i + 1]
    if form == "base":
        sure = bool(bare_verb(act, lexicon))
    else:
        readings = lexicon.readings.get(act.low, ())
        told = {r.form for r in readings}
        sure = "past" in told and not told & {"participle", "base"} and act.text.islower()
        sure = sure and not any(r.nominal or r.guessed for r in readings)
    if (
        not sure
        or not _has_object(words, act.i + 1, lexicon)
        or _is_nested(words[: comma.i], lexicon)
    ):
        return
    if form == "past" and _was_done_to(words, lexicon):
        return
    rest = [word for word in words[act.i + 1 :] if not word.low.endswith("ly")]
    for joint, word in pairwise(rest):
        forms = {r.form for r in lexicon.readings.get(word.low, ())}
        if joint.low in _JOINTS and forms & {form, "gerund"}:
            return  # "sort mail, provide maps *and answer* phones" is a row of three
    joined = any(word.low in _JOINTS for word in words)
    yield repaired(comma.start, comma.end, ", and" if joined else " and", _JOIN)


def _was_done_to(words: Sequence[Word], lexicon: Lexicon) -> bool:
    """Whether a line begins with what was done to the client: "Nominated for a prize, ..."."""
    passive = lexicon.lemmas(words[0].low, "participle") & lexicon.words("passive_openers")
    return bool(passive) and words[1].low in lexicon.words("prepositions")


def _has_object(words: Sequence[Word], at: int, lexicon: Lexicon) -> bool:
    word = words[at]
    led = lexicon.among(word.low, "determiners", "sure_adjectives", "adjectives")
    return (
        led or word.low in {"them", "it"} or bool(word.number) or is_noun_start(words, at, lexicon)
    )


def _is_nested(front: Sequence[Word], lexicon: Lexicon) -> bool:
    """Whether a clause begins in front: its act may be what stands behind the comma."""
    return any(
        word.low != "as" and lexicon.among(word.low, "relatives", "subordinators", "subjects")
        for word in front
    )


def _in_one_form(words: Sequence[Word], lexicon: Lexicon) -> Iterator[Edit]:
    """Yield the past for a bare act behind "and" in a line that begins in the past, where no "to",
    helper or clause in front wants the bare form."""
    bare = {
        two.i: bare_verb(two, lexicon)
        for one, two in pairwise(words[:-1])
        if one.low in {"and", "&"} and two.i >= _FRONT
    }
    if not any(bare.values()):
        return
    for word in words[1 : max(bare) + 1]:
        low = word.low
        aim = low == "to" and bool(lexicon.lemmas(words[word.i + 1].low, "base"))
        if aim or lexicon.among(low, "never_in_a_row", "relatives", "subjects"):
            return
        if low not in {"to", "as"} and lexicon.among(low, "modals", "subordinators"):
            return
        if lexicon.lemmas(words[word.i - 1].low) & lexicon.words("leads_to_bare_acts"):
            return
        if lexicon.is_gerund(low) and _may_act(words, word.i, lexicon):
            return  # "worked on mending nets and *sell* them": it may be selling
        verb = bare.get(word.i, "")
        if verb in lexicon.words("bare_names"):
            return
        if verb and _has_object(words, word.i + 1, lexicon):
            yield repaired(word.start, word.end, inflect(verb, "past", lexicon), _FORM)


def _may_act(words: Sequence[Word], at: int, lexicon: Lexicon) -> bool:
    """Whether a word in -ing may be an act here: behind a preposition, or no name of a trade."""
    led = words[at - 1].low in lexicon.words("prepositions")
    return led or not lexicon.among(words[at].low, "gerund_nouns", "things_in_ing")


def _without_verb(words: Sequence[Word], lexicon: Lexicon) -> Iterator[Edit]:
    """Yield the "was" of "and responsible for" behind an act and its object."""
    starts = lexicon.words("starts_of_was")
    if starts.isdisjoint(lows_of(words)):
        return
    if words[1].low in lexicon.words("prepositions") or words[0].low in lexicon.words("made_so"):
        return
    for word in words[3:-2]:
        if lexicon.among(word.low, "relatives", "be_words", "subjects"):
            return
        said = f"{word.low} {words[word.i + 1].low}"
        if said not in lexicon.words("was_so") or words[word.i - 1].low not in {"and", "&"}:
            continue
        front = words[word.i - 2]
        thing = front.text == "," or is_noun_start(words, front.i, lexicon)
        told = lexicon.among(front.low, "told_of_people", "describing", "adjectives")
        if thing and not told:
            yield repaired(word.start, word.start, "was ", _WAS)
            return
