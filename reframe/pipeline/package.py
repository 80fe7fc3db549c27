"""Write a trained pipeline as a folder that ``spacy.load`` reads without our code."""

import json
import shutil
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language

DESCRIPTION = "English résumé bullets: tagger, morphologizer and dependency parser (UD labels)"


def write_model(
    nlp: Language, out: Path, *, scores: dict[str, Any], recipe: dict[str, Any]
) -> None:
    """Write the pipeline to ``out``, replacing what is there only when it is whole.

    A card (``README.md``) in the old folder is kept.
    """
    nlp.meta.update(
        name="bullets",
        version="1.0.0",
        spacy_version=">=3.8.0,<3.9.0",
        description=DESCRIPTION,
        license="CC BY-SA 4.0",
        author="The Reframe authors",
        sources=[
            {
                "name": "UD English EWT",
                "url": "https://universaldependencies.org/treebanks/en_ewt/",
                "license": "CC BY-SA 4.0",
                "author": "Natalia Silveira and others",
            }
        ],
        performance=scores,
        recipe=recipe,
    )
    fresh = out.with_name(out.name + ".new")
    shutil.rmtree(fresh, ignore_errors=True)
    out.parent.mkdir(parents=True, exist_ok=True)
    nlp.to_disk(fresh)
    prune_strings(fresh)
    if (out / "README.md").is_file():
        shutil.copy(out / "README.md", fresh / "README.md")
    old = out.with_name(out.name + ".old")
    shutil.rmtree(old, ignore_errors=True)
    if out.exists():
        out.rename(old)
    fresh.rename(out)
    shutil.rmtree(old, ignore_errors=True)


def prune_strings(folder: Path) -> tuple[int, int]:
    """Drop the words that training met from a written model; return the counts before and after.

    The model needs the strings of its labels only: words are hashed as they come.
    """
    nlp = spacy.load(folder)
    labels = {
        part
        for name in nlp.pipe_names
        for label in getattr(nlp.get_pipe(name), "labels", ())
        for part in (label, label.partition("-")[2], *label.split("|"), *label.split("="))
    }
    blank = set(spacy.blank("en").vocab.strings)
    path = folder / "vocab" / "strings.json"
    strings = json.loads(path.read_text(encoding="utf-8"))
    kept = [s for s in strings if s in labels or s in blank or "=" in s]
    path.write_text(json.dumps(kept, ensure_ascii=False), encoding="utf-8")
    return len(strings), len(kept)
