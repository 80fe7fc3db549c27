"""Capitals inside a line that name nothing, lines in capitals, and lines that begin small."""

import re
from collections.abc import Iterator, Sequence

from reframe.core.capital_forms import placed_capitals
from reframe.core.capital_heads import firsts_of_heads, heads_behind, several_things
from reframe.core.capital_pairs import half_capitals
from reframe.core.capital_rows import act_rows, acts_on_things, emphasis, tail_acts
from reframe.core.capital_topics import loose_capitals, names_nothing, tail_of
from reframe.core.lexicon import Lexicon
from reframe.core.noun_starts import is_noun_start
from reframe.core.spelling import Vocabulary
from reframe.core.suggestion import Edit, repaired
from reframe.core.words import Word

_WHY = "An ordinary word has no capital inside a line."
_LETTERS = re.compile(r"[A-Z]{2,}\d*")
_SHOUTED = 3
_FRONT = 7
_SECOND = 2


def capital_edits(
    text: str, words: Sequence[Word], lexicon: Lexicon, vocabulary: Vocabulary
) -> Iterator[Edit | str]:
    """Yield the certain repairs of capitals; a doubt's name for a line that may hold names."""
    spelled = [word for word in words if word.text[0].isalpha()]
    if not spelled:
        return
    if text.isupper() and len(spelled) >= _SHOUTED:
        yield from _shouted(spelled, lexicon, vocabulary)
        return
    yield from _opener(text, spelled[0], lexicon)
    yield from emphasis(text, words, lexicon)
    alone = [*half_capitals(words, lexicon), *loose_capitals(words, lexicon)]
    alone += placed_capitals(words, lexicon)
    alone += [*firsts_of_heads(words, lexicon), *heads_behind(words, lexicon)]
    alone += several_things(words, lexicon)
    alone += [*acts_on_things(words, lexicon), *tail_acts(words, lexicon)]
    for word in sorted({*_slips(text, words, lexicon), *alone}, key=lambda word: word.i):
        yield repaired(word.start, word.end, word.text.lower(), _WHY)


def _slips(text: str, words: Sequence[Word], lexicon: Lexicon) -> list[Word]:
    """Return the words whose capitals are slips, in order.

    In a list, items stand alike: a slip beside an item that keeps its capital keeps its own, and
    so does a word that has its capital elsewhere in the line too.
    """
    in_rows = list(act_rows(words, lexicon))
    runs = [part for run in _runs(text, words) for part in _parts(run, words, lexicon)]
    runs = [run for run in runs if not {word.i for word in run} & {word.i for word in in_rows}]
    found = [run for run in runs if _is_slip(run, words, lexicon)]
    while True:
        inside = {word.i for run in (*found, in_rows) for word in run}
        large = {w.text for w in words[1:] if w.text[0].isupper() and w.i not in inside}
        kept = [
            run
            for run in found
            if not _beside_large(run, words, inside, lexicon.words("pair_words"))
            and not large & {word.text for word in run}
        ]
        if len(kept) == len(found):
            return sorted((*in_rows, *(w for run in found for w in run)), key=lambda w: w.i)
        found = kept


def _runs(text: str, words: Sequence[Word]) -> Iterator[list[Word]]:
    """Yield the runs of capitalised words inside a line: what one name would hold."""
    run: list[Word] = []
    for at, word in enumerate(words):
        capital = word.text[0].isupper() and at > 0 and not _begins(words[at - 1])
        if capital and (not run or text[run[-1].end : word.start].isspace()):
            run.append(word)
            continue
        if run:
            yield run
        run = [word] if capital else []
    if run:
        yield run


def _parts(run: list[Word], words: Sequence[Word], lexicon: Lexicon) -> list[list[Word]]:
    """Return a run as an act and its object ("and Prepared Reports"), or whole."""
    if size := tail_of(run, lexicon):
        return [run[:-size], run[-size:]]
    act, rest = run[:1], run[1:]
    if rest and _LETTERS.fullmatch(rest[0].text) and _acts_alone(act[0], words, lexicon):
        return [act]  # "worked on Assembling ETL jobs"
    if rest and _may_be_act(act[0], words, lexicon) and _is_slip(rest, words, lexicon):
        return [act, rest]
    return [run]


def _acts_alone(word: Word, words: Sequence[Word], lexicon: Lexicon) -> bool:
    """Whether an -ing word is nothing but an act, where one may stand."""
    gerund = any(r.form == "gerund" for r in lexicon.readings.get(word.low, ()))
    return gerund and _may_be_act(word, words, lexicon)


