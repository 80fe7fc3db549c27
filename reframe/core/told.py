"""What the client said their own part was, set into the line: "I collected the data and wrote the
summary" makes "Assisted with the annual risk assessment" say what the help was.

The question asks for the client's own part and for who did the rest, so its answer licenses acts
up to a role. It licenses no leadership, no result and no figure: those have questions of their own.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from reframe.core.bullet import ParsedBullet, Segment, VerbForm
from reframe.core.claims import Claim, Participation
from reframe.core.evidence import Answer
from reframe.core.guard_licence import Licence, wording_licence
from reframe.core.inflect import inflect
from reframe.core.lexicon import Lexicon
from reframe.core.needs import unsigned
from reframe.core.numbers import read_figures
from reframe.core.phrases import words_of
from reframe.core.suggestion import FUNCTION, Edit, Piece, Withheld, Wording, apply
from reframe.core.words import Word

Read = Callable[[str], ParsedBullet]
"""Reads a text as a bullet."""

PART, PLAIN = "part", "plain"
"""Names of the questions for the client's own part, and for the whole line in plain words."""

_WHY = "The client's answer says which part was theirs."
_LEVELS = frozenset({Claim.DETAIL, Claim.ROLE})
_PARTS = frozenset({Participation.HELPED, Participation.PRESENT, Participation.SHARED})
_SENTENCE = re.compile(r"[.;!?]\s|\n|[.;!?]$")


@dataclass(frozen=True, slots=True)
class Told:
    """A wording that an answer makes, and what the answer licenses for the guard."""

    wording: Wording
    licence: Licence


class _NotPrintable(Exception):
    """Why an answer stays an answer; the message is for the coach."""


def told_part(
    bullet: ParsedBullet, answer: Answer, read: Read, lexicon: Lexicon, *, present: bool
) -> Told | Withheld | None:
    """Return the wording that an answer about the client's part makes of a line.

    A :class:`Withheld` tells why an answer with an act in it is not printed; None stands for an
    answer that names no act at all ("most of it").

    Args:
        read: reads a text as a bullet, as surely as the caller can.
        present: whether the post is held today.
    """
    said = answer.value if isinstance(answer.value, str) else ""
    act = _own_act(said, lexicon)
    if not act or act.casefold() in lexicon.words("answer_unsure"):
        return None
    try:
        own = _as_act(act, read(act), lexicon, present=present)
        if own is None:
            return None
        edit = Edit(
            0, _opener_end(bullet, own, lexicon), _pieces(own, answer, bullet, lexicon), _WHY
        )
    except _NotPrintable as reason:
        return Withheld(act, str(reason), (answer.question_id,))
    text = apply(bullet.text, [edit])
    waits = unsigned(_LEVELS, [PART], {PART: answer})
    wording = Wording(text, (edit,), _LEVELS, (), (answer.question_id,), waits)
    return Told(wording, _licence(own, bullet, read, lexicon))


def _own_act(said: str, lexicon: Lexicon) -> str:
    """Return the first sentence without "I", up to where somebody else's part begins."""
    first = _SENTENCE.split(said.strip(), maxsplit=1)[0].strip()
    words = words_of(first)
    at = 0
    while at < len(words) and words[at].low in lexicon.words("told_leads"):
        at += 1
    end = len(first)
    others = lexicon.words("told_others")
    for n in range(at + 1, len(words)):
        if words[n].low in others and words[n - 1].low in lexicon.words("told_joints"):
            end = words[n - 1].start
            break
    act = first[words[at].start : end].rstrip(" ,") if at < len(words) else ""
    return act[:1].upper() + act[1:]


