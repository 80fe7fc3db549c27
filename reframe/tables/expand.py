"""Compile specs into the values of ``reframe.core.rule``.

Verb classes become their verbs, shared questions their text and kind, and every need the one
form that the engine knows.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from reframe.core.evidence import FIGURES, Basis, Value
from reframe.core.lexicon import Lexicon
from reframe.core.rule import (
    Ask,
    Climb,
    Contradiction,
    Element,
    Example,
    Family,
    Need,
    ObjectTest,
    Offer,
    Pattern,
    Rule,
    Say,
    SharedQuestion,
    SlotWords,
    Step,
)
from reframe.tables.check import nearest
from reframe.tables.problems import Keys, Problem
from reframe.tables.read import Document
from reframe.tables.spec import (
    AnyAnswer,
    AskSpec,
    ExampleSpec,
    FamilySpec,
    GivenSpec,
    NeedSpec,
    ObjectSpec,
    PatternSpec,
    RuleSpec,
    StepSpec,
)


@dataclass(frozen=True, slots=True)
class Expander:
    """What the files of a set share while they are compiled; ``problems`` is added to."""

    lexicon: Lexicon
    questions: Mapping[str, SharedQuestion]
    problems: list[Problem]

    def rule(self, spec: RuleSpec, document: Document) -> Rule:
        """Return the compiled rule; what refers to nothing is reported and left out."""
        asks = self._asks(spec.ask, document)
        kinds = {ask.name: ask for ask in asks}
        match = spec.match
        return Rule(
            id=spec.id,
            version=spec.version,
            title=spec.title,
            family=spec.id.partition(".")[0],
            value=tuple(spec.value),
            verbs=self._verbs(match.verb, document),
            object=_object(match.object),
            mentions=_low(match.mention),
            frames=frozenset(match.frame),
            phrases=_phrases(match.phrase),
            participation=frozenset(match.participation),
            unless=_phrases(spec.unless),
            asks=asks,
            says=tuple(
                Say(
                    self._needs(say.needs, kinds, document, ("say", at, "needs")),
                    frozenset(say.claims),
                    say.draft,
                )
                for at, say in enumerate(spec.say)
            ),
            why=spec.why,
            examples=tuple(
                self._example(example, kinds, document, ("examples", at, "answers"))
                for at, example in enumerate(spec.examples)
            ),
            silent=tuple(spec.silent),
        )

    def pattern(self, spec: PatternSpec, document: Document) -> Pattern:
        """Return the compiled role pattern; see :meth:`rule`."""
        asks = self._asks(spec.ask, document)
        kinds = {ask.name: ask for ask in asks}
        return Pattern(
            id=spec.id,
            version=spec.version,
            title=spec.title,
            value=tuple(spec.value),
            families=frozenset(spec.families),
            elements=tuple(
                Element(
                    name,
                    part.label,
                    frozenset(part.rules),
                    _phrases(part.phrases),
                    {ref: tuple(values) for ref, values in part.answers.items()},
                    part.years,
                )
                for name, part in spec.elements.items()
            ),
            raise_at=spec.raise_at,
            asks=asks,
            ladder=self._ladder(spec, kinds, document),
            contradictions=tuple(
                Contradiction(
                    self._needs(item.needs, kinds, document, ("contradictions", at, "needs")),
                    item.tell,
                )
                for at, item in enumerate(spec.contradictions)
            ),
            why=spec.why,
            words={name: SlotWords(entry.ask, entry.of) for name, entry in spec.words.items()},
            offers=tuple(
                Offer(self._needs(item.needs, kinds, document, ("offers", at, "needs")), item.tell)
                for at, item in enumerate(spec.offers)
            ),
            examples=tuple(
                Climb(
                    item.step,
                    item.says,
                    *self._given(item.answers, kinds, document, ("examples", at, "answers")),
                )
                for at, item in enumerate(spec.examples)
            ),
            raised_by=tuple(spec.raised_by),
            silent=tuple(spec.silent),
        )

    def _ladder(
        self, spec: PatternSpec, asks: Mapping[str, Ask], document: Document
    ) -> tuple[Step, ...]:
        """Return every rung, each one that others go on from behind those that go on from it."""
        ladder: list[Step] = []
        names = [step.step for step in spec.ladder]
        for at, more in enumerate(spec.then):
            for name in more.after:
                if name not in names:
                    what = f"no step of the ladder is called '{name}'"
                    self._report(document, ("then", at, "after"), what, nearest(name, names))
        for at, step in enumerate(spec.ladder):
            place: Keys = ("ladder", at)
            base = self._step(step, spec, asks, document, place)
            for number, more in enumerate(spec.then):
                if step.step in more.after:
                    further = self._step(more, spec, asks, document, ("then", number))
                    ladder.append(
                        Step(
                            f"{base.name} and {further.name}",
                            {**base.needs, **further.needs},
                            base.claims | further.claims,
                            f"{base.draft}, {further.draft}",
                            further.place,
                        )
                    )
            ladder.append(base)
        return tuple(ladder)

    def _step(
        self,
        step: StepSpec,
        spec: PatternSpec,
        asks: Mapping[str, Ask],
        document: Document,
        place: Keys,
    ) -> Step:
        needs: dict[str, Need] = {}
        for name in step.use:
            if name not in spec.groups:
                what = f"there is no group of needs '{name}'"
                self._report(document, (*place, "use"), what, nearest(name, [*spec.groups]))
                continue
            needs |= self._needs(spec.groups[name], asks, document, ("groups", name))
        needs |= self._needs(step.needs, asks, document, (*place, "needs"))
        return Step(step.step, needs, frozenset(step.claims), step.draft, tuple(map(str, place)))

    def _verbs(self, verbs: Sequence[str], document: Document) -> frozenset[str]:
        found: set[str] = set()
        classes = {verb.verb_class for verb in self.lexicon.verbs.values()}
        for at, name in enumerate(verbs):
            if not name.startswith("@"):
                found.add(name.casefold())
            elif name[1:] in classes:
                found |= {v.lemma for v in self.lexicon.verbs.values() if v.verb_class == name[1:]}
            else:
                what = f"unknown verb class '{name}'"
                self._report(document, ("match", "verb", at), what, nearest(name[1:], [*classes]))
        return frozenset(found)

    def _asks(self, asks: Mapping[str, AskSpec], document: Document) -> tuple[Ask, ...]:
        made = (self._ask(name, ask, document) for name, ask in asks.items())
        return tuple(ask for ask in made if ask)

    def _ask(self, name: str, ask: AskSpec, document: Document) -> Ask | None:
        at: Keys = ("ask", name)
        if ask.use is not None:
            shared = self.questions.get(ask.use)
            if shared is None:
                do = nearest(ask.use, [*self.questions])
                what = f"no shared question has the code '{ask.use}'"
                self._report(document, (*at, "use"), what, do)
                return None
            if ask.kind or ask.of:
                do = "leave 'kind' and 'of' out, or leave 'use' out"
                self._report(document, at, "a shared question keeps its kind", do)
            text = ask.text or shared.text
            return Ask(name, text, shared.kind, shared.of, shared.code, ask.context)
        if ask.text is None or ask.kind is None:
            do = "write {use: K}, or {text: ..., kind: ...}"
            self._report(document, at, f"'{name}' is not a whole question", do)
            return None
        return Ask(name, ask.text, ask.kind, tuple(ask.of), "", ask.context)

    def _needs(
        self,
        needs: Mapping[str, str | list[str] | NeedSpec],
        asks: Mapping[str, Ask],
        document: Document,
        at: Keys,
    ) -> dict[str, Need]:
        made: dict[str, Need] = {}
        for name, written in needs.items():
            if name in asks:
                made[name] = self._need(written, asks[name], document, (*at, name))
            elif name not in (document.data.get("ask") or {}):
                what = f"'{name}' is needed and never asked"
                self._report(document, (*at, name), what, nearest(name, [*asks]))
        return made

    def _need(
        self, written: str | list[str] | NeedSpec, ask: Ask, document: Document, at: Keys
    ) -> Need:
        if isinstance(written, str):
            # A choice may be called "yes"; only where it is not, the word stands for itself.
            if written in {"any", "yes", "no"} and written not in ask.of:
                return Need(written)
            return Need("one_of", (written,))
        if isinstance(written, list):
            return Need("one_of", tuple(written))
        if written.not_ and not (written.at_least or written.of or written.includes):
            return Need("none_of", tuple(written.not_))
        if written.not_ or not (written.at_least or written.includes):
            do = "write {not: [...]}, {at_least: n, of: [...]} or {includes: [...]}"
            self._report(document, at, f"'{ask.name}' does not say what it needs", do)
        count = max(written.at_least, len(written.includes))
        return Need("at_least", tuple(written.includes), count, tuple(written.of))

    def _example(
        self, example: ExampleSpec, asks: Mapping[str, Ask], document: Document, at: Keys
    ) -> Example:
        return Example(
            example.before, example.after, *self._given(example.answers, asks, document, at)
        )

    def _given(
        self,
        given_answers: Mapping[str, AnyAnswer],
        asks: Mapping[str, Ask],
        document: Document,
        at: Keys,
    ) -> tuple[dict[str, Value], dict[str, Basis], frozenset[str]]:
        """Return the answers of an example, their bases, and which may not be printed."""
        answers: dict[str, Value] = {}
        bases: dict[str, Basis] = {}
        unprinted: set[str] = set()
        for name, given in given_answers.items():
            if name not in asks:
                if name not in (document.data.get("ask") or {}):
                    what = f"'{name}' is answered and never asked"
                    self._report(document, (*at, name), what, nearest(name, [*asks]))
                continue
            if isinstance(given, GivenSpec):
                answers[name] = given.value
                if given.basis:
                    bases[name] = given.basis
                if given.print_ == "no":
                    unprinted.add(name)
            else:
                answers[name] = given if isinstance(given, str) else tuple(given)
            # A figure that an example just names is one on record.
            if asks[name].kind in FIGURES:
                bases.setdefault(name, "record")
        return answers, bases, frozenset(unprinted)

    def _report(self, document: Document, keys: Keys, what: str, do: str) -> None:
        self.problems.append(document.problem(keys, what, do))


def expand_family(spec: FamilySpec) -> Family:
    """Return the compiled family."""
    return Family(
        spec.family,
        spec.title,
        _phrases(spec.titles),
        _low(spec.cues),
        _phrases(spec.never),
        spec.anywhere,
    )


def _object(spec: ObjectSpec | None) -> ObjectTest | None:
    return ObjectTest(frozenset(spec.domain), _low(spec.nouns), _low(spec.cues)) if spec else None


def _low(words: Iterable[str]) -> frozenset[str]:
    return frozenset(_phrases(words))


def _phrases(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(" ".join(word.casefold().split()) for word in words)
