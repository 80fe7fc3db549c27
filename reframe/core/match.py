"""Which rules apply to a bullet, and to which of its parts."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from reframe.core.bullet import ParsedBullet, Segment, Span
from reframe.core.claims import Participation
from reframe.core.lexicon import Lexicon
from reframe.core.phrases import (
    dictionary_forms,
    find_phrase,
    first_words,
    forms_of,
    is_among,
    same_word,
    sought,
)
from reframe.core.rule import ObjectTest, Rule
from reframe.core.words import Word

# What stands behind a verb that is one word.
_BARE: list[list[str]] = [[]]


@dataclass(frozen=True, slots=True)
class Unit:
    """A part of a bullet that a rule can be about: a clause, or the bare nouns of a frame.

    ``lead`` is where its verb or its opener ends.
    """

    segment: int
    clause: int | None
    extent: tuple[int, int]
    lead: int
    verb: Span | None
    objects: tuple[Span, ...]
    participation: Participation
    frame: str | None


@dataclass(frozen=True, slots=True, eq=False)
class Hit:
    """A rule on a unit. ``core`` is the stretch that a draft of the rule replaces, and
    ``particle`` what belongs to its verb (" up on" of "follow up on"). ``shared`` tells that
    its objects belong to another verb too, and ``foreign`` that the rule knows only some of
    them. Each hit is itself and no other, so that it can be
    looked up by."""

    rule: Rule
    unit: Unit
    core: tuple[int, int]
    object_text: str
    particle: str = ""
    shared: bool = False
    foreign: bool = False


@dataclass(frozen=True, slots=True)
class _Seeker:
    """Finds phrases in one text."""

    words: Sequence[Word]
    lexicon: Lexicon
    keys: frozenset[str]

    def __call__(
        self, phrase: str, start: int = 0, end: int | None = None
    ) -> tuple[int, int] | None:
        return find_phrase(self.words, phrase, self.lexicon, start=start, end=end, keys=self.keys)

    def stands(self, phrases: frozenset[str], start: int, end: int) -> bool:
        """Whether one of some phrases stands between two characters."""
        if self.keys.isdisjoint(first_words(phrases, self.lexicon)):
            return False
        return any(self(phrase, start, end) for phrase in phrases)


def units_of(bullet: ParsedBullet) -> tuple[Unit, ...]:
    """Return the parts of a bullet that rules look at, left to right."""
    return tuple(_units(bullet.segments))


def _units(segments: Sequence[Segment]) -> Iterator[Unit]:
    for at, segment in enumerate(segments):
        for number, clause in enumerate(segment.clauses):
            yield Unit(
                at, number, clause.extent, clause.verb.end, clause.verb, clause.objects,
                clause.participation, segment.frame,
            )  # fmt: skip
        if (segment.nouns or segment.frame) and not segment.clauses:
            lead = segment.opener.end if segment.opener else segment.extent[0]
            yield Unit(
                at, None, segment.extent, lead, None, segment.nouns,
                segment.participation, segment.frame,
            )  # fmt: skip


def match(
    bullet: ParsedBullet,
    candidates: Sequence[Rule],
    lexicon: Lexicon,
    *,
    family: str | None,
    anywhere: frozenset[str] = frozenset(),
) -> tuple[Hit, ...]:
    """Return the hits of ``candidates`` on a bullet.

    A post whose family is known is served by its own rules and those of the families whose
    tasks occur ``anywhere``: a warehouse has no hand receipts.

    On one unit the rules of the post's own family silence those of others, and those of any
    family the general ones: the narrower knowledge asks the better question.
    """
    text = sought(bullet.text, lexicon)
    seek = _Seeker(text.words, lexicon, text.keys)
    units = units_of(bullet)
    heads = [_heads(unit, lexicon) for unit in units]
    hits: list[Hit] = []
    for rule in candidates:
        if family is not None and rule.family != family and rule.family not in anywhere:
            continue
        if rule.verbs or rule.frames:
            met = [
                _on_unit(rule, unit, bullet, seek, family)
                for unit, named in zip(units, heads, strict=True)
                if _may_be_about(rule, unit) and _may_fit(rule.object, named, lexicon)
            ]
        else:
            met = [_on_phrase(rule, bullet, seek, units)] if rule.phrases else []
        found = [hit for hit in met if hit]
        if found and not any(text.standing(rule.unless)):
            hits += found
    own = {hit.unit for hit in hits if hit.rule.family == family}
    narrow = {hit.unit for hit in hits if hit.rule.family != "general"}
    return tuple(
        hit
        for hit in hits
        if hit.rule.family == family
        or (hit.unit not in own and (hit.rule.family != "general" or hit.unit not in narrow))
    )


def _on_phrase(
    rule: Rule,
    bullet: ParsedBullet,
    seek: "_Seeker",
    units: Sequence[Unit],
) -> Hit | None:
    for phrase in rule.phrases:
        place = seek(phrase)
        if not place:
            continue
        around = [u for u in units if u.extent[0] <= place[0] < u.extent[1]]
        unit = around[0] if around else Unit(
                0, None, (0, len(bullet.text)), 0, None, (), Participation.PRESENT, bullet.frame
            )  # fmt: skip
        if _mentions(rule, unit, seek):
            return Hit(rule, unit, place, "")
    return None


def _may_be_about(rule: Rule, unit: Unit) -> bool:
    """Whether a unit has the opener, the verb and the part in it that a rule asks for."""
    if rule.frames and unit.frame not in rule.frames:
        return False
    if rule.verbs and (unit.verb is None or unit.verb.lemma not in _by_lemma(rule.verbs)):
        return False
    return not rule.participation or unit.participation in rule.participation


@dataclass(frozen=True, slots=True)
class _Heads:
    """What the objects of a unit can be named by: their domains, and the forms of their heads."""

    domains: frozenset[str | None]
    forms: frozenset[str]


def _heads(unit: Unit, lexicon: Lexicon) -> _Heads | None:
    """Return what a unit's objects can be named by, or None where it has none."""
    if not unit.objects:
        return None
    lows = [head.text.casefold() for head in unit.objects]
    return _Heads(
        frozenset(lexicon.domain(low) for low in lows),
        frozenset(head.lemma for head in unit.objects).union(
            *(forms_of(low, lexicon) for low in lows)
        ),
    )


