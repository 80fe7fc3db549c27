"""What a verb acts on: the noun phrases behind it that are joined to one another."""

from collections.abc import Callable

from reframe.core.chunks import Chunk, chunk, may_be_kind, names_act
from reframe.core.line import Line
from reframe.core.verbs import gerund_is_verb, names_task

Stop = Callable[[int], bool]
NO_CONJUNCTION = "a verb stands where none is expected"
SUBJECT = "what follows the verb has a verb of its own"
EITHER = "a joined noun under one article may be an object or a kind"
OBJECT_OR_KIND = "a joined noun may be an object or a kind"


def objects(line: Line, start: int, stop: Stop, *, gerunds: bool) -> tuple[list[int], int]:
    """Return the heads of the noun phrases joined at ``start``, and where they end.

    Args:
        line: The line.
        start: Where the first phrase would begin.
        stop: Whether something other than a noun phrase (a verb, an opener) begins at a place.
        gerunds: Whether an -ing word behind a lone comma may be one of them; not where it would
            be a result ("Resolved complaints, *earning* a bonus").
    """
    if line.low(start) == "that" and line.lemmas(start - 1) & line.lexicon.words("clause_verbs"):
        return [], start  # "Verified that prepared food met standards"
    if line.has(start, "clause_adjectives") and "make" in line.lemmas(start - 1):
        return [], start  # "Made sure deliveries arrived on time"
    first = chunk(line, start)
    if first is None:
        return [], line.over_adverbs(start)
    if is_measure(line, first):
        return [], first.end
    chunks = [first]
    while not chunks[-1].described:
        last = chunks[-1]
        at, comma = line.joint(_after_count(line, last.end))
        if at <= last.end:
            break
        again = line.kind(at) == "preposition" and line.low(at) == line.low(start - 1)
        if again and not stop(at) and not line.read(at + 1, "gerund"):
            at += 1  # "responsible *for* the till and *for* payroll"
        described = line.kind(last.head) in ("adjective", "time") or line.describes(last.head) >= at
        shares_head = last.bare and (not comma or described)
        by_words = shares_head and (line.describes(last.head) < at or _needs_noun(line, last))
        if (not by_words and stop(at)) or line.kind(line.over_adverbs(at)) == "adverb":
            break
        gerund = line.read(at, "gerund")
        result = comma and not gerunds  # "Resolved complaints, earning a bonus"
        doing = result or (gerunds and not (gerund and gerund.nominal) and not names_task(line, at))
        if gerund and gerund_is_verb(line, at) and doing:
            break
        following = chunk(line, at)
        if (
            following
            and line.low(following.end) == "of"
            and line.kind(following.end + 1) == "relative"
        ):
            break  # "two interns, one of whom"
        if following is None or is_measure(line, following):
            break
        if _participle(line, following) and not _needs_noun(line, last):
            break
        if shares_head and line.describes(last.head) >= at:
            if _is_name(line, last) and _is_name(line, following):
                line.doubt(OBJECT_OR_KIND)
                shares_head = False  # "Excel, Access and Crystal Reports"
            elif _needs_noun(line, last):
                pass
            elif line.kind(last.start) == "article" and not line.plural(following.head):
                line.doubt(EITHER)
            elif not line.plural(following.head) and not line.has(following.head, "mass_nouns"):
                line.doubt(EITHER)  # "layout and roof sheathing"
            elif sum(line.kind(n) == "noun" for n in range(last.start, last.head + 1)) > 1:
                line.doubt(EITHER)  # "search strategy and email nurtures"
        if shares_head:
            chunks[-1] = Chunk(
                last.start,
                following.end,
                last.head if line.kind(following.head) == "adjective" else following.head,
                bare=following.bare,
                described=following.described,
                odd=following.odd,
            )
        else:
            chunks.append(following)
    while further := _governed_alike(line, chunks[-1], stop):
        chunks.append(further)
    if line.kind(chunks[-1].end) == "auxiliary" and line.low(chunks[-1].end) != "being":
        if not line.lemmas(start - 1) & line.lexicon.words("clause_verbs"):
            line.doubt(SUBJECT)  # "Finished product was shipped"
        return [], chunks[-1].end  # "Ensured all orders were shipped": a clause, not an object
    if any(found.odd for found in chunks):
        line.doubt(NO_CONJUNCTION)
    return _heads(line, chunks), chunks[-1].end


def _after_count(line: Line, at: int) -> int:
    """Return the position behind a bare number that counts the thing in front, where a phrase
    with a number or article of its own is joined to it ("a crew *of five*, two trucks and"); else
    ``at``."""
    if line.low(at) != "of" or line.kind(at + 1) != "number":
        return at
    behind, _ = line.joint(at + 2)
    return at + 2 if behind > at + 2 and line.starts_strongly(behind) else at


def _governed_alike(line: Line, last: Chunk, stop: Stop) -> Chunk | None:
    """Return the noun phrase joined to one with an "of" behind it, where it goes on in the same
    way ("the preparation *of* reports and the scheduling *of* meetings")."""
    at = last.end
    if line.low(at) != "of":
        return None
    while line.kind(at) in ("noun", "adjective", "article", "number", "time") or at == last.end:
        at += 1
    behind, _ = line.joint(at)
    following = chunk(line, behind) if behind > at and not stop(behind) else None
    if following is None or line.low(following.end) != "of":
        return None
    starts = line.kind(last.start) == "article", line.kind(following.start) == "article"
    named = names_act(line, last.head) and names_act(line, following.head)
    return following if all(starts) or (named and not any(starts)) else None


