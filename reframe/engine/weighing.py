"""Judge a draft by anybody: it passes where it can be proven, or where nothing speaks against it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache, partial
from itertools import product
from typing import TYPE_CHECKING

from reframe.core.bullet import ParsedBullet
from reframe.core.duty_aims import duties_as_results
from reframe.core.evidence import Evidence
from reframe.core.guard_actives import in_active
from reframe.core.guard_beside import told_beside
from reframe.core.guard_certain import certain_findings
from reframe.core.guard_equals import as_source
from reframe.core.guard_exchanged import in_order
from reframe.core.guard_fair import in_one_word, read_pairs
from reframe.core.guard_figures import free_figure_findings
from reframe.core.guard_finding import Finding
from reframe.core.guard_licence import Licence, answer_licence
from reframe.core.guard_match import Matched, match
from reframe.core.guard_plain import Plain, as_written, in_plain_words
from reframe.core.guard_said import Said
from reframe.core.guard_said_read import read_said
from reframe.core.guard_slips import as_meant
from reframe.core.guard_takings import takings_as_acts
from reframe.core.guard_tense import only_changes_form
from reframe.core.guard_weigh import weigh
from reframe.core.guard_weigh_parts import aims_done
from reframe.core.guard_weigh_ties import certain_ties
from reframe.core.lexicon import Lexicon
from reframe.core.mechanics import Repair
from reframe.core.naming import bullet_id
from reframe.core.never import never_findings
from reframe.core.told import Told
from reframe.core.wording import Tense
from reframe.engine.licensing import drafts_met, licence_of, refused, signed, told_by_client
from reframe.engine.suggesting import suggest_parsed

if TYPE_CHECKING:
    from reframe.engine.resources import Resources

Findings = tuple[Finding, ...]
Scale = Callable[[Matched, Lexicon], Iterable[Finding]]
"""What weighs a draft whose words are matched with those of its source."""
_Reading = tuple[Plain, str | Plain, tuple[str, ...], tuple[str, ...]]

# What a hyphen ties to an -ing word describes with it ("Spanish-speaking"): parsed as two words.
_TIED = re.compile(r"(?<=\w)-(?=\w+ing\b)")


def check_bullet(
    resources: Resources,
    before: str,
    after: str,
    ledger: Evidence | None = None,
    *,
    about: str | None = None,
) -> tuple[Finding, ...]:
    """Return every unlicensed claim and lost fact of a draft, by anyone, of one bullet.

    ``about`` is the id of the bullet that the ledger's answers are about; by default the id
    of ``before``.
    """
    evidence = ledger if ledger is not None else Evidence()
    bullet = resources.parse(before)
    key = about or bullet_id(before)
    licence = _licence_for(resources, bullet, key, evidence)
    found = judge(resources, before, after, licence)
    mended = resources.mend(before)
    # A repaired word is the same word: what holds of the line as it was meant holds.
    meant = as_meant(mended.text, after, resources.lexicon, resources.vocabulary) if found else ""
    if found and meant != before:
        found = min(found, judge(resources, meant, after, licence), key=len)
    if found and (worded := as_source(meant, after, resources.wide)).text != after:
        again = judge(resources, meant, worded.text, licence)
        told = tuple(f if f.kind == "lost" else worded.told(f) for f in again)
        found = min(found, told, key=len)
    own = found and len(evidence) and _is_own(resources, mended, after, key, evidence)
    return () if own else found


def _is_own(resources: Resources, mended: Repair, after: str, key: str, evidence: Evidence) -> bool:
    """Whether a draft is what the engine itself makes of a line and its answers: it has judged
    that part by part, and knew what each edit does."""
    bullet = resources.parse(mended.text)
    tenses: tuple[Tense, ...] = ("past", "present")
    for family, tense in product((None, *sorted(resources.book.families)), tenses):
        made, _ = suggest_parsed(resources, bullet, key, family, evidence, tense, mended=mended)
        texts = (made.after, *(wording.text for wording in made.alternatives))
        if any(text.split() == after.split() for text in texts):
            return True
    return False


def _licence_for(
    resources: Resources, bullet: ParsedBullet, key: str, evidence: Evidence
) -> Licence:
    """Return all that answers license for a bullet, in a post of any trade and time."""
    licence = Licence()
    if not len(evidence):
        return licence
    for family in (None, *sorted(resources.book.families)):
        hits = resources.hits(bullet, family)
        licence |= licence_of(
            resources, bullet.text, signed(drafts_met(resources, hits, key, evidence, "past"))
        )
    for tense in ("past", "present"):
        own_part = told_by_client(resources, bullet, key, evidence, tense)
        if isinstance(own_part, Told) and not own_part.wording.unsigned:
            licence |= own_part.licence
    for answer in evidence.about(key):
        licence |= answer_licence(
            answer.value,
            resources.lexicon,
            estimate=answer.basis == "estimate",
            print_ok=answer.print_ok,
        )
    return licence


def judge(resources: Resources, before: str, after: str, licence: Licence) -> Findings:
    """Return what speaks against a draft in free words, nothing where it can be proven.

    Where answers license more than the source says, every word has to be proven.
    """
    in_form = only_changes_form(resources.parse(before), after, resources.lexicon)
    if in_form and not any(duties_as_results(before, after, resources.wide)):
        return ()
    unproven = _lightest(_unproven(resources, before, after, licence))
    if licence != Licence():
        return unproven
    certain = tuple(certain_findings(before, after, resources.wide))
    if certain or not resources.has_trees:
        return tuple(dict.fromkeys((*unproven, *certain)))
    if not unproven:
        return _lightest(_weighed(resources, before, after, _certain))
    against = _lightest(_weighed(resources, before, after, _whole))
    never = tuple(never_findings(before, after, resources.never, resources.lexicon))
    return (*against, *never)


def _weighed(resources: Resources, before: str, after: str, scale: Scale) -> Iterator[Findings]:
    """Yield what speaks against a draft in every reading of the two texts, the plainest first.

    A mistake in spelling misleads the parser: what only the misspelled line speaks for is none.
    """
    said = cache(partial(_said, resources))
    mended = resources.mend(before).text, resources.mend(after).text
    for texts in dict.fromkeys(((before, after), mended)):
        for source, draft in _pairs(resources, *texts):
            was, now = said(source.text, source=True), said(draft.text, source=False)
            found = scale(match(was, now, resources.wide), resources.wide)
            yield tuple((source if f.kind == "lost" else draft).told(f) for f in found)


def _lightest(found: Iterable[Findings]) -> Findings:
    """Return the fewest findings of all readings, none as soon as there are none."""
    fewest: Findings | None = None
    for findings in found:
        if fewest is None or len(findings) < len(fewest):
            fewest = findings
        if not fewest:
            break
    return fewest or ()


def _unproven(
    resources: Resources, before: str, after: str, licence: Licence
) -> Iterator[Findings]:
    """Yield what every reading of the two texts cannot prove, the plainest first."""
    read = cache(lambda text: resources.judged(text, sure=resources.parse(text).confident))
    for pair in read_pairs(before, after, read, resources.wide):
        found = refused(resources, pair.before, pair.after, licence, lexicon=resources.wide)
        yield pair.told(found)


def _pairs(resources: Resources, before: str, after: str) -> Iterator[tuple[Plain, Plain]]:
    """Yield a source and a draft in plain words, as they may be meant."""
    lexicon, written = resources.wide, as_written(before)
    told: set[tuple[str, str]] = set()
    for was, now, more, also in _readings(written, after, lexicon):
        source = in_plain_words(was, lexicon, "plain_openers", "plain_phrases", *more)
        draft = in_plain_words(now, lexicon, "plain_phrases", *also)
        if (source.text, draft.text) not in told:
            told.add((source.text, draft.text))
            source = in_one_word(source, draft.text)
            draft = in_order(in_one_word(draft, source.text), source.text, lexicon)
            yield source, draft


def _readings(written: Plain, after: str, lexicon: Lexicon) -> Iterator[_Reading]:
    """Yield a source and a draft in each build they may be read in, with the patterns for either;
    most drafts pass in the first."""
    twins = ("plain_twins",)
    yield written, after, (), ()
    yield written, after, ("plain_acts",), ()
    yield written, after, twins, twins
    active = in_active(written, lexicon)
    if active.text != written.text:
        yield active, after, (), ()
    shaped, draft = (
        told_beside(in_plain_words(text, lexicon, "plain_shapes"), lexicon)
        for text in (written.text, after)
    )
    yield shaped, draft, twins, twins
    yield in_active(shaped, lexicon), draft, twins, twins


def _whole(pairs: Matched, lexicon: Lexicon) -> Iterator[Finding]:
    """Weigh all that a draft says: its figures, and its words with their ties."""
    yield from free_figure_findings(pairs.before.text, pairs.after.text, lexicon)
    yield from weigh(pairs, lexicon)


def _certain(pairs: Matched, lexicon: Lexicon) -> Iterator[Finding]:
    """Weigh what no proof by words sees."""
    yield from certain_ties(pairs, lexicon)
    yield from aims_done(pairs, lexicon)
    yield from takings_as_acts(pairs, lexicon)


def _said(resources: Resources, text: str, *, source: bool) -> Said:
    doc = resources.nlp(_TIED.sub(" ", text))
    return read_said(resources.parse(text), list(doc), resources.wide, source=source)
