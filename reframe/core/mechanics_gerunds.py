"""A bare verb behind a preposition: "in charge of *execute* the plan" is "executing"."""

from collections.abc import Iterator, Sequence

from reframe.core.inflect import inflect
from reframe.core.lexicon import Lexicon
from reframe.core.phrases import rows_in
from reframe.core.suggestion import Edit, repaired
from reframe.core.words import Word

_WHY = "Behind a preposition the act stands in -ing."


def gerund_edits(words: Sequence[Word], lexicon: Lexicon) -> Iterator[Edit]:
    """Yield the -ing form of a verb that is nothing else behind "responsible for" and the like,
    and of those that go on with it."""
    for at, size, _ in rows_in(words, lexicon.maps["gerund_leads"]):
        first = at + size
        if first >= len(words) or not bare_verb(words[first], lexicon):
            continue
        row = bare_row(words, first, lexicon)
        if all(bare_verb(word, lexicon) for word in row):
            for word in row:
                told = inflect(bare_verb(word, lexicon), "gerund", lexicon)
                yield repaired(word.start, word.end, told, _WHY)


def bare_row(words: Sequence[Word], first: int, lexicon: Lexicon) -> list[Word]:
    """Return what may be bare verbs in a row ("prepare reports, *file* forms"); behind a "to" or
    in a clause they stand rightly."""
    joints = lexicon.words("row_joints")
    nested = lexicon.words("relatives") | lexicon.words("subordinators") | {"to", ".", ";"}
    row = [words[first]]
    for word in words[first + 1 :]:
        if word.low in nested:
            break
        bare = any(r.form == "base" for r in lexicon.readings.get(word.low, ()))
        if bare and words[word.i - 1].low in joints:
            row.append(word)
    return row


def bare_verb(word: Word, lexicon: Lexicon) -> str:
    """Return the verb of a word that is its bare form and nothing else, or ""."""
    readings = lexicon.readings.get(word.low, ())
    plain = word.text.islower() and all(r.form == "base" and not r.nominal for r in readings)
    known = [r.lemma for r in readings if lexicon.verb(r.lemma) is not None]
    adjective = word.low in lexicon.words("adjectives") or word.low in lexicon.words(
        "adjective_verbs"
    )
    return known[0] if plain and known and not adjective else ""
