"""No document, hostile or only huge, takes a process more than its share."""

from pathlib import Path

import pytest

from tests.formats.docx.heavy import HEAVY, cost_of
from tests.formats.docx.test_read_package import bomb

HOSTILE = Path(__file__).parent / "samples" / "hostile"
# One of each kind of growth; the benchmark prints all.
TRIED = [
    "9,900 lines in one paragraph",
    "a table row of 9,000 cells",
    "a text box of 4,900 bullets and its copy",
]


@pytest.mark.parametrize("name", TRIED)
def test_what_the_caps_let_through_is_done_in_twenty_seconds_and_512_megabytes(name):
    assert name in HEAVY
    cost = cost_of(name)
    assert not cost.end.startswith("refused")
    assert cost.seconds < 20 and cost.megabytes < 512, cost


@pytest.mark.parametrize(
    "make",
    [
        *(pytest.param(path.read_bytes, id=path.name) for path in sorted(HOSTILE.iterdir())),
        pytest.param(lambda: bomb("word/large.xml", 60), id="60 MB of blanks"),
        pytest.param(lambda: bomb("word/media/image1.png", 110), id="110 MB of picture"),
    ],
)
def test_what_is_hostile_is_refused_in_a_second_and_200_megabytes(make):
    cost = cost_of(make())
    assert cost.end.startswith("refused: heavy.docx: ")
    assert cost.seconds < 1 and cost.megabytes < 200, cost
