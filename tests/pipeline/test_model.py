"""What the bundled model must read right. The figures are floors, a little below its scores."""

from pathlib import Path

import pytest

from reframe.pipeline.actions import acts
from reframe.pipeline.evaluate import bundled_openers, read_gold, score, shown
from reframe.pipeline.load import load_pipeline

GOLD = Path(__file__).parent / "gold"


@pytest.fixture(scope="module")
def nlp():
    return load_pipeline()


@pytest.fixture(scope="module")
def weak():
    return bundled_openers()


@pytest.mark.parametrize(
    ("gold", "verbs", "pairs", "whole"),
    [("held_out.txt", 0.96, 0.95, 0.90), ("hard.txt", 0.94, 0.93, 0.85)],
)
def test_scores_do_not_fall(nlp, weak, gold, verbs, pairs, whole):
    scores = score(nlp, read_gold(GOLD / gold), weak)
    wrong = "\n".join(f"{text} -> {found}" for text, found in scores.wrong)
    assert scores.verbs >= verbs, wrong
    assert scores.pairs >= pairs, wrong
    assert scores.whole >= whole, wrong


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Monitored vital signs and charted intake", "Monitored: signs; charted: intake"),
        ("Built, tested and shipped mobile apps", "Built: apps; tested: apps; shipped: apps"),
        (
            "Responsible for drafting policies and training staff",
            "drafting: policies; training: staff",
        ),
        ("Worked 20+ hours per week", "Worked: "),
        ("Completed projects on time and under budget", "Completed: projects"),
        ("Project management", ""),
    ],
)
def test_shapes_that_other_models_get_wrong(nlp, weak, text, expected):
    assert shown(text, acts(nlp(text), weak)) == expected


def test_the_model_gives_the_same_parse_alone_and_in_a_batch(nlp):
    texts = [item.text for item in read_gold(GOLD / "hard.txt")]
    batched = [[t.dep_ for t in doc] for doc in nlp.pipe(texts)]
    assert batched == [[t.dep_ for t in nlp(text)] for text in texts]
