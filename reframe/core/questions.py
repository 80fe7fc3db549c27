"""The questions of rules whose answers would license a stronger line."""

from collections.abc import Callable, Mapping, Sequence

from reframe.core.drafts import Draft, fill, sayable
from reframe.core.evidence import Answer, Evidence, Question
from reframe.core.lexicon import Lexicon
from reframe.core.match import Hit
from reframe.core.needs import meets
from reframe.core.phrases import words_of
from reframe.core.rule import Ask, Say
from reframe.core.synthesis import answers_for, question_id
from reframe.core.wording import Tense

_SUPPOSED = 0.4
"""What a question with a condition is worth beside one that supposes nothing."""


def rule_questions(
    bullet_id: str,
    hits: Sequence[Hit],
    evidence: Evidence,
    lexicon: Lexicon,
    *,
    tense: Tense,
    preview: Callable[[Draft], str],
) -> tuple[Question, ...]:
    """Return the open questions of the rules that hit a bullet; ``preview`` tells the line that a
    draft would make of it."""
    questions: list[Question] = []
    for hit in hits:
        answers = answers_for(evidence, bullet_id, hit.rule.id)
        goals = _goals(hit, answers, lexicon)
        # Several asks of a rule lead to one wording.
        previews = {
            id(say): preview(fill(hit, say, answers, lexicon, tense=tense))
            for say in {id(say): say for say in goals.values()}.values()
        }
        for ask in hit.rule.asks:
            if ask.name in answers:
                continue
            goal = goals.get(ask.name)
            conditional = any(
                _supposes(each, lexicon)
                for each in hit.rule.asks
                if each is ask or (goal and each.name in goal.needs and each.name not in answers)
            )
            questions.append(
                Question(
                    id=question_id(bullet_id, hit.rule.id, ask.name),
                    text=ask.text.replace("{{ object }}", hit.object_text),
                    kind=ask.kind,
                    about=bullet_id,
                    source=hit.rule.id,
                    of=ask.of,
                    unlocks=previews[id(goal)] if goal else "",
                    claims=goal.claims if goal else frozenset(),
                    value=hit.rule.value[0] if hit.rule.value else "",
                    missing=sum(name not in answers for name in goal.needs) if goal else 1,
                    shared=ask.shared,
                    likely=_SUPPOSED if conditional else 1.0,
                )
            )
    return tuple(questions)


def _supposes(ask: Ask, lexicon: Lexicon) -> bool:
    """Whether a question begins with a condition: "If you set prices, who agreed to them?"."""
    first = words_of(ask.text)[:1]
    return bool(first) and first[0].low in lexicon.words("supposing_words")


def _goals(hit: Hit, answers: Mapping[str, Answer], lexicon: Lexicon) -> dict[str, Say]:
    """Return, for each open ask, the wording it is worth asking for: the best value for the
    answers still missing among those that no answer has ruled out."""
    asks = {ask.name: ask for ask in hit.rule.asks}
    goals: dict[str, tuple[float, Say]] = {}
    for say in (say for say in hit.rule.says if sayable(hit, say, lexicon)):
        given = [(need, name) for name, need in say.needs.items() if name in answers]
        if any(not meets(need, asks[name], answers[name], lexicon) for need, name in given):
            continue
        missing = [name for name in say.needs if name not in answers]
        worth = max(c.rank for c in say.claims) / max(len(missing), 1) ** 0.5
        for name in missing:
            if name not in goals or worth > goals[name][0]:
                goals[name] = (worth, say)
    return {name: say for name, (_, say) in goals.items()}
