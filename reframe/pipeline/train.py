"""Train the pipeline: ``python -m reframe.pipeline.train --treebank DIR --out DIR``.

Four kinds of sentences are mixed: the treebank's own, fragments cut from them, bullets made
of templates, and bullets with trees by hand. Fragments and bullets are made anew in every epoch,
from the seed and the epoch's number, so that the pipeline learns their grammar rather than the
sentences.
"""

import argparse
import json
import random
import sys
import time
import tomllib
from collections.abc import Iterator
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language
from spacy.training import Example
from thinc.api import Adam, Optimizer, fix_random_seed

from reframe.bundled import bundled
from reframe.pipeline import checkpoint
from reframe.pipeline.annotated import Annotated, read_annotated, retold
from reframe.pipeline.fragments import FragmentWords, bullet_fragments
from reframe.pipeline.load import load_pipeline
from reframe.pipeline.package import write_model
from reframe.pipeline.templates import bullet
from reframe.pipeline.treebank import read_part, to_doc
from reframe.pipeline.trees import Sentence
from reframe.pipeline.words import Draw, inflector, load_words
from reframe.pipeline.writing import recased, written

Group = tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class Recipe:
    """What decides a training run, apart from the data.

    ``fragments`` and ``bullets`` are made per epoch, and ``annotated`` is how often each bullet
    with a tree by hand comes in it; ``longest`` is in words, for sentences of the treebank;
    ``label_bullets`` are shown at the start only, for their labels.
    """

    seed: int = 0
    epochs: int = 20
    fragments: int = 8_000
    bullets: int = 12_000
    annotated: int = 3
    longest: int = 45
    label_bullets: int = 2_000
    words_per_batch: int = 1_000
    rate: float = 1e-3
    width: int = 64
    depth: int = 4
    hidden: int = 64


def blank_pipeline(recipe: Recipe) -> Language:
    """Return the untrained pipeline: a shared tok2vec under a tagger, morphologizer and parser."""
    nlp = spacy.blank("en")
    embed = {
        "@architectures": "spacy.MultiHashEmbed.v2",
        "width": recipe.width,
        "attrs": ["NORM", "PREFIX", "SUFFIX", "SHAPE"],
        "rows": [5000, 1000, 2500, 500],
        "include_static_vectors": False,
    }
    encode = {
        "@architectures": "spacy.MaxoutWindowEncoder.v2",
        "width": recipe.width,
        "depth": recipe.depth,
        "window_size": 1,
        "maxout_pieces": 3,
    }
    listener = {
        "@architectures": "spacy.Tok2VecListener.v1",
        "width": recipe.width,
        "upstream": "*",
    }
    tags = {"@architectures": "spacy.Tagger.v2", "tok2vec": listener, "nO": None}
    parser = {
        "@architectures": "spacy.TransitionBasedParser.v2",
        "state_type": "parser",
        "extra_state_tokens": False,
        "hidden_width": recipe.hidden,
        "maxout_pieces": 2,
        "use_upper": True,
        "nO": None,
        "tok2vec": listener,
    }
    tok2vec = {"@architectures": "spacy.Tok2Vec.v2", "embed": embed, "encode": encode}
    nlp.add_pipe("tok2vec", config={"model": tok2vec})
    nlp.add_pipe("tagger", config={"model": tags})
    nlp.add_pipe("morphologizer", config={"model": tags})
    nlp.add_pipe("parser", config={"min_action_freq": 20, "model": parser})
    return nlp


