"""What documents need to know of words and rules, from a Reframer."""

from reframe.core.review import Review
from reframe.documents.source import Source, Words
from reframe.engine.reframer import Reframer
from reframe.tables.documents import load_frames


def source_of(review: Review, reframer: Reframer | None) -> Source:
    """Return a review with what it takes to make documents of it.

    The rules and the pipeline are loaded only if a document asks for them; those of ``reframer``
    are used where one is given.
    """
    return Source(review, load_frames(), lambda: _words(reframer))


def _words(reframer: Reframer | None) -> Words:
    from reframe.engine.checking import bundled_reframer

    used = reframer or bundled_reframer()
    worth = {rule.id: rule.value[0] for rule in used.book.rules if rule.value}
    worth |= {pattern.id: pattern.value[0] for pattern in used.book.patterns if pattern.value}
    return Words(
        lexicon=used.lexicon,
        parse=used.parse,
        worth=worth,
        values={code: category.title for code, category in used.book.values.items()},
    )
