"""Capitals on what names nobody and nothing: "met *Sales Managers*", "a *Data Entry* error", "the
*Guest*'s bag", "*Rules* and *Regulations*", "a test *LAB*".

A post of one person, a department and a set term with its letters behind it ("Service Level
Agreement (SLA)") keep their capitals.
"""

from collections.abc import Iterator, Sequence

from reframe.core.lexicon import Lexicon
from reframe.core.noun_starts import is_noun_start, small_words
from reframe.core.words import Word

_PAIR = 2
_ANDS = frozenset({"and", "or", "&", "/"})
_QUOTES = ("'s", "’s", "s'", "s’")


def names_nothing(run: Sequence[Word], words: Sequence[Word], lexicon: Lexicon) -> bool:
    """Whether a run of capitals inside a line is people by their work, or a topic."""
    if " ".join(word.low for word in run) in lexicon.words("topic_tails"):
        return True
    if len(run) == 1 and _is_made_with(words[run[0].i - 1], run[0], lexicon):
        return True
    if _follows_capital(run[0], words) or _has_place(run[-1], words):
        return False
    return _are_people(run, lexicon) or _is_topic(run, words, lexicon)


def tail_of(run: Sequence[Word], lexicon: Lexicon) -> int:
    """Return how many words at the end of a run are no part of the name in front of them: "for the
    Till App *User Stories*"."""
    if len(run) > 1 and _is_made_with(run[-2], run[-1], lexicon):
        return 1
    whole = " ".join(word.low for word in run)
    tail = " ".join(word.low for word in run[-_PAIR:])
    named = len(run) > _PAIR and whole not in lexicon.words("plain_runs")
    return _PAIR if named and tail in lexicon.words("topic_tails") else 0


def _is_made_with(tool: Word, thing: Word, lexicon: Lexicon) -> bool:
    """Whether a word tells what is made with a tool: "wrote Excel *Macros*", "SQL *Queries*"."""
    if thing.low not in lexicon.words("made_with_tools"):
        return False
    maps = lexicon.maps
    named = tool.low in maps["tool_names"] or tool.low in maps["everyday_tools"]
    named = named or tool.text.upper() in maps["loud_names"]
    letters = tool.text.isupper() and tool.text.isalpha() and len(tool.text) > 1
    return (named and tool.text[:1].isupper()) or letters


def _are_people(run: Sequence[Word], lexicon: Lexicon) -> bool:
    """Whether a run tells in the plural what people do: "with *Risk Managers*"."""
    firsts = lexicon.words("role_firsts")
    return run[-1].low in lexicon.words("role_plurals") and all(w.low in firsts for w in run[:-1])


def _is_topic(run: Sequence[Word], words: Sequence[Word], lexicon: Lexicon) -> bool:
    """Whether a run is a topic where it can name no department: one of many ("a *Trade Show*"), in
    front of a noun that is no group ("*Trade Show* booths"), or what is carried out."""
    phrase = " ".join(word.low for word in run)
    topics = lexicon.words("plain_topics")
    several = phrase not in topics
    if several and phrase.removesuffix("s") not in topics:
        return False
    before = words[run[0].i - 1]
    led = before.text.islower() or before.low == ","
    if before.text in lexicon.words("leads_of_many") or (several and led):
        return True
    if not lexicon.lemmas(before.low).isdisjoint(lexicon.words("doing_acts")):
        return before.i == 0 or before.text.islower()
    at = run[-1].i + 1
    behind = words[at].low if at < len(words) else ""
    noun = is_noun_start(words, at, lexicon) and words[at].text.islower()
    grouped = behind.removesuffix("s") in (
        lexicon.words("kinds_of_groups") | lexicon.words("kinds_with_names")
    )
    opens = before.i == 0 and lexicon.is_verb_alone(before.low)
    return noun and not grouped and (before.text.islower() or before.number or opens)


def _follows_capital(first: Word, words: Sequence[Word]) -> bool:
    """Whether the word in front, behind a bracket, has a capital too: "(Oak *Managers*)"."""
    before = words[first.i - 1]
    return first.i > 1 and before.text[:1].isupper() and not before.mark


def _has_place(last: Word, words: Sequence[Word]) -> bool:
    """Whether a name tells of what or where they are: "*Directors* of Nursing"."""
    behind = words[last.i + 1 : last.i + 3]
    return len(behind) > 1 and behind[0].low == "of" and behind[1].text[:1].isupper()


