"""Measure the repairs: how many lines get one, how many clean lines do, how many planted errors.

    python -m tests.benchmarks.mechanics [FILE...] [--seed S] [--show]

Each FILE holds one JSON object a line with a ``text``, or plain lines, or is an .xlsx of task
statements. Errors of each class are planted into the clean gold bullets with a seed; the floor is
symspellpy alone, which takes the nearest word for every word that it does not know.
"""

import argparse
import json
import random
import re
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from zipfile import ZipFile

from lxml import etree

from reframe.core.lexicon import Lexicon
from reframe.core.mechanics import Repair, repair
from reframe.core.spelling import Vocabulary
from reframe.tables.lexicon import load_lexicon
from reframe.tables.spelling import load_vocabulary

GOLD = Path(__file__).parents[1] / "corpus" / "gold" / "gold_dev.jsonl"
Plant = Callable[[str, random.Random], str | None]


def texts_of(path: Path) -> list[str]:
    """Return the lines of a file."""
    if path.suffix == ".xlsx":
        with ZipFile(path) as parts:
            strings = etree.fromstring(parts.read("xl/sharedStrings.xml"))
        found = {"".join(item.itertext()) for item in strings}
        return sorted(text for text in found if len(text) > 40 and text.endswith("."))
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    return [json.loads(line)["text"] if line.startswith("{") else line for line in lines]


def _at(pattern: str, new: Callable[[re.Match[str], random.Random], str]) -> Plant:
    """Return a planter that rewrites one match of a pattern."""

    def plant(text: str, dice: random.Random) -> str | None:
        places = list(re.finditer(pattern, text))
        if not places:
            return None
        found = dice.choice(places)
        return text[: found.start()] + new(found, dice) + text[found.end() :]

    return plant


def _swapped(found: re.Match[str], dice: random.Random) -> str:
    word = found[0]
    at = dice.choice([n for n in range(1, len(word) - 2) if word[n] != word[n + 1]])
    return word[:at] + word[at + 1] + word[at] + word[at + 2 :]


def _dropped(found: re.Match[str], dice: random.Random) -> str:
    at = dice.randrange(1, len(found[0]) - 1)
    return found[0][:at] + found[0][at + 1 :]


def _doubled(found: re.Match[str], dice: random.Random) -> str:
    at = dice.randrange(1, len(found[0]) - 1)
    return found[0][:at] + found[0][at] + found[0][at:]


def _misheard(found: re.Match[str], dice: random.Random) -> str:
    at = dice.choice([n for n, c in enumerate(found[0]) if c in "aeiou" and n] or [1])
    other = dice.choice([c for c in "aeiou" if c != found[0][at]])
    return found[0][:at] + other + found[0][at + 1 :]


_LONG = r"(?<![\w-])[a-z]{7,}(?![\w-])"
_COMPOUND = r"(?<= )(?:\d+|[a-z]{3,})-(?:volume|level|quality|risk|end|term|time|based|related|specific|day|week|month|year|hour|person|bed|page|functional|paced|facing|wide)(?= [a-z])"  # fmt: skip
PLANTS: dict[str, Plant] = {
    "no blank behind a comma": _at(r"(?<=[a-z]), (?=[a-z])", lambda m, _: ","),
    "blank before a comma": _at(r"(?<=[a-z]), ", lambda m, _: " , "),
    "two blanks": _at(r"(?<=[a-z]) (?=[a-z])", lambda m, _: "  "),
    "small word twice": _at(r"\b(?:the|and|of|for|with|to)\b", lambda m, _: f"{m[0]} {m[0]}"),
    "wrong article": _at(r"\ban? (?=[a-z]{3})", lambda m, _: "a " if m[0] == "an " else "an "),
    "mark in front": _at(r"^(?=[A-Z])", lambda m, dice: dice.choice(["- ", "•", "* ", ". "])),
    "small opener": _at(r"^[A-Z](?=[a-z]{3})", lambda m, _: m[0].lower()),
    "capital inside": _at(r"(?<=[a-z] )[a-z]{4,}s\b(?= [a-z])", lambda m, _: m[0].capitalize()),
    "capital on an act": _at(r"(?<= and )[a-z]+ed\b", lambda m, _: m[0].capitalize()),
    "all capitals": _at(r"^[^A-Z\d]*[A-Z][^A-Z\d]+$", lambda m, _: m[0].upper()),
    "hyphen left out": _at(_COMPOUND, lambda m, _: m[0].replace("-", " ")),
    "apostrophe in a plural": _at(r"\b[A-Z]{2,}(?=s (?:and|for|to|in)\b)", lambda m, _: f"{m[0]}'"),
    "no and in a list": _at(r"(?<=, )and (?=[a-z ]+\.?$)", lambda m, _: ""),
    "sentence runs on": _at(r"(?<=[a-z])\. (?=[A-Z][a-z]+ed )", lambda m, _: " "),
    "act in capitals": _at(
        r"(?<=[a-z] )(?:reports|orders|records|customers)\b", lambda m, _: m[0].upper()
    ),
    "letters swapped": _at(_LONG, _swapped),
    "letter missing": _at(_LONG, _dropped),
    "letter twice": _at(_LONG, _doubled),
    "vowel misheard": _at(_LONG, _misheard),
}


