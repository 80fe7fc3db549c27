"""Drafts of rules: which wordings the answers license, and how they stand in the bullet."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from reframe.core.evidence import FIGURES, Answer
from reframe.core.inflect import inflect
from reframe.core.lexicon import Lexicon
from reframe.core.match import Hit
from reframe.core.needs import all_met, folded, unsigned
from reframe.core.phrases import words_of
from reframe.core.rule import Ask, Say
from reframe.core.suggestion import FUNCTION, INFLECTED, Edit, Piece
from reframe.core.wording import Tense

_SLOT = re.compile(r"\{\{\s*(\w+)\s*\}\}")
_NOUN = re.compile(r" (\w+s)\b")
# A figure right in front of the object, as in "{{ n }} {{ object }}".
_COUNTED = re.compile(r"\{\{\s*(\w+)\s*\}\} \{\{\s*object\s*\}\}")
# A new act that shares the object with the source's own.
_ADDED = re.compile(r"\w+ and \{\{\s*verb\s*\}\} \{\{\s*object\s*\}\}")
BLANK = "…"
BLANK_ORIGIN = "blank"


@dataclass(frozen=True, slots=True)
class Draft:
    """A licensed wording of one hit, ready to stand in place of the hit's core.

    ``joins`` tells that it coordinates verbs of its own, so that it needs commas around it.
    ``unsigned`` are the questions whose answers wait for the coach's sign-off.
    """

    hit: Hit
    say: Say
    pieces: tuple[Piece, ...]
    answer_ids: tuple[str, ...]
    joins: bool
    unsigned: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The words of the draft."""
        return "".join(piece.text for piece in self.pieces)


def licensed(
    hit: Hit, answers: Mapping[str, Answer], lexicon: Lexicon, *, tense: Tense
) -> tuple[Draft, ...]:
    """Return the drafts of a hit whose every need is met, most evidence first.

    Those with ``unsigned`` answers are among them: they may be shown to the coach, not printed.
    """
    met = _met(hit, answers, lexicon, tense)
    return tuple(draft for draft in met if not _first_person(draft, lexicon))


def spoken(
    hit: Hit, answers: Mapping[str, Answer], lexicon: Lexicon, *, tense: Tense
) -> tuple[Draft, ...]:
    """Return the drafts that would be licensed but for an answer in the first person."""
    met = _met(hit, answers, lexicon, tense)
    return tuple(draft for draft in met if _first_person(draft, lexicon))


def _met(
    hit: Hit, answers: Mapping[str, Answer], lexicon: Lexicon, tense: Tense
) -> tuple[Draft, ...]:
    asks = {ask.name: ask for ask in hit.rule.asks}
    drafts = (
        fill(hit, say, answers, lexicon, tense=tense)
        for say in hit.rule.says
        if say.needs
        # "Received and decided who was put through": what was received has no name here.
        and (hit.object_text or "object" not in slots_of(say.draft))
        and all_met(say.needs, asks, answers, lexicon)
        and not (_counts(say.draft, hit.rule.asks) and _has_figure(hit.object_text, lexicon))
        # "Built and maintained" what the rule knows says too much of what stands beside it.
        and not (hit.foreign and _ADDED.search(say.draft))
    )
    return tuple(draft for draft in drafts if not has_blank(draft.pieces))


def has_blank(pieces: Sequence[Piece]) -> bool:
    """Whether a slot is open: without an answer, or with one that may not be printed."""
    return any(piece.origin == BLANK_ORIGIN for piece in pieces)


def slots_of(draft: str) -> tuple[str, ...]:
    """Return the names of a draft's slots.

    >>> slots_of("{{ verb }} {{ n }} {{object}}")
    ('verb', 'n', 'object')
    """
    return tuple(_SLOT.findall(draft))


def _first_person(draft: Draft, lexicon: Lexicon) -> bool:
    """Whether an answer speaks of "my schedule": a résumé line cannot."""
    said = (p.text for p in draft.pieces if p.origin.startswith("answer:"))
    first = lexicon.words("draft_first_person")
    return any(word.low in first for text in said for word in words_of(text))


