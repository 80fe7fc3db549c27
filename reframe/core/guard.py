"""The guard: what a rewrite may say, judged after the last writer and failing closed.

Every word of a rewrite comes from its source, from an inflection of a source word, from a
confirmed answer or wording, or from the closed list of words that state nothing. Whatever is not
clearly so is refused.
"""

from reframe.core.bullet import ParsedBullet
from reframe.core.guard_acts import act_findings, share_findings
from reframe.core.guard_align import align
from reframe.core.guard_figures import figure_findings
from reframe.core.guard_finding import Finding, finding
from reframe.core.guard_licence import Licence
from reframe.core.guard_outline import Outline, outline
from reframe.core.guard_places import place_findings
from reframe.core.guard_words import word_findings
from reframe.core.lexicon import Lexicon

__all__ = ["Finding", "Licence", "check"]


def check(
    before: ParsedBullet, after: ParsedBullet, licence: Licence, lexicon: Lexicon
) -> tuple[Finding, ...]:
    """Return what ``after`` claims without a source or licence, and what it lost of ``before``.

    An empty result means that the rewrite may be printed.
    """
    if before.text.split() == after.text.split():
        return ()
    source, rewrite = outline(before, lexicon), outline(after, lexicon)
    pairs = align(source, rewrite, licence, lexicon)
    found = [
        *figure_findings(before.text, after.text, licence, lexicon),
        *act_findings(pairs, licence, lexicon),
        *word_findings(pairs, licence, lexicon),
        *share_findings(pairs, lexicon),
        *place_findings(pairs, lexicon),
        *_unread(source, rewrite, lexicon),
    ]
    return tuple(_once(found))


def _unread(before: Outline, after: Outline, lexicon: Lexicon) -> list[Finding]:
    """Refuse any change of order in a text that could not be read for certain."""
    if before.bullet.confident and after.bullet.confident:
        return []
    kept = [
        [p.key for p in side.places if p.content and not p.droppable] for side in (before, after)
    ]
    if kept[0] == kept[1]:
        return []
    text = after.bullet.text
    return [finding("unlicensed", "relation", text, 0, len(text), lexicon)]


def _once(found: list[Finding]) -> list[Finding]:
    """Keep one finding for each stretch, the most telling first."""
    seen: set[tuple[str, int, int]] = set()
    kept = []
    for item in found:
        if (place := (item.kind, item.start, item.end)) not in seen:
            seen.add(place)
            kept.append(item)
    return sorted(kept, key=lambda item: (item.kind == "lost", item.start))
