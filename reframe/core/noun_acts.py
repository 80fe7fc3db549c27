"""Acts that a noun tells, as the noun's own verb: "Performed analysis of" is "Analyzed"."""

from collections.abc import Iterator, Sequence

from reframe.core.act_names import is_personal, named_acts, names_more
from reframe.core.bullet import Clause, Segment, VerbForm
from reframe.core.lexicon import Lexicon
from reframe.core.openers import verb_in
from reframe.core.sentence_case import like
from reframe.core.suggestion import INFLECTED, Edit, Piece
from reframe.core.words import Word

_OWN_VERB = "The noun's own verb says the same in one word."
_IN_PERSON = "The noun names an act that the job-holder does in person."


def noun_act_edits(
    clause: Clause, words: Sequence[Word], lexicon: Lexicon, form: VerbForm
) -> Iterator[Edit]:
    """Yield the edit that puts a noun's verb, in this form, for a verb that says nothing without
    the noun: "performed analysis *of*", "provided training *to*"."""
    if len(clause.objects) != 1:
        return
    found = _performed(clause, words, lexicon) or _given(clause, words, lexicon)
    if found:
        verb, end = found
        word = like(verb_in(verb, form, lexicon), clause.verb.text)
        yield Edit(clause.verb.start, end, (Piece(word, INFLECTED),), _OWN_VERB)


def personal_duty_edits(
    segment: Segment, words: Sequence[Word], lexicon: Lexicon, form: VerbForm
) -> Iterator[Edit]:
    """Yield the edits of "Responsible for the preparation of reports" -> "Prepared reports", for
    duties that a job-holder does in person; a remit stays."""
    opener = segment.opener
    found = named_acts(words, opener.end, segment.extent[1], lexicon) if opener else None
    if opener is None or found is None:
        return
    if not all(is_personal(word.low, lexicon) for word, _ in found.items):
        return
    at = opener.start
    for word, lemma in found.items:
        piece = Piece(verb_in(lemma, form, lexicon), INFLECTED)
        yield Edit(at if word is found.items[0][0] else word.start, word.end, (piece,), _IN_PERSON)
    yield Edit(found.items[-1][0].end, found.of.end, (), _IN_PERSON)


def _performed(clause: Clause, words: Sequence[Word], lexicon: Lexicon) -> tuple[str, int] | None:
    """Return the verb of the noun in "performed *analysis* of", and where the "of" ends."""
    noun = clause.objects[0]
    verb = lexicon.maps["act_nouns"].get(noun.text.casefold())
    unworded = noun.text.casefold() in lexicon.words("unworded_acts")
    if not verb or unworded or clause.verb.lemma not in lexicon.words("light_verbs"):
        return None
    between = [w.low for w in words if clause.verb.end <= w.start < noun.start]
    after = next((w for w in words if w.start >= noun.end), None)
    if between not in ([], ["an"], ["a"], ["the"]) or after is None or after.low != "of":
        return None
    rest = [w for w in words if after.end <= w.start < clause.extent[1]]
    beside = next((w.start for w in rest if w.low == "," and _leads_off(words, w, lexicon)), None)
    rest = [w for w in rest if beside is None or w.start < beside]
    return None if names_more(rest, lexicon) else (verb, after.end)


def _leads_off(words: Sequence[Word], comma: Word, lexicon: Lexicon) -> bool:
    """Whether a comma leads to how it was done: "inspection of pumps, *writing* up the results"."""
    behind = words[comma.i + 1] if comma.i + 1 < len(words) else None
    return behind is not None and lexicon.is_gerund(behind.low)


def _given(clause: Clause, words: Sequence[Word], lexicon: Lexicon) -> tuple[str, int] | None:
    """Return the verb of the noun in "provided *training* to drivers", and where the "to" ends."""
    noun = clause.objects[0]
    verb = lexicon.maps["given_acts"].get(noun.text)
    rest = [w for w in words if w.start >= noun.end]
    behind = rest[:2]
    again = any(w.low == "to" for w in rest[2:]) and names_more(rest[1:], lexicon)
    between = any(clause.verb.end <= w.start < noun.start for w in words)
    if not verb or between or again or len(behind) < 2:
        return None
    if clause.verb.lemma not in lexicon.words("plain_giving"):
        return None
    readings = lexicon.readings.get(behind[1].low, ())
    acts = any(r.form == "base" and not r.nominal for r in readings)
    if behind[0].low != "to" or behind[1].mark or acts:
        return None  # "training to include"
    return verb, behind[0].end
