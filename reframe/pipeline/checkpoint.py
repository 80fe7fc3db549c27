"""Checkpoints of a training run: the weights, and the optimizer's memory of them."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
from spacy.language import Language
from thinc.api import Model, Optimizer

_MEMORIES = ("mom1", "mom2", "averages")


def save(
    path: Path, nlp: Language, optimizer: Optimizer, *, done: int, stamp: dict[str, Any]
) -> None:
    """Write a checkpoint (one ``.npz``) after ``done`` epochs, in place of the former one.

    ``stamp`` is what the run was started with.
    """
    arrays: dict[str, Any] = {}
    counts: dict[str, int] = {}
    for stable, node, name in _parameters(nlp):
        arrays[f"weights:{stable}"] = node.get_param(name)
        if node.has_grad(name):  # spaCy applies the tok2vec's last gradient in the next batch
            arrays[f"gradient:{stable}"] = node.get_grad(name)
        counts[stable] = optimizer.nr_update[node.id, name]
        for memory in _MEMORIES:
            values = getattr(optimizer, memory).get((node.id, name))
            if values is not None:
                arrays[f"{memory}:{stable}"] = values
    record = json.dumps({"done": done, "stamp": stamp, "counts": counts})
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_name(path.name + ".new")
    with fresh.open("wb") as out:
        np.savez(out, record=np.array(record), **arrays)
    fresh.replace(path)


def load(path: Path, nlp: Language, optimizer: Optimizer, *, stamp: dict[str, Any]) -> int:
    """Restore a checkpoint into a pipeline initialised alike; return the number of epochs done.

    A checkpoint of another run is left alone, and 0 returned. The weights are set one by one:
    reading a pipeline over an initialised one would part the tok2vec from those that listen
    to it, and it would learn no more.
    """
    if not path.is_file():
        return 0
    with np.load(path) as arrays:
        record = json.loads(str(arrays["record"]))
        if record["stamp"] != stamp:
            return 0
        for stable, node, name in _parameters(nlp):
            node.set_param(name, arrays[f"weights:{stable}"])
            if f"gradient:{stable}" in arrays:
                node.set_grad(name, arrays[f"gradient:{stable}"])
            optimizer.nr_update[node.id, name] = record["counts"][stable]
            for memory in _MEMORIES:
                if f"{memory}:{stable}" in arrays:
                    getattr(optimizer, memory)[node.id, name] = arrays[f"{memory}:{stable}"]
    return int(record["done"])


def _parameters(nlp: Language) -> Iterator[tuple[str, Model[Any, Any], str]]:
    """Yield each parameter with a name that lasts: the ids of nodes differ in every run."""
    for pipe_name, pipe in nlp.pipeline:
        model: Model[Any, Any] = pipe.model  # type: ignore[attr-defined]
        for i, node in enumerate(model.walk()):
            for name in node.param_names:
                if node.has_param(name):
                    yield f"{pipe_name}/{i}/{name}", node, name
