"""Training runs end to end on a treebank of three sentences; it learns little from it."""

import json

import pytest
import spacy

from reframe.pipeline import checkpoint, train

OPTIONS = [
    "--epochs", "2", "--bullets", "60", "--fragments", "2", "--label-bullets", "500",
    "--width", "16", "--depth", "1", "--seed", "4",
]  # fmt: skip


def weights(nlp) -> list[bytes]:
    return [pipe.to_bytes(exclude=["vocab"]) for _, pipe in nlp.pipeline]


@pytest.fixture(scope="module")
def trained(treebank, tmp_path_factory):
    out = tmp_path_factory.mktemp("one") / "model"
    train.main(["--treebank", str(treebank), "--out", str(out), *OPTIONS])
    return out


def test_the_model_stands_alone_and_records_where_it_comes_from(trained):
    nlp = spacy.load(trained)
    assert nlp.pipe_names == ["tok2vec", "tagger", "morphologizer", "parser"]
    assert nlp.meta["license"] == "CC BY-SA 4.0"
    assert nlp.meta["recipe"]["epochs"] == 2
    assert {"dep_las", "tag_acc"} <= nlp.meta["performance"]["test"].keys()
    doc = nlp("Drafted policies and trained staff")
    assert all(token.tag_ and token.dep_ for token in doc)


def test_words_met_in_training_are_not_shipped(trained):
    strings = json.loads((trained / "vocab" / "strings.json").read_text(encoding="utf-8"))
    assert "contracts" not in strings
    assert "VBD" in strings


def test_an_interrupted_run_goes_on_to_the_same_weights(trained, treebank, tmp_path, monkeypatch):
    save = checkpoint.save

    def save_then_stop(*args, done, **options):
        save(*args, done=done, **options)
        if done == 1:
            raise KeyboardInterrupt

    out = tmp_path / "two" / "model"
    out.parent.mkdir()
    arguments = ["--treebank", str(treebank), "--out", str(out), *OPTIONS]
    with monkeypatch.context() as patch:
        patch.setattr(checkpoint, "save", save_then_stop)
        with pytest.raises(KeyboardInterrupt):
            train.main(arguments)
    train.main(arguments)
    assert weights(spacy.load(out)) == weights(spacy.load(trained))


def test_a_checkpoint_of_another_recipe_is_left_alone(tmp_path):
    nlp, optimizer = spacy.blank("en"), train.adam(0.001)
    work = tmp_path / "work.npz"
    checkpoint.save(work, nlp, optimizer, done=3, stamp={"seed": 1})
    assert checkpoint.load(work, nlp, optimizer, stamp={"seed": 2}) == 0
    assert checkpoint.load(work, nlp, optimizer, stamp={"seed": 1}) == 3
