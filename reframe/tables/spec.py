"""The shape of the files that people write: rules, families, patterns, shared questions.

What a shape cannot say (that a class exists, that a draft's slot is asked for) is told by
``expand`` and ``lint``.
"""

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Discriminator, Field, StringConstraints, Tag

from reframe.core.claims import Claim, Participation
from reframe.core.evidence import Basis, QuestionKind

Text = Annotated[str, StringConstraints(min_length=1)]
Name = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$")]
Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
RuleId = Annotated[
    str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*\.[a-z0-9]+(-[a-z0-9]+)*$")
]
Level = Annotated[Claim, Field(strict=False)]
Part = Annotated[Participation, Field(strict=False)]
Version = Annotated[int, Field(ge=1)]
Schema = Annotated[Literal[1], Field(alias="schema")]


class Spec(BaseModel):
    """Strict, and closed: a key that nobody reads is a mistake."""

    model_config = ConfigDict(strict=True, extra="forbid", frozen=True)


class ObjectSpec(Spec):
    """What an act must be done to: a noun of a domain or of these, near a cue if there are any."""

    domain: list[Text] = []
    nouns: list[Text] = []
    cues: list[Text] = []


class MatchSpec(Spec):
    """Which lines a rule is about: every key that is given must hold, by one of its words."""

    verb: list[Text] = []
    object: ObjectSpec | None = None
    mention: list[Text] = []
    frame: list[Text] = []
    phrase: list[Text] = []
    participation: Annotated[list[Part], Field(min_length=1)] = [Participation.DID]


class AskSpec(Spec):
    """A shared question (``use``, with an optional text of its own), or one of the rule."""

    use: Text | None = None
    text: Text | None = None
    kind: QuestionKind | None = None
    of: list[Text] = []
    context: bool = False


class NeedSpec(Spec):
    """What an answer must be, where a word is not enough."""

    not_: list[Text] = Field(default=[], alias="not")
    at_least: int = Field(default=0, ge=1)
    of: list[Text] = []
    includes: list[Text] = []


def _shape(value: Any) -> str:
    if isinstance(value, dict | BaseModel):
        return "map"
    return "list" if isinstance(value, list) else "word"


AnyNeed = Annotated[
    Annotated[Text, Tag("word")]
    | Annotated[list[Text], Field(min_length=1), Tag("list")]
    | Annotated[NeedSpec, Tag("map")],
    Discriminator(_shape),
]


class SaySpec(Spec):
    """A wording, the answers that it needs, and what it claims."""

    needs: dict[Name, AnyNeed]
    claims: Annotated[list[Level], Field(min_length=1)]
    draft: Text


class GivenSpec(Spec):
    """An example's answer with the basis of a figure, or without leave to print it."""

    value: Text
    basis: Basis | None = None
    print_: Literal["yes", "no"] = Field(default="yes", alias="print")


AnyAnswer = Annotated[
    Annotated[Text, Tag("word")]
    | Annotated[list[Text], Tag("list")]
    | Annotated[GivenSpec, Tag("map")],
    Discriminator(_shape),
]


class ExampleSpec(Spec):
    """A line with answers, and what the rule makes of it."""

    before: Text
    after: Text
    answers: dict[Name, AnyAnswer] = {}


class RuleSpec(Spec):
    """A rule file, ``rules/<family>/<name>.yaml``."""

    schema_: Schema
    id: RuleId
    version: Version
    title: Text
    value: Annotated[list[Text], Field(min_length=1)]
    match: MatchSpec
    unless: list[Text] = []
    ask: dict[Name, AskSpec] = {}
    say: list[SaySpec] = []
    why: Text
    examples: list[ExampleSpec]
    silent: list[Text]


class FamilySpec(Spec):
    """A family file, ``rules/<family>/family.yaml``."""

    schema_: Schema
    family: Slug
    title: Text
    titles: list[Text] = []
    cues: list[Text] = []
    never: list[Text] = []
    anywhere: bool = False


class ElementSpec(Spec):
    """A part of a role, and by what it shows: rules that apply, phrases, answers, years."""

    label: Text
    rules: list[RuleId] = []
    phrases: list[Text] = []
    answers: dict[Text, Annotated[list[Text], Field(min_length=1)]] = {}
    years: Annotated[int, Field(ge=0)] = 0


class StepSpec(Spec):
    """A rung of the ladder: what it needs, what it claims, and what it says."""

    step: Text
    use: list[Name] = []
    needs: dict[Name, AnyNeed] = {}
    claims: Annotated[list[Level], Field(min_length=1)]
    draft: Text


class ThenSpec(StepSpec):
    """A rung that goes on from others: its draft is joined to theirs by a comma."""

    after: Annotated[list[Text], Field(min_length=1)]


class SlotWordsSpec(Spec):
    """Words for a draft that the answer to one question chooses."""

    ask: Name
    of: Annotated[dict[Text, Text], Field(min_length=1)]


class ContradictionSpec(Spec):
    """Answers that cannot hold together, and what the coach is told of them."""

    needs: Annotated[dict[Name, AnyNeed], Field(min_length=1)]
    tell: Text


class OfferSpec(ContradictionSpec):
    """What the coach may do once the needs are met."""


class ClimbSpec(Spec):
    """An example of a pattern: answers, the step that they lead to, and what it says."""

    step: str
    answers: Annotated[dict[Name, AnyAnswer], Field(min_length=1)]
    says: str


class PatternSpec(Spec):
    """A role pattern file, ``patterns/<name>.yaml``."""

    schema_: Schema
    id: Slug
    version: Version
    title: Text
    value: Annotated[list[Text], Field(min_length=1)]
    families: list[Slug]
    why: Text
    elements: Annotated[dict[Name, ElementSpec], Field(min_length=1)]
    raise_at: Annotated[int, Field(ge=1)]
    ask: Annotated[dict[Name, AskSpec], Field(min_length=1)]
    groups: dict[Name, dict[Name, AnyNeed]] = {}
    words: dict[Name, SlotWordsSpec] = {}
    ladder: Annotated[list[StepSpec], Field(min_length=1)]
    then: list[ThenSpec] = []
    contradictions: list[ContradictionSpec] = []
    offers: list[OfferSpec] = []
    examples: list[ClimbSpec] = []
    raised_by: list[Text] = []
    silent: list[Text] = []


class SettingsSpec(Spec):
    """``rules.yaml`` of a folder of one's own: which rules of the folders before are off."""

    schema_: Schema
    disable: list[Text] = []


class QuestionSpec(Spec):
    """An entry of ``tables/questions.toml``."""

    text: Text
    kind: QuestionKind
    of: list[Text] = []
    licenses: list[Level] = []


class ValueSpec(Spec):
    """An entry of ``tables/values.toml``."""

    title: Text
    purpose: Text