def fill(
    hit: Hit, say: Say, answers: Mapping[str, Answer], lexicon: Lexicon, *, tense: Tense
) -> Draft:
    """Return the draft of a say with its slots filled; an open slot becomes a blank."""
    lemma = hit.unit.verb.lemma if hit.unit.verb else ""
    captures = {
        "object": Piece(hit.object_text, "source"),
        "verb": Piece(inflect(lemma, "past", lexicon) + hit.particle if lemma else "", INFLECTED),
    }
    pieces, used = fill_slots(
        say.draft, hit.rule.asks, answers, lexicon, origin=f"rule:{hit.rule.id}", captures=captures
    )
    joins = _joins_verbs("".join(piece.text for piece in pieces), lexicon)
    if tense == "present":
        pieces = _present(pieces, lexicon)
    met = [answers[name].question_id for name in say.needs if name in answers]
    waiting = unsigned(say.claims, say.needs, answers)
    return Draft(hit, say, tuple(pieces), tuple(dict.fromkeys((*met, *used))), joins, waiting)


def fill_slots(
    draft: str,
    asks: Sequence[Ask],
    answers: Mapping[str, Answer],
    lexicon: Lexicon,
    *,
    origin: str,
    captures: Mapping[str, Piece],
) -> tuple[list[Piece], list[str]]:
    """Return the pieces of a draft, and the ids of the answers that fill its slots."""
    by_name = {ask.name: ask for ask in asks}
    pieces: list[Piece] = []
    used: list[str] = []
    at = 0
    while slot := _SLOT.search(draft, at):
        if slot.start() > at:
            pieces.append(Piece(draft[at : slot.start()], origin))
        at = slot.end()
        name = slot[1]
        if name in captures:
            counted = name == "object" and _counts(draft[:at], asks)
            words = captures[name].text
            pieces.append(Piece(_bare(words, lexicon) if counted else words, captures[name].origin))
        elif name in answers and answers[name].print_ok:
            answer = answers[name]
            words = _unrepeated(printed(answer, by_name[name], lexicon), pieces)
            pieces.append(Piece(words, f"answer:{answer.question_id}"))
            used.append(answer.question_id)
            if words.casefold() in {"1", "one"}:
                draft = draft[:at] + _one(draft[at:], lexicon)
        else:
            pieces.append(Piece(BLANK, BLANK_ORIGIN))
    if at < len(draft):
        pieces.append(Piece(draft[at:], origin))
    return pieces, used


def _counts(draft: str, asks: Sequence[Ask]) -> bool:
    """Whether a draft puts a figure right in front of the object."""
    figures = {ask.name for ask in asks if ask.kind in FIGURES}
    return any(slot[1] in figures for slot in _COUNTED.finditer(draft))


def _has_figure(text: str, lexicon: Lexicon) -> bool:
    return any(w.number or w.low in lexicon.words("number_words") for w in words_of(text))


def _bare(text: str, lexicon: Lexicon) -> str:
    """Leave out the article of an object that now has a figure in front: "40 the tickets"."""
    first, _, rest = text.partition(" ")
    return rest if rest and first.casefold() in lexicon.words("determiners") else text


def _unrepeated(words: str, pieces: Sequence[Piece]) -> str:
    """Leave out a first word that the draft has just said: "compliance {{ kinds }}" with the
    answer "compliance policies"."""
    said = "".join(piece.text for piece in pieces).split()
    first, _, rest = words.partition(" ")
    return rest if rest and said and said[-1].casefold() == first.casefold() else words


def _one(after: str, lexicon: Lexicon) -> str:
    """Put the noun right behind a figure of one into the singular."""
    found = _NOUN.match(after)
    return f" {lexicon.singular(found[1])}{after[found.end() :]}" if found else after


def printed(answer: Answer, ask: Ask, lexicon: Lexicon) -> str:
    """Return an answer as it stands inside a sentence: an estimate with "about", several
    ticks as a list, no capital that only began a sentence, no final stop."""
    ticks = answer.value if isinstance(answer.value, tuple) else (answer.value,)
    unsure = lexicon.words("answer_unsure")
    parts = [tick.strip().rstrip(".").strip() for tick in ticks if folded(tick) not in unsure]
    if ask.kind != "name":
        parts = [_inside(part, lexicon) for part in parts]
    text = _row(parts)
    hedged = text.casefold().split(" ", 1)[0] in lexicon.words("estimate_marks")
    if ask.kind in FIGURES and answer.basis == "estimate" and not hedged:
        return f"about {text}"
    return text