def loose_capitals(words: Sequence[Word], lexicon: Lexicon) -> Iterator[Word]:
    """Yield the words, one by one, whose capitals are slips for what stands around them."""
    yield from _first_topic(words, lexicon)
    yield from _owners(words, lexicon)
    yield from _rows(words, lexicon)
    yield from _loud(words, lexicon)
    yield from _trades(words, lexicon)


def _first_topic(words: Sequence[Word], lexicon: Lexicon) -> Iterator[Word]:
    """Yield the second word of a topic that begins a line of small letters: "Case *Management* and
    notes for the ward"."""
    if len(words) < 5 or not words[1].text.istitle() or not words[1].spaced:
        return
    if f"{words[0].low} {words[1].low}" not in lexicon.words("plain_topics"):
        return
    goes_on = words[2].text.islower() and words[2].low in small_words(lexicon)
    if goes_on and not any(word.text[:1].isupper() for word in words[2:]):
        yield words[1]


def _owners(words: Sequence[Word], lexicon: Lexicon) -> Iterator[Word]:
    """Yield anybody who owns something: "the *Customer's* bag"."""
    for word in words[1:-1]:
        if not word.low.endswith(_QUOTES):
            continue
        if not word.text[0].isupper() or not word.text[1:].islower():
            continue
        base = word.low[:-2] if word.low[-2] in "'’" else word.low[:-1]
        led = words[word.i - 1].low in small_words(lexicon) and words[word.i - 1].text.islower()
        plain = lexicon.among(base, "plain_nouns", "plain_plurals")
        if plain and led and words[word.i + 1].text.islower():
            yield word


def _rows(words: Sequence[Word], lexicon: Lexicon) -> Iterator[Word]:
    """Yield two words that always go together, with what describes them: "its *Safety Rules* and
    *Regulations*", "*State* and *Federal* courts"."""
    firsts = lexicon.words("role_firsts")
    lows = [word.low for word in words]
    for joint in words[2:-1]:
        size = 3 if lows[joint.i : joint.i + 3] == ["as", "well", "as"] else 1
        if (joint.low not in _ANDS and size == 1) or joint.i + size >= len(words):
            continue
        pair = [words[joint.i - 1], words[joint.i + size]]
        if not all(word.text.istitle() for word in pair):
            continue
        phrase = f"{pair[0].low} and {pair[1].low}"
        at = joint.i + size + 1
        matters = at < len(words) and words[at].low in lexicon.words("matters")
        if phrase in lexicon.words("plain_describers") and matters:
            yield from (word for word in (*pair, words[at]) if word.text.istitle())
            continue
        behind = words[at] if at < len(words) else None
        if behind is not None and (behind.text[:1].isupper() or behind.low in {"(", ":"}):
            continue
        if phrase in lexicon.words("plain_describers"):
            if behind is None or not is_noun_start(words, behind.i, lexicon):
                continue
        elif phrase not in lexicon.words("plain_rows"):
            continue
        run = [pair[0]]
        while words[run[0].i - 1].text.istitle() and words[run[0].i - 1].low in firsts:
            run.insert(0, words[run[0].i - 1])
        before = words[run[0].i - 1]
        led = before.text.islower() or before.number or run[0].i == 1
        if run[0].i > 0 and led and not before.mark:
            yield from (*run, pair[1])


def _loud(words: Sequence[Word], lexicon: Lexicon) -> Iterator[Word]:
    """Yield ordinary words in capitals that stand for no letters, with those that stand beside
    them: "ran the *Print LAB*", "wired PLC, *DRIVES* and pumps"."""
    loud = lexicon.words("loud_words")
    topics = lexicon.words("role_firsts") | lexicon.words("row_acts")
    if not any(word.text[0].islower() and word.spaced for word in words):
        return
    for word in words[1:]:
        if not word.text.isupper() or word.low not in loud or not word.spaced:
            continue
        run = [word]
        for step in (-1, 1):
            at = word.i + step
            while 0 < at < len(words) and words[at].text.istitle() and words[at].low in topics:
                run.append(words[at])
                at += step
        ends = {word.i - 1, word.i + 1} - {w.i for w in run}
        if not any(words[at].text in _GLUE for at in ends if at < len(words)):
            yield from run


_GLUE = frozenset({"-", "/", "(", "\"", "'", "“"})  # fmt: skip


def _trades(words: Sequence[Word], lexicon: Lexicon) -> Iterator[Word]:
    """Yield what a firm or shop is in: "worked at a *Construction* firm"."""
    for one, trade, kind in zip(words, words[1:], words[2:], strict=False):
        one_of = one.text in lexicon.words("leads_of_many") and trade.text.istitle()
        named = trade.low in lexicon.words("trades") and kind.text in lexicon.words("trade_kinds")
        if one_of and named:
            yield trade
