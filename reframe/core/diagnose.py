"""What is weak in a bullet, independent of rules."""

from reframe.core.bullet import ParsedBullet
from reframe.core.frames import find_opener
from reframe.core.lexicon import Lexicon
from reframe.core.line import Line
from reframe.core.phrases import words_of

LONG = 30
"""Words after which a line works better split."""


def diagnose(bullet: ParsedBullet, lexicon: Lexicon) -> tuple[str, ...]:
    """Return what is weak, as names: ``frame:<name>``, ``weak_verb``, ``first_person``,
    ``no_quantity``, ``no_outcome``, ``long``, ``no_act`` and ``unsure``."""
    words = words_of(bullet.text)
    found: list[str] = []
    if bullet.frame:
        found.append(f"frame:{bullet.frame}")
    opener = find_opener(Line(bullet.text, words, lexicon), 0)
    if opener and opener.frame.verb:
        found.append("weak_verb")
    if any(w.low in lexicon.words("first_person_subjects") for w in words):
        found.append("first_person")
    if not bullet.quantities:
        found.append("no_quantity")
    if not any(q.role == "outcome" for q in bullet.quantities):
        found.append("no_outcome")
    if len(words) > LONG:
        found.append("long")
    if not bullet.clauses:
        found.append("no_act")
    if not bullet.confident:
        found.append("unsure")
    return tuple(found)
