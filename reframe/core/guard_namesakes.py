"""Two words of a source that can stand for each other, and changed places in a rewrite: "6 guests
and 9 visitors", "waste 5% and delays 9%". What compares words one by one does not see it."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from reframe.core.guard_alignment import Alignment
from reframe.core.guard_alike import alike
from reframe.core.guard_finding import Finding, finding
from reframe.core.guard_match import Matched
from reframe.core.guard_tokens import Token
from reframe.core.guard_traits import same_sense
from reframe.core.lexicon import Lexicon

# Figures, adjectives and adverbs.
_DESCRIBING = frozenset({"CD", "JJ", "RB"})


@dataclass(frozen=True, slots=True)
class _Row:
    """The words of a text that state something, as they are written and as they are compared."""

    tokens: tuple[Token, ...]
    said: tuple[str, ...]

    def beside(self, at: int) -> set[tuple[int, object]]:
        """Return the next words, with the side that each is on; a figure by its worth."""
        left = {(-1, _worth(token)) for token in self.tokens[max(at - 1, 0) : at]}
        return left | {(1, _worth(token)) for token in self.tokens[at + 1 : at + 2]}


Alike = Callable[[int, int], bool]
"""Whether a word of the source and one of the rewrite may mean the same."""


def proven_namesakes(pairs: Alignment, lexicon: Lexicon) -> Iterator[Finding]:
    """Yield a finding for every word of a rewrite in free words that took its namesake's place."""
    if not pairs.free_words:
        return
    before = [place for place in pairs.before.places if place.content]
    after = [place for place in pairs.after.places if place.content]

    def same(i: int, at: int) -> bool:
        if _measures(before[i].token, lexicon) and _measures(after[at].token, lexicon):
            return True
        keys = before[i].key == after[at].key
        return keys or same_sense(before[i], after[at], lexicon)

    was, now = _row([p.token for p in before], lexicon), _row([p.token for p in after], lexicon)
    yield from _findings(was, now, same, lexicon)


def weighed_namesakes(pairs: Matched, lexicon: Lexicon) -> Iterator[Finding]:
    """Yield the same for a draft that is weighed."""
    before = [word for word in pairs.before.words if word.stated]
    after = [word for word in pairs.after.words if word.stated]
    was, now = _row([w.token for w in before], lexicon), _row([w.token for w in after], lexicon)

    def same(i: int, at: int) -> bool:
        kinds = {before[i].tag[:2], after[at].tag[:2]}
        figures = before[i].token.figure is not None and after[at].token.figure is not None
        if figures or (len(kinds) == 1 and kinds <= _DESCRIBING):
            return True
        return bool(alike(before[i], after[at], lexicon))

    yield from _findings(was, now, same, lexicon)


def _measures(token: Token, lexicon: Lexicon) -> bool:
    return token.figure is not None or token.key in lexicon.words("floating_words")


def _worth(token: Token) -> object:
    return token.figure.values if token.figure is not None else token.key


def _weight(shared: set[tuple[int, object]]) -> int:
    """Return how much neighbours tell: one word may be there by chance, a figure is not."""
    return sum(2 if isinstance(key, tuple) else 1 for _, key in shared)


def _row(tokens: Sequence[Token], lexicon: Lexicon) -> _Row:
    return _Row(tuple(tokens), tuple(_said(token, lexicon) for token in tokens))


def _said(token: Token, lexicon: Lexicon) -> str:
    if token.figure is not None:
        return str(token.figure.values)
    return lexicon.singular(token.text.casefold())


def _findings(was: _Row, now: _Row, same: Alike, lexicon: Lexicon) -> Iterator[Finding]:
    kept = set(was.said) & set(now.said)
    stood = [was.beside(i) for i in range(len(was.tokens))]
    for at, token in enumerate(now.tokens):
        if now.said[at] not in kept:
            continue
        own, others, stands = 0, 0, now.beside(at)
        for i, said in enumerate(was.said):
            shared = _weight(stands & stood[i])
            if said == now.said[at]:
                own = max(own, shared)
            elif shared and said in kept and same(i, at) and not _side_by_side(was, now, i, at):
                others = max(others, shared)
        if others > max(own, 1):
            yield finding("unlicensed", "relation", token.text, token.start, token.end, lexicon)


def _side_by_side(was: _Row, now: _Row, source: int, at: int) -> bool:
    """Whether two words stand side by side in both texts, whichever comes first: "*guests* and
    visitors", "*visitors* and guests"."""
    pair = {was.said[source], now.said[at]}
    return all(any({one, two} == pair for one, two in pairwise(row.said)) for row in (was, now))
