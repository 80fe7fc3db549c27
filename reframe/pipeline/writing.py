"""How a line is written: capitals and full stops, as résumés have them."""

import random
from collections.abc import Callable, Sequence
from dataclasses import replace

from reframe.pipeline.trees import Node, Sentence, flatten, with_stop


def written(roots: Sequence[Node], rng: random.Random) -> tuple[Sentence, ...]:
    """Return the sentences of a line: nearly all capitalised, half with a full stop."""
    if rng.random() < 0.5:
        roots = [*roots[:-1], with_stop(roots[-1])]
    sentences = tuple(flatten(root) for root in roots)
    if rng.random() < 0.06:
        sentences = tuple(_with_capitals(sentence, rng) for sentence in sentences)
    kind = rng.random()
    if kind < 0.03:
        return sentences
    if kind < 0.04:
        return tuple(recased(sentence, str.upper) for sentence in sentences)
    if kind < 0.05:
        return tuple(recased(sentence, _title) for sentence in sentences)
    return tuple(capitalised(sentence) for sentence in sentences)


def _with_capitals(sentence: Sentence, rng: random.Random) -> Sentence:
    """Return the sentence with some nouns in capitals, as job adverts teach people to write."""
    return tuple(
        replace(word, form=_title(word.form))
        if word.upos in {"NOUN", "ADJ"} and rng.random() < 0.6
        else word
        for word in sentence
    )


def capitalised(sentence: Sentence) -> Sentence:
    """Return the sentence with a capital at its beginning."""
    first, *rest = sentence
    return (replace(first, form=first.form[:1].upper() + first.form[1:]), *rest)


def recased(sentence: Sentence, case: Callable[[str], str]) -> Sentence:
    """Return the sentence with every word in another case."""
    return tuple(replace(word, form=case(word.form)) for word in sentence)


def _title(form: str) -> str:
    return form if len(form) < 4 else form[:1].upper() + form[1:]
