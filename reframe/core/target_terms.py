"""What a text asks for or tells, piece by piece: its acts, its things, its tools and names."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from reframe.core.lexicon import Lexicon
from reframe.core.line import Line
from reframe.core.phrases import words_of
from reframe.core.target import TargetTable
from reframe.core.verbs import base_is_verb, gerund_is_verb, is_particle_verb
from reframe.core.words import Word

TermKind = Literal["act", "thing", "name", "judge"]


@dataclass(frozen=True, slots=True)
class Term:
    """A piece of a requirement. ``words`` are its lemmas or nouns in lower case, the head last;
    ``group`` is shared by pieces of which one is enough ("Excel or Sheets")."""

    kind: TermKind
    text: str
    start: int
    end: int
    words: tuple[str, ...]
    group: int = 0

    @property
    def head(self) -> str:
        """The word that the others describe."""
        return self.words[-1]


def terms_of(text: str, lexicon: Lexicon, table: TargetTable) -> tuple[Term, ...]:
    """Return what a requirement asks for, left to right.

    Words that ask for nothing by themselves ("strong", "experience with") are left out.
    """
    line = Line(text, words_of(text), lexicon)
    found = [*_terms(line, table)]
    return tuple(_grouped(_headed(found, text, lexicon.words("adding_joints")), text))


def _terms(line: Line, table: TargetTable) -> Iterator[Term]:
    run: list[int] = []
    at = 0
    while at < line.size:
        kind = _kind(line, at, table, inside=bool(run))
        if kind == "thing":
            run.append(at)
            at += 1
            continue
        yield from _thing(line, run)
        run = []
        end = at + 1
        if kind in ("name", "judge"):
            while end < line.size and _kind(line, end, table, inside=False) == kind:
                end += 1
            yield _term(kind, line, range(at, end), [line.low(n) for n in range(at, end)])
        elif kind == "act":
            lemma = _lemma(line, at)
            if is_particle_verb(line, at, lemma):
                end += 1
            yield _term("act", line, range(at, end), [lemma])
        at = end
    yield from _thing(line, run)


def _kind(line: Line, at: int, table: TargetTable, *, inside: bool) -> TermKind | None:
    word = line.words[at]
    if line.kind(at) == "number" or word.low in table.soft or _bare(word) in table.judged:
        return "judge"
    if line.lexicon.domain(word.low) == "quantities_time":
        # "3 years" are for a person; "each month" asks for nothing.
        return "judge" if line.kind(at - 1) == "number" else None
    if is_name(line.words, at, line.lexicon, table):
        return "name"
    if word.low in table.filler or word.mark:
        return None
    aids = word.low in table.aiding and line.kind(at + 1) == "preposition"
    if not inside and (aids or _is_act(line, at)):
        return "act"
    return "thing" if line.kind(at) in ("noun", "adjective") else None


def _bare(word: Word) -> str:
    return word.low.rstrip(".")


def is_name(words: Sequence[Word], at: int, lexicon: Lexicon, table: TargetTable) -> bool:
    """Return whether a word names a tool, a law or a body.

    At the head of a sentence a capital tells nothing, so only a known tool, or a word written as
    names are ("SQL", "QuickBooks"), is one there.
    """
    word = words[at]
    text = word.text
    if word.mark or word.number or not text[:1].isalpha():
        return False
    shouted = all(w.text.isupper() for w in words if w.text.isalpha())
    if not shouted and any(c.isupper() for c in text[1:]) and text.lower() not in table.filler:
        return True
    head = at == 0 or words[at - 1].text in {".", ":", "!", "?", ";", "•", "/", "("}
    if word.low in table.tools and (text[:1].isupper() or word.low not in lexicon.readings):
        return not head or not lexicon.readings.get(word.low) or at + 1 == len(words) or (
            words[at + 1].mark or words[at + 1].low in lexicon.words("conjunctions")
        )  # fmt: skip
    if shouted or not text[:1].isupper():
        return False
    verbs = {reading.lemma for reading in lexicon.readings.get(word.low, ())}
    if head and (word.low in table.filler or any(lexicon.verb(lemma) for lemma in verbs)):
        return False  # "Review SLAs"
    behind = words[at + 1] if at + 1 < len(words) else None
    if behind and behind.text[:1].isupper() and is_name(words, at + 1, lexicon, table):
        return True  # "Microsoft Excel", "Google Ads"
    return not head and word.low not in lexicon.domains


def _is_act(line: Line, at: int) -> bool:
    known = line.lexicon.readings.get(line.low(at))
    if line.kind(at) not in ("noun", "adjective", "auxiliary") or not known:
        return False
    if line.read(at, "gerund"):
        return gerund_is_verb(line, at) and line.kind(at + 1) not in ("end", "mark")
    if at and line.low(at - 1) != "to" and line.kind(at - 1) in ("preposition", "article"):
        return False  # "follow up on open items"
    if base_is_verb(line, at, strict=True):
        return True
    # "Draft and maintain policies": the first of two acts has no object of its own yet.
    behind, _ = line.joint(at + 1)
    reading = line.read(at, "base")
    return bool(reading) and behind > at + 1 and line.read(behind, "base") is not None and (
        base_is_verb(line, behind, strict=True)
    )  # fmt: skip


def _lemma(line: Line, at: int) -> str:
    reads = [r for r in line.reads(at) if r.form in ("gerund", "base")]
    return reads[0].lemma if reads else line.low(at)


def _thing(line: Line, run: Sequence[int]) -> Iterator[Term]:
    """Yield the noun phrase of a run of words, unless it is nothing but adjectives. One behind
    the noun describes it too ("accounts *payable*")."""
    nouns = [n for n in run if line.kind(n) == "noun"]
    if nouns:
        others = [n for n in run if n != nouns[-1]]
        words = [line.lexicon.singular(line.low(n)) for n in (*others, nouns[-1])]
        yield _term("thing", line, run, words)


def _term(kind: TermKind, line: Line, at: Sequence[int], words: Sequence[str]) -> Term:
    start, end = line.words[at[0]].start, line.words[at[-1]].end
    return Term(kind, line.text[start:end], start, end, tuple(words))


def _headed(terms: list[Term], text: str, joints: frozenset[str]) -> list[Term]:
    """Give the first of two kinds its head: "vendor and incident registers" are both registers."""
    found: list[Term] = []
    for at, term in enumerate(terms):
        following = terms[at + 1] if at + 1 < len(terms) else None
        if following is None:
            found.append(term)
            break
        shares = (
            term.kind == following.kind == "thing"
            and len(term.words) == 1
            and len(following.words) > 1
            and term.text.casefold() == term.head
            and text[term.end : following.start].strip() in joints
        )
        found.append(replace(term, words=(*term.words, following.head)) if shares else term)
    return found


def _grouped(terms: list[Term], text: str) -> list[Term]:
    """Number the pieces; those joined by "or", also in a row ("a, b or c"), share a number."""
    joined = [False] * len(terms)
    later = False
    for at in range(len(terms) - 2, -1, -1):
        between = text[terms[at].end : terms[at + 1].start].casefold().split()
        comma = between in ([","], [])
        joined[at] = "or" in between or "/" in "".join(between) or (comma and later)
        later = joined[at]
    group = 0
    found: list[Term] = []
    for at, term in enumerate(terms):
        if at and not joined[at - 1]:
            group += 1
        found.append(replace(term, group=group))
    return found
