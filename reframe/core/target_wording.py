"""Words of a suggestion replaced by others that mean the same: the field's own, or plainer ones.

Only words that mean the same by the tables move, so no claim changes; the caller lets the guard
judge every text that comes out of here.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from reframe.core.bullet import ParsedBullet
from reframe.core.inflect import inflect
from reframe.core.lexicon import Lexicon
from reframe.core.phrases import words_of
from reframe.core.suggestion import SAME, Edit, Piece, Suggestion, Wording, apply, provenance
from reframe.core.target import Register, Target, TargetTable


def swaps(target: Target, table: TargetTable) -> tuple[tuple[str, str], ...]:
    """Return what the target's register puts in place of what: (old, new).

    The field's own words only where the target itself uses them.
    """
    if target.register == "plain":
        return table.terms
    if target.register == "field":
        asked = " ".join([target.role, *(r.text for r in target.requirements)])
        used = {word.low for word in words_of(asked)}
        terms = ((plain, field) for field, plain in table.terms)
        return tuple((old, new) for old, new in terms if set(new.casefold().split()) <= used)
    return ()


def in_register(
    suggestion: Suggestion, pairs: Iterable[tuple[str, str]], register: Register
) -> Wording | None:
    """Return the suggested wording in the target's register, or None where nothing moves."""
    edits = suggestion.edits
    why = "The field's own term." if register == "field" else "The same in plain words."
    for old, new in pairs:
        while (place := _place_of(apply(suggestion.before, edits), old)) is not None:
            moved = substitute(suggestion.before, edits, *place, new, why)
            if moved is None:
                break
            edits = moved
    return _as_wording(suggestion, edits)


def plainer(
    suggestion: Suggestion, read: ParsedBullet, lexicon: Lexicon, table: TargetTable
) -> Wording | None:
    """Return the suggested wording with its grand verbs plain, or None where it has none.

    ``read`` is the suggested text, read.
    """
    edits = suggestion.edits
    for clause in reversed(read.clauses):
        twin = table.plainer_verbs.get(clause.verb.lemma)
        if twin:
            verb = inflect(twin, clause.form, lexicon)
            why = "The same act in a plainer verb."
            place = (clause.verb.start, clause.verb.end)
            edits = substitute(suggestion.before, edits, *place, verb, why) or edits
    return _as_wording(suggestion, edits)


def with_first(suggestion: Suggestion, wording: Wording) -> Suggestion:
    """Return the suggestion with another wording in front; what it was is its first alternative."""
    was = Wording(
        suggestion.after, suggestion.edits, suggestion.claims, suggestion.rule_ids,
        suggestion.answer_ids,
    )  # fmt: skip
    known = (was,) if suggestion.changed else ()
    return replace(
        suggestion,
        after=wording.text,
        edits=wording.edits,
        provenance=provenance(suggestion.before, wording.edits),
        alternatives=(*known, *suggestion.alternatives),
        explanation=" ".join(dict.fromkeys(edit.why for edit in wording.edits)),
    )


def _as_wording(suggestion: Suggestion, edits: tuple[Edit, ...]) -> Wording | None:
    text = apply(suggestion.before, edits)
    if text == suggestion.after:
        return None
    return Wording(text, edits, suggestion.claims, suggestion.rule_ids, suggestion.answer_ids)


def _place_of(text: str, phrase: str) -> tuple[int, int] | None:
    """Return where a phrase stands word for word, in any case; never inside a longer compound."""
    words = words_of(text)
    wanted = [word.low for word in words_of(phrase)]
    for at in range(len(words) - len(wanted) + 1):
        run = words[at : at + len(wanted)]
        if [word.low for word in run] == wanted:
            return run[0].start, run[-1].end
    return None


def substitute(
    before: str, edits: tuple[Edit, ...], start: int, end: int, text: str, why: str
) -> tuple[Edit, ...] | None:
    """Return edits that put ``text`` in place of ``after[start:end]`` as well, or None where
    that stretch is not of one piece. ``after`` is ``apply(before, edits)``."""
    old = apply(before, edits)[start:end]
    new = Piece(_cased(text, old), SAME)
    at = shift = 0
    for number, edit in enumerate(edits):
        gap = edit.start - at
        if shift <= start and end <= shift + gap:
            begin = at + start - shift
            made = Edit(begin, begin + end - start, (new,), why)
            return (*edits[:number], made, *edits[number:])
        shift += gap
        if shift <= start and end <= shift + len(edit.text):
            pieces = tuple(_split(edit.pieces, start - shift, end - shift, new))
            same_length = sum(len(p.text) for p in pieces) - len(new.text) + end - start
            if same_length != len(edit.text):
                return None
            why = edit.why if why in edit.why else f"{edit.why} {why}"
            return (*edits[:number], replace(edit, pieces=pieces, why=why), *edits[number + 1 :])
        shift += len(edit.text)
        at = edit.end
    begin = at + start - shift
    if begin < at:
        return None
    return (*edits, Edit(begin, begin + end - start, (new,), why))


def _split(pieces: Iterable[Piece], start: int, end: int, new: Piece) -> Iterator[Piece]:
    """Yield pieces with ``new`` in place of a stretch of one of them; of a stretch over several
    nothing is replaced, so that the lengths tell."""
    at = 0
    for piece in pieces:
        stop = at + len(piece.text)
        if at <= start and end <= stop:
            parts = (piece.text[: start - at], new, piece.text[end - at :])
            yield from (
                part if isinstance(part, Piece) else replace(piece, text=part)
                for part in parts
                if part
            )
        else:
            yield piece
        at = stop


def _cased(text: str, old: str) -> str:
    return text[:1].upper() + text[1:] if old[:1].isupper() and not old.isupper() else text
