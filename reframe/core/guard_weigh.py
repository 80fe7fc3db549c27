"""Weigh a draft in free words: what speaks against it, and nothing else."""

from collections.abc import Iterator

from reframe.core.claims import Claim
from reframe.core.guard_finding import CLAIMING, Finding, FindingClass, FindingKind, finding
from reframe.core.guard_match import Matched
from reframe.core.guard_said import Said
from reframe.core.guard_weigh_ties import tie_findings
from reframe.core.guard_weigh_parts import part_findings
from reframe.core.lexicon import Lexicon


def weigh(pairs: Matched, lexicon: Lexicon) -> tuple[Finding, ...]:
    """Return what speaks against a draft."""
    return (
        *_added(pairs, lexicon),
        *_lost(pairs, lexicon),
        *part_findings(pairs, lexicon),
        *tie_findings(pairs, lexicon),
    )


def _added(pairs: Matched, lexicon: Lexicon) -> Iterator[Finding]:
    said = pairs.after
    kept = pairs.words.keys()
    for at, word in enumerate(said.words):
        if at in kept or not word.stated or word.token.figure:
            continue
        if _is_light(at, said, kept, lexicon):
            continue
        yield _told("unlicensed", at, said, lexicon)


def _lost(pairs: Matched, lexicon: Lexicon) -> Iterator[Finding]:
    said = pairs.before
    kept = pairs.back.keys()
    for at, word in enumerate(said.words):
        if at in kept or not word.stated or word.token.figure:
            continue
        if word.key in lexicon.words("universal_words"):
            continue
        if _is_light(at, said, kept, lexicon) or _is_told(at, pairs, lexicon):
            continue
        yield _told("lost", at, said, lexicon)


def _is_told(at: int, pairs: Matched, lexicon: Lexicon) -> bool:
    """Whether a lost word is said by another of the source that is kept, or by how another stands
    now: "when she was absent", "in her absence"."""
    word = pairs.before.words[at]
    if any(word.forms & pairs.before.words[i].forms for i in pairs.back if i != at):
        return True
    now = pairs.back.get(word.head)
    return (
        word.key in lexicon.words("clause_leads")
        and now is not None
        and not (pairs.after.words[now].act and pairs.after.words[now].label != "advcl")
    )


def _is_light(at: int, said: Said, kept, lexicon: Lexicon) -> bool:
    """Whether a word only carries others that are kept."""
    word = said.words[at]
    around = {word.head, *said.children[at]} - {at}
    near = any(i in kept for i in around)
    verbs = lexicon.words("empty_verbs") | lexicon.words("tool_verbs") | lexicon.words("carrying_verbs")
    if near and word.forms & verbs and word.tag[:1] == "V":
        return True
    nouns = lexicon.words("shell_nouns") | lexicon.words("loose_shells")
    return near and bool(word.forms & nouns)


def classify(at: int, said: Said, lexicon: Lexicon) -> FindingClass:
    """Return what kind of claim a word makes."""
    word = said.words[at]
    for cls, name in CLAIMING:
        if word.key in lexicon.words(name):
            return cls
    if word.act:
        claims = {lexicon.claim_of(form) for form in word.forms if lexicon.verb(form)}
        return "outcome" if Claim.OUTCOME in claims else "verb"
    first = all(not w.stated for w in said.words[:at])
    if any(c.isupper() for c in word.token.text[0 if not first else 1 :]):
        return "name"
    return "word"


def _told(kind: FindingKind, at: int, said: Said, lexicon: Lexicon) -> Finding:
    token = said.words[at].token
    cls = classify(at, said, lexicon)
    claim = None
    if kind == "unlicensed" and cls == "verb":
        claims = [lexicon.claim_of(f) for f in said.words[at].forms if lexicon.verb(f)]
        claim = max(claims, key=lambda c: c.rank, default=None)
        claim = Claim.DETAIL if claim in (Claim.WORDING, None) else claim
    return finding(kind, cls, token.text, token.start, token.end, lexicon, claim=claim)
