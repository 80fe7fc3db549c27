"""Weigh a draft in free words: what speaks against it, and nothing else."""

from collections.abc import Iterator, Mapping

from reframe.core.claims import Claim
from reframe.core.guard_alike import alike, known
from reframe.core.guard_finding import CLAIMING, Finding, FindingClass, FindingKind, finding
from reframe.core.guard_match import Matched
from reframe.core.guard_namesakes import weighed_namesakes
from reframe.core.guard_said import Said
from reframe.core.guard_weigh_acts import passive
from reframe.core.guard_weigh_parts import part_findings
from reframe.core.guard_weigh_ties import tie_findings
from reframe.core.lexicon import Lexicon


def weigh(pairs: Matched, lexicon: Lexicon) -> tuple[Finding, ...]:
    """Return what speaks against a draft."""
    return (
        *_added(pairs, lexicon),
        *_lost(pairs, lexicon),
        *_joined(pairs, lexicon),
        *part_findings(pairs, lexicon),
        *tie_findings(pairs, lexicon),
        *weighed_namesakes(pairs, lexicon),
    )


def _joined(pairs: Matched, lexicon: Lexicon) -> Iterator[Finding]:
    """Yield a finding for every "or" of the source that is "and" now."""
    joins = lexicon.words("join_words")
    was = [w for w in pairs.before.words if w.key in joins - {"and"}]
    now = [w for w in pairs.after.words if w.key in joins - {"and"}]
    if len(was) > len(now) and any(w.key == "and" for w in pairs.after.words):
        token = was[-1].token
        yield finding("lost", "relation", token.text, token.start, token.end, lexicon)


def _added(pairs: Matched, lexicon: Lexicon) -> Iterator[Finding]:
    for at in _unmatched(pairs.after, pairs.words, pairs.before, lexicon):
        yield _told("unlicensed", at, pairs.after, lexicon)


def _lost(pairs: Matched, lexicon: Lexicon) -> Iterator[Finding]:
    universal = lexicon.words("universal_words") | lexicon.words("loose_universals")
    for at in _unmatched(pairs.before, pairs.back, pairs.after, lexicon):
        if pairs.before.words[at].key not in universal and not _is_told(at, pairs, lexicon):
            yield _told("lost", at, pairs.before, lexicon)


def _unmatched(said: Said, kept: Mapping[int, int], other: Said, lexicon: Lexicon) -> Iterator[int]:
    """Yield the words of one text that state something of their own and stand for none of the
    other's; figures are judged by their worth."""
    for at, word in enumerate(said.words):
        if at in kept or not word.stated or word.token.figure:
            continue
        if not _is_light(at, said, kept, other, lexicon):
            yield at


def _is_told(at: int, pairs: Matched, lexicon: Lexicon) -> bool:
    """Whether a lost word is said by another of the source that is kept, or by how another stands
    now: "when she was absent", "in her absence"."""
    word = pairs.before.words[at]
    if any(word.forms & pairs.before.words[i].forms for i in pairs.back if i != at):
        return True
    if _is_in_act(at, pairs, lexicon) or _is_shared_still(at, pairs, lexicon):
        return True
    if word.label in ("acl", "acl:relcl") and word.forms & lexicon.words("tying_verbs"):
        bare = not pairs.before.below(at, frozenset({"obj"}))  # "a club, which *ran* in spring"
        told = word.tag in ("VBG", "VBN") or (bare and word.tag in ("VBD", "VBZ"))
        return told or (word.head in pairs.back and passive(at, pairs.before))
    if word.act and _is_doubled(at, pairs, lexicon):
        return True
    return word.key in lexicon.words("clause_leads") and _leads_still(word.head, pairs, lexicon)


def _is_shared_still(at: int, pairs: Matched, lexicon: Lexicon) -> bool:
    """Whether "we" goes where those who shared the act are named still: "on a crew of five"."""
    words = pairs.before.words
    return words[at].key in lexicon.words("shared_subjects") and any(
        words[i].forms & lexicon.words("credit_words") for i in pairs.back if i != at
    )


def _leads_still(head: int, pairs: Matched, lexicon: Lexicon) -> bool:
    """Whether what a clause told still stands apart: as a clause, or behind a preposition ("when
    the clerk had lunch", "during the clerk's lunch")."""
    now = pairs.back.get(head)
    if now is not None:
        return not (pairs.after.words[now].act and pairs.after.words[now].label != "advcl")
    held = [pairs.back[i] for i in pairs.before.children[head] if i in pairs.back]
    return any(pairs.after.keys_below(at, "case") & lexicon.words("time_places") for at in held)


def _is_in_act(at: int, pairs: Matched, lexicon: Lexicon) -> bool:
    """Whether a lost word made one act with a verb that is kept: "took *care* of"."""
    words = pairs.before.words
    return any(
        i in pairs.back
        and not words[i].forms & pairs.after.words[pairs.back[i]].forms
        and any(words[at].key in act.split()[1:] for act in known(words[i], lexicon))
        for i in range(max(at - 3, 0), at)
    )


def _is_doubled(at: int, pairs: Matched, lexicon: Lexicon) -> bool:
    """Whether a lost act only doubled the one beside it: "interacted with and spoke to"."""
    words = pairs.before.words
    beside = [i for i, w in enumerate(words) if w.label == "conj" and w.head == at]
    if words[at].label == "conj":
        beside.append(words[at].head)
    return any(i in pairs.back and alike(words[i], words[at], lexicon) for i in beside)


def _is_light(at: int, said: Said, kept: Mapping[int, int], other: Said, lexicon: Lexicon) -> bool:
    """Whether a word only carries others that are kept: an empty verb with the noun of an act,
    which the other text has as a verb, or a noun that says nothing by itself."""
    word = said.words[at]
    around = {word.head, *said.children[at]} - {at}
    near = any(i in kept for i in around)
    if (
        (word.tag[:1] == "V" or word.forms & lexicon.words("idle_verbs"))
        and near
        and word.label not in ("amod", "compound")
    ):
        if word.forms & lexicon.words("carrying_verbs"):
            return True
        support = lexicon.words("empty_verbs") | lexicon.words("support_verbs")
        if word.forms & support and _holds_act(at, said, kept, other, lexicon):
            return True
        if word.forms & lexicon.words("empty_verbs"):
            return False
        bare = lexicon.words("carrying_verbs") | lexicon.words("idle_verbs")
        if word.forms & (bare | lexicon.words("tool_verbs")):
            return True
    nouns = lexicon.words("shell_nouns") | lexicon.words("loose_shells")
    return near and bool(word.forms & nouns)


def _holds_act(at: int, said: Said, kept: Mapping[int, int], other: Said, lexicon: Lexicon) -> bool:
    """Whether what a verb is done to is an act in the other text, behind nouns that say nothing
    ("the task of checking")."""
    shells = lexicon.words("shell_nouns") | lexicon.words("padding")
    labels = {"obj", "nsubj:pass", "obl"} if said.words[at].act else {"acl", "nmod", "obl", "advcl"}
    for i in said.below(at, frozenset(labels)):
        if i in kept and other.words[kept[i]].act:
            return True
        if said.words[i].forms & shells and _holds_act(i, said, kept, other, lexicon):
            return True
    return False


def classify(at: int, said: Said, lexicon: Lexicon) -> FindingClass:
    """Return what kind of claim a word makes."""
    word = said.words[at]
    if word.forms & (lexicon.maps["part_words"].keys() | lexicon.words("part_signs")):
        return "participation"
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
