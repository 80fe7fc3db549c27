"""From words to the few rules that can be about a bullet."""

from reframe.core.claims import Participation
from reframe.core.index import RuleIndex
from reframe.core.rule import Rule


def rule(name: str, *, verbs=(), frames=(), phrases=()) -> Rule:
    return Rule(
        id=name, version=1, title="", family="f", value=(), verbs=frozenset(verbs), object=None,
        mentions=frozenset(), frames=frozenset(frames), phrases=tuple(phrases),
        participation=frozenset({Participation.DID}), unless=(), asks=(), says=(), why="",
        examples=(), silent=(),
    )  # fmt: skip


INDEX = RuleIndex.of(
    [
        rule("f.z-draft", verbs=["draft", "write"]),
        rule("f.a-draft", verbs=["draft"]),
        rule("f.follow", verbs=["follow up on", "chase"]),
        rule("f.helped", frames=["helped", "assisted"]),
        rule("f.helped-close", verbs=["close"], frames=["helped"]),
        rule("f.go-to", phrases=["go-to person", "point of contact"]),
    ]
)


def ids(verbs=(), frames=(), words=()) -> list[str]:
    return [found.id for found in INDEX.candidates(verbs, frames, words)]


def test_candidates_come_in_the_order_of_ids_and_once():
    assert ids(verbs=["write", "draft", "draft"]) == ["f.a-draft", "f.z-draft"]


def test_a_phrase_of_a_verb_is_found_by_its_first_word():
    assert ids(verbs=["follow"]) == ["f.follow"]


def test_a_rule_with_a_frame_alone_is_found_by_it():
    assert ids(frames=["assisted"]) == ["f.helped"]


def test_a_rule_with_verb_and_frame_wants_both():
    assert ids(verbs=["close"]) == []
    assert ids(verbs=["close"], frames=["helped"]) == ["f.helped", "f.helped-close"]


def test_a_hyphen_is_no_hindrance():
    """Readers of text cut "go-to" in one piece or in three."""
    assert ids(words=["go-to"]) == ids(words=["go", "-", "to"]) == ["f.go-to"]


def test_case_is_no_hindrance():
    assert ids(words=["Point"]) == ["f.go-to"]


def test_no_words_no_candidates():
    assert ids() == []
    assert RuleIndex.of([]).candidates(["draft"], ["helped"], ["go"]) == ()


def test_the_cost_does_not_grow_with_rules_of_other_verbs():
    """What is looked at is what shares a first word, however many rules there are."""
    many = RuleIndex.of([rule(f"f.r{n}", verbs=[f"verb{n}"]) for n in range(1000)])
    assert max(len(rules) for rules in many.keys.by_verb.values()) == 1
    assert [r.id for r in many.candidates(["verb7"], [], [])] == ["f.r7"]
