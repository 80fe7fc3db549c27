"""The words of a text as the guard compares them: figures by value, spellings and abbreviations
folded, so that two texts that say the same have the same keys."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from reframe.core.bullet import Span
from reframe.core.lexicon import Lexicon
from reframe.core.manner import manners
from reframe.core.numbers import Figure, read_figures

_WORD = re.compile(r"[^\W_]+(?:['’/&.+][^\W_]+)*[+#]*|[^\w\s]")
_POSSESSIVE = re.compile(r"['’]s$|(?<=s)['’]$")
_REGULAR = (("isation", "ization"), ("isations", "izations"), ("ising", "izing"),
            ("ised", "ized"), ("ises", "izes"), ("ise", "ize"), ("yse", "yze"),
            ("ysed", "yzed"), ("ysing", "yzing"), ("our", "or"), ("ours", "ors"),
            ("oured", "ored"), ("ouring", "oring"))  # fmt: skip
_BRITISH = tuple(british for british, _ in _REGULAR)


class Token(NamedTuple):
    """A word, mark or figure with its place. ``key`` is what it is compared by.

    ``possessive`` remembers the ending that the key leaves out.
    """

    start: int
    end: int
    text: str
    key: str
    figure: Figure | None = None
    possessive: bool = False
    mark: bool = False


def read_tokens(text: str, lexicon: Lexicon, *, whole: Iterable[Span] = ()) -> tuple[Token, ...]:
    """Return the tokens of a text from left to right.

    Hyphenated words come apart ("12-person" holds a figure, "co-led" a credit), except those
    that ``whole`` names, which stay one token.
    """
    tokens = list(
        _tokens(text, read_figures(text, lexicon), tuple(whole), lexicon.words("stating_marks"))
    )
    if not text.isupper():
        # "IT" and "US" name something; "it" and "us" do not.
        tokens = [t._replace(key=t.text) if _is_initials(t, lexicon) else t for t in tokens]
    tokens = list(_adverbial(tokens, lexicon))
    for phrases in (lexicon.maps.get("plainer", {}), lexicon.maps["same_phrases"]):
        tokens = list(_folded(tokens, phrases))
    spellings, same = lexicon.maps["spellings"], lexicon.maps["same_words"]
    return tuple(_respelled(token, spellings, same) for token in tokens)


def _tokens(
    text: str, figures: tuple[Figure, ...], whole: tuple[Span, ...], stating: frozenset[str]
) -> Iterator[Token]:
    at = 0
    known = {span.start: span for span in whole if "-" in span.text}
    starts = {figure.start: figure for figure in figures}
    while at < len(text):
        if (figure := starts.get(at)) is not None:
            yield Token(at, figure.end, text[at : figure.end], figure.key, figure)
            at = figure.end
        elif (span := known.get(at)) is not None:
            yield Token(at, span.end, span.text, span.text.casefold())
            at = span.end
        elif (match := _WORD.match(text, at)) is not None:
            # A figure may start inside what reads as one word ("$40/hr", "x12").
            end = min([match.end(), *(s for s in starts if at < s < match.end())])
            if text[end : end + 1] in {"'", "’"} and text[end - 1] == "s":
                end += 1
            word = text[at:end]
            bare = _POSSESSIVE.sub("", word)
            mark = not any(c.isalnum() for c in word) and word not in stating
            yield Token(at, end, word, _plain(bare), None, bare != word, mark)
            at = end
        else:
            at += 1


def _respelled(token: Token, spellings: Mapping[str, str], same: Mapping[str, str]) -> Token:
    key = token.key if token.figure else spelled(token.key, spellings)
    key = same.get(key, key)
    return token if key == token.key else token._replace(key=key)


# A résumé says the same words many times over.
@lru_cache(maxsize=16384)
def _plain(word: str) -> str:
    """Return a word in lower case, without accents or curly quotes."""
    parts = unicodedata.normalize("NFKD", word.casefold().replace("’", "'"))
    return "".join(c for c in parts if not unicodedata.combining(c))


def _is_initials(token: Token, lexicon: Lexicon) -> bool:
    return (
        len(token.text) > 1
        and token.text.isupper()
        and (token.key in lexicon.words("free_words") or token.key in lexicon.words("place_words"))
    )


def _folded(tokens: list[Token], phrases: Mapping[str, str]) -> Iterator[Token]:
    """Replace every run of words that stands in ``phrases`` by its plain form."""
    known = _by_first_word(tuple(phrases.items()))
    at = 0
    while at < len(tokens):
        for words, plain in known.get(tokens[at].key, ()):
            run = tokens[at : at + len(words)]
            if tuple(t.key for t in run) != words or any(t.figure for t in run):
                continue
            text = " ".join(t.text for t in run)
            for word in plain:
                yield Token(run[0].start, run[-1].end, text, word, None, run[-1].possessive)
            at += len(words)
            break
        else:
            yield tokens[at]
            at += 1


def _adverbial(tokens: list[Token], lexicon: Lexicon) -> Iterator[Token]:
    """Read "in a timely manner" as the adverb that says the same."""
    at = 0
    for found in manners([token.key for token in tokens], lexicon):
        yield from tokens[at : found.first]
        run = tokens[found.first : found.behind]
        text = " ".join(token.text for token in run)
        yield from (Token(run[0].start, run[-1].end, text, adverb) for adverb in found.adverbs)
        at = found.behind
    yield from tokens[at:]


@lru_cache(maxsize=8)
def _by_first_word(
    phrases: tuple[tuple[str, str], ...],
) -> dict[str, list[tuple[tuple[str, ...], tuple[str, ...]]]]:
    """Return the phrases as words, by their first word, the longest first."""
    found: dict[str, list[tuple[tuple[str, ...], tuple[str, ...]]]] = {}
    for phrase, plain in phrases:
        words = tuple(phrase.replace("-", " - ").split())
        found.setdefault(words[0], []).append((words, tuple(plain.split())))
    for runs in found.values():
        runs.sort(key=lambda run: -len(run[0]))
    return found


def spelled(word: str, spellings: Mapping[str, str]) -> str:
    """Return one spelling for the British and American forms of a word.

    >>> spelled("organised", {}), spelled("labour", {}), spelled("four", {})
    ('organized', 'labor', 'four')
    """
    if word in spellings:
        return spellings[word]
    if not word.endswith(_BRITISH):
        return word
    for british, american in _REGULAR:
        if word.endswith(british) and len(word) > len(british) + 2:
            return word.removesuffix(british) + american
    return word
