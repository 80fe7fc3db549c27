"""The gold bullets are well formed: offsets, ids, splits, and enough of every hard class."""

import importlib.util
import json
from collections import Counter
from pathlib import Path

import pytest

CORPUS = Path(__file__).parent.parent / "corpus"
GOLD = CORPUS / "gold"


def load(name: str) -> list[dict]:
    return [json.loads(line) for line in (GOLD / name).read_text(encoding="utf-8").splitlines()]


DEV, TEST = load("gold_dev.jsonl"), load("gold_test.jsonl")
BULLETS = DEV + TEST


@pytest.fixture(scope="module")
def build():
    """The conversion script beside the markup, as a module."""
    spec = importlib.util.spec_from_file_location("gold_build", GOLD / "build.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def spans(bullet: dict) -> list[dict]:
    objects = [obj for action in bullet["actions"] for obj in action["objs"]]
    return bullet["actions"] + objects + bullet["real_nouns"]


def test_every_span_reads_its_own_text():
    wrong = [
        (bullet["id"], span)
        for bullet in BULLETS
        for span in spans(bullet)
        if bullet["text"][span["start"] : span["end"]] != span["text"]
    ]
    assert wrong == []


def test_a_weak_frame_and_what_is_under_it_come_together():
    for bullet in BULLETS:
        under = [action for action in bullet["actions"] if action["role"] == "under"]
        framed = [action for action in bullet["actions"] if action["role"] == "frame"]
        inside = bool(under or framed or bullet["real_nouns"])
        assert (bullet["weak_frame"] is not None) == inside, bullet["id"]
        lemmas = [action["lemma"] for action in under]
        assert lemmas == [action["lemma"] for action in bullet["real_actions"]], bullet["id"]


def test_ids_and_texts_are_unique():
    assert len({bullet["id"] for bullet in BULLETS}) == len(BULLETS)
    assert len({bullet["text"] for bullet in BULLETS}) == len(BULLETS)


def test_later_ids_are_the_blind_half(build):
    last = build.LAST_DEVELOPMENT_ID
    assert all(bullet["split"] == "dev" and bullet["id"] <= last for bullet in DEV)
    assert all(bullet["split"] == "test" and bullet["id"] > last for bullet in TEST)


def test_the_set_is_large_and_broad():
    assert len(BULLETS) >= 420
    assert len({bullet["occupation"] for bullet in BULLETS}) >= 28


def test_every_hard_class_has_at_least_15_bullets_and_both_splits(build):
    _, hard_classes = build.read_gold()
    counts = Counter(bullet["hard"] for bullet in BULLETS)
    assert {name: counts[name] for name in hard_classes if counts[name] < 15} == {}
    for part in (DEV, TEST):
        assert set(hard_classes) <= {bullet["hard"] for bullet in part}


def test_the_files_are_what_the_markup_says(build):
    records, _ = build.read_gold()
    for split in ("dev", "test"):
        written = (GOLD / f"gold_{split}.jsonl").read_text(encoding="utf-8")
        assert written == build.to_lines(records, split), "run tests/corpus/gold/build.py"


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        ("1 | past | - | - | [Filed=file] in{voices}", "stops inside a word"),
        ("1 | past | - | - | [Filed=file] {invoices", "a mark is left"),
        ("1 | past | - | - | [Filed=file] {invoices^2}", "has no 2 actions before it"),
        ("1 | past | - | - | {Invoices}", "has no 1 actions before it"),
        ("1 | past | - | help | [Filed=file] {invoices}", "a name needs its frame"),
        ("1 | past | - | - | [~Helped=help] {guests}", "a weak frame needs its name"),
        ("1 | past | - | - | Invoices and receipts", "is a noun-line"),
        ("1 | odd | - | - | [Filed=file] {invoices}", "undeclared form"),
        ("1 | past | odd | - | [Filed=file] {invoices}", "undeclared hard class"),
        ("1 | past | [Filed=file] {invoices}", "expected: id"),
    ],
)
def test_a_slip_in_the_markup_is_reported_with_its_line(build, tmp_path, row, problem):
    source = tmp_path / "gold.txt"
    source.write_text(f"@form past\n\n== admin\n{row}\n", encoding="utf-8")
    with pytest.raises(ValueError, match=problem) as caught:
        build.read_gold(source)
    assert "gold.txt:4:" in str(caught.value)


def test_the_marks_become_actions_objects_and_offsets(build):
    text, actions, nouns = build.strip_marks(
        "[~Helped=help] with the {!audit}; [picked=pick] and [pack] {orders^2}"
    )
    assert text == "Helped with the audit; picked and pack orders"
    assert [(a["role"], a["lemma"], len(a["objs"])) for a in actions] == [
        ("frame", "help", 0),
        ("head", "pick", 1),
        ("head", "pack", 1),
    ]
    assert actions[1]["objs"] == [{"text": "orders", "start": 39, "end": 45}]
    assert nouns == [{"text": "audit", "start": 16, "end": 21}]
