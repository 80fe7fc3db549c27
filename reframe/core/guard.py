"""The guard: what a rewrite may say, judged after the last writer and failing closed.

Every word of a rewrite comes from its source, from an inflection of a source word, from a
confirmed answer or wording, or from the closed list of words that state nothing. Whatever is not
clearly so is refused.
"""

from reframe.core.bullet import ParsedBullet
from reframe.core.guard_acts import act_findings, share_findings
from reframe.core.guard_align import align
from reframe.core.guard_alignment import Alignment
from reframe.core.guard_figures import figure_findings
from reframe.core.guard_finding import Finding, finding
from reframe.core.guard_licence import Licence
from reframe.core.guard_namesakes import proven_namesakes
from reframe.core.guard_outline import outline
from reframe.core.guard_relations import relation_findings, settled
from reframe.core.guard_tense import only_opens_in_past
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
    if only_opens_in_past(before.text, after.text, lexicon):
        return ()
    source, rewrite = outline(before, lexicon), outline(after, lexicon)
    pairs = settled(align(source, rewrite, licence, lexicon), lexicon)
    found = [
        *figure_findings(before.text, after.text, licence, lexicon),
        *act_findings(pairs, licence, lexicon),
        *word_findings(pairs, licence, lexicon),
        *share_findings(pairs, lexicon),
        *relation_findings(pairs, lexicon),
        *proven_namesakes(pairs, lexicon),
        *_unread(pairs, licence, lexicon),
    ]
    return tuple(_once(found))


def _unread(pairs: Alignment, licence: Licence, lexicon: Lexicon) -> list[Finding]:
    """Refuse a change of order in a text that could not be read for certain, and in a source
    that could not, any change beyond the forms of its own words."""
    before, after = pairs.before, pairs.after
    if pairs.free_words or (before.bullet.confident and after.bullet.confident):
        return []
    order = [source for at, source in sorted(pairs.words.items()) if after.places[at].content]
    changed = order != sorted(order)
    if not before.bullet.confident:
        kept, covered = set(order), licence.covered(after.keys)
        same = [s.frame for s in before.bullet.segments] == [s.frame for s in after.bullet.segments]
        stated = (
            (i, p)
            for i, p in enumerate(before.places)
            if p.content and not p.droppable and not (same and p.opener)
        )
        changed = changed or any(i not in kept and p.key not in covered for i, p in stated)
    text = after.bullet.text
    return [finding("unlicensed", "relation", text, 0, len(text), lexicon)] if changed else []


def _once(found: list[Finding]) -> list[Finding]:
    """Keep one finding for each stretch, the most telling first."""
    seen: set[tuple[str, int, int]] = set()
    kept = []
    for item in found:
        if (place := (item.kind, item.start, item.end)) not in seen:
            seen.add(place)
            kept.append(item)
    return sorted(kept, key=lambda item: (item.kind == "lost", item.start))
