"""Whatever is done to a line one word at a time, the guard sees it."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from reframe.core.guard import check
from reframe.core.guard_licence import Licence
from reframe.core.guard_outline import outline
from reframe.core.guard_place import Place
from reframe.core.lexicon import Lexicon
from reframe.tables.lexicon import load_lexicon
from tests.core.guard_pairs import read

CORPUS = Path(__file__).parents[1] / "corpus" / "bullets_dev.jsonl"
LINES = [json.loads(line)["text"] for line in CORPUS.read_text(encoding="utf-8").splitlines()]


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return load_lexicon()


def is_refused(before: str, after: str, lexicon: Lexicon) -> bool:
    return bool(check(read(before, lexicon), read(after, lexicon), Licence(), lexicon))


def words(line: str, lexicon: Lexicon) -> Iterator[Place]:
    """Yield the words of a line that state something."""
    for place in outline(read(line, lexicon), lexicon).places:
        if place.content and not place.droppable and not place.opener:
            yield place


@pytest.mark.parametrize("claim", ["all", "first", "critical", "global", "900", "Oracle"])
def test_no_claim_slips_in_anywhere(claim: str, lexicon: Lexicon) -> None:
    passed = [
        (line, place.token.text)
        for line in LINES
        for place in words(line, lexicon)
        if not is_refused(
            line,
            f"{line[: place.token.start]}{claim} {line[place.token.start :]}",
            lexicon,
        )
    ]
    assert passed == []


def test_no_stated_word_is_dropped(lexicon: Lexicon) -> None:
    passed = [
        (line, place.token.text)
        for line in LINES
        for place in words(line, lexicon)
        if not is_refused(line, line[: place.token.start] + line[place.token.end :], lexicon)
    ]
    assert passed == []


def test_no_figure_is_changed(lexicon: Lexicon) -> None:
    figures = [
        (line, place.token)
        for line in LINES
        for place in words(line, lexicon)
        if place.token.figure
    ]
    assert figures
    for line, token in figures:
        assert is_refused(line, f"{line[: token.start]}7,777{line[token.end :]}", lexicon)


def test_nouns_of_two_phrases_do_not_change_places(lexicon: Lexicon) -> None:
    for line in LINES:
        heads = [p for p in words(line, lexicon) if p.marker in ("for", "from", "with", "by")]
        objects = [p for p in words(line, lexicon) if p.marker == "" and p.owners]
        for one, other in zip(objects, heads, strict=False):
            first, second = one.token, other.token
            if first.end > second.start or first.key == second.key:
                continue
            swapped = (
                f"{line[: first.start]}{second.text}{line[first.end : second.start]}"
                f"{first.text}{line[second.end :]}"
            )
            assert is_refused(line, swapped, lexicon), swapped
