"""The words that template bullets are made of, from the tables, and their inflected forms."""

import random
import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from reframe.core.words import looks_plural
from reframe.errors import TableError
from reframe.pipeline.trees import Sentence

Inflector = Callable[[str, str], str | None]
Pair = tuple[str, ...]
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Words:
    """What the tables offer: verbs by the way they take an object, nouns, and what goes between.

    ``lists`` are plain words and ``pairs`` words with companions ("carry" with "out"), by their
    names in ``templates.toml``; ``cells`` are verbs and the nouns that they act on in somebody's
    work; ``frames`` are the weak openers as written there; ``met`` are
    words of the treebank by tag; ``openers`` are words that may be a verb's base form.
    """

    transitive: tuple[str, ...]
    nouns: tuple[str, ...]
    mass: frozenset[str]
    lists: Mapping[str, tuple[str, ...]]
    pairs: Mapping[str, tuple[Pair, ...]]
    cells: tuple[tuple[Pair, Pair], ...]
    frames: Mapping[str, Any]
    met: Mapping[str, tuple[str, ...]]
    openers: frozenset[str]


def load_words(tables: Path, sentences: Iterable[Sentence] = ()) -> Words:
    """Read ``verbs.toml``, ``domains.toml``, ``cells.toml`` and ``templates.toml``.

    Args:
        tables: The folder of the tables.
        sentences: Treebank sentences, whose nouns, adjectives and names are mixed in.

    Raises:
        TableError: when a table is missing or not TOML.
    """
    verbs, domains, cells, shapes = (
        _toml(tables / name)
        for name in ("verbs.toml", "domains.toml", "cells.toml", "templates.toml")
    )
    lists: dict[str, tuple[str, ...]] = {}
    pairs: dict[str, tuple[Pair, ...]] = {}
    for section in ("verbs", "nouns", "tails", "numbers", "choice"):
        for name, text in shapes[section].items():
            items = text.split()
            if any(">" in item for item in items):
                pairs[f"{section}.{name}"] = tuple(tuple(item.split(">")) for item in items)
            else:
                lists[f"{section}.{name}"] = tuple(items)
    excluded = set(lists["verbs.no_object"])
    lemmas = {lemma for group in verbs["class"].values() for lemma in group["lemmas"]}
    transitive = {v for v in lemmas | set(lists["verbs.more"]) if v.isalpha()} - excluded
    nouns = {n for group in domains.values() for n in group.get("nouns", ()) if n.isalpha()}
    return Words(
        tuple(sorted(transitive)),
        tuple(sorted(nouns)),
        frozenset(lists["nouns.mass"]),
        lists,
        pairs,
        tuple(_cells(cells, verbs["class"], domains, transitive)),
        shapes["frames"],
        _met(sentences),
        frozenset(transitive) | frozenset(lists["nouns.both"]),
    )


def _cells(
    cells: Mapping[str, Any],
    classes: Mapping[str, Any],
    domains: Mapping[str, Any],
    transitive: set[str],
) -> Iterator[tuple[Pair, Pair]]:
    """Yield the verbs of a class with the nouns of a domain that they go with."""
    for name, of_class in cells.items():
        lemmas = tuple(v for v in classes.get(name, {}).get("lemmas", ()) if v in transitive)
        for domain in of_class if lemmas else ():
            nouns = tuple(n for n in domains.get(domain, {}).get("nouns", ()) if n.isalpha())
            if nouns:
                yield lemmas, nouns


def _toml(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise TableError(f"{path}: {error}") from error


def _met(sentences: Iterable[Sentence]) -> dict[str, tuple[str, ...]]:
    """Return the treebank's own words that came more than once, by tag."""
    counts: dict[str, dict[str, int]] = {"NN": {}, "JJ": {}, "NNP": {}}
    for sentence in sentences:
        for word in sentence:
            plain = word.form.isalpha() and len(word.form) > 2
            cased = word.form[0].isupper() if word.xpos == "NNP" else word.form.islower()
            if plain and cased and word.xpos in counts:
                seen = counts[word.xpos]
                seen[word.form] = seen.get(word.form, 0) + 1
    return {
        tag: tuple(sorted(form for form, count in seen.items() if count > 1))
        for tag, seen in counts.items()
    }


def inflector(irregular: Mapping[str, Mapping[str, str]]) -> Inflector:
    """Return ``inflect(lemma, tag)`` by lemminflect (a build-time dependency).

    Args:
        irregular: Forms that lemminflect gets wrong, by lemma and Penn tag.
    """
    from lemminflect import getInflection

    def inflect(lemma: str, tag: str) -> str | None:
        if tag in {"VB", "VBP"}:
            return lemma
        known = irregular.get(lemma, {}).get(tag)
        if known:
            return known
        forms = getInflection(lemma, tag)
        return forms[0] if forms else None

    return inflect


@dataclass(frozen=True, slots=True)
class Draw:
    """A seeded hand that draws from the words.

    ``around`` is the Penn tag of the act whose phrase is being made, "" where there is none.
    """

    words: Words
    inflect: Inflector
    rng: random.Random
    around: str = ""

    def chance(self, share: float) -> bool:
        """Return True in ``share`` of the calls."""
        return self.rng.random() < share

    def one(self, items: Sequence[T]) -> T:
        """Return one of the items."""
        return items[int(self.rng.random() * len(items))]

    def word(self, name: str) -> str:
        """Return one word of a list, e.g. ``nouns.people``."""
        return self.one(self.words.lists[name])

    def pair(self, name: str) -> Pair:
        """Return a word and its companions, e.g. of ``verbs.particles``."""
        return self.one(self.words.pairs[name])

    def act(self) -> Pair:
        """Return a verb's lemma and a noun that it acts on in somebody's work."""
        lemmas, nouns = self.one(self.words.cells)
        return self.one(lemmas), self.one(nouns)

    def weighted(self, options: Sequence[tuple[float, T]]) -> T:
        """Return one option by weight."""
        weights = [weight for weight, _ in options]
        return self.rng.choices([option for _, option in options], weights)[0]

    def form(self, lemma: str, tag: str) -> str:
        """Return a verb's form; the lemma itself where none is known."""
        return self.inflect(lemma, tag) or lemma

    def coined(self) -> str:
        """Return a word that does not exist: "flurn", "strocklamp"."""
        parts = [self.word("nouns.onsets") + self.word("nouns.rimes")]
        if self.chance(0.3):
            parts.append(self.word("nouns.onsets") + self.word("nouns.rimes"))
        return "".join(parts)

    def plural(self, noun: str) -> str:
        """Return a noun's plural; a table's noun may be in the plural already."""
        if looks_plural(noun):
            return noun
        return self.inflect(noun, "NNS") or noun + "s"