@dataclass(frozen=True, slots=True)
class Corpus:
    """The sentences to learn from, bullets with trees, and the words to invent more with."""

    sentences: tuple[Sentence, ...]
    annotated: list[Annotated]
    fragment_words: FragmentWords
    draw: Draw

    def epoch(self, recipe: Recipe, number: int) -> list[Group]:
        """Return the groups of sentences of one epoch, shuffled; the same for the same seed."""
        rng = random.Random(f"{recipe.seed}/{number}")
        draw = replace(self.draw, rng=rng)
        groups = list(_grouped(self.sentences, rng))
        fragments = bullet_fragments(
            self.sentences, self.fragment_words, draw.inflect, rng, limit=recipe.fragments
        )
        groups += [written([fragment], rng) for fragment in fragments]
        groups += [written(bullet(draw), rng) for _ in range(recipe.bullets)]
        for _ in range(recipe.annotated):
            groups += retold(self.annotated, draw.inflect, rng)
        groups += [
            tuple(recased(sentence, str.lower) for sentence in group)
            for group in rng.sample(groups, len(groups) // 25)
        ]
        rng.shuffle(groups)
        return groups

    def invented(self, recipe: Recipe, count: int) -> list[Group]:
        """Return ``count`` bullets of no epoch."""
        rng = random.Random(f"{recipe.seed}/labels")
        draw = replace(self.draw, rng=rng)
        return [written(bullet(draw), rng) for _ in range(count)]


def _grouped(sentences: tuple[Sentence, ...], rng: random.Random) -> Iterator[Group]:
    """Yield one to three sentences at a time, so that the parser learns where one ends."""
    at = 0
    while at < len(sentences):
        count = rng.choices([1, 2, 3], [0.7, 0.2, 0.1])[0]
        yield sentences[at : at + count]
        at += count


def load_corpus(treebank: Path, recipe: Recipe, *, bullets: Path | None = None) -> Corpus:
    """Read the treebank's training part, the bullets with trees (ours by default), the tables.

    Raises:
        PipelineError: when the folder holds no treebank.
        TableError: when a table is missing or broken.
    """
    sentences = tuple(s for s in read_part(treebank, "train") if len(s) <= recipe.longest)
    tables = bundled("data", "tables")
    shapes = tomllib.loads((tables / "templates.toml").read_text(encoding="utf-8"))
    fragment_words = FragmentWords(
        **{name: frozenset(text.split()) for name, text in shapes["fragments"].items()}
    )
    words = load_words(tables, sentences)
    draw = Draw(words, inflector(shapes["irregular"]), random.Random(recipe.seed))
    annotated = read_annotated(bullets or bundled("data", "pipeline", "treebank"))
    return Corpus(sentences, annotated, fragment_words, draw)


def examples(nlp: Language, groups: list[Group]) -> Iterator[Example]:
    """Yield training examples, with spaCy's own tokens on the side to be predicted."""
    for group in groups:
        reference = to_doc(nlp.vocab, group)
        yield Example(nlp.make_doc(reference.text), reference)


def adam(rate: float) -> Optimizer:
    """Return the optimizer: Adam with averaged weights."""
    made: Optimizer = Adam(
        rate,
        beta1=0.9,
        beta2=0.999,
        eps=1e-8,
        L2=0.01,
        grad_clip=1.0,
        use_averages=True,
        L2_is_weight_decay=True,
    )
    return made


def train(
    corpus: Corpus, recipe: Recipe, dev: list[Sentence], *, work: Path, start: Path | None = None
) -> tuple[Language, dict[Any, Any] | None]:
    """Train by the recipe, going on from a checkpoint of the same recipe in ``work``.

    ``start`` is a model to set out from, with the same labels, instead of a blank one.

    Returns the pipeline and the averages of its weights over the run, which are the result.
    """
    nlp, optimizer = load_pipeline(start) if start else blank_pipeline(recipe), adam(recipe.rate)
    fix_random_seed(recipe.seed)
    started = time.monotonic()
    first = corpus.epoch(recipe, 0)
    # A label that comes up later than this would stop the run, so many bullets are shown here.
    labels = [*first, *corpus.invented(recipe, recipe.label_bullets)]
    if not start:
        nlp.initialize(lambda: list(examples(nlp, labels)))
    stamp = asdict(recipe) | {"start": str(start)}
    done = checkpoint.load(work, nlp, optimizer, stamp=stamp)
    for epoch in range(done, recipe.epochs):
        groups = corpus.epoch(recipe, epoch) if epoch else first
        fix_random_seed(recipe.seed + epoch)
        losses, seen = _one_epoch(nlp, optimizer, groups, recipe, epoch)
        figures = ", ".join(f"{name} {loss / seen:.3f}" for name, loss in losses.items())
        spent = time.monotonic() - started
        _say(f"epoch {epoch + 1}/{recipe.epochs}: {seen} words, {spent:.0f} s, loss {figures}")
        checkpoint.save(work, nlp, optimizer, done=epoch + 1, stamp=stamp)
        if epoch % 4 == 3:
            with nlp.use_params(optimizer.averages):
                _say(json.dumps(treebank_scores(nlp, dev[:600])))
    return nlp, optimizer.averages


def _say(text: str) -> None:
    sys.stderr.write(text + "\n")
    sys.stderr.flush()


def _one_epoch(
    nlp: Language, optimizer: Optimizer, groups: list[Group], recipe: Recipe, epoch: int
) -> tuple[dict[str, float], int]:
    losses: dict[str, float] = {}
    total = sum(len(s) for group in groups for s in group)
    seen = 0
    batch: list[Example] = []
    words = 0
    for example in examples(nlp, groups):
        batch.append(example)
        words += len(example.reference)
        # Small batches first: the parser finds its feet on few words.
        warm = min(1.0, 0.1 + (epoch + seen / total) * 2)
        if words < recipe.words_per_batch * warm:
            continue
        part = (epoch + seen / total) / recipe.epochs
        optimizer.learn_rate = recipe.rate * min(1.0, 0.05 + part * 40) * (1 - 0.96 * part)
        nlp.update(batch, sgd=optimizer, drop=0.1, losses=losses)
        seen += words
        batch, words = [], 0
    return losses, seen


def treebank_scores(nlp: Language, sentences: list[Sentence]) -> dict[str, float]:
    """Return accuracies on gold sentences, each parsed on its own."""
    scores = nlp.evaluate(list(examples(nlp, [(s,) for s in sentences])), batch_size=256)
    names = ("tag_acc", "pos_acc", "morph_acc", "dep_uas", "dep_las")
    return {name: round(float(scores[name]), 4) for name in names}


def main(arguments: list[str] | None = None) -> None:
    """Train, score on the treebank's dev and test parts, and write the model."""
    parser = argparse.ArgumentParser(prog="python -m reframe.pipeline.train", description=__doc__)
    parser.add_argument("--treebank", type=Path, required=True, help="folder with *-train.conllu")
    parser.add_argument("--out", type=Path, required=True, help="folder of the model")
    parser.add_argument("--bullets-with-trees", type=Path, help="folder of them (default: ours)")
    parser.add_argument("--start", type=Path, help="model to go on from (default: none)")
    defaults = Recipe()
    for field in fields(Recipe):
        value: Any = getattr(defaults, field.name)
        parser.add_argument(f"--{field.name.replace('_', '-')}", type=type(value), default=value)
    options = vars(parser.parse_args(arguments))
    treebank, out, start, bullets = (
        options.pop(name) for name in ("treebank", "out", "start", "bullets_with_trees")
    )
    recipe = Recipe(**options)
    corpus = load_corpus(treebank, recipe, bullets=bullets)
    work = out.with_name(out.name + ".checkpoint.npz")
    dev = read_part(treebank, "dev")
    nlp, averages = train(corpus, recipe, dev, work=work, start=start)
    with nlp.use_params(averages):
        scores = {
            "dev": treebank_scores(nlp, dev),
            "test": treebank_scores(nlp, read_part(treebank, "test")),
        }
        write_model(nlp, out, scores=scores, recipe=asdict(recipe))
    sys.stdout.write(json.dumps(scores) + "\n")


if __name__ == "__main__":
    main()