def _needs_noun(line: Line, found: Chunk) -> bool:
    """Whether an article has no noun yet ("a *safe*, organized and clean site"), or an adjective
    that nothing but a noun can follow, joined to a participle ("*clean* and organized site")."""
    if line.kind(found.head) != "adjective":
        return False
    behind = line.joint(found.end)[0]
    joined = line.describes(found.head) > behind and bool(line.read(behind, "participle"))
    return line.kind(found.start) == "article" or joined


def _is_name(line: Line, found: Chunk) -> bool:
    """Whether a phrase is written as a name from end to end, not as an acronym."""
    words = [line.words[n].text for n in range(found.start, found.end)]
    return all(word[:1].isupper() for word in words) and not all(w.isupper() for w in words)


def _participle(line: Line, found: Chunk) -> bool:
    """Whether a phrase is a lone participle, which describes ("poems, *published* by")."""
    reading = line.read(found.start, "participle")
    return found.end - found.start == 1 and reading is not None and not reading.nominal


def is_measure(line: Line, found: Chunk) -> bool:
    """Return whether a phrase measures time or a way ("20 hours", "five days a week")."""
    if line.low(found.end) == "of":
        return False  # "12 hours of footage"
    verb = line.lemmas(found.start - 1)
    if "work" in verb and line.has(found.head, "duration_units") and found.head < found.start + 3:
        return True  # "Worked long hours"
    if line.low(line.over_adverbs(found.start)) in ("each", "every") and line.has(
        found.head, "calendar_units"
    ):
        return True  # "locked up each night"
    if "work" in line.lemmas(found.start - 1) and line.has(found.head, "working_times"):
        return True  # "Worked overtime"
    if line.lemmas(found.start - 1) & line.lexicon.words("hour_verbs"):
        return False  # "Billed 46 hours"
    counted = [
        n
        for n in range(found.start, found.end)
        if line.kind(n) == "number" or line.has(n, "period_words")
    ]
    named = counted and any(line.kind(n) == "noun" for n in range(counted[-1] + 1, found.head))
    moved = line.lemmas(found.start - 1) & line.lexicon.words("motion_verbs")
    way = line.has(found.head, "distance_units") and bool(moved)
    return (way or line.has(found.head, "duration_units")) and bool(counted) and not named


def _heads(line: Line, chunks: list[Chunk]) -> list[int]:
    """Return the heads; kinds that share the last one's head are none of their own
    ("the *inventory and sales* records")."""
    last = chunks[-1]
    lone_comma = len(chunks) == 2 and line.joint(chunks[0].end)[1]
    if len(chunks) > 1 and last.end - last.start >= 2 and not lone_comma:
        plain = all(line.kind(n) in ("noun", "adjective") for n in range(last.start, last.end))
        single = [_single(line, found) for found in chunks[:-1]]
        letters = all(_letters(line, found) for found in chunks[:-1])
        if letters and plain and not _letters(line, last) and line.words[last.start].text.isupper():
            return [last.head]  # "A/P, A/R and GL accounts"
        own = line.kind(last.start) == "adjective"  # "routine maintenance and minor repairs"
        if own and any(line.kind(found.start) == "adjective" for found in chunks[:-1]):
            return [found.head for found in chunks]
        if plain and any(single):
            line.doubt(OBJECT_OR_KIND)
            article = line.kind(chunks[0].start) == "article"
            first = chunks[0].head
            kinds = line.describes(first) == last.head and may_be_kind(line, first)
            many = line.plural(last.head) or line.has(last.head, "people")
            if all(single) and len(chunks) == 2 and (article or kinds or many):
                if not many:
                    line.doubt(
                        EITHER
                    )  # "layout and roof sheathing", "the menu and wine list", "the payroll and tax office"
                return [last.head]
            counted = [f for f, one in zip(chunks, single, strict=False) if one]
            mass = any(line.has(f.head, "mass_nouns") or names_act(line, f.head) for f in counted)
            if all(single) and not mass and line.plural(last.head):
                line.doubt(EITHER)  # "grill, fry and salad stations"
                if line.lemmas(chunks[0].start - 1) & line.lexicon.words("intransitive"):
                    return [last.head]
    return [found.head for found in chunks]


def _letters(line: Line, found: Chunk) -> bool:
    """Whether a phrase is nothing but sets of capitals ("A/P", "SQL")."""
    words = [word for word in line.words[found.start : found.end] if not word.mark]
    return all(word.text.isupper() for word in words)


def _single(line: Line, found: Chunk) -> bool:
    """Whether a phrase is one lower-case noun in the singular, with an article or without."""
    start = found.start
    while start < found.head and line.kind(start) in ("article", "adjective", "time"):
        start += 1
    plural = line.plural(found.head) and not (
        line.has(found.head, "plural_modifiers") and line.describes(found.head) != -1
    )
    return found.end - start == 1 and not plural
