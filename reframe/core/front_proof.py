"""Acts in the present that prove one another: "Balance the till at noon and *make* the deposit".

No noun is joined to a verb that can be nothing else, so that the first word is an act wherever
such a one goes on with it, whatever the parse takes it for. Each act behind the first must show by
itself that it is one, or none is moved.
"""

from collections.abc import Sequence

from reframe.core.bullet import ParsedBullet, VerbForm
from reframe.core.lexicon import Lexicon, Reading
from reframe.core.manner import is_adverb
from reframe.core.noun_starts import is_noun_start
from reframe.core.opening import DENIED, POSSIBLE, SOMEONE_ELSE, UNLISTED
from reframe.core.reader import NO_VERB, RUN_ON, SENTENCES
from reframe.core.words import Word

_OPEN = frozenset({DENIED, NO_VERB, POSSIBLE, RUN_ON, SENTENCES, SOMEONE_ELSE, UNLISTED})
"""Doubts about whose act the first is, or whether the line is one sentence."""
_FORMS: tuple[VerbForm, ...] = ("base", "third")

Act = tuple[Word, Reading]


def proven_row(bullet: ParsedBullet, words: Sequence[Word], lexicon: Lexicon) -> tuple[Act, ...]:
    """Return the verbs of a row that fills a line, the first one's opener among them; empty where
    one of them may be a noun, or where another word may be an act too."""
    if _OPEN & set(bullet.doubts) or not bullet.segments:
        return ()
    heads = _heads(bullet, words)
    if len(heads) < 2 or words[heads[0]].i != _first(words, lexicon):
        return ()
    for form in _FORMS:
        found = [(words[at], _reading(words[at], form, lexicon)) for at in heads]
        acts = tuple((word, reading) for word, reading in found if reading is not None)
        if len(acts) == len(heads):
            return acts if _is_proven(words, acts, lexicon) else ()
    return ()


def _heads(bullet: ParsedBullet, words: Sequence[Word]) -> tuple[int, ...]:
    """Return where the acts of a line stand: its clauses, and the opener in front of the first,
    whose own clauses are none of the row."""
    starts: list[int] = []
    for at, segment in enumerate(bullet.segments):
        if segment.opener is None:
            starts += [clause.verb.start for clause in segment.clauses]
        elif at == 0:
            starts.append(segment.opener.start)
        else:
            return ()
    places = {word.start: word.i for word in words}
    return tuple(places.get(start, 0) for start in starts)


def _first(words: Sequence[Word], lexicon: Lexicon) -> int:
    return next((word.i for word in words if not is_adverb(word, lexicon)), len(words))


def _reading(word: Word, form: VerbForm, lexicon: Lexicon) -> Reading | None:
    """Return the reading of a known verb in a form, where it is no past as well."""
    readings = lexicon.readings.get(word.low, ())
    if any(r.form in ("past", "participle") or r.guessed for r in readings):
        return None
    found = next((r for r in readings if r.form == form), None)
    known = found and (lexicon.verb(found.lemma) is not None or found.lemma in lexicon.forms)
    return found if known else None


def _is_proven(words: Sequence[Word], acts: Sequence[Act], lexicon: Lexicon) -> bool:
    """Whether each act behind the first is one for certain, joined to the row and to nothing else,
    and no other word of the line may be one."""
    first, last = acts[0][0], acts[-1][0]
    others = lexicon.words("acts_behind") | lexicon.words("watched_acts")
    if acts[0][1].nominal and words[first.i + 1].low in lexicon.words("naming_ties"):
        return False  # "Support for the desk and manage the queue"
    plain = acts[0][1].form == "base"
    others -= lexicon.words("assisting_verbs")
    if plain and any(reading.lemma in others for _, reading in acts):
        return False  # "Let guests choose and pay the bill"
    if words[_front(words, last.i, lexicon)].low not in ("and", "&"):
        return False
    if not all(_shows(words, word, reading, lexicon) for word, reading in acts[1:]):
        return False
    held = {word.i for word, _ in acts}
    rest = [word for word in words[first.i + 1 :] if word.i not in held]
    inside = [word for word in rest if word.i < last.i]
    return not any(_leads_on(words, word, lexicon, plain=plain) for word in inside) and not any(
        _parts(words, word, lexicon) or _acts_too(words, word, lexicon) for word in rest
    )


