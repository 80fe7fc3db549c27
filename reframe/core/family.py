"""Which occupation family a post belongs to: by its title first, then by its bullets."""

from collections.abc import Mapping, Sequence

from reframe.core.lexicon import Lexicon
from reframe.core.phrases import sought
from reframe.core.rule import Family

# One bullet may mention anything; two speak of the work.
_BULLETS = 2


def family_of(
    title: str, texts: Sequence[str], families: Mapping[str, Family], lexicon: Lexicon
) -> str | None:
    """Return the family whose title words are the most of the title, else the one whose cues
    stand in the most bullets (two at least), or None."""
    named = sought(title, lexicon)
    best: tuple[int, str] | None = None
    for name, family in sorted(families.items()):
        for phrase in named.standing(family.titles):
            if best is None or len(phrase) > best[0]:
                best = (len(phrase), name)
    if best:
        return best[1]
    bullets = [sought(text, lexicon) for text in texts]
    counts = {
        name: sum(any(bullet.standing(family.cues)) for bullet in bullets)
        for name, family in sorted(families.items())
    }
    top = max(counts.values(), default=0)
    leaders = [name for name, count in counts.items() if count == top]
    return leaders[0] if top >= _BULLETS and len(leaders) == 1 else None