def _may_be_act(word: Word, words: Sequence[Word], lexicon: Lexicon) -> bool:
    """Whether a word stands where an act may begin, and is a verb's past or nothing but a verb."""
    before = words[word.i - 1].low
    if word.i + 1 < len(words):
        behind = words[word.i + 1].low
        if before == "to" and f"{word.low} {behind}" in lexicon.words("acts_with_ties"):
            return True
        joined = before in lexicon.words("adding_joints")
        if (
            joined
            and behind in lexicon.words("row_things")
            and _are_both_acts(word, words, lexicon)
        ):
            return True
    for act in lexicon.readings.get(word.low, ()):
        if act.form == "gerund":
            noun = word.low in lexicon.words("gerund_nouns") | lexicon.words("gerund_modifiers")
            sure = not act.nominal and not noun
            sure = (sure or _in_row(word, words, lexicon)) and (
                before in lexicon.words("before_gerunds")
            )
        else:
            sure = act.form == "past" or not act.nominal
            sure = sure and before in lexicon.words("before_acts")
        if sure:
            return True
    return False


def _are_both_acts(word: Word, words: Sequence[Word], lexicon: Lexicon) -> bool:
    """Whether a line begins with an act in its plain form that another is joined to: "Open and *Close*
    the gate"."""
    first = lexicon.readings.get(words[0].low, ())
    plain = any(r.form == "base" for r in first) and word.i == _SECOND
    return plain and bool(lexicon.lemmas(word.low, "base"))


def _in_row(word: Word, words: Sequence[Word], lexicon: Lexicon) -> bool:
    """Whether an act in -ing and small letters is joined to one: "in Sorting and *checking* it"."""
    joined, other = words[word.i + 1 : word.i + 3][:1], words[word.i + 2 : word.i + 3]
    if not other or joined[0].low not in lexicon.words("adding_joints"):
        return False
    if not other[0].text.islower():
        return False
    return any(r.form == "gerund" for r in lexicon.readings.get(other[0].low, ()))


def _begins(before: Word) -> bool:
    """Whether a sentence, a quotation or an item begins behind a mark."""
    return before.mark and before.text not in {",", "&", "/"}


def _is_slip(run: Sequence[Word], words: Sequence[Word], lexicon: Lexicon) -> bool:
    """Whether a run of capitals can be nothing but ordinary words."""
    if not all(len(w.text) > 1 and w.text[1:].islower() and w.text.isalpha() for w in run):
        return False
    first, last = run[0], run[-1]
    before = words[first.i - 1]
    behind = words[last.i + 1] if last.i + 1 < len(words) else None
    if behind is not None and behind.text in lexicon.words("naming_marks"):
        return False
    if names_nothing(run, words, lexicon) and not _reaches(first, first, words, lexicon):
        return True
    if _reaches(first, last, words, lexicon):
        return False
    also = lexicon.words("also_names")
    if len(run) > 1:
        phrase = " ".join(word.low for word in run)
        if phrase in lexicon.words("plain_runs") and before.text.islower():
            return True
        return (
            last.low in lexicon.words("plain_plurals") - lexicon.words("run_heads_apart")
            and last.low not in also
            and all(_is_plain(word, lexicon) for word in run[:-1])
        )
    if first.low in lexicon.words("small_words"):
        inside = before.text.islower() and behind is not None and behind.text.islower()
        return inside and not _fronts_sentence(first, words, lexicon)
    if first.low in also:
        return False
    if first.low.endswith("ly") and first.low not in lexicon.words("ly_words"):
        small = before.low in lexicon.words("small_words") and before.text.islower()
        return small and behind is not None
    the, named = (*words[first.i + 1 : first.i + 3], None, None)[:2]
    if the is not None and named is not None and the.low == "the" and named.text.istitle():
        return False  # "Save the Children"
    if _may_be_act(first, words, lexicon) or _is_one_of_many(before, first, lexicon):
        return True
    if behind is None and last.low not in lexicon.words("plain_plurals"):
        return False  # "phases such as Requirement": the line breaks off inside a name.
    if _is_plain(first, lexicon) and (not before.mark or before.text == "&"):
        adjective = first.low in lexicon.words("adjectives")
        # "Worked with *Regulatory* to file": an adjective describes what follows, or is a name.
        return not adjective or (behind is not None and is_noun_start(words, behind.i, lexicon))
    return first.low in lexicon.words("plain_plurals")


