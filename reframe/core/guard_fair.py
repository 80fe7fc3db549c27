"""Judge a draft by anybody: two texts in free words, read as they are meant.

What the guard compares must be read alike. So both texts are put in plain words, a phrase in front
of the act is read as one ("In Excel, built ..."), and the verbs of a source in mixed forms stand in
the past as those of the rewrite do.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from reframe.core.act_names import is_personal
from reframe.core.bullet import Clause, ParsedBullet, Segment, Span
from reframe.core.claims import Claim, Participation
from reframe.core.derive import verbs_of
from reframe.core.guard_finding import Finding
from reframe.core.guard_plain import Plain, in_initials, in_plain_words, put
from reframe.core.inflect import inflect
from reframe.core.lexicon import Lexicon, Reading

_WORD = re.compile(r"[A-Za-z][A-Za-z'’-]*")
_TWO_WORDS = re.compile(r"\b(?P<one>[A-Za-z]+)[ -](?=(?P<two>[A-Za-z]+)\b)")
_HYPHENED = re.compile(r"\b(?P<name>[A-Z]{2,})-(?P<number>\d+)\b")
Read = Callable[[str], ParsedBullet]


@dataclass(frozen=True, slots=True)
class Pair:
    """A source and a rewrite in plain words, each with its reading."""

    source: Plain
    draft: Plain
    before: ParsedBullet
    after: ParsedBullet

    def told(self, found: tuple[Finding, ...]) -> tuple[Finding, ...]:
        """Return findings about the readings as findings about the texts themselves."""
        return tuple((self.source if f.kind == "lost" else self.draft).told(f) for f in found)


def read_pairs(before: str, after: str, read: Read, lexicon: Lexicon) -> Iterator[Pair]:
    """Yield a source and a rewrite as they may be read for judging, the plainest reading first;
    ``read`` reads one text. A rewrite that holds in one of the readings is faithful."""
    draft = in_plain_words(after, lexicon, "plain_phrases")
    source = in_plain_words(before, lexicon, "plain_openers", "plain_phrases")
    if _first(source.text) != _first(draft.text):
        plainest = in_plain_words(before, lexicon, "plain_openers", "plain_phrases", "plain_acts")
        if plainest.text != source.text:
            yield _pair(plainest, draft, read, lexicon)
    yield _pair(source, draft, read, lexicon)
    yield Pair(
        in_plain_words(before, lexicon), in_plain_words(after, lexicon), read(before), read(after)
    )


def _pair(source: Plain, draft: Plain, read: Read, lexicon: Lexicon) -> Pair:
    source, draft = in_one_word(source, draft.text), in_one_word(draft, source.text)
    lemmas = _lemmas(draft.text, lexicon)
    first = _behind_front(source.text, lemmas, read, lexicon)
    if all(segment.frame is None for segment in first.segments):
        draft = _as_told(draft, first, read, lexicon)
    now = _behind_front(draft.text, _lemmas(source.text, lexicon), read, lexicon)
    source = _as_acts(source, now, read, lexicon)
    was = _behind_front(source.text, lemmas, read, lexicon)
    return Pair(source, draft, was, now)


def in_one_word(plain: Plain, other: str) -> Plain:
    """Write together what the other text does: "log book" and "logbook", "HR"."""
    plain = put(in_initials(plain, other), _HYPHENED, lambda m: _as_in(m, other))
    known = {word.casefold() for word in _WORD.findall(other)}

    def meant(match: re.Match[str]) -> str:
        whole = (match["one"] + match["two"]).casefold()
        same = {whole, whole.removesuffix("s"), f"{whole}s"}  # "policy holders", "policyholder"
        return match["one"] if same & known else match.group()

    return put(plain, _TWO_WORDS, meant)


def _as_in(match: re.Match[str], other: str) -> str:
    """Write a name with a number as the other text does: "ISO-9001", "ISO 9001"."""
    apart = f"{match['name']} {match['number']}"
    return apart if apart in other else match.group()


def _first(text: str) -> str:
    found = _WORD.search(text)
    return found.group().casefold() if found else ""


def _lemmas(text: str, lexicon: Lexicon) -> frozenset[str]:
    words = (match.group().casefold() for match in _WORD.finditer(text))
    return frozenset(r.lemma for word in words for r in lexicon.readings.get(word, ()))


def _as_acts(source: Plain, draft: ParsedBullet, read: Read, lexicon: Lexicon) -> Plain:
    """Put the acts of a source into the past, as they stand in the rewrite: those behind a duty's
    opening ("Duties included X-ing") and those in mixed forms ("Monitoring gauges and take
    samples")."""
    bullet = read(source.text)
    first = bullet.segments[0] if bullet.segments else None
    duties = {frame.name for frame in lexicon.frames if frame.strip}
    framed = first is not None and first.frame in duties and first.opener is not None
    if (first is not None and first.frame is not None and not framed) or draft.frame in duties:
        return source
    if not framed and any(s.participation is not Participation.DID for s in bullet.segments):
        return source
    body = source
    if framed and first and first.opener:
        body = put(source, re.compile(rf"^{re.escape(source.text[: first.opener.end])}\s*"), "")
    acts, joined = _told(draft, lexicon), _joined(lexicon)
    head = joined.match(body.text)
    if head is None or _act(head, acts, lexicon) is None:
        return source
    return put(body, joined, lambda match: _act(match, acts, lexicon) or match.group())


def _told(bullet: ParsedBullet, lexicon: Lexicon) -> frozenset[str]:
    """Return the verbs that a text opens its acts and their openers with."""
    acts = {clause.verb.lemma for clause in bullet.clauses}
    for segment in bullet.segments:
        if segment.opener is not None:
            first = _WORD.search(segment.opener.text)
            acts |= {r.lemma for r in _readings(first.group(), lexicon)} if first else set()
    return frozenset(acts)


@lru_cache(maxsize=8)
def _joined(lexicon: Lexicon) -> re.Pattern[str]:
    """Return the pattern of an act at the head of a text, behind an opening, or joined to one."""
    joints = "|".join(rf"(?<=\b{re.escape(word)} )" for word in sorted(lexicon.words("act_joints")))
    leads = "|".join(map(re.escape, sorted(lexicon.words("act_leads"))))
    return re.compile(
        rf"(?:(?<=^)|(?<=[,;:] )|{joints})(?:(?P<lead>{leads}) )?"
        r"(?P<the>the )?(?P<act>[a-z][a-z-]+)(?P<of> of(?= ))?",
        re.IGNORECASE,
    )


def _act(match: re.Match[str], acts: frozenset[str], lexicon: Lexicon) -> str | None:
    """Return the act that a joined word of a duty names, in the past: one of the rewrite's, or one
    that nothing but a verb names; None where it names none, or one that would be a result."""
    word = match["act"].casefold()
    if word in lexicon.words("front_words"):
        return None
    readings = [r for r in _readings(word, lexicon) if r.form != "past"]
    reading = next((r for r in readings if r.lemma in acts), None)
    if reading is None:
        reading = next((r for r in readings if not r.nominal), None)
    if reading is None and match["of"] and is_personal(word, lexicon):
        named_acts = verbs_of(word, lexicon) & acts
        return inflect(min(named_acts), "past", lexicon) if named_acts else None
    if reading is None or len(readings) < len(_readings(word, lexicon)):
        return None
    claim = lexicon.claim_of(reading.lemma)
    named = bool(match["the"] or match["of"])
    if named and (reading.form != "gerund" or claim is Claim.LEADERSHIP):
        return None  # a remit may be named so
    if claim is Claim.OUTCOME:
        return None
    return inflect(reading.lemma, "past", lexicon)


def _as_told(draft: Plain, source: ParsedBullet, read: Read, lexicon: Lexicon) -> Plain:
    """Put the -ing words that go on with the acts of a rewrite ("Stood in for the cashier,
    counting the drawers") into the past, where they are acts of the source."""
    bullet = read(draft.text)
    if not bullet.clauses or bullet.clauses[0].form != "past":
        return draft
    acts = frozenset(
        clause.verb.lemma for clause in source.clauses if clause.participation is Participation.DID
    )

    def meant(match: re.Match[str]) -> str:
        gerund = any(
            r.form == "gerund" and r.lemma in acts for r in _readings(match["act"], lexicon)
        )
        act = _act(match, acts, lexicon) if gerund and not match["lead"] else None
        return act or match.group()

    return put(draft, _joined(lexicon), meant)


def _readings(word: str, lexicon: Lexicon) -> tuple[Reading, ...]:
    return lexicon.readings.get(word.casefold(), ())


def _behind_front(text: str, lemmas: frozenset[str], read: Read, lexicon: Lexicon) -> ParsedBullet:
    """Read a text; where a phrase stands in front of its act, read the act alone, so that the
    phrase belongs to all of it."""
    whole = read(text)
    words = list(_WORD.finditer(text))
    if not words or words[0].group().casefold() not in lexicon.words("front_words"):
        return whole
    opener = whole.segments[0].opener if whole.segments else None
    if opener is not None and opener.start == 0:
        return whole
    for at in _acts(text, words, lemmas, lexicon):
        body = read(text[at:])
        if body.segments and body.segments[0].extent[0] == 0 and (body.clauses or body.frame):
            return _moved(body, whole, text, at)
    return whole


def _acts(
    text: str, words: list[re.Match[str]], lemmas: frozenset[str], lexicon: Lexicon
) -> Iterator[int]:
    """Yield where the act behind a front may begin, the likeliest first."""
    found: list[tuple[bool, bool, int]] = []
    for before, word in pairwise(words):
        readings = _readings(word.group(), lexicon)
        known = any(r.lemma in lemmas for r in readings)
        apart = "," in text[before.end() : word.start()]
        form = any(r.form in ("past", "third", "base") for r in readings)
        past = any(r.form == "past" for r in readings)
        if (form and apart and (known or past)) or (past and known):
            found.append((not known, not apart, word.start()))
    return (at for _, _, at in sorted(found))


def _moved(body: ParsedBullet, whole: ParsedBullet, text: str, by: int) -> ParsedBullet:
    """Return the reading of the rest of a text as one of the whole text."""
    hedges = {_shifted(span, by) for span in body.hedges} | set(whole.hedges)
    return replace(
        body,
        text=text,
        segments=tuple(_shifted_segment(segment, by) for segment in body.segments),
        hedges=tuple(sorted(hedges, key=lambda span: span.start)),
        quantities=whole.quantities,
    )


def _shifted(span: Span, by: int) -> Span:
    return replace(span, start=span.start + by, end=span.end + by)


def _shifted_segment(segment: Segment, by: int) -> Segment:
    return replace(
        segment,
        extent=(segment.extent[0] + by, segment.extent[1] + by),
        opener=None if segment.opener is None else _shifted(segment.opener, by),
        clauses=tuple(_shifted_clause(clause, by) for clause in segment.clauses),
        nouns=tuple(_shifted(noun, by) for noun in segment.nouns),
    )


def _shifted_clause(clause: Clause, by: int) -> Clause:
    return replace(
        clause,
        verb=_shifted(clause.verb, by),
        objects=tuple(_shifted(span, by) for span in clause.objects),
        extent=(clause.extent[0] + by, clause.extent[1] + by),
    )
