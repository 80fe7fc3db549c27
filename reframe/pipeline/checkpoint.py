"""Checkpoints of a training run: the weights, and the optimizer's memory of them."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
from spacy.language import Language
from thinc.api import Model, Optimizer

_MEMORIES = ("mom1", "mom2", "averages")


def save(
    folder: Path, nlp: Language, optimizer: Optimizer, *, done: int, stamp: dict[str, Any]
) -> None:
    """Write a checkpoint after ``done`` epochs; the former one stays until it is whole."""
    fresh = folder.with_name(folder.name + ".new")
    shutil.rmtree(fresh, ignore_errors=True)
    fresh.mkdir(parents=True)
    nlp.to_disk(fresh / "model")
    arrays: dict[str, Any] = {}
    counts: dict[str, list[int]] = {}
    for stable, key in _parameters(nlp):
        for memory in _MEMORIES:
            values = getattr(optimizer, memory).get(key)
            if values is not None:
                arrays[f"{memory}:{stable}"] = values
        counts[stable] = [optimizer.nr_update[key], optimizer.last_seen[key]]
    np.savez(fresh / "optimizer.npz", **arrays)
    record = {"done": done, "stamp": stamp, "counts": counts}
    (fresh / "checkpoint.json").write_text(json.dumps(record), encoding="utf-8")
    shutil.rmtree(folder, ignore_errors=True)
    fresh.rename(folder)


def load(folder: Path, nlp: Language, optimizer: Optimizer, *, stamp: dict[str, Any]) -> int:
    """Restore a checkpoint into an initialised pipeline; return the number of epochs done.

    A checkpoint of another recipe is left alone, and 0 returned.
    """
    record_path = folder / "checkpoint.json"
    if not record_path.is_file():
        return 0
    record = json.loads(record_path.read_text(encoding="utf-8"))
    if record["stamp"] != stamp:
        return 0
    nlp.from_disk(folder / "model")
    with np.load(folder / "optimizer.npz") as arrays:
        for stable, key in _parameters(nlp):
            for memory in _MEMORIES:
                if f"{memory}:{stable}" in arrays:
                    getattr(optimizer, memory)[key] = arrays[f"{memory}:{stable}"]
            optimizer.nr_update[key], optimizer.last_seen[key] = record["counts"][stable]
    return int(record["done"])


def _parameters(nlp: Language) -> Iterator[tuple[str, tuple[int, str]]]:
    """Yield names that last, with the optimizer's own keys, which differ in every run."""
    for pipe_name, pipe in nlp.pipeline:
        model: Model[Any, Any] = pipe.model  # type: ignore[attr-defined]
        for i, node in enumerate(model.walk()):
            for name in node.param_names:
                yield f"{pipe_name}/{i}/{name}", (node.id, name)
