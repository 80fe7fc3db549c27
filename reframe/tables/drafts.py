"""Which claims a draft's own words make: its verbs, its "first", its figures."""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from reframe.core.claims import Claim
from reframe.core.evidence import FIGURES
from reframe.core.lexicon import Lexicon
from reframe.core.rule import Ask

Finding = tuple[str, str]
"""What is wrong, and what to do."""

_SLOT = re.compile(r"\{\{ *([a-z][a-z0-9_]*) *\}\}")
_TOKEN = re.compile(r"\{\{.*?\}\}|[^\W_]+(?:[-'’][^\W_]+)*|[^\w\s]")
_STRONG = (Claim.LEADERSHIP, Claim.OUTCOME)
# What a declared level stands in for: who led had a role, a change is also a figure.
_COVERS: Mapping[Claim, frozenset[Claim]] = {
    Claim.DETAIL: frozenset({Claim.SCOPE, Claim.ROLE, Claim.LEADERSHIP, Claim.OUTCOME}),
    Claim.SCOPE: frozenset({Claim.OUTCOME}),
    Claim.ROLE: frozenset({Claim.LEADERSHIP}),
}


@dataclass(frozen=True, slots=True)
class Draft:
    """A wording to judge. ``source_verbs`` are the verbs that the source may have itself,
    which claim nothing when they come again; ``captures`` are slots that need no question."""

    text: str
    claims: Collection[Claim]
    needed: Collection[str]
    asks: Mapping[str, Ask]
    source_verbs: Collection[str] = ()
    captures: Collection[str] = ()


def slots_of(text: str) -> tuple[str, ...]:
    """Return the names of a draft's slots.

    >>> slots_of("Wrote {{ n }} {{kinds}}")
    ('n', 'kinds')
    """
    return tuple(_SLOT.findall(text))


def judge(draft: Draft, lexicon: Lexicon) -> Iterator[Finding]:
    """Yield what is wrong with a draft: its form, its slots, and claims it does not declare."""
    yield from _form(draft, lexicon)
    yield from _slots(draft)
    declared = set(draft.claims)
    if declared > {Claim.WORDING}:
        yield "'wording' stands beside a higher claim", "leave 'wording' out"
    if Claim.NEVER in declared:
        yield "a draft claims what nothing licenses", "reword it to the nearest true wording"
    for claim, reason in _claims(draft, lexicon):
        if claim not in declared and not declared & _COVERS.get(claim, frozenset()):
            do = f"add '{claim}' to its claims and ask for what licenses it, or reword"
            yield f"{reason} claims '{claim}', which is not declared", do


def _form(draft: Draft, lexicon: Lexicon) -> Iterator[Finding]:
    bare = _SLOT.sub("", draft.text)
    words = [token.casefold() for token in _TOKEN.findall(bare)]
    if "{" in bare or "}" in bare:
        yield "a slot is not written as {{ name }}", "only names stand in slots, nothing else"
    if draft.text.endswith("."):
        yield "the draft ends with a full stop", "leave it out"
    for word in sorted(lexicon.words("draft_first_person") & set(words)):
        yield f"the draft says '{word}'", "a résumé line has no first person: reword"
    opening = _TOKEN.findall(draft.text)[0]
    if opening.startswith("{{"):
        if slots_of(opening) != ("verb",):
            yield "the draft begins with an answer", "begin with a verb in the past tense"
    elif not opening[0].isupper():
        yield "the draft begins with a small letter", "begin with a capital"
    elif not _past(opening, lexicon):
        what = f"the draft begins with '{opening}', which is no verb in the past tense"
        yield what, "begin with one; a verb that is not known goes into the verb tables"


def _slots(draft: Draft) -> Iterator[Finding]:
    for name in dict.fromkeys(slots_of(draft.text)):
        ask = draft.asks.get(name)
        if name in draft.captures:
            continue
        if ask is None:
            do = "ask for it, or use one of: " + ", ".join([*draft.asks, *draft.captures])
            yield f"the slot '{name}' is never asked for", do
        elif ask.kind == "yes_no":
            yield f"the slot '{name}' would print a yes or no", "say it in words, and need it"
        elif name not in draft.needed and ask.kind not in FIGURES:
            yield f"the slot '{name}' is not needed", f"add '{name}: any' to needs"


def _claims(draft: Draft, lexicon: Lexicon) -> Iterator[tuple[Claim, str]]:
    """Yield each claim that the draft makes above its source, with the words that make it."""
    tokens = [token.casefold() for token in _TOKEN.findall(draft.text)]
    for name in dict.fromkeys(slots_of(draft.text)):
        if ask := draft.asks.get(name):
            figure = ask.kind in FIGURES
            yield (Claim.SCOPE if figure else Claim.DETAIL), f"the slot '{name}'"
    text = f" {' '.join(tokens)} "
    for plain in lexicon.phrases("draft_plain"):
        text = text.replace(f" {plain} ", " ; ")
    for phrase, level in lexicon.maps["draft_claims"].items():
        if f" {phrase} " in text:
            yield Claim(level), f"'{phrase}'"
    asked = " ".join(choice for ask in draft.asks.values() for choice in ask.of).casefold()
    for token in tokens:
        if token[0].isdigit() and token not in asked:
            yield Claim.SCOPE, f"the number '{token}'"
    joints = lexicon.words("draft_joints")
    for at, token in enumerate(tokens):
        if at == 0 or tokens[at - 1] in joints:
            yield from _verb_claim(token, draft, lexicon)


def _verb_claim(token: str, draft: Draft, lexicon: Lexicon) -> Iterator[tuple[Claim, str]]:
    lemmas = _past(token, lexicon)
    if not lemmas:
        return
    # A form of two verbs ("found", "left") is read as the one that claims less.
    claim, lemma = min(
        ((lexicon.claim_of(x), x) for x in lemmas), key=lambda pair: (pair[0].rank, pair[1])
    )
    if claim is Claim.WORDING or _has(lemma, claim, draft, lexicon):
        return
    known = "" if lexicon.verb(lemma) else " (a verb that the tables do not judge)"
    yield claim, f"'{token}'{known}"


def _has(lemma: str, claim: Claim, draft: Draft, lexicon: Lexicon) -> bool:
    """Whether the source says this verb. A strong one must not come from a weaker verb that
    the rule matches as well: "handled" is not "managed"."""
    verbs = {verb.split()[0] for verb in draft.source_verbs}
    twins = {v for v in lexicon.same.get(lemma, ()) if lexicon.claim_of(v).rank >= claim.rank}
    if not verbs & ({lemma} | twins):
        return False
    return claim not in _STRONG or all(lexicon.claim_of(v).rank >= claim.rank for v in verbs)


def _past(word: str, lexicon: Lexicon) -> frozenset[str]:
    """Return the verbs that ``word`` is a past tense of; "Co-trained" is one of "train"."""
    low = word.casefold()
    found = {r.lemma for r in lexicon.readings.get(low, ()) if r.form == "past"}
    if not found and "-" in low:
        last = low.rpartition("-")[2]
        found = {r.lemma for r in lexicon.readings.get(last, ()) if r.form == "past"}
    return frozenset(found)
