import pickle

import pytest
import spacy

from reframe.bundled import bundled
from reframe.errors import PipelineError
from reframe.pipeline.load import load_pipeline


def test_the_bundled_pipeline_tags_and_parses_without_other_packages():
    nlp = spacy.load(bundled("data", "pipeline", "en_bullets"))
    doc = nlp("Drafted policies and trained staff")
    assert [t.tag_ for t in doc] == ["VBD", "NNS", "CC", "VBD", "NN"]
    assert [t.dep_ for t in doc] == ["ROOT", "obj", "cc", "conj", "obj"]


def test_it_is_loaded_as_spacy_loads_it():
    """Its exceptions come from its folder alone, and are the same."""
    ours, plain = load_pipeline(), spacy.load(bundled("data", "pipeline", "en_bullets"))
    assert ours.tokenizer.rules == plain.tokenizer.rules
    line = "Didn't use e.g. www.b.com/x at 5pm, e-mail (3-4x), $1.2M; can't, U.S. and I'm"
    read = [[(t.text, t.norm_, t.tag_, t.dep_) for t in nlp(line)] for nlp in (ours, plain)]
    assert read[0] == read[1]


def test_the_bundled_pipeline_is_small():
    folder = bundled("data", "pipeline", "en_bullets")
    assert sum(f.stat().st_size for f in folder.rglob("*") if f.is_file()) < 8_000_000
    card = (folder / "README.md").read_text(encoding="utf-8")
    assert "CC BY-SA 4.0" in card
    assert "reframe.pipeline.train" in card


def test_a_missing_pipeline_says_how_to_get_one(tmp_path):
    with pytest.raises(PipelineError, match=r"no spaCy pipeline here.*reframe\.pipeline\.train"):
        load_pipeline(tmp_path / "none")


def test_a_broken_pipeline_is_named(tmp_path):
    (tmp_path / "config.cfg").write_text("[nlp]\nlang = 'en'\n", encoding="utf-8")
    with pytest.raises(PipelineError, match="cannot read this pipeline") as caught:
        load_pipeline(tmp_path)
    assert str(tmp_path) in str(pickle.loads(pickle.dumps(caught.value)))


def test_a_pipeline_that_parses_nothing_is_refused(tmp_path):
    spacy.blank("en").to_disk(tmp_path)
    with pytest.raises(PipelineError, match="no tagger and no parser"):
        load_pipeline(tmp_path)
