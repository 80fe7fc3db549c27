"""Edits replay, and provenance covers every character."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reframe.core.suggestion import Edit, Piece, apply, provenance

TEXT = st.text(alphabet=st.characters(codec="utf-8"), max_size=60)


@st.composite
def texts_with_edits(draw):
    text = draw(TEXT)
    cuts = sorted(draw(st.lists(st.integers(0, len(text)), max_size=8)))
    edits = []
    for start, end in zip(cuts[::2], cuts[1::2], strict=False):
        pieces = tuple(
            Piece(words, origin)
            for words, origin in draw(
                st.lists(st.tuples(TEXT, st.sampled_from(["source", "inflected"])), max_size=2)
            )
        )
        edits.append(Edit(start, end, pieces, "because"))
    return text, tuple(edits)


@given(texts_with_edits())
def test_provenance_covers_the_result_without_gaps(case):
    text, edits = case
    after = apply(text, edits)
    at = 0
    for span in provenance(text, edits):
        assert span.start == at < span.end
        at = span.end
    assert at == len(after)


@given(texts_with_edits())
def test_source_spans_are_the_sources_own_words(case):
    text, edits = case
    after = apply(text, edits)
    kept = "".join(after[p.start : p.end] for p in provenance(text, edits) if p.origin == "source")
    added = [piece.text for edit in edits for piece in edit.pieces if piece.origin == "source"]
    assert len(kept) == len(text) - sum(e.end - e.start for e in edits) + sum(map(len, added))


@pytest.mark.parametrize(
    "edits",
    [
        (Edit(0, 4, (), ""), Edit(2, 5, (), "")),
        (Edit(3, 4, (), ""), Edit(0, 1, (), "")),
        (Edit(2, 99, (), ""),),
    ],
    ids=["overlap", "backwards", "outside"],
)
def test_edits_that_cannot_be_replayed_are_refused(edits):
    with pytest.raises(ValueError, match="overlaps or leaves"):
        apply("Filed mail", edits)