def _row(parts: Sequence[str]) -> str:
    """Join ticks to a row; what they all end in is said once ("listing and scoring the risks")."""
    split = [part.partition(" ") for part in parts]
    ends = {rest for _, _, rest in split}
    if len(parts) > 1 and len(ends) == 1 and (end := ends.pop()):
        return f"{_row([head for head, _, _ in split])} {end}"
    return parts[0] if len(parts) == 1 else ", ".join(parts[:-1]) + " and " + parts[-1]


def _inside(text: str, lexicon: Lexicon) -> str:
    """Lower a capital that only began the answer; keep names and abbreviations.

    A single word with a capital may be a name ("Concur"), so it stays.
    """
    words = text.split(" ", 1)
    first = words[0].rstrip(",;:")
    plain = first[:1].isupper() and first[1:].islower()
    low = first.casefold()
    ordinary = (
        low in lexicon.readings
        or lexicon.domain(low) is not None
        or low in lexicon.words("function")
    )
    if low in lexicon.words("kept_capitals"):
        return text
    if plain and ordinary and len(words) > 1:
        return text[:1].lower() + text[1:]
    return text


def _present(pieces: Sequence[Piece], lexicon: Lexicon) -> list[Piece]:
    """Put a draft's main verbs into the present of an ongoing job: the first word, and a
    past form right after "and" or a comma."""
    text = "".join(piece.text for piece in pieces)
    words = words_of(text)
    moves: dict[int, tuple[int, str]] = {}
    for at, word in enumerate(words):
        led = at == 0 or words[at - 1].low in lexicon.words("row_joints")
        past = [r for r in lexicon.readings.get(word.low, ()) if r.form == "past"]
        only_past = past and all(not r.nominal for r in past)
        if led and only_past:
            moves[word.start] = (word.end, past[0].lemma)
    out: list[Piece] = []
    offset = 0
    for piece in pieces:
        text, start = piece.text, offset
        offset += len(text)
        for place in sorted(moves, reverse=True):
            end, lemma = moves[place]
            if start <= place and end <= offset and not piece.origin.startswith("answer:"):
                base = lemma[:1].upper() + lemma[1:] if text[place - start].isupper() else lemma
                text = text[: place - start] + base + text[end - start :]
        out.append(Piece(text, piece.origin))
    return out


def place(
    text: str, draft: Draft, edits: Sequence[Edit], lexicon: Lexicon, *, opener_start: int | None
) -> tuple[Edit, ...] | None:
    """Return ``edits`` with the draft in place of its core, or None where it does not fit.

    It does not fit when what follows the core begins with a preposition that the draft has
    already used: the line would say the same relation twice.
    """
    start, end = draft.hit.core
    if opener_start is not None:
        start = min(start, opener_start)
    stop = draft.hit.unit.extent[1]
    rest = [w.low for w in words_of(text) if end <= w.start < stop]
    own = "".join(piece.text for piece in draft.pieces if piece.origin.startswith("rule:"))
    said = {w.low for w in words_of(own)}
    if rest and rest[0] in lexicon.words("phrase_stops") and rest[0] in said and rest[0] != "of":
        return None
    if ", " in own and rest:
        return None
    pieces = list(draft.pieces)
    lead = text[:start]
    if lead.strip():
        first = pieces[0]
        pieces[0] = Piece(first.text[:1].lower() + first.text[1:], first.origin)
        joint = re.search(r"(,? and |,? & )$", lead)
        if joint and draft.joins:
            start = joint.start()
            pieces.insert(0, Piece(", ", FUNCTION))
    # A later draft may have turned the "and" behind this one into a comma already.
    follow = text.startswith(" and ", end) and all(edit.start != end for edit in edits)
    if follow and (", " in draft.text or draft.joins):
        pieces.append(Piece(",", FUNCTION))
    kept = [e for e in edits if e.end <= start or e.start >= end]
    if any(e.start < start < e.end or e.start < end < e.end for e in edits):
        return None
    edit = Edit(start, end, tuple(pieces), draft.hit.rule.why)
    return tuple(sorted((*kept, edit), key=lambda e: (e.start, e.end)))


def _joins_verbs(text: str, lexicon: Lexicon) -> bool:
    """Whether a draft coordinates verbs of its own ("wrote the slides and trained staff"),
    as against nouns ("policies and procedures")."""
    words = words_of(text)
    return any(
        before.low in lexicon.words("row_joints")
        and any(r.form == "past" for r in lexicon.readings.get(word.low, ()))
        and lexicon.domain(word.low) is None
        for before, word in pairwise(words)
    )
