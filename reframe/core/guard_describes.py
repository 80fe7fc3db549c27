"""Whether a word in front of a noun describes another one than in the source: "claims and weekly
reports", "weekly claims and reports"."""

from reframe.core.guard_match import Matched
from reframe.core.guard_roles import FRONT, phrase
from reframe.core.guard_said import Said

_OWNERS = frozenset({"nmod:poss", "det"})


def describes_another(at: int, source: int, pairs: Matched) -> bool:
    """Whether a word in front of a noun stood in front of another one that is still there, or
    in a list with it."""
    word, origin = pairs.after.words[at], pairs.before.words[source]
    if word.label not in FRONT:
        return False
    now = pairs.words.get(word.head)
    if any(
        pairs.after.words[i].label != "conj"
        and i in pairs.words
        and not _joined(at, i, pairs.after)
        and _listed(pairs.words[i], source, pairs.before)
        for i in pairs.after.below(word.head, FRONT)
    ):
        return True  # "for the crew and the manager", "the manager's crew schedules"
    if now is None or now == origin.head or now == source:
        return False
    if _runs_alike(at, source, pairs) or _leads_list(at, source, pairs):
        return False
    if _second_of_two(at, source, pairs):
        return False
    if _listed(source, now, pairs.before) and not _joined(at, word.head, pairs.after):
        return True
    if origin.label not in FRONT:
        return False
    row = phrase(word.head, pairs.after)
    if moved_in_list(at, source, pairs):
        return True
    row |= {i for front in row for i in pairs.after.below(front, frozenset({"conj"}))}
    if origin.head not in pairs.back or pairs.back[origin.head] in row:
        return False
    return now not in phrase(origin.head, pairs.before)


def moved_in_list(at: int, source: int, pairs: Matched) -> bool:
    """Whether a word that described one item of a list stands in front of another: "claims and
    weekly *reports*", "weekly *claims* and reports"."""
    now, was = pairs.words.get(pairs.after.words[at].head), pairs.before.words[source].head
    front = pairs.after.words[at].label in FRONT and pairs.before.words[source].label in FRONT
    moved = front and now is not None and now != was and _listed(now, was, pairs.before)
    return moved and not _leads_list(at, source, pairs)


def shares_front(at: int, source: int, pairs: Matched) -> bool:
    """Return whether a noun is an item of a list whose last item stands in front of another noun,
    and goes with that item now: "*guests* and public inquiries", "inquiries from *guests* and the
    public"."""
    words = pairs.before.words
    first = words[source].head if words[source].label == "conj" else source
    for item in pairs.before.below(first, frozenset({"conj"})):
        if item <= source or words[item].tag[:2] != "NN":
            continue
        last = item - 1
        front = words[last].label in ("compound", "amod") and words[last].head == item
        if front and last in pairs.back and words[last - 1].tag == "CC":
            told = pairs.back[last]
            return _listed(at, told, pairs.after) or _listed_with(at, told, pairs.after)
    return False


def _listed_with(one: int, other: int, said: Said) -> bool:
    """Whether two words are items of one list behind its first."""
    row = said.words[one], said.words[other]
    return row[0].label == row[1].label == "conj" and row[0].head == row[1].head


def _joined(one: int, other: int, said: Said) -> bool:
    """Whether "and" joins two words: "court *and* hall bookings"."""
    between = said.words[min(one, other) + 1 : max(one, other)]
    return any(word.tag == "CC" for word in between)


def _leads_list(at: int, source: int, pairs: Matched) -> bool:
    """Whether a word stands in front of a list of the same things in both texts, whichever of them
    comes first: "medical fairs and talks", "medical talks and fairs"."""
    lists = []
    for i, said in ((at, pairs.after), (source, pairs.before)):
        head = said.words[i].head
        items = said.below(head, frozenset({"conj"}))
        if said.words[head].label == "conj" or i > head:
            return False
        # An item with a word of its own in front is none of the first's; an owner owns all.
        owned = said.words[i].label == "nmod:poss"
        fronts = _OWNERS if owned else FRONT | {"det"}
        own = any(said.below(item, fronts) for item in items)
        lists.append([] if own else [head, *items])
    now = {pairs.words.get(i) for i in lists[0]}
    return len(now) > 1 and now == set(lists[1])


def _second_of_two(at: int, source: int, pairs: Matched) -> bool:
    """Whether a word stands behind "and" and the same word in both texts, so that it describes
    what that one does: "plans, both *business and personal*", "*business and personal* plans"."""
    fronts = []
    for i, said in ((at, pairs.after), (source, pairs.before)):
        joined = i > 1 and said.words[i - 1].tag == "CC" and said.words[i - 2].stated
        fronts.append(said.words[i - 2].key if joined else "")
    return bool(fronts[0]) and fronts[0] == fronts[1]


def _runs_alike(at: int, source: int, pairs: Matched) -> bool:
    """Whether a word leads to the word that it describes through the same words as in the source:
    "early, design and building phases", with a comma more or less."""
    head = pairs.after.words[at].head
    now = [w.key for w in pairs.after.words[at : head + 1] if not w.token.mark]
    end = pairs.words.get(head, source)
    was = [w.key for w in pairs.before.words[source : end + 1] if not w.token.mark]
    return bool(now) and now == was


def _listed(one: int, other: int, said: Said) -> bool:
    """Whether two words are items of one list of things: "rich and responsive pages" lists none."""
    words = said.words
    return any(
        words[item].label == "conj" and words[item].head == head and words[head].label not in FRONT
        for item, head in ((one, other), (other, one))
    )
