"""Bullets whose trees were written by hand: what templates do not think of.

They stand in ``data/pipeline/treebank`` as CoNLL-U. A ``sent_id`` is the number of the bullet
and, behind a dash, that of the sentence in it.
"""

import random
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from reframe.errors import PipelineError
from reframe.pipeline.fragments import reinflect
from reframe.pipeline.treebank import read_conllu
from reframe.pipeline.trees import Sentence, flatten, nest
from reframe.pipeline.words import Inflector
from reframe.pipeline.writing import capitalised

Annotated = tuple[Sentence, ...]

_TAGS = ("VBD", "VB", "VBG", "VBZ")
_SHARES = (0.45, 0.3, 0.15, 0.1)
_TURNED = 0.5


def read_annotated(folder: Path) -> list[Annotated]:
    """Return the bullets of a folder, file by file, each with its sentences.

    Raises:
        PipelineError: when the folder holds no such file.
    """
    paths = sorted(folder.glob("*.conllu"))
    if not paths:
        raise PipelineError(f"{folder}: no *.conllu; give the folder of bullets with trees")
    bullets: dict[str, list[Sentence]] = {}
    for path in paths:
        for block in path.read_text(encoding="utf-8").strip().split("\n\n"):
            lines = block.split("\n")
            number = lines[0].partition("= ")[2].rpartition("-")[0]
            bullets.setdefault(number, []).extend(read_conllu(lines))
    return [tuple(sentences) for sentences in bullets.values()]


def retold(bullets: list[Annotated], inflect: Inflector, rng: random.Random) -> Iterator[Annotated]:
    """Yield every bullet: half of them with their acts in another form ("Filed" for "Files"),
    and half of those that end in a full stop without it."""
    for bullet in bullets:
        *before, last = bullet
        turned = _turned(last, inflect, rng) if not before and rng.random() < _TURNED else None
        yield (*before, _stopped(turned or last, rng))


def _turned(sentence: Sentence, inflect: Inflector, rng: random.Random) -> Sentence | None:
    root = nest(sentence)
    if root is None or root.upos != "VERB" or any(c.dep == "nsubj" for c in root.left):
        return None
    (tag,) = rng.choices(_TAGS, _SHARES)
    turned = reinflect(root, tag, inflect)
    return capitalised(flatten(turned)) if turned else None


def _stopped(sentence: Sentence, rng: random.Random) -> Sentence:
    *words, last = sentence
    if last.form != "." or rng.random() < 0.5 or len(words) < 2:
        return sentence
    return (*words[:-1], replace(words[-1], space=True))
