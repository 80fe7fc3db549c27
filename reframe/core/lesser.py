"""What is left of a wording that the guard refuses: fewer edits, as many as it lets stand."""

from collections.abc import Iterator, Sequence

from reframe.core.bullet import ParsedBullet
from reframe.core.lexicon import Lexicon
from reframe.core.sentence_case import capitalised
from reframe.core.suggestion import INFLECTED, Edit
from reframe.core.wording import Tense, wording_edits


def lesser_edits(
    bullet: ParsedBullet, base: Sequence[Edit], lexicon: Lexicon, *, tense: Tense
) -> Iterator[tuple[Edit, ...]]:
    """Yield what may stand of refused edits, best first: the tense of an opener whose acts keep
    their form ("*Assisted* the chef in plating"), then all edits but those of one reason."""
    plain = wording_edits(bullet, lexicon, tense=tense, openers_alone=True)
    if plain and tuple(plain) != tuple(base):
        yield plain
    yield from _without_reason(bullet.text, base)


def _without_reason(text: str, base: Sequence[Edit]) -> Iterator[tuple[Edit, ...]]:
    """Yield what is left of edits without those of one reason, most edits first. Verbs change their
    forms together, whatever the reasons are: "Evaluated files *and assigning* them" is in no form.
    """
    formed = {edit.why for edit in base if _inflects(edit)}
    reasons = [formed, *({why} for why in dict.fromkeys(e.why for e in base) if why not in formed)]
    for left in sorted(
        ([e for e in base if e.why not in dropped] for dropped in reasons), key=len, reverse=True
    ):
        if left:
            yield capitalised(text, left)


def _inflects(edit: Edit) -> bool:
    return INFLECTED in {piece.origin for piece in edit.pieces}
