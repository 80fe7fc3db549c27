"""Mechanics that are certain, before anything is read: a line as its writer meant to type it.

The repaired line is what is parsed, matched and judged, so that a missing blank or a stray
capital costs no understanding. What is not certain is a doubt, and nothing is done about it.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from reframe.core.capitals import capital_edits
from reframe.core.composing import compose
from reframe.core.lexicon import Lexicon
from reframe.core.mechanics_agreement import agreement_edits
from reframe.core.mechanics_amounts import (
    amount_edits,
    group_edits,
    kind_edits,
    many_edits,
    plus_edits,
)
from reframe.core.mechanics_apostrophes import apostrophe_edits
from reframe.core.mechanics_brackets import bracket_edits
from reframe.core.mechanics_clauses import clause_edits, effect_edits
from reframe.core.mechanics_closed import closed_idiom_edits
from reframe.core.mechanics_colons import colon_edits, including_edits, verb_colon_edits
from reframe.core.mechanics_commas import list_comma_edits, two_act_edits
from reframe.core.mechanics_forms import closing_edits, form_edits, infinitive_edits, led_edits
from reframe.core.mechanics_gerunds import gerund_edits
from reframe.core.mechanics_glued import glued_edits
from reframe.core.mechanics_hyphens import hyphen_edits
from reframe.core.mechanics_latin import latin_edits
from reframe.core.mechanics_manner import manner_article_edits
from reframe.core.mechanics_marks import mark_doubts, mark_edits, stop_edits
from reframe.core.mechanics_measures import measure_edits
from reframe.core.mechanics_names import name_edits
from reframe.core.mechanics_of import (
    between_of_edits,
    head_of_edits,
    particle_of_edits,
    row_of_edits,
)
from reframe.core.mechanics_often import often_edits
from reframe.core.mechanics_parted import parted_edits
from reframe.core.mechanics_participles import participle_edits
from reframe.core.mechanics_parts import alike_edits, closed_edits, part_edits
from reframe.core.mechanics_row_ends import row_end_edits
from reframe.core.mechanics_runs import also_edits, run_on_edits
from reframe.core.mechanics_series import open_end_edits, series_edits
from reframe.core.mechanics_slashes import slash_edits
from reframe.core.mechanics_sounds import sound_edits
from reframe.core.mechanics_square import square_edits
from reframe.core.mechanics_strays import stray_edits
from reframe.core.mechanics_ties import tie_edits
from reframe.core.mechanics_units import unit_edits
from reframe.core.mechanics_usage import usage_edits
from reframe.core.mechanics_ways import way_edits
from reframe.core.mechanics_words import word_edits
from reframe.core.phrases import words_of
from reframe.core.spelling import Vocabulary, spelling
from reframe.core.suggestion import Edit, apply, repaired
from reframe.core.variants import Locale, respelled
from reframe.core.words import Word


@dataclass(frozen=True, slots=True)
class Habits:
    """What the lines around a line do: whether they end with a full stop (None: no habit), and
    the country whose spelling the source is to be put into (None: its own)."""

    stop: bool | None = None
    locale: Locale | None = None


@dataclass(frozen=True, slots=True)
class Repair:
    """A line, repaired: ``apply(before, edits) == text``. ``doubts`` are what may be wrong, as
    ``(name, word)``; names are the keys of the table ``doubts``."""

    before: str
    text: str
    edits: tuple[Edit, ...] = ()
    doubts: tuple[tuple[str, str], ...] = ()


_LINES = 4
_MOST = 2 / 3

Round = Callable[[str], Iterable[Edit | tuple[str, str]]]


def repair(
    text: str, lexicon: Lexicon, vocabulary: Vocabulary, *, habits: Habits | None = None
) -> Repair:
    """Return a line with everything repaired that leaves no room for doubt.

    Rounds follow one another, because each sees what the last has mended: "phones.filed" is one
    word until its blank is there.
    """
    known = habits or Habits()
    rounds: tuple[Round, ...] = (
        lambda now: mark_edits(now, lexicon, vocabulary),
        lambda now: (*stray_edits(now, lexicon, vocabulary), *unit_edits(now, lexicon)),
        lambda now: slash_edits(now, words_of(now), lexicon),
        lambda now: _led_on(now, words_of(now), lexicon),
        lambda now: _named("spelling", spelling(words_of(now), lexicon, vocabulary)),
        lambda now: name_edits(now, words_of(now), lexicon),
        lambda now: _named("doubled", word_edits(now, words_of(now), lexicon)),
        lambda now: glued_edits(words_of(now), lexicon),
        lambda now: _joined(now, words_of(now), lexicon),
        lambda now: (
            *closed_edits(words_of(now), lexicon, vocabulary),
            *alike_edits(words_of(now)),
        ),
        lambda now: _mended(words_of(now), lexicon),
        lambda now: _named("capitals", capital_edits(now, words_of(now), lexicon, vocabulary)),
        lambda now: stop_edits(now, stop=known.stop),
        lambda now: _localised(now, known.locale, lexicon, vocabulary),
        lambda now: mark_doubts(now, lexicon),
    )
    edits: tuple[Edit, ...] = ()
    doubts: list[tuple[str, str]] = []
    now = text
    for step in rounds:
        found = tuple(step(now))
        doubts += [item for item in found if isinstance(item, tuple)]
        chosen = apart(item for item in found if isinstance(item, Edit))
        if chosen:
            edits = compose(text, edits, chosen)
            now = apply(now, chosen)
    return Repair(text, now, edits, tuple(dict.fromkeys(doubts)))


def apart(edits: Iterable[Edit]) -> tuple[Edit, ...]:
    """Return edits in order without those that touch an earlier one."""
    chosen: list[Edit] = []
    for edit in edits:
        if all(edit.end < other.start or edit.start > other.end for other in chosen):
            chosen.append(edit)
    return tuple(sorted(chosen, key=lambda edit: (edit.start, edit.end)))


def stop_habit(texts: Sequence[str]) -> bool | None:
    """Return whether most of some lines end with a full stop, or None where no habit shows."""
    lines = [text.rstrip() for text in texts if text.strip()]
    stopped = sum(line.endswith(".") for line in lines)
    if len(lines) < _LINES or stopped in (0, len(lines)):
        return None
    if stopped >= _MOST * len(lines):
        return True
    return False if stopped <= (1 - _MOST) * len(lines) else None


def told(doubts: Iterable[tuple[str, str]], lexicon: Lexicon) -> tuple[str, ...]:
    """Return doubts as sentences for a coach."""
    return tuple(lexicon.maps["doubts"][name].format(word) for name, word in doubts)


def _joined(text: str, words: Sequence[Word], lexicon: Lexicon) -> Iterator[Edit | tuple[str, str]]:
    """Yield what joins words to each other: hyphens, apostrophes, articles, lists, sentences."""
    yield from measure_edits(text, words, lexicon)
    yield from square_edits(words, lexicon)
    yield from amount_edits(words, lexicon)
    yield from group_edits(words, lexicon)
    yield from kind_edits(words, lexicon)
    yield from many_edits(words, lexicon)
    yield from plus_edits(words, lexicon)
    yield from manner_article_edits(words, lexicon)
    yield from agreement_edits(words, lexicon)
    yield from gerund_edits(words, lexicon)
    yield from led_edits(words, lexicon)
    yield from form_edits(words, lexicon)
    yield from infinitive_edits(words, lexicon)
    yield from closing_edits(words, lexicon)
    yield from part_edits(text, words, lexicon)
    yield from hyphen_edits(words, lexicon)
    yield from apostrophe_edits(text, words, lexicon)
    yield from sound_edits(words, lexicon)
    yield from way_edits(words, lexicon)
    yield from head_of_edits(words, lexicon)
    yield from row_of_edits(words, lexicon)
    yield from particle_of_edits(words, lexicon)
    yield from series_edits(words, lexicon)
    yield from row_end_edits(words, lexicon)
    yield from open_end_edits(words, lexicon)
    yield from including_edits(words, lexicon)
    yield from run_on_edits(words, lexicon)
    yield from also_edits(words, lexicon)
    yield from clause_edits(words, lexicon)
    yield from closed_idiom_edits(words, lexicon)
    yield from tie_edits(words, lexicon)
    yield from participle_edits(words, lexicon)


def _led_on(text: str, words: Sequence[Word], lexicon: Lexicon) -> Iterator[Edit]:
    """Yield the marks between words and what they lead to: colons, brackets, short forms."""
    yield from colon_edits(words, lexicon)
    yield from verb_colon_edits(words, lexicon)
    yield from bracket_edits(text)
    yield from latin_edits(text)


def _mended(words: Sequence[Word], lexicon: Lexicon) -> Iterator[Edit]:
    """Yield what shows only when parted words are one: "trouble shooting of" is an act."""
    yield from parted_edits(words, lexicon)
    yield from between_of_edits(words, lexicon)
    yield from effect_edits(words, lexicon)
    yield from often_edits(words, lexicon)
    yield from usage_edits(words, lexicon)
    yield from two_act_edits(words, lexicon)
    yield from list_comma_edits(words, lexicon)


def _named(name: str, found: Iterable[Edit | str]) -> Iterator[Edit | tuple[str, str]]:
    """Yield edits as they are, and each doubtful word under the name of its doubt."""
    return (item if isinstance(item, Edit) else (name, item) for item in found)


def _localised(
    text: str, locale: Locale | None, lexicon: Lexicon, vocabulary: Vocabulary
) -> Iterator[Edit]:
    if locale is None:
        return
    for word in words_of(text):
        low = word.low.removesuffix("'s")
        if not low.isalpha() or not (word.text.islower() or word.i == 0):
            continue
        found = respelled(low, locale, lexicon, vocabulary)
        if found != low:
            shaped = found.capitalize() if word.text[0].isupper() else found
            why = lexicon.maps["locale_reasons"][locale]
            end = word.start + len(low)
            yield repaired(word.start, end, shaped, why, kind="spelling")
