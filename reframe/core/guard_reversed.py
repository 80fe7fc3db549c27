"""What a draft turns round: which of two acts came first, which of two things was not done, which
of two things stands in brackets behind a third."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from reframe.core.lexicon import Lexicon
from reframe.core.phrases import words_of
from reframe.core.words import Word

_BRACKET = re.compile(r"([\w+#.&/-]+),? \(([^()]+)\)")


def reversed_order(before: str, after: str, lexicon: Lexicon) -> Iterator[tuple[str, int, int]]:
    """Yield the word of a draft that tells that what came first came last: "filed claims after
    checking them", "checked claims *after* filing them"."""
    was = {(one, other) for one, other, _ in _in_time(words_of(before), lexicon)}
    for one, other, lead in _in_time(words_of(after), lexicon):
        if (other, one) in was and (one, other) not in was:
            yield lead.text, lead.start, lead.end


def _in_time(words: Sequence[Word], lexicon: Lexicon) -> Iterator[tuple[str, str, Word]]:
    """Yield two acts, the earlier first, with the word that tells their order."""
    for lead, behind in pairwise(words):
        later = lead.low in lexicon.words("later_leads")
        if not later and lead.low not in lexicon.words("earlier_leads"):
            continue
        acts = lexicon.lemmas(behind.low, "gerund")
        fronts = (lexicon.lemmas(w.low, "past", "base") for w in reversed(words[: lead.i]))
        front = next((told for told in fronts if told), set())
        for act in acts:
            for told in front:
                yield (act, told, lead) if later else (told, act, lead)


def reversed_negation(before: str, after: str, lexicon: Lexicon) -> Iterator[tuple[str, int, int]]:
    """Yield the negation of a draft that stands in front of what the source affirms, while what it
    negated is affirmed: "cash, not cards", "cards, *not* cash"."""
    source, draft = words_of(before), words_of(after)
    was, now = _negated(source, lexicon), _negated(draft, lexicon)
    gone, come = was.keys() - now.keys(), now.keys() - was.keys()
    told = {_key(w, lexicon) for w in source}, {_key(w, lexicon) for w in draft}
    if gone and come and gone <= told[1]:
        for held in sorted(come & told[0]):
            word = now[held]
            yield word.text, word.start, word.end


def _negated(words: Sequence[Word], lexicon: Lexicon) -> dict[str, Word]:
    """Return what stands behind a "not", with that word."""
    small = lexicon.words("function") | lexicon.words("be_words") | lexicon.words("determiners")
    found: dict[str, Word] = {}
    for word in words:
        if word.low in lexicon.words("plain_negations"):
            behind = next((w for w in words[word.i + 1 :] if w.low not in small), None)
            if behind is not None and not behind.mark:
                found.setdefault(_key(behind, lexicon), word)
    return found


def _key(word: Word, lexicon: Lexicon) -> str:
    return min(lexicon.lemmas(word.low), default=lexicon.singular(word.low))


def changed_brackets(before: str, after: str, lexicon: Lexicon) -> Iterator[tuple[str, int, int]]:
    """Yield what stands in brackets behind another word than in the source, where that one has
    brackets of its own or the line is a list of things: "Excel (expert), SAP (basic)", "Excel
    (*basic*), SAP (expert)"."""
    was = {said.casefold(): held.casefold() for held, said in _BRACKET.findall(before)}
    words = {word.low for word in words_of(before)}
    acted = any(lexicon.lemmas(word, "past") for word in words)
    others = set(was.values()) if acted else words
    stands = {word.low for word in words_of(after)}
    for match in _BRACKET.finditer(after):
        held, other = was.get(match[2].casefold()), match[1].casefold()
        if held in stands and held != other and other in others:
            yield match[2], match.start(2), match.end(2)