def _floor(vocabulary: Vocabulary) -> Callable[[str], str]:
    from symspellpy import SymSpell, Verbosity

    index = SymSpell(max_dictionary_edit_distance=2, prefix_length=7)
    for words in vocabulary.words.by_head.values():
        for word, band in words.items():
            if not band:
                continue
            index.create_dictionary_entry(word, 2**band)

    def nearest(found: re.Match[str]) -> str:
        best = index.lookup(found[0], Verbosity.TOP, max_edit_distance=2)
        return best[0].term if best else found[0]

    return lambda text: re.sub(r"\b[a-z]{2,}\b", nearest, text)


def planted(
    texts: Iterable[str], mend: Callable[[str], str], *, seed: int
) -> Iterator[tuple[str, str, str, str]]:
    """Yield class, clean line, line with an error and what came out, for each class and line."""
    for name, plant in PLANTS.items():
        dice = random.Random(seed)
        for text in texts:
            wrong = plant(text, dice)
            if wrong is not None and wrong != text:
                yield name, text, wrong, mend(wrong)


def main() -> None:
    """Print the shares of lines repaired, and of planted errors repaired rightly and wrongly."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("files", type=Path, nargs="*")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--show", action="store_true", help="print every repair")
    options = parser.parse_args()
    lexicon, vocabulary = load_lexicon(), load_vocabulary()
    for path in (GOLD, *options.files):
        _lines(path, lexicon, vocabulary, show=options.show)

    def mend(text: str) -> str:
        return repair(text, lexicon, vocabulary).text

    texts = [text for text in texts_of(GOLD) if mend(text) == text]
    floor = _floor(vocabulary)
    rows = {
        title: _outcomes(planted(texts, repairer, seed=options.seed))
        for title, repairer in (("repairs", mend), ("floor", floor))
    }
    print(f"\nplanted errors     {'planted':>8} {'right':>7} {'wrong':>7} {'left':>7}   floor right, wrong")  # fmt: skip
    for name in (*PLANTS, "all"):
        ours, bare = rows["repairs"][name], rows["floor"][name]
        total = sum(ours.values()) or 1
        shares = "".join(f"{ours[key] / total:8.1%}" for key in ("right", "wrong", "left"))
        print(
            f"{name:24} {total:4d}{shares}   {bare['right'] / total:6.1%} {bare['wrong'] / total:6.1%}"
        )


def _outcomes(found: Iterable[tuple[str, str, str, str]]) -> dict[str, Counter[str]]:
    rows: dict[str, Counter[str]] = {name: Counter() for name in (*PLANTS, "all")}
    for name, clean, wrong, after in found:
        outcome = "right" if after == clean else "left" if after == wrong else "wrong"
        rows[name][outcome] += 1
        rows["all"][outcome] += 1
    return rows


def _lines(path: Path, lexicon: Lexicon, vocabulary: Vocabulary, *, show: bool) -> None:
    texts = texts_of(path)
    start = time.perf_counter()
    found: list[Repair] = [repair(text, lexicon, vocabulary) for text in texts]
    seconds = time.perf_counter() - start
    mended = [one for one in found if one.edits]
    kinds = Counter(edit.kind for one in mended for edit in one.edits)
    print(
        f"{path.name}: {len(mended)} of {len(texts)} lines repaired "
        f"({len(mended) / max(len(texts), 1):.2%}; {dict(kinds)}), "
        f"{sum(bool(one.doubts) for one in found)} with a doubt, {len(texts) / seconds:,.0f} lines/s"
    )
    for one in mended if show else ():
        print(f"  - {one.before}\n  + {one.text}")


if __name__ == "__main__":
    main()