def _may_fit(test: ObjectTest | None, heads: _Heads | None, lexicon: Lexicon) -> bool:
    """Whether a rule's test can name an object of a unit; most tests name none."""
    if test is None or heads is None or not (test.domains or test.nouns):
        return True
    return not (
        heads.domains.isdisjoint(test.domains)
        and heads.forms.isdisjoint(dictionary_forms(test.nouns, lexicon))
    )


def _on_unit(
    rule: Rule,
    unit: Unit,
    bullet: ParsedBullet,
    seek: "_Seeker",
    family: str | None,
) -> Hit | None:
    lexicon = seek.lexicon
    verb_end = unit.lead
    if unit.verb is not None and rule.verbs:
        run = _verb_run(rule, unit.verb, seek.words, lexicon)
        if run is None:
            return None
        verb_end = run
    if rule.phrases and not any(seek(p) for p in rule.phrases):
        return None
    if rule.mentions and not _mentions(rule, unit, seek):
        return None
    objects = [o for o in unit.objects if o.start >= verb_end] or list(unit.objects)
    if not objects and (
        head := _head_after(verb_end, unit.extent[1], bullet.text, seek.words, lexicon)
    ):
        objects = [head]
    if rule.object and not _object_fits(rule, rule.object, unit, objects, seek, family):
        return None
    start = unit.verb.start if unit.verb else unit.extent[0]
    behind = [o for o in objects if o.start >= verb_end and o.end <= unit.extent[1]]
    end = max([verb_end, *(o.end for o in behind)])
    text = bullet.text[verb_end:end].strip() if behind else ""
    particle = bullet.text[unit.lead : verb_end].rstrip()
    others = [o for c in bullet.clauses if c.verb != unit.verb for o in c.objects]
    shared = unit.verb is not None and (
        (bool(unit.objects) and not behind) or any(o in others for o in unit.objects)
    )
    test = rule.object
    foreign = len(unit.objects) > 1 and not (
        test and all(_is_known(o, test, lexicon) for o in unit.objects)
    )
    return Hit(rule, unit, (start, end), text, particle, shared, foreign)


def _verb_run(rule: Rule, verb: Span, words: Sequence[Word], lexicon: Lexicon) -> int | None:
    """Return where the longest of the rule's verbs ends that stands at ``verb``, or None."""
    entries = _by_lemma(rule.verbs)[verb.lemma]
    if entries == _BARE:
        return verb.end
    behind = next((i for i, word in enumerate(words) if word.start >= verb.start), len(words)) + 1
    while behind < len(words) and words[behind].start < verb.end:
        behind += 1
    best: int | None = None
    for more in entries:
        run = words[behind : behind + len(more)]
        if len(run) == len(more) and all(
            same_word(w.low, x, lexicon) for w, x in zip(run, more, strict=True)
        ):
            end = run[-1].end if run else verb.end
            best = max(best or 0, end)
    return best


@lru_cache(maxsize=4096)
def _by_lemma(verbs: frozenset[str]) -> Mapping[str, list[list[str]]]:
    """Return the words behind each verb of a rule ("carry" before "out")."""
    found: dict[str, list[list[str]]] = {}
    for entry in verbs:
        first, *more = entry.split()
        found.setdefault(first, []).append(more)
    return found


def _mentions(rule: Rule, unit: Unit, seek: "_Seeker") -> bool:
    return not rule.mentions or seek.stands(rule.mentions, *unit.extent)


def _head_after(
    start: int, end: int, text: str, words: Sequence[Word], lexicon: Lexicon
) -> Span | None:
    """Return the head of the noun phrase that begins right after ``start``: its last word
    before a preposition, a conjunction or a mark."""
    stops = lexicon.words("phrase_stops")
    phrase: list[Word] = []
    for word in words:
        if word.start < start or word.end > end:
            continue
        if word.low in stops or not word.low[0].isalnum():
            if phrase:
                break
            continue
        phrase.append(word)
    if not phrase:
        return None
    head = phrase[-1]
    return Span(head.start, head.end, text[head.start : head.end], lexicon.singular(head.low))


def _object_fits(
    rule: Rule,
    test: ObjectTest,
    unit: Unit,
    objects: Sequence[Span],
    seek: "_Seeker",
    family: str | None,
) -> bool:
    named = test.domains or test.nouns
    if named and not any(_is_known(o, test, seek.lexicon) for o in objects):
        return False
    if not test.cues or family == rule.family:
        return True
    start, end = unit.extent
    reach = max([end, *(o.end for o in objects)])
    return seek.stands(test.cues, start, reach)


def _is_known(head: Span, test: ObjectTest, lexicon: Lexicon) -> bool:
    """Whether a rule's test names this object, by its domain or by itself."""
    if test.domains and lexicon.domain(head.text) in test.domains:
        return True
    lemma = head.lemma or lexicon.singular(head.text)
    return lemma in test.nouns or is_among(head.text.casefold(), test.nouns, lexicon)
