"""Lines of a résumé as sentences: in the first person, in the third, and within limits."""

from collections.abc import Iterable, Sequence

from reframe.core.inflect import inflect
from reframe.documents.source import Source

_ENDS = (".", "!", "?", "…")


def opened(line: str, source: Source) -> str:
    """Return a line as it stands behind "I", or nothing when it opens with no verb for that.

    "Drafted policies" gives "drafted policies", and "Involved in audits" gives "was involved in
    audits"; a line that opens with a noun, a gerund or an adverb makes no sentence and is left out
    of documents that need one.
    """
    words = line.split()
    word = words[0].strip(",;:").casefold() if words else ""
    if _is_done_to(words, source):
        return _ended(f"was {line[:1].lower()}{line[1:]}")
    found = [r for r in source.lexicon.readings.get(word, ()) if r.form in ("past", "base")]
    if not found or not line[:1].isalpha():
        return ""
    if all(reading.nominal for reading in found):
        # "Team leader for nights": the whole line has to tell the verb from the noun.
        clauses = source.words.parse(line).clauses
        if not clauses or clauses[0].verb.start or clauses[0].form not in ("past", "base"):
            return ""
    return _ended(line[:1].lower() + line[1:])


def _is_done_to(words: Sequence[str], source: Source) -> bool:
    """Whether a line opens with what others did to the client, without its "was"."""
    lexicon = source.lexicon
    return (
        len(words) > 1
        and words[0].casefold() in lexicon.words("passive_starts")
        and words[1].casefold() in lexicon.words("prepositions") | {"to", "as"}
    )


def third(line: str, source: Source) -> str:
    """Return a line as it stands behind a name, or nothing when that is not certain.

    A line in the present needs each of its verbs in the third person: "register visitors and
    answer questions" gives "registers visitors and answers questions".
    """
    found = opened(line, source)
    if not found:
        return ""
    word = line.partition(" ")[0].strip(",;:").casefold()
    forms = {reading.form for reading in source.lexicon.readings.get(word, ())}
    parsed = source.words.parse(line)
    clauses = parsed.clauses
    if "past" in forms and ("base" not in forms or not clauses or clauses[0].form == "past"):
        return found
    plain = all(clause.form == "base" for clause in clauses)
    if not (parsed.confident and clauses and plain and clauses[0].verb.start == 0):
        return ""
    text = line
    for clause in reversed(clauses):
        verb = inflect(clause.verb.lemma or clause.verb.text.lower(), "third", source.lexicon)
        text = text[: clause.verb.start] + verb + text[clause.verb.end :]
    return _ended(text[:1].lower() + text[1:])


def within(parts: Iterable[str], limit: int, *, between: str) -> tuple[str, int]:
    """Return the parts that fit in ``limit`` characters, joined, and how many were left out.

    No part is cut: half a sentence may say what the whole does not. Characters are counted as
    web forms count them, so that a sign outside the basic plane weighs two.
    """
    kept: list[str] = []
    left = 0
    for part in parts:
        if left or length(between.join([*kept, part])) > limit:
            left += 1
        else:
            kept.append(part)
    return between.join(kept), left


def length(text: str) -> int:
    """Return how many characters a web form counts.

    >>> length("R&D"), length("𝒳")
    (3, 2)
    """
    return len(text.encode("utf-16-le")) // 2


def sentence(frame: str, **words: str) -> str:
    """Return a frame with its words, its first letter a capital, with one point at the end."""
    text = frame.format(**words)
    while text.endswith("..") or text[-2:] in ("?.", "!."):
        text = text[:-1]
    return text[:1].upper() + text[1:]


def _ended(text: str) -> str:
    """Return a text without the point at its end; the frame sets one."""
    text = text.rstrip()
    return text[:-1].rstrip() if text.endswith(_ENDS[0]) and not text.endswith("..") else text
