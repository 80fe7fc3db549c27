"""The gold bullets stay understood: floors below what is measured today, never above."""

import json
from collections import Counter

import pytest

from tests.benchmarks.parser import GOLD, compare
from tests.core.reading import read

ENTRIES = [json.loads(row) for row in GOLD.read_text(encoding="utf-8").splitlines()]


def test_nearly_all_gold_bullets_are_read_whole():
    wrong = [entry["text"] for entry in ENTRIES if compare(read(entry["text"]), entry, Counter())]
    assert len(wrong) <= 2, wrong


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: str(entry["id"]))
def test_a_confident_gold_bullet_is_right(entry):
    bullet = read(entry["text"])
    if bullet.confident:
        assert compare(bullet, entry, Counter()) == []