def _is_one_of_many(before: Word, noun: Word, lexicon: Lexicon) -> bool:
    """Whether a noun is told of one by one, as nothing with a name of its own is: "each Wedding"."""
    counted = before.text in lexicon.words("one_of_many")
    return counted and lexicon.domain(noun.low) is not None


def _fronts_sentence(word: Word, words: Sequence[Word], lexicon: Lexicon) -> bool:
    """Whether a sentence without a stop in front may begin at a word: "as needed *For* events,
    staffed gates"."""
    fronts = lexicon.words("prepositions") | lexicon.words("subordinators")
    near = [w.low for w in words[word.i + 1 : word.i + _FRONT]]
    return word.low in fronts - {"of"} and "," in near


def _is_plain(word: Word, lexicon: Lexicon) -> bool:
    """Whether a word is an ordinary noun, or an adjective or time and nothing else."""
    low = word.low
    if low in lexicon.words("also_names"):
        return False
    nouns = lexicon.words("plain_nouns")
    return (
        low in nouns
        or lexicon.singular(low) in nouns
        or low in lexicon.words("time_words")
        or (low in lexicon.words("adjectives") and not low.endswith("ian"))
    )


def _reaches(first: Word, last: Word, words: Sequence[Word], lexicon: Lexicon) -> bool:
    """Whether a name may reach across a small word: "Board of Directors", "Bed and Bath"."""
    joints = lexicon.words("name_joints") - lexicon.words("adding_joints")
    left, right = first.i - 1, last.i + 1
    while left > 0 and words[left].low in joints:
        left -= 1
    while right < len(words) and words[right].low in joints:
        right += 1
    behind = words[last.i + 1].low if last.i + 1 < len(words) else ""
    if behind == "at" and _may_be_act(first, words, lexicon):
        return False  # "and *Assisted at* Front Desk"
    return (0 < left < first.i - 1 and words[left].text[0].isupper()) or (
        last.i + 1 < right < len(words) and words[right].text[0].isupper()
    )


def _beside_large(
    run: Sequence[Word], words: Sequence[Word], slips: set[int], pairs: frozenset[str]
) -> bool:
    """Whether the next item in a list, on either side, has a capital and is no slip."""
    for start, step in ((run[0].i - 1, -1), (run[-1].i + 1, 1)):
        at = start
        while 0 < at < len(words) and words[at].low in pairs:
            at += step
        if at == start or not 0 < at < len(words) or at in slips:
            continue
        if _LETTERS.fullmatch(words[at].text.removesuffix("s")):
            continue  # letters that stand for something have capitals everywhere
        if words[at].text[0].isupper() and not _begins(words[at - 1]):
            return True
    return False


def _opener(text: str, first: Word, lexicon: Lexicon) -> Iterator[Edit]:
    """Begin a line with a capital where its first word is an act or a known opener; a noun may
    go on from the line above ("reports for the owner")."""
    if text[: first.start].strip(" \t\"'“‘(") or not first.text.islower():
        return
    if first.low in lexicon.words("continuing") | lexicon.words("lower_names"):
        return
    acts = lexicon.readings.get(first.low, ())
    if any(act.form == "past" or not act.nominal for act in acts) or (
        first.low in lexicon.words("line_starts")
    ):
        large = first.text[0].upper()
        yield repaired(first.start, first.start + 1, large, "A line begins with a capital.")


def _shouted(
    words: Sequence[Word], lexicon: Lexicon, vocabulary: Vocabulary
) -> Iterator[Edit | str]:
    """Set a line of capitals in small letters where every word of it is an ordinary one."""
    kept = lexicon.words("short_forms") | lexicon.words("also_names")
    small_words = frozenset().union(*(lexicon.words(n) for n in lexicon.words("closed_classes")))
    for word in words:
        low = word.low
        if low in small_words and low not in lexicon.words("never_small"):
            continue
        ordinary = low in lexicon.readings or low in lexicon.words("adjectives")
        ordinary = ordinary or lexicon.domain(low) is not None or _is_plain(word, lexicon)
        ordinary = ordinary or low in lexicon.words("plain_plurals")
        bare = low.replace("-", "").isalpha() and vocabulary.has(low.split("-")[0])
        if not ordinary or not bare or low in kept or low in lexicon.words("never_small"):
            yield "capitals"
            return
    for at, word in enumerate(words):
        small = word.low.capitalize() if at == 0 else word.low
        if small != word.text:
            why = "Capitals throughout are hard to read."
            yield repaired(word.start, word.end, small, why)
