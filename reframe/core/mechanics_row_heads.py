"""Acts at the head of a line and their like: "*Plan* and handled numerous fairs", "Sorted mail, ...,
and *sort* it again", "fed calves; *milking of* goats"."""

from collections.abc import Iterator, Sequence

from reframe.core.act_forms import is_only_past
from reframe.core.bullet import VerbForm
from reframe.core.inflect import inflect
from reframe.core.lexicon import Lexicon
from reframe.core.mechanics_gerunds import bare_verb
from reframe.core.noun_starts import is_noun_start
from reframe.core.sentence_case import like
from reframe.core.suggestion import Edit, repaired
from reframe.core.words import Word

_WHY = "Acts in a row stand in one form."
_AGAIN = "The act is told once for both."
_BEHIND = 2


def row_head_edits(words: Sequence[Word], lexicon: Lexicon) -> Iterator[Edit]:
    """Yield one form for the acts that begin a line and what is told like them further on."""
    if len(words) <= _BEHIND + 1:
        return
    yield from _pair(words, lexicon)
    yield from _again(words, lexicon)
    yield from _broken_off(words, lexicon)


def _pair(words: Sequence[Word], lexicon: Lexicon) -> Iterator[Edit]:
    """Yield the past for one of two acts that nothing but "and" parts, where the other has it."""
    one, joint, two, behind = words[:4]
    if joint.low not in {"and", "&"} or not two.text.islower():
        return
    first, second = _plain(one, lexicon), _plain(two, lexicon)
    shown = behind.low in lexicon.words("determiners") | lexicon.words("counts_many_things")
    if is_only_past(one, lexicon) and second:
        noun = any(r.nominal for r in lexicon.readings.get(two.low, ()))
        if shown or (not noun and is_noun_start(words, behind.i, lexicon)):
            yield repaired(two.start, two.end, inflect(second, "past", lexicon), _WHY)
    elif is_only_past(one, lexicon) and (third := _third(two, lexicon)):
        if behind.spaced and not behind.mark and behind.low not in lexicon.words("phrase_stops"):
            yield repaired(two.start, two.end, inflect(third, "past", lexicon), _WHY)
    elif (form := _only_form(one, lexicon)) and second and bare_verb(two, lexicon):
        if shown or is_noun_start(words, behind.i, lexicon):
            yield repaired(two.start, two.end, inflect(second, form, lexicon), _WHY)
    elif first and is_only_past(two, lexicon) and shown:
        told = like(inflect(first, "past", lexicon), one.text)
        yield repaired(one.start, one.end, told, _WHY)


def _plain(word: Word, lexicon: Lexicon) -> str:
    """Return the verb that a word is the plain form of and no other form, or ""."""
    lemmas = lexicon.lemmas(word.low, "base")
    other = lexicon.lemmas(word.low, "past", "participle", "gerund")
    return min(lemmas) if len(lemmas) == 1 and not other else ""


def _only_form(word: Word, lexicon: Lexicon) -> VerbForm | None:
    """Return the form of an act of somebody today or in -ing that can be no thing: "*maintains* and
    provide", "*assisting* and provide"."""
    readings = lexicon.readings.get(word.low, ())
    if any(r.nominal or r.guessed for r in readings) or lexicon.among(
        word.low, "gerund_nouns", "things_in_ing"
    ):
        return None
    forms = {r.form for r in readings}
    return "third" if forms == {"third"} else "gerund" if forms == {"gerund"} else None


def _third(word: Word, lexicon: Lexicon) -> str:
    """Return the verb that a word tells of somebody today, or ""; a plural that is no known act in
    the past ("fixed and *mobiles*") is none."""
    found = lexicon.lemmas(word.low, "third")
    known = {lemma for lemma in found if lexicon.verb(lemma) is not None}
    return min(known) if len(found) == 1 and known else ""


def _again(words: Sequence[Word], lexicon: Lexicon) -> Iterator[Edit]:
    """Yield the past for the first act of a line told once more behind "and": "Sat in on talks, ...,
    and *sit in on* meetings"; behind "and also" the tie alone says it."""
    tie = words[1]
    if tie.low not in lexicon.words("bare_leads"):
        return
    heads = lexicon.lemmas(words[0].low)
    nested = lexicon.words("relatives") | {".", ";", ":"}
    for word in words[3:-2]:
        if word.low in nested:
            return
        also = words[word.i - 1].low == "also"
        joint = words[word.i - 1 - also]
        same = heads & lexicon.lemmas(word.low) and words[word.i + 1].low == tie.low
        if not same or joint.low not in {"and", "&"} or len(heads) != 1:
            continue
        if also:
            yield repaired(words[word.i - 1].end, word.end, "", _AGAIN)
        elif is_only_past(words[0], lexicon) and _plain(word, lexicon):
            told = inflect(min(heads), "past", lexicon)
            yield repaired(word.start, word.end, told, _WHY)


def _broken_off(words: Sequence[Word], lexicon: Lexicon) -> Iterator[Edit]:
    """Yield the past for an act in -ing with "of" behind a semicolon, in a line whose acts stand in
    the past."""
    if not is_only_past(words[0], lexicon):
        return
    marks = [word.i for word in words if word.low == ";"]
    at = marks[0] + 1 if len(marks) == 1 else 0
    if not at or at + 2 >= len(words) or words[at + 1].low != "of":
        return
    act = words[at]
    lemmas = lexicon.lemmas(act.low, "gerund")
    named = act.low in lexicon.words("things_in_ing") | lexicon.words("gerund_nouns")
    if len(lemmas) == 1 and not named and min(lemmas) not in lexicon.words("takes_of"):
        told = inflect(min(lemmas), "past", lexicon)
        yield repaired(act.start, words[at + 1].end, told, _WHY)