def _as_act(act: str, read: ParsedBullet, lexicon: Lexicon, *, present: bool) -> str | None:
    """Return the acts of an answer in the tense of the role."""
    if not read.clauses and read.frame is None:
        return None
    spoken = [w.low for w in words_of(act) if w.low in lexicon.words("told_persons")]
    if spoken:
        raise _NotPrintable(f"The answer speaks of “{spoken[0]}”: whose act it was stays open.")
    segments = read.segments
    if not read.confident or len(segments) != 1 or segments[0].opener or read.hedges:
        raise _NotPrintable("The answer is not one plain act that can stand in the line.")
    if read_figures(act, lexicon):
        raise _NotPrintable("A figure in free words has no basis: ask for it on its own.")
    for clause in read.clauses:
        if lexicon.claim_of(clause.verb.lemma) not in {Claim.WORDING, *_LEVELS}:
            raise _NotPrintable(
                f"“{clause.verb.text.casefold()}” claims more than this answer can show: ask who "
                "decided, and who would confirm it."
            )
    form: VerbForm = "base" if present else "past"
    out = act
    for clause in reversed(read.clauses):
        if clause.form == "participle":
            raise _NotPrintable("The answer tells what was done to the client, or is unclear.")
        verb = inflect(clause.verb.lemma, form, lexicon)
        out = out[: clause.verb.start] + verb + out[clause.verb.end :]
    return out[:1].upper() + out[1:]


def _opener_end(bullet: ParsedBullet, own: str, lexicon: Lexicon) -> int:
    """Return where the words end that the answer takes the place of: the opener's, or the whole
    line's where the answer names all that the line is about."""
    segment = _segment(bullet)
    if _names_all(segment, bullet, own, lexicon):
        return len(bullet.text.rstrip(" .;,"))
    return segment.opener.end if segment.opener else 0


def _pieces(own: str, answer: Answer, bullet: ParsedBullet, lexicon: Lexicon) -> tuple[Piece, ...]:
    segment = _segment(bullet)
    piece = Piece(own, f"answer:{answer.question_id}")
    if _names_all(segment, bullet, own, lexicon):
        return (piece,)
    opener = _words(bullet.text, 0, segment.opener.end if segment.opener else 0)
    if opener[-1].low not in lexicon.words("told_ties"):
        raise _NotPrintable("The line names whom the client worked with, and not what on.")
    return (piece, Piece(" for", FUNCTION))


def _segment(bullet: ParsedBullet) -> Segment:
    """Return the one part of a line that an answer can be set into."""
    if not bullet.confident:
        raise _NotPrintable("The line is not read for certain: what must be kept is unknown.")
    if len(bullet.segments) != 1 or bullet.segments[0].participation not in _PARTS:
        raise _NotPrintable("The line has several parts: which one the answer is about is open.")
    segment = bullet.segments[0]
    if segment.opener is None or segment.opener.start > 0 or segment.clauses or bullet.hedges:
        raise _NotPrintable("The line names acts or limits of its own, which must be kept.")
    return segment


def _names_all(segment: Segment, bullet: ParsedBullet, own: str, lexicon: Lexicon) -> bool:
    opener_end = segment.opener.end if segment.opener else 0
    closed = lexicon.words("phrase_stops") | lexicon.words("determiners")
    said = {lexicon.singular(w.low) for w in words_of(own)}
    rest = [w for w in _words(bullet.text, opener_end, len(bullet.text)) if not w.mark]
    return all(w.low in closed or lexicon.singular(w.low) in said for w in rest)


def _words(text: str, start: int, end: int) -> Sequence[Word]:
    return [w for w in words_of(text) if w.start >= start and w.end <= end]


def _licence(own: str, bullet: ParsedBullet, read: Read, lexicon: Lexicon) -> Licence:
    """Return what the answer licenses: its words as the client's, its acts up to a role."""
    parsed = read(own)
    replaced = bullet.segments[0].opener
    words = wording_licence(
        parsed, _LEVELS, lexicon, answers=[own], replaces=replaced.text if replaced else ""
    )
    acts = wording_licence(parsed, _LEVELS, lexicon)
    return Licence(words.phrases, acts.verbs)