def _shows(words: Sequence[Word], word: Word, reading: Reading, lexicon: Lexicon) -> bool:
    """Whether a joined word is an act and no noun."""
    joined = words[_front(words, word.i, lexicon)].low in lexicon.words("row_joints") | {";"}
    if not joined or not word.text.islower() or word.i + 1 >= len(words):
        return False
    behind = words[word.i + 1]
    if behind.low in lexicon.words("of_particles") and word.i + 2 < len(words):
        sure = behind.low in lexicon.words("sure_particles")
        behind = words[word.i + 2]  # "pick *up the* orders"
        if sure and not behind.mark and behind.low not in lexicon.words("prepositions"):
            return True  # "chase *down* orders", but "pick up trucks"
    if _is_strong(behind, lexicon) or behind.low in lexicon.words("asked_for"):
        return True
    if word.low in lexicon.words("seldom_verbs") | lexicon.words("gerund_nouns"):
        return False
    if not reading.nominal:
        return behind.low != "of"
    if behind.mark or behind.low in lexicon.words("prepositions"):
        return False
    light = reading.lemma in lexicon.words("joined_light_verbs")
    return (
        light or _is_twin(words, word, reading, lexicon) or _acts_on(words, word, reading, lexicon)
    )


def _is_twin(words: Sequence[Word], word: Word, reading: Reading, lexicon: Lexicon) -> bool:
    """Whether a word stands right behind a joint and a verb of its form that is nothing else:
    "diagnose and *repair* pumps"."""
    front = words[word.i - 2].low
    joined = words[word.i - 1].low in lexicon.words("row_joints")
    return joined and lexicon.is_verb_alone(front) and bool(lexicon.lemmas(front, reading.form))


def _acts_on(words: Sequence[Word], word: Word, reading: Reading, lexicon: Lexicon) -> bool:
    """Whether a thing stands behind a verb in the third person that as a plural would describe none:
    "and *monitors* shop traffic", but "and reports distribution"."""
    behind = words[word.i + 1]
    told = reading.form == "third" and reading.lemma in lexicon.words("third_acts")
    named = lexicon.is_gerund(behind.low) or behind.low in lexicon.maps["act_nouns"]
    return told and behind.text.islower() and not named and is_noun_start(words, behind.i, lexicon)


def _is_strong(word: Word, lexicon: Lexicon) -> bool:
    """Whether a word begins an object and nothing else."""
    return bool(word.number) or word.low in lexicon.words("determiners") - {"which"}


def _front(words: Sequence[Word], at: int, lexicon: Lexicon) -> int:
    """Return the place of what stands in front of a word and its adverbs."""
    at -= 1
    while at > 0 and (is_adverb(words[at], lexicon) or words[at].low in ("then", "also")):
        at -= 1
    return at


def _leads_on(words: Sequence[Word], word: Word, lexicon: Lexicon, *, plain: bool) -> bool:
    """Whether the acts behind a word may belong to it and not to the row: "tenants *who* sort and
    carry", and beside acts in their ``plain`` form "*to* sort and carry", "by *sorting* and carry".
    """
    if word.low in lexicon.words("relatives") | lexicon.words("subject_leads"):
        return True
    before = words[word.i - 1].low
    aimed = before == "to" and bool(lexicon.lemmas(word.low, "base"))
    acting = lexicon.is_gerund(word.low) and word.low not in lexicon.words("things_in_ing")
    slipped = acting and before in lexicon.words("prepositions")
    return plain and (aimed or slipped)


def _parts(words: Sequence[Word], word: Word, lexicon: Lexicon) -> bool:
    """Whether a word tells of another time, or a line has another sentence or a remark."""
    if word.low in {".", ":"}:
        return word.i + 1 < len(words)
    apart = lexicon.words("auxiliaries") | lexicon.words("sentence_ends") | {"("}
    return word.low in apart


def _acts_too(words: Sequence[Word], word: Word, lexicon: Lexicon) -> bool:
    """Whether a joined word may be an act of the line that would not move."""
    before = words[word.i - 1]
    if before.low not in lexicon.words("act_joint_words") | {";"} and not is_adverb(
        before, lexicon
    ):
        return False
    readings = lexicon.readings.get(word.low, ())
    strong = word.i + 1 < len(words) and _is_strong(words[word.i + 1], lexicon)
    if any(r.form == "participle" for r in readings) and not strong:
        return False  # "newly *built* homes"
    finite = [r for r in readings if r.form in ("base", "third", "past")]
    return any(not r.nominal or strong for r in finite)
