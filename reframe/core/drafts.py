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
from reframe.core.suggestion import INFLECTED, Piece
from reframe.core.wording import Tense
from reframe.core.words import Word

_SLOT = re.compile(r"\{\{\s*(\w+)\s*\}\}")
_NOUN = re.compile(r" (\w+s)\b")
# A figure right in front of the object, as in "{{ n }} {{ object }}".
_COUNTED = re.compile(r"\{\{\s*(\w+)\s*\}\} \{\{\s*object\s*\}\}")
# And one in brackets behind it, as in "{{ object }} ({{ n }} a month)".
_BRACKETED = re.compile(r"\{\{\s*object\s*\}\} \(\{\{\s*(\w+)\s*\}\}")
# A new act that shares the object with the source's own.
_ADDED = re.compile(r"\w+ and \{\{\s*verb\s*\}\} \{\{\s*object\s*\}\}")
FIRST_PERSON = "An answer in it speaks in the first person: put it in neutral words."
BOAST = "An answer in it claims more than the question asks: put what came of it under its own question."
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
    return tuple(draft for draft in met if not _unfit(draft, lexicon))


def unfit(
    hit: Hit, answers: Mapping[str, Answer], lexicon: Lexicon, *, tense: Tense
) -> tuple[tuple[Draft, str], ...]:
    """Return the drafts that would be licensed but for how an answer is worded, each with what is
    wrong with that."""
    met = _met(hit, answers, lexicon, tense)
    return tuple((draft, why) for draft in met if (why := _unfit(draft, lexicon)))


def _met(
    hit: Hit, answers: Mapping[str, Answer], lexicon: Lexicon, tense: Tense
) -> tuple[Draft, ...]:
    asks = {ask.name: ask for ask in hit.rule.asks}
    drafts = (
        fill(hit, say, answers, lexicon, tense=tense)
        for say in hit.rule.says
        if say.needs and sayable(hit, say, lexicon) and all_met(say.needs, asks, answers, lexicon)
    )
    return tuple(draft for draft in drafts if not has_blank(draft.pieces))


def sayable(hit: Hit, say: Say, lexicon: Lexicon) -> bool:
    """Return whether a wording can be said of a hit at all, whatever is answered."""
    if not hit.object_text and "object" in slots_of(say.draft):
        return False  # "Received and decided who was put through": what was received?
    if _tells_figure(say.draft, hit.rule.asks) and _has_figure(hit.object_text, lexicon):
        return False
    # "Built and maintained" what the rule knows says too much of what stands beside it.
    return not (hit.foreign and _ADDED.search(say.draft))


def has_blank(pieces: Sequence[Piece]) -> bool:
    """Whether a slot is open: without an answer, or with one that may not be printed."""
    return any(piece.origin == BLANK_ORIGIN for piece in pieces)


def slots_of(draft: str) -> tuple[str, ...]:
    """Return the names of a draft's slots.

    >>> slots_of("{{ verb }} {{ n }} {{object}}")
    ('verb', 'n', 'object')
    """
    return tuple(_SLOT.findall(draft))


def _unfit(draft: Draft, lexicon: Lexicon) -> str:
    """Return why a draft's answers cannot stand in a line as they are, "" where they can."""
    asks = {ask.name: ask for ask in draft.hit.rule.asks}
    for piece in draft.pieces:
        kind, _, question = piece.origin.partition(":")
        if kind != "answer":
            continue
        words = words_of(piece.text)
        if any(word.low in lexicon.words("draft_first_person") for word in words):
            return FIRST_PERSON  # "my schedule"
        ask = asks.get(question.rpartition("/")[2])
        free = ask is not None and not ask.of and ask.kind not in FIGURES
        if free and _boasts(words, draft.say, lexicon):
            return BOAST
    return ""


def _boasts(words: Sequence[Word], say: Say, lexicon: Lexicon) -> bool:
    """Whether an answer in free words claims more than what it was asked for: "policies *that cut
    incidents* by 40%" names no kind of policy."""
    top = max(claim.rank for claim in say.claims)
    relatives = lexicon.words("relatives")
    for before, word in pairwise([None, *words]):
        assert word is not None
        led = before is not None and before.low in relatives
        counted = led and any(later.number for later in words if later.start > word.start)
        for reading in lexicon.readings.get(word.low, ()):
            told = reading.form in ("past", "third") and (led or not reading.nominal)
            if told and (counted or lexicon.claim_of(reading.lemma).rank > top):
                return True
    return False


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


def _tells_figure(draft: str, asks: Sequence[Ask]) -> bool:
    """Whether a draft puts a figure beside the object, so that one with a figure has two."""
    figures = {ask.name for ask in asks if ask.kind in FIGURES}
    return _counts(draft, asks) or any(s[1] in figures for s in _BRACKETED.finditer(draft))


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
