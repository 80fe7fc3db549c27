"""Find noun phrases: where one ends, and which word is its head."""

from dataclasses import dataclass

from reframe.core.line import Line

_MARKS_INSIDE = frozenset(
    {'"', "“", "”", "'", "‘", "’", "#", "*", "®", "™", "_", "$", "£", "€", "~"}
)


@dataclass(frozen=True, slots=True)
class Chunk:
    """A noun phrase from ``start`` to before ``end`` with its ``head``, up to its first
    preposition, clause or measure. ``bare`` tells that its last word is no noun, so that
    what is joined to it may share a head ("weekly and monthly *reports*"). ``described`` tells
    that a participle clause follows ("libraries | used by 2,000 developers"). ``odd`` marks a
    verb where none is expected."""

    start: int
    end: int
    head: int
    bare: bool
    described: bool = False
    odd: bool = False


def chunk(line: Line, start: int) -> Chunk | None:
    """Return the noun phrase that starts at a position, or None when none can."""
    at = line.over_adverbs(start)
    at = max(at, line.after_approximator(at))
    if line.has(at, "nominatives"):
        return None
    if line.kind(at) == "pronoun":
        return Chunk(start, at + 1, at, bare=False)
    if (
        not line.starts_noun_phrase(at)
        and line.low(at) not in _MARKS_INSIDE
        and not (line.low(at) == "that" and line.kind(at + 1) == "noun" and not line.plural(at + 1))
    ):
        return None
    if stands_alone(line, at):
        return Chunk(start, at + 1, at, bare=False)
    noun: int | None = None
    number: int | None = None
    last: int | None = None
    described = odd = False
    first = at
    while at < line.size:
        kind, low = line.kind(at), line.low(at)
        if kind == "mark":
            spread = number == at - 1 and line.kind(at + 1) == "number" and low in "-–—"
            aside = _behind_aside(line, at)
            if aside > at and line.kind(aside) in ("noun", "adjective"):
                at = aside  # "limited (LTD) products"
                continue
            if low not in _MARKS_INSIDE and not spread:
                break
            at += 1
            continue
        if kind == "article" or (low == "that" and at == first):
            if noun is not None or number is not None:
                break
        elif kind == "number":
            if noun is not None and not _labels(line, at):
                break
            number = at
        elif kind == "adverb":
            if noun is not None or not line.starts_noun_phrase(at + 1):
                break
        elif kind == "time":
            if noun is not None and not line.starts_noun_phrase(at + 1):
                break
            joined = line.joint(at + 1)[0]
            kinds = (
                "time",
                "adjective",
                *(("noun",) if line.plural(joined + 1) and line.low(at + 1) != "," else ()),
            )
            if joined > at + 1 and noun is None and line.kind(joined) in kinds:
                last, at = at, at + 1
                break
            if at + 1 >= line.size or line.kind(at + 1) in ("preposition", "mark", "end"):
                break
            last = at
        elif kind in ("noun", "adjective"):
            whole = line.any_row(at, "set_nouns")
            if whole > at and line.kind(whole) in ("noun", "adjective"):
                noun = last = whole - 1  # "chain of custody | forms"
                at = whole
                continue
            if whole > at and line.low(at + 1) == "of":
                noun, last, at = at, at, whole  # "bills of lading"
                break
            stop = _stops(line, at, seen=noun is not None)
            if stop:
                described, odd = stop == "described", odd or stop == "odd"
                break
            last = at
            odd = odd or (line.only_verb(at) and line.lean(at) >= 0)
            named = (
                at > 0 and line.words[at].text[0].isupper() and line.words[at - 1].text[0].isupper()
            )
            if kind == "noun" or (named and at - 1 > start):
                noun = at
        elif low == "/" and noun == at - 1 and not line.words[at].spaced:
            after = line.words[at + 1] if at + 1 < line.size else None
            kinds = (line.kind(at + 1), line.kind(at + 2))
            if after is None or after.spaced or any(k not in ("noun", "adjective") for k in kinds):
                break  # "Hive/SQL queries", but not "families/clients"
        elif low in ("to", "and") and number == at - 1 and _ranges(line, at):
            at += 1  # "30 to 40 permits"
            number = at
        elif kind == "preposition" and noun == at - 1 and line.low(at + 1) == line.low(at - 1):
            at += 1  # "day to day operations"
        else:
            break
        at += 1
    head = noun if noun is not None else (last if last is not None else number)
    if head is None or at == start:
        return None
    bare = noun is None or last != noun or _describes(line, noun)
    if number is not None and noun is None and last is None:
        bare = False
    if line.joint(at)[0] > at and line.describes(head) >= at and may_be_kind(line, head):
        bare = True  # "walk-in and dry store stock"
    return Chunk(start, at, head, bare=bare, described=described, odd=odd)


def stands_alone(line: Line, at: int) -> bool:
    """Return whether a determiner is itself what is acted on ("marked *each* with paint",
    "kept *her* calm")."""
    if not line.has(at, "lone_determiners"):
        return False
    behind = line.kind(at + 1)
    if behind == "adjective" and line.lemmas(at - 1) & line.lexicon.words("half_copular"):
        return line.kind(at + 2) in ("preposition", "mark", "end", "conjunction", "relative")
    return behind in ("preposition", "mark", "end", "relative", "conjunction") or (
        behind == "adverb" and not line.starts_noun_phrase(line.over_adverbs(at + 1))
    )


