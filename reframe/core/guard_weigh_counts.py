"""What a figure counts in a draft in free words, against what it counted in the source."""

from reframe.core.guard_match import Matched
from reframe.core.guard_moved import left_act
from reframe.core.guard_roles import phrase
from reframe.core.guard_said import Said, Word
from reframe.core.lexicon import Lexicon
from reframe.core.numbers import is_year


def is_date(at: int, said: Said) -> bool:
    """Whether a word is a year, and counts nothing: "2000 tickets" are no tickets of 2000."""
    word = said.words[at]
    counts = word.label == "nummod" and said.words[word.head].tag == "NNS"
    counts = counts and not (at and said.words[at - 1].tag == "DT")  # "the 2011 audits"
    figure = word.token.figure
    return figure is not None and is_year(figure, word.token.text) and not counts


def counts_another(at: int, source: int, pairs: Matched, lexicon: Lexicon) -> bool:
    """Whether a figure counts another thing that the source names, while the one that it counted
    stands elsewhere."""
    now, was = _counted(at, pairs.after), _counted(source, pairs.before)
    joins = lexicon.words("join_words")
    named = _named_next(at, pairs.after, joins), _named_next(source, pairs.before, joins)
    if None not in named and pairs.words.get(named[0] or 0) == named[1]:
        return False
    if _stands_behind_same(at, source, pairs, lexicon):
        return False
    if _is_price(at, pairs.after) and _is_price(source, pairs.before):
        return False
    head = pairs.before.words[pairs.before.words[source].head]
    often = _tells_how_often(source, pairs.before, lexicon)
    if often and _tells_how_often(at, pairs.after, lexicon):
        return False
    if now in pairs.words and was is None and often:
        return True  # "twice a day", "two freezers a day"
    if _is_set_off(source, pairs.before, lexicon) and _is_object(now or at, pairs.after):
        return _has_own(source, pairs.words.get(now or at), pairs.before)
    if now in pairs.words and was is None and head.tag == "NNS" and not head.stated:
        return True  # "two times a day", "two freezers a day"
    if now is None or was is None or now not in pairs.words or pairs.words[now] == was:
        return False
    if was not in pairs.back:
        return _counts_twin(now, was, pairs)
    counts = (i for i in pairs.after.children[pairs.back[was]] if i != at)
    taken = any(pairs.after.words[i].label == "nummod" for i in counts)
    return taken or pairs.words[now] not in phrase(was, pairs.before)


def _counts_twin(now: int, was: int, pairs: Matched) -> bool:
    """Whether a figure counts the same noun under another act, where the source has both: "taught
    students and tested 60 students", "taught 60 students and gave tests"."""
    held = pairs.words[now]
    if pairs.before.words[held].key != pairs.before.words[was].key:
        return False
    return bool(left_act(now, was, pairs)) and _in_clause(was, pairs.before)


def _in_clause(at: int, said: Said) -> bool:
    """Whether an act stands in front of a word with no mark between: "typed letters, *40 letters*
    a day" tells of them in a clause of their own."""
    for word in reversed(said.words[:at]):
        if word.token.mark or word.act:
            return word.act
    return False


def _stands_behind_same(at: int, source: int, pairs: Matched, lexicon: Lexicon) -> bool:
    """Whether a figure with no noun behind stands behind the same words in both texts, whatever
    the parse: "a budget of $3,500 a month", "twins, age 3"."""
    fronts = []
    for i, said in ((at, pairs.after), (source, pairs.before)):
        behind = said.words[i + 1 : i + 2]
        if behind and behind[0].stated and behind[0].key not in lexicon.words("floating_words"):
            return False
        first = next((j for j in range(i - 1, -1, -1) if said.words[j].stated), i)
        fronts.append([word.key for word in said.words[first:i] if not word.token.mark])
    return bool(fronts[0]) and fronts[0] == fronts[1]


def _has_own(at: int, counted: int | None, said: Said) -> bool:
    """Whether the last act in front of a figure is done to a thing of its own: "packed crates and
    swept *halls*, 40 a day"."""
    last = said.last_act(at)
    if counted is not None and last in said.above(counted):
        return False
    objects = [] if last is None else said.below(last, frozenset({"obj"}))
    return any(said.words[i].stated and i not in (counted, at) for i in objects)


def _is_object(at: int, said: Said) -> bool:
    """Whether an act is done to a word; "on average *40 samples*" has no preposition of its own."""
    bare = said.words[at].label == "obl" and not said.below(at, frozenset({"case"}))
    return said.words[at].label == "obj" or bare


def _is_price(at: int, said: Said) -> bool:
    """Whether a figure in brackets is money, which counts what stands in front as a whole:
    "the depot's budget (*$3,000*)"."""
    figure = said.words[at].token.figure
    front = said.words[at - 1].token.text if at else ""
    return front == "(" and figure is not None and bool(figure.unit)


def _counted(at: int, said: Said) -> int | None:
    head = said.words[at].head
    if head == at or not said.words[head].stated or said.words[head].act:
        return None
    return head


def _named_next(at: int, said: Said, joins: frozenset[str]) -> int | None:
    """Return the last of the nouns in a row that come first behind a figure, in its phrase."""
    words, end = said.words, at + 1
    while end < len(words) and not _names(words[end]):
        if words[end].act or words[end].token.mark or words[end].key in joins:
            return None
        end += 1
    found = None
    while end < len(words) and _names(words[end]):
        found, end = end, end + 1
        if words[found].token.possessive:
            return found  # "about 30 *pupils'* essays"
    return found


def _names(word: Word) -> bool:
    return word.tag[:2] == "NN" and word.stated and word.token.figure is None


def _tells_how_often(at: int, said: Said, lexicon: Lexicon) -> bool:
    """Whether a figure is "once" or "twice" in front of a time."""
    behind = said.words[at + 1 : at + 2]
    adverb = said.words[at].tag[:2] == "RB"
    return adverb and bool(behind) and behind[0].key in lexicon.words("floating_words")


def _is_set_off(at: int, said: Said, lexicon: Lexicon) -> bool:
    """Whether a figure stands behind a comma with nothing but how often behind it: it counts what
    the act is done to ("answered calls by phone and mail, 50 a day")."""
    words, start, end = said.words, at - 1, at + 1
    means, times = lexicon.words("mean_words"), lexicon.words("time_things")
    times |= lexicon.words("rate_things") | lexicon.words("sharing_out")
    while (
        start > 0
        and not words[start].token.mark
        and (not words[start].stated or words[start].key in means)
    ):
        start -= 1
    while end < len(words) and (
        words[end].key in lexicon.words("floating_words") or words[end].forms & times
    ):
        end += 1
    closed = end > at + 1 and (end == len(words) or words[end].token.mark)
    return start > 0 and closed and words[start].token.text in {",", "("}


def counted_often(at: int, source: int, pairs: Matched) -> bool:
    """Whether "6 monthly reports" are "6 reports a month" now."""
    origin = pairs.before.words[source]
    counts = pairs.before.below(origin.head, frozenset({"nummod"}))
    return origin.label == "amod" != pairs.after.words[at].label and bool(counts)
