"""Words that are wrong together: one that stands twice, "an clean", "comply to"."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from reframe.core.lexicon import Lexicon
from reframe.core.noun_starts import is_noun_start, phrase_behind
from reframe.core.once import once_for
from reframe.core.pairs import is_named
from reframe.core.phrases import rows_in
from reframe.core.suggestion import Edit, repaired
from reframe.core.words import Word

_LONGEST = 4
_OWNED = "Whose it is goes without saying."
_ENDS = frozenset({".", ":", ";", "!", "?"})


def word_edits(text: str, words: Sequence[Word], lexicon: Lexicon) -> Iterator[Edit | str]:
    """Yield the certain repairs of words beside words, and each word that may stand twice by
    mistake."""
    yield from _phrases(text, words, lexicon)
    yield from _prepositions(words, lexicon)
    yield from _owned(words, lexicon)
    for word, follower in pairwise(words):
        if word.low == follower.low and text[word.end : follower.start].isspace():
            yield from _doubled(word, follower, lexicon)


def _doubled(word: Word, follower: Word, lexicon: Lexicon) -> Iterator[Edit | str]:
    if word.mark or not word.low.isalpha() or not follower.text.islower():
        return
    if word.low in lexicon.words("may_double"):
        return
    # "Trained trained new hires" is a slip; "door door" may lack a word.
    sure = word.low in lexicon.words("function") | lexicon.words("never_doubled") or any(
        not reading.nominal for reading in lexicon.readings.get(word.low, ())
    )
    if sure:
        yield repaired(word.end, follower.end, "", "The word stands twice.")
    else:
        yield word.text


def _phrases(text: str, words: Sequence[Word], lexicon: Lexicon) -> Iterator[Edit]:
    mended = lexicon.maps["mended"]
    for at, size, wrong in rows_in(words, mended):
        run, right = words[at : at + size], mended[wrong]
        if not _small(run):
            continue
        start, end = run[0].start, run[-1].end
        if right.endswith(".") and text[end : end + 1] == ".":
            end += 1
        if text[start:end] == right:
            continue
        begins = at == 0 or words[at - 1].text in _ENDS  # "Aim: *To use* my skills"
        large = begins and text[start].isupper()
        shaped = right[0].upper() + right[1:] if large else right
        yield repaired(start, end, shaped, f'"{right}" is what is said.')


def _owned(words: Sequence[Word], lexicon: Lexicon) -> Iterator[Edit]:
    """Yield the "my" of what nobody else could have used: "to use *my* skills"."""
    uses, things = lexicon.words("uses_of_own"), lexicon.words("used_of_own")
    for to, verb, my, thing in zip(words, words[1:], words[2:], words[3:], strict=False):
        owned = to.low == "to" and my.text == "my" and thing.text in things
        if owned and verb.text in uses:
            yield repaired(my.start, thing.start, "", _OWNED)


def _small(run: Sequence[Word]) -> bool:
    """Whether words are no name: in small letters, but for the first of several or of a line."""
    free = len(run) > 1 or run[0].i == 0
    return all(word.mark or word.text.islower() for word in (run[1:] if free else run))


def _prepositions(words: Sequence[Word], lexicon: Lexicon) -> Iterator[Edit]:
    by_first = _by_preposition(lexicon.maps["mended_prepositions"])
    lows = [word.low for word in words]
    for at, low in enumerate(lows[1:]):
        for lemma, behind, wanted, right in by_first.get(low, ()):
            after = at + 1 + len(behind)
            if lows[at + 1 : after] != behind or not _says(words[at], lemma, lexicon):
                continue
            follower = words[after] if after < len(words) else None
            if follower is None or not _follows(words, after, wanted, lexicon):
                continue
            start, end = words[at + 1].start, words[after - 1].end
            if not right:
                end = follower.start
            said = f"{lows[at]} {right}".strip()
            yield repaired(start, end, right, f'"{said}" is what is said.')


@once_for
def _by_preposition(
    table: Mapping[str, str],
) -> Mapping[str, list[tuple[str, list[str], str, str]]]:
    """Return the wrong prepositions by their first word: verb, words, what must follow, and the
    right one."""
    found: dict[str, list[tuple[str, list[str], str, str]]] = {}
    for pattern, right in table.items():
        lemma, *rest = pattern.split()
        wanted = rest.pop() if rest[-1].startswith("@") else ""
        found.setdefault(rest[0], []).append((lemma, rest, wanted, right))
    return found


def _follows(words: Sequence[Word], at: int, wanted: str, lexicon: Lexicon) -> bool:
    """Whether what a preposition needs behind it follows: anything, a thing and no act ("compliance
    to *ensure*"), the name of an act, a gerund, or a gerund that is an act and no trade ("worked in *designing* forms",
    but "in nursing", "in operating rooms")."""
    if not wanted:
        return True
    low = words[at].low
    readings = lexicon.readings.get(low, ())
    if wanted == "@thing":
        if any(r.form == "base" and not r.nominal for r in readings):
            return False
        return low in lexicon.words("determiners") or is_noun_start(words, at, lexicon)
    if wanted == "@named":
        return _names_act(words, at, lexicon)
    if wanted == "@gerund":
        behind = [w.low for w in words[at + 1 : at + 2]]
        return lexicon.is_gerund(low) and not is_named(low, behind, lexicon)  # "in dining rooms"
    trades = ("gerund_nouns", "gerund_modifiers", "compound_gerunds")
    acting = any(r.form == "gerund" and not r.nominal for r in readings)
    held = at + 1 < len(words) and words[at + 1].low != "of" and words[at + 1].text != "."
    return acting and held and not any(low in lexicon.words(name) for name in trades)


def _names_act(words: Sequence[Word], at: int, lexicon: Lexicon) -> bool:
    """Whether a noun that begins here ends in the name of an act: "in *the bug triage*"."""
    first = at + (words[at].low in lexicon.words("determiners"))
    for word in words[first : first + _LONGEST]:
        if not word.text.islower() or not is_noun_start(words, word.i, lexicon):
            return False
        if word.low in lexicon.maps["act_nouns"]:
            # "In the *design* department", but "in the *design layout* of": acts lead to "of".
            behind = phrase_behind(words, word.i, lexicon)
            last = words[word.i + len(behind) + 1 :]
            return not behind or (bool(last) and last[0].low == "of")
    return False


def _says(word: Word, lemma: str, lexicon: Lexicon) -> bool:
    """Whether a word is this one, and as a verb no noun too: "results to" is none of "result"."""
    acts = lexicon.readings.get(word.low, ())
    if not acts:
        return word.low == lemma
    return any(act.lemma == lemma for act in acts) and not any(act.nominal for act in acts)
