"""What the tables ask of a line that no rule knows."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Literal

from reframe.core.deferred import DEFERRED
from reframe.core.evidence import QuestionKind


@dataclass(frozen=True, slots=True)
class Generic:
    """A question for what no rule knows.

    ``text`` may name ``{object}`` (the object in the client's words, without an article) and
    agree with it: ``{was}``, ``{is}``, ``{do}``; ``bare`` is what to ask where there is none.
    ``value`` is the category it belongs to. A line with one of the words ``unless`` answers it
    already.
    """

    text: str
    kind: QuestionKind
    value: str = ""
    unless: frozenset[str] = frozenset()
    bare: str = ""


@dataclass(frozen=True, slots=True)
class Kind:
    """What to ask of some verbs of a class, whatever the object: ``bare`` where there is none.

    It speaks only for objects of ``domains`` and for ``nouns`` (for any, when empty), and for
    none of the domains in ``but``; only in lines with one of the words ``beside``, and where one
    of the words ``behind`` follows the verb at once (in any, when empty); where it is ``single``,
    of one thing without an article alone ("Elected captain").
    ``instead`` tells that these verbs are not what their class is there for, so that its cells
    say nothing of them.
    """

    asks: tuple[Generic, ...]
    bare: tuple[Generic, ...] = ()
    domains: frozenset[str] = frozenset()
    but: frozenset[str] = frozenset()
    nouns: frozenset[str] = frozenset()
    beside: frozenset[str] = frozenset()
    behind: frozenset[str] = frozenset()
    single: bool = False
    instead: bool = False


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """Nouns that belong to another domain in a line with one of the words ``beside`` (in every
    line, when there are none), and none of the words ``but``."""

    nouns: frozenset[str]
    beside: frozenset[str]
    domain: str
    but: frozenset[str] = frozenset()


Doubt = Literal["acts", "may", "none", ""]
"""What is not certain about the acts of a line; see :class:`Unsure`."""


@dataclass(frozen=True, slots=True)
class Unsure:
    """What to ask of a line that cannot be read for certain: of one with several ``acts``, of one
    whose words ``may`` be acts, of one with ``none``, of one that names an ability (``able``) and what
    came of it (``proof``), and of one that is ``cut`` off."""

    acts: str
    may: str
    none: str
    able: str
    proof: str
    cut: str

    def text(self, doubt: Doubt) -> str:
        """Return what to ask of a line in such a doubt."""
        return {"acts": self.acts, "may": self.may, "none": self.none, "": ""}[doubt]


@dataclass(frozen=True, slots=True)
class Scale:
    """What to ask where no question about an act is ``sized`` (holds one of these phrases): how
    ``many`` things there were, of verbs of the classes ``things`` and under these openers, or how
    many ``times``, of verbs of the classes ``often``."""

    sized: tuple[str, ...]
    many: str
    times: str
    often: frozenset[str]
    things: frozenset[str]


@dataclass(frozen=True, slots=True)
class Theme:
    """What questions can be after: those with one of the phrases ``asks``, and none of ``but``,
    are after the same. A line with one of the words ``answered`` tells it already, and with
    ``people`` one that counts people. What has a ``home`` suits the acts of these verb classes
    alone."""

    asks: tuple[str, ...]
    but: tuple[str, ...] = ()
    answered: frozenset[str] = frozenset()
    people: bool = False
    counted: bool = False
    late: bool = False
    home: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class GenericQuestions:
    """What to ask where no rule does: by participation, by what was done to what (a cell is
    ``<verb class>/<object domain>``), by the kind or class of the verb whatever the object, by
    object domain or opener alone, for doubt, and for what was different after an act of a verb
    class; verbs of the classes ``changing`` say what they changed. Who helped ``people``
    (domains; ``helped`` are more such nouns, asked about ``served_as``, and ``staff`` are none), or somebody by what one of the words ``alone`` begins, did not share a task; who worked with those that are ``served`` did not
    either. What names a ``post`` (by a title, one of ``post_titles`` or of
    ``post_phrases``) is asked about alike, but last by what its title
    brings with it (``posts``);
    ``abilities`` are words of lines that name an ability, ``telling`` those that begin a line
    about what something is, ``others_told`` one that does not tell of the client, ``unshared``
    those that tell that nobody else had a part, ``ends`` pairs of words that a whole line may end with,
    ``kinds_of`` those behind the "and" of "letters and other papers", and ``padding`` words that a
    question leaves out of an object. No two questions of one line should be after one of the
    ``themes``; words with one of the ``person_endings`` count people. ``elsewhere`` corrects domains by what stands beside
    a noun, and nobody can say how many of what is ``uncounted``. Behind the "of" of ``measures``, and of ``acts`` under an opener,
    stands the object; ``acts`` (and ``acts_alone``, in a line without any other) tell the verb
    that a noun names."""

    participation: Mapping[str, str]
    cells: Annotated[Mapping[str, tuple[Generic, ...]], DEFERRED]
    domains: Mapping[str, Generic]
    verbs: Mapping[str, tuple[Generic, ...]]
    kinds: Annotated[Mapping[str, tuple[Kind, ...]], DEFERRED]
    elsewhere: tuple[Elsewhere, ...]
    uncounted: frozenset[str]
    measures: frozenset[str]
    acts: Mapping[str, str]
    acts_alone: Mapping[str, str]
    first: frozenset[str]
    frames: Mapping[str, tuple[str, ...]]
    posts: Mapping[str, str]
    post: tuple[str, ...]
    post_titles: frozenset[str]
    post_phrases: frozenset[str]
    roles: frozenset[str]
    people: frozenset[str]
    unsure: Unsure
    outcome: Mapping[str, str]
    scale: Scale
    changing: frozenset[str]
    served: frozenset[str]
    helped: frozenset[str]
    served_as: str
    staff: frozenset[str]
    alone: frozenset[str]
    abilities: frozenset[str]
    telling: frozenset[str]
    others_told: frozenset[str]
    unshared: frozenset[str]
    ends: frozenset[str]
    kinds_of: frozenset[str]
    padding: frozenset[str]
    themes: tuple[Theme, ...]
    person_endings: tuple[str, ...]
