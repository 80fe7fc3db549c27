"""Weigh a draft in free words: what speaks against it, and nothing else."""

from collections.abc import Iterator, Mapping

from reframe.core.claims import Claim
from reframe.core.guard_finding import Finding, FindingKind, finding
from reframe.core.guard_kinds import classify
from reframe.core.guard_match import Matched
from reframe.core.guard_namesakes import weighed_namesakes
from reframe.core.guard_said import Said
from reframe.core.guard_takings import takings_as_acts
from reframe.core.guard_weigh_lost import is_told, leads_as_place
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
        *takings_as_acts(pairs, lexicon),
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
        less = classify(at, pairs.after, lexicon) == "hedge"  # "when asked" claims less
        less |= _lists(at, pairs, lexicon)
        if not less and not leads_as_place(at, pairs, lexicon):
            yield _told("unlicensed", at, pairs.after, lexicon)


def _lists(at: int, pairs: Matched, lexicon: Lexicon) -> bool:
    """Whether a word tells that there were others of a kind where the source names examples too:
    "functions *such as* weddings", "weddings and *similar* functions"."""
    listing = lexicon.words("listing_words")
    leads = listing | lexicon.words("made_up_of") | lexicon.words("listing_leads")
    examples = any(word.key in leads for word in pairs.before.words)
    return examples and pairs.after.words[at].key in listing


def _lost(pairs: Matched, lexicon: Lexicon) -> Iterator[Finding]:
    universal = lexicon.words("universal_words") | lexicon.words("loose_universals")
    for at in _unmatched(pairs.before, pairs.back, pairs.after, lexicon):
        if classify(at, pairs.before, lexicon) == "outcome":
            continue  # what it brought about is a word of its own
        if pairs.before.words[at].key not in universal and not is_told(at, pairs, lexicon):
            yield _told("lost", at, pairs.before, lexicon)


def _unmatched(said: Said, kept: Mapping[int, int], other: Said, lexicon: Lexicon) -> Iterator[int]:
    """Yield the words of one text that state something of their own and stand for none of the
    other's; figures are judged by their worth."""
    for at, word in enumerate(said.words):
        if at in kept or not word.stated or word.token.figure:
            continue
        if word.key in lexicon.words("standing_in"):
            continue
        if not _is_light(at, said, kept, other, lexicon):
            yield at


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
    # "Set up and cleaned": what is done is no noun that says nothing, nor is "filing" a "file".
    names_act = word.act or (word.token.key not in nouns and lexicon.is_gerund(word.token.key))
    return near and not names_act and bool(word.forms & nouns)


def _holds_act(at: int, said: Said, kept: Mapping[int, int], other: Said, lexicon: Lexicon) -> bool:
    """Whether what a verb is done to is an act in the other text, behind nouns that say nothing
    ("the task of checking")."""
    shells = lexicon.words("shell_nouns") | lexicon.words("padding")
    idle = lexicon.words("idle_objects")
    labels = {"obj", "nsubj:pass", "obl"} if said.words[at].act else {"acl", "nmod", "obl", "advcl"}
    row = [at]
    while said.words[row[-1]].label == "conj" and said.words[row[-1]].act:
        row.append(said.words[row[-1]].head)  # "serviced and provided *support* for networks"
    held = (i for j in row for i in said.below(j, frozenset(labels)) if j == at or i > at)
    for i in held:
        if i in kept and (other.words[kept[i]].act or said.words[i].forms & idle):
            return True
        if said.words[i].forms & shells and _holds_act(i, said, kept, other, lexicon):
            return True
    return False


def _told(kind: FindingKind, at: int, said: Said, lexicon: Lexicon) -> Finding:
    token = said.words[at].token
    cls = classify(at, said, lexicon)
    claim = None
    if kind == "unlicensed" and cls == "verb":
        claims = [lexicon.claim_of(f) for f in said.words[at].forms if lexicon.verb(f)]
        claim = max(claims, key=lambda c: c.rank, default=None)
        claim = Claim.DETAIL if claim in (Claim.WORDING, None) else claim
    return finding(kind, cls, token.text, token.start, token.end, lexicon, claim=claim)