def may_be_kind(line: Line, head: int) -> bool:
    """Return whether a joined noun may describe the next one: no plural, act or person does."""
    person = line.low(head).endswith(tuple(line.lexicon.words("loose_agent_endings")))
    return not (line.plural(head) or person or names_act(line, head) or names_agent(line, head))


def names_agent(line: Line, at: int) -> bool:
    """Return whether a singular noun names someone by a job ("teacher", "foreman")."""
    return line.has(at, "agents") or line.low(at).endswith(
        tuple(line.lexicon.words("agent_endings"))
    )


def names_act(line: Line, at: int) -> bool:
    """Return whether a singular noun names an act ("improvement", "care")."""
    low = line.low(at)
    if line.has(at, "act_nouns"):
        return True
    endings = tuple(line.lexicon.words("act_endings"))
    return not line.plural(at) and len(low) > 5 and low.endswith(endings)


def _behind_aside(line: Line, at: int) -> int:
    """Return the position behind a word or two in brackets that stand at ``at``, or ``at``."""
    if line.low(at) != "(":
        return at
    return next((n + 1 for n in range(at + 2, at + 4) if line.low(n) == ")"), at)


def _ranges(line: Line, at: int) -> bool:
    """Whether "to" or "and" between two numbers makes one of them, with a noun behind."""
    if line.kind(at + 1) != "number" or line.kind(at + 2) not in ("noun", "adjective"):
        return False
    return line.low(at) == "to" or line.low(at - 2) == "between"


def _labels(line: Line, at: int) -> bool:
    """Whether a number belongs to the name before it ("Windows 10", "Level 3")."""
    named = line.words[at - 1].text[:1].isupper()
    return line.words[at].text.isdigit() and named and not line.has(at + 1, "duration_units")


def _describes(line: Line, at: int) -> bool:
    """Whether a word describes rather than names ("existing", "assigned")."""
    return line.has(at, "describing") and (
        line.read(at, "participle") is not None or line.read(at, "gerund") is not None
    )


def _stops(line: Line, at: int, *, seen: bool) -> str:
    """Return why a noun phrase ends before this word: "described", "odd", or "" for no reason."""
    if not seen:
        return ""
    gerund = line.read(at, "gerund")
    past = line.read(at, "past")
    participle = line.read(at, "participle")
    next_kind = line.kind(at + 1)
    if line.has(at + 1, "calendar_articles") and line.has(at + 2, "calendar_units"):
        next_kind = "end"  # "emergency lighting every Monday"
    capital = line.words[at].text[:1].isupper() and line.words[at - 1].text[:1].isupper()
    if gerund is not None:
        person = line.has(at - 1, "people") or names_agent(line, at - 1)
        listed = line.has(at, "compound_gerunds") or (line.lean(at) < 0 and not person)
        if next_kind == "noun" and (capital or listed) and not line.plural(at - 1):
            return ""
        if line.plural(at - 1) and not (
            line.has(at, "gerund_nouns") or line.has(at - 1, "plural_modifiers")
        ):
            return "described"  # "deed records | going back to 1911"
        if line.words[at - 1].text.isupper() and len(line.low(at - 1)) > 1 and next_kind == "noun":
            return ""  # "ATM balancing logs"
        named = line.lean(at) < 0 and not person
        noun = gerund.nominal or line.has(at, "gerund_nouns") or named
        if not line.plural(at - 1) and next_kind in ("mark", "conjunction", "end"):
            return ""  # "security patching, application deployment"
        names = noun and (next_kind == "end" or not line.starts_strongly(at + 1))
        if names and (
            line.has(at, "gerund_nouns") or next_kind not in ("noun", "adjective", "time")
        ):
            return ""
        if noun and next_kind == "noun" and not line.plural(at - 1):
            return ""
        return "described" if not (noun and next_kind == "end") else ""
    same = (participle or past) is not None and line.read(at, "base") is not None
    if same and line.kind(at + 1) in ("conjunction", "end") and line.kind(at - 1) == "noun":
        return ""  # "the school run and homework"
    if participle is not None or past is not None:
        if participle is None and past is not None and not past.nominal:
            return "odd"  # "open rates *went* from 14% to 22%"
        if line.words[at].text[:1].isupper() and line.words[at - 1].text[:1].islower():
            return "odd"
        if (
            next_kind in ("preposition", "adverb", "relative", "end", "mark", "time")
            or line.low(at + 1) == "to"
        ):
            nominal = not line.plural(at - 1) and (participle or past).nominal  # type: ignore[union-attr]
            bare = past is not None and line.read(at, "base") is not None
            return "" if nominal and bare else "described"  # "a three-man crew on patios"
        if line.starts_strongly(at + 1):
            return "odd" if past is not None else "described"
        if line.kind(at + 1) == "conjunction":
            return "described"
        if line.plural(at - 1) and past is not None and not past.nominal:
            return "odd"  # "all patrons followed safety rules"
        return ""
    return ""
