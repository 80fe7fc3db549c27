"""The direct act before the contributory one: what the client did stands first."""

from collections.abc import Sequence

from reframe.core.bullet import ParsedBullet, Segment
from reframe.core.claims import Participation
from reframe.core.inflect import inflect
from reframe.core.lexicon import Lexicon
from reframe.core.phrases import words_of
from reframe.core.sentence_case import capitalised
from reframe.core.suggestion import FUNCTION, SAME, Edit, Piece, apply
from reframe.core.wording import Tense
from reframe.core.words import Word

_WHY = "What was done in person stands first; the contribution is kept behind it."


def direct_first(
    bullet: ParsedBullet, edits: Sequence[Edit], lexicon: Lexicon, *, tense: Tense
) -> tuple[Edit, ...] | None:
    """Return ``edits`` with the contributory part moved behind the direct one, or None.

    Only for two parts joined by "and", when nothing in the second points back to the first.
    """
    if not bullet.confident or len(bullet.segments) != 2:
        return None
    helped, direct = bullet.segments
    text, words = bullet.text, words_of(bullet.text)
    if not (
        helped.participation is Participation.HELPED
        and direct.participation is Participation.DID
        and direct.clauses
        and helped.opener
        and text[helped.opener.end : helped.extent[1]].strip()
    ):
        return None
    joint = [w for w in words if helped.extent[1] <= w.start < direct.extent[0]]
    joining = [w.low for w in joint if w.low != ","]
    if len(joining) != 1 or joining[0] not in lexicon.words("adding_joints"):
        return None
    if words[-1].low == ":":
        return None  # what the direct act leads to stands behind the line
    if any(c.verb.lemma in lexicon.words("static_verbs") for c in direct.clauses):
        # "Had a 100% rating" is a state; it does not gain by standing first.
        return None
    if any(
        w.low in lexicon.words("anaphors")
        for w in words
        if direct.extent[0] <= w.start < direct.extent[1]
    ):
        return None
    if not _stands_alone(helped, direct, words, lexicon):
        return None
    if _counts(bullet, helped) and not _counts(bullet, direct):
        # The strongest thing in the line is what was helped with: "a team of 5".
        return None
    inside = [e for e in edits if e.start >= direct.extent[0] and e.end <= direct.extent[1]]
    before = [e for e in edits if e.end <= helped.extent[1]]
    if len(inside) + len(before) != len(edits):
        return None
    moved = _moved(text, helped, before, words, lexicon, tense)
    end = len(text[: direct.extent[1]].rstrip(" .;,:"))
    insertion = Edit(end, end, (Piece(" and ", FUNCTION), *moved), _WHY)
    return capitalised(text, (Edit(0, direct.extent[0], (), _WHY), *inside, insertion))


def _stands_alone(
    helped: Segment, direct: Segment, words: Sequence[Word], lexicon: Lexicon
) -> bool:
    """Whether either part can trade places with the other.

    A list that the joint closes would stay open ("Helped with filing, data entry *and* answered
    phones"), what ends in no thing would lean on the wrong word ("cleaned up *after*"), and a
    clause would take in what comes behind it ("when parents worked *and* helped").
    """
    start, end = direct.extent
    first = [w for w in words if w.start >= helped.extent[0] and w.end <= helped.extent[1]]
    acted = [w for w in words if start <= w.start and w.end <= end and w.low not in {".", ";"}]
    if not acted or any(w.low == "," or w.low.endswith(",") for w in first):
        return False
    served = lexicon.words("people_cared_for") | lexicon.words("plural_owners")
    if any(w.low in served for w in first):
        return False  # to help guests is the work itself, and no smaller part of it
    clauses = lexicon.words("subordinators") | lexicon.words("moments") | lexicon.words("relatives")
    if any(w.low in clauses for w in acted) or any(w.low == "," for w in acted):
        return False
    last = direct.clauses[-1]
    ends = acted[-1].low not in lexicon.words("prepositions") | lexicon.words("particles")
    got = {c.verb.lemma for c in direct.clauses} & lexicon.words("outcome_of_help")
    return ends and bool(last.objects) and not got


def _counts(bullet: ParsedBullet, segment: Segment) -> bool:
    start, end = segment.extent
    return any(start <= quantity.span.start < end for quantity in bullet.quantities)


def _moved(
    text: str,
    segment: Segment,
    edits: Sequence[Edit],
    words: Sequence[Word],
    lexicon: Lexicon,
    tense: Tense,
) -> tuple[Piece, ...]:
    start, end = segment.extent
    opener = segment.opener
    assert opener is not None
    behind = lexicon.maps["behind"]
    key = next((k for k in behind if _past(opener.text, lexicon) == k), None)
    rest = text[opener.end : end].strip()
    taken = {r.lemma for w in words for r in lexicon.readings.get(w.low, ())}
    if key and not segment.clauses and segment.nouns and behind[key] not in taken:
        verb = inflect(behind[key], "past" if tense == "past" else "base", lexicon)
        article = "the " if _wants_article(text, segment, words, lexicon) else ""
        return (Piece(verb, SAME), Piece(f" {article}", FUNCTION), Piece(rest, "source"))
    whole = apply(text[:end], edits)[start:]
    return (Piece(whole[:1].lower() + whole[1:], "source"),)


def _past(opener: str, lexicon: Lexicon) -> str:
    """Return an opener with its verb in the past, for look-up: "Help with" -> "helped with"."""
    first, *more = opener.casefold().split()
    readings = lexicon.readings.get(first, ())
    verb = lexicon.forms[readings[0].lemma].past if readings else first
    return " ".join((verb, *more))


def _wants_article(text: str, segment: Segment, words: Sequence[Word], lexicon: Lexicon) -> bool:
    assert segment.opener is not None
    head = segment.nouns[0]
    low = head.text.casefold()
    phrase = [w for w in words if segment.opener.end <= w.start <= head.start]
    return (
        bool(phrase)
        and phrase[0].low not in lexicon.words("determiners")
        and not phrase[0].low[0].isdigit()
        and not text[phrase[0].start].isupper()
        and lexicon.domain(low) is not None
        and lexicon.singular(low) == low
        and low not in lexicon.words("mass_nouns")
    )
