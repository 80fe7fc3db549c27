"""Usage, when words stand as they were meant: pairs and rows, articles, number, the form that one
word wants of another."""

from collections.abc import Iterator, Sequence

from reframe.core.lexicon import Lexicon
from reframe.core.mechanics_act_rows import act_row_edits
from reframe.core.mechanics_compared import compared_edits
from reframe.core.mechanics_counted import counted_edits, front_edits, other_edits, purpose_edits
from reframe.core.mechanics_ensured import achieved_edits, sure_edits
from reframe.core.mechanics_helpers import belonging_edits, concern_edits, helper_edits, plain_edits
from reframe.core.mechanics_included import included_edits
from reframe.core.mechanics_loose_commas import loose_comma_edits
from reframe.core.mechanics_many import told_of_many_edits
from reframe.core.mechanics_named_ones import named_one_edits
from reframe.core.mechanics_one import one_edits
from reframe.core.mechanics_pairs import pair_edits
from reframe.core.mechanics_parallel import parallel_edits
from reframe.core.mechanics_row_heads import row_head_edits
from reframe.core.mechanics_settings import following_edits, land_edits, setting_edits
from reframe.core.mechanics_spans import (
    count_order_edits,
    lasting_edits,
    since_edits,
    span_edits,
)
from reframe.core.mechanics_spliced import splice_edits
from reframe.core.mechanics_time_frames import time_frame_edits
from reframe.core.mechanics_towns import town_edits
from reframe.core.mechanics_verb_ties import bare_edits, verb_tie_edits
from reframe.core.suggestion import Edit
from reframe.core.words import Word

_STEPS = (
    compared_edits,
    setting_edits,
    land_edits,
    following_edits,
    parallel_edits,
    span_edits,
    since_edits,
    lasting_edits,
    count_order_edits,
    helper_edits,
    plain_edits,
    belonging_edits,
    concern_edits,
    counted_edits,
    verb_tie_edits,
    bare_edits,
    time_frame_edits,
    purpose_edits,
    front_edits,
    other_edits,
    included_edits,
    act_row_edits,
    row_head_edits,
    sure_edits,
    pair_edits,
    loose_comma_edits,
    town_edits,
    splice_edits,
    told_of_many_edits,
    one_edits,
    named_one_edits,
    achieved_edits,
)


def usage_edits(words: Sequence[Word], lexicon: Lexicon) -> Iterator[Edit]:
    """Yield the repairs of usage, those of articles and pairs before those of single acts."""
    for step in _STEPS:
        yield from step(words, lexicon)
