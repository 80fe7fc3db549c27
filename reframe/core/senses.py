"""What words can mean: the values of the tables that were built from WordNet."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated

from reframe.core.deferred import DEFERRED


@dataclass(frozen=True, slots=True)
class Senses:
    """``own`` are the numbers of each word's common senses; two that share one can mean the same.
    ``kin`` are the numbers of its families: verbs and adjectives with what is derived from them.
    ``near`` gives for a word and part of speech its senses, and what they are kinds of.
    """

    own: Annotated[Mapping[str, frozenset[int]], DEFERRED]
    kin: Annotated[Mapping[str, frozenset[int]], DEFERRED]
    near: Annotated[Mapping[str, tuple[frozenset[int], ...]], DEFERRED]
