"""Who did what to whom, and what a figure counts: what changed between a source and a draft."""

from collections.abc import Collection, Iterator

from reframe.core.guard_describes import describes_another, moved_in_list, shares_front
from reframe.core.guard_finding import Finding, finding
from reframe.core.guard_many import became_many
from reframe.core.guard_match import Matched
from reframe.core.guard_moved import left_act, left_item, moved_forward
from reframe.core.guard_retied import tied_otherwise
from reframe.core.guard_roles import FRONT, governing, phrase, role, set_off
from reframe.core.guard_said import Said, Word
from reframe.core.guard_swaps import swapped
from reframe.core.guard_weigh_counts import counted_often, counts_another, is_date
from reframe.core.lexicon import Lexicon


def tie_findings(pairs: Matched, lexicon: Lexicon) -> Iterator[Finding]:
    """Yield a finding for every figure that counts something else, for every word under another
    act, and for every word whose tie to its neighbours says another thing."""
    roles = _roles(pairs.before, lexicon), _roles(pairs.after, lexicon)
    for at, source in sorted(pairs.words.items()):
        wrong = _stands_otherwise(at, source, pairs, roles, lexicon)
        if wrong and not any(_sound(at, other, roles, lexicon) for other in _turned(at, pairs)):
            yield _told(pairs.after.words[at], lexicon)


def _turned(at: int, pairs: Matched) -> Iterator[Matched]:
    """Yield the matches that give a draft's word to another place of the source where the same word
    stands: which of two equal words is meant, no text tells."""
    source = pairs.words[at]
    key = pairs.before.words[source].key
    for other, word in enumerate(pairs.before.words):
        if other != source and word.key == key:
            turned = {**pairs.words, at: other}
            if other in pairs.back:
                turned[pairs.back[other]] = source
            yield Matched(pairs.before, pairs.after, turned)


def _sound(at: int, pairs: Matched, roles: tuple[list[str], list[str]], lexicon: Lexicon) -> bool:
    """Whether a word, and each that stands for an equal one of the source, stands as it did."""
    key = pairs.before.words[pairs.words[at]].key
    equals = [i for i, source in pairs.words.items() if pairs.before.words[source].key == key]
    return not any(_stands_otherwise(i, pairs.words[i], pairs, roles, lexicon) for i in equals)


def _stands_otherwise(
    at: int,
    source: int,
    pairs: Matched,
    roles: tuple[list[str], list[str]],
    lexicon: Lexicon,
) -> bool:
    """Whether a word counts, or is tied to, something else than in the source."""
    was, now = roles
    word = pairs.after.words[at]
    if is_date(at, pairs.after) or word.key in lexicon.words("mean_words"):
        return False
    if word.folded or pairs.before.words[source].folded:
        # "trained with *new hires*", "trained *new hires*": only the tie of the phrase is judged.
        became_object = now[at] == "object" and was[source] in lexicon.words("telling_places")
        return became_object and tied_otherwise(at, source, pairs, now[at], was[source], lexicon)
    if word.token.figure is not None:
        return counts_another(at, source, pairs, lexicon) or swapped(at, source, pairs, now, was)
    if word.act or pairs.before.words[source].act:
        return _another_particle(at, source, pairs, lexicon)
    if _modifies_same(at, source, pairs) or shares_front(at, source, pairs):
        return False
    floating = word.key in lexicon.words("floating_words")
    return (
        _under_another(at, source, pairs, (was[source], now[at]), lexicon)
        or swapped(at, source, pairs, now, was)
        or describes_another(at, source, pairs)
        or moved_forward(at, source, pairs, lexicon)
        or left_item(at, source, pairs)
        or (floating and counted_often(at, source, pairs))
        or (floating and _often_elsewhere(at, source, pairs))
        or _claims_of_another(at, source, pairs, lexicon)
        or (
            not floating
            and (
                tied_otherwise(at, source, pairs, now[at], was[source], lexicon)
                or became_many(at, source, pairs, lexicon)
            )
        )
    )


def certain_ties(pairs: Matched, lexicon: Lexicon) -> Iterator[Finding]:
    """Yield a finding for what no proof by words sees: two words that changed places, one that
    left its act, one thing that is many."""
    was, now = _roles(pairs.before, lexicon), _roles(pairs.after, lexicon)
    for at, source in sorted(pairs.words.items()):
        word, origin = pairs.after.words[at], pairs.before.words[source]
        if word.folded or origin.folded or word.act or origin.act:
            continue
        figure = word.token.figure is not None
        often = word.key in lexicon.words("floating_words") and origin.label in FRONT
        if (
            swapped(at, source, pairs, now, was)
            or (often and moved_in_list(at, source, pairs))
            or left_item(at, source, pairs)
            or _left_its_act(at, source, pairs, (was[source], now[at]), lexicon)
            or (
                not figure
                and _names_means(at, source, pairs, (was[source], now[at]))
                and _under_another(at, source, pairs, (was[source], now[at]), lexicon)
            )
            or (
                not figure
                and word.key not in lexicon.words("floating_words")
                and became_many(at, source, pairs, lexicon)
            )
        ):
            yield _told(word, lexicon)


def _left_its_act(
    at: int, source: int, pairs: Matched, roles: tuple[str, str], lexicon: Lexicon
) -> bool:
    """Whether a word of a phrase that commas set in front of its act stands under another act."""
    front = set_off(source, pairs.before) is not None
    return front and _under_another(at, source, pairs, roles, lexicon)


def _roles(said: Said, lexicon: Lexicon) -> list[str]:
    return [role(at, said, lexicon) for at in range(len(said.words))]


def _told(word: Word, lexicon: Lexicon) -> Finding:
    token = word.token
    return finding("unlicensed", "relation", token.text, token.start, token.end, lexicon)


def _another_particle(at: int, source: int, pairs: Matched, lexicon: Lexicon) -> bool:
    """Whether one verb stands with another particle: "signed off", "signed on"."""
    word, origin = pairs.after.words[at], pairs.before.words[source]
    if not (word.act and origin.act) or word.particle == origin.particle:
        return False
    if not word.forms & origin.forms:
        return False
    around = {w.key for w in pairs.after.words}, {w.key for w in pairs.before.words}
    gone = {word.particle} - around[1] | {origin.particle} - around[0]
    return bool(gone - {""} - lexicon.words("idle_particles"))


def _under_another(
    at: int, source: int, pairs: Matched, roles: tuple[str, str], lexicon: Lexicon
) -> bool:
    """Whether a word stands under one act of the source now and stood under another; where all
    was done ("at the bar") may be told behind any."""
    means = _names_means(at, source, pairs, roles)
    if set(roles) <= lexicon.words("loose_places") and not means:
        return False
    if pairs.after.words[at].label in FRONT or pairs.before.words[source].label in FRONT:
        return False  # judged by the noun behind
    if _in_remit(at, pairs.after) and any(w.label == "opened" for w in pairs.before.words):
        return False  # what the client answered for, they answer for still
    if _of_same_place(at, source, pairs, lexicon):
        return False  # judged by that place
    if _in_one_effort(at, source, pairs, lexicon):
        return False  # "worked *in Jira* to close tickets", "worked to close tickets *in Jira*"
    if _closes_line(source, pairs.before, lexicon):
        return False  # "made drinks and took orders, *five days* a week"
    now, was = governing(at, pairs.after), governing(source, pairs.before, pairs.acts)
    clause = pairs.before.words[source].head
    if set_off(at, pairs.after) is not None and pairs.before.words[clause].label == "advcl":
        was |= governing(clause, pairs.before, pairs.acts)  # "and, *when* asked, trimmed hedges"
    mapped = pairs.origins(now)
    if not mapped or not was or mapped & was:
        return False
    plain = all(
        pairs.before.words[i].act or (means and _is_done(i, pairs.before, lexicon))
        for i in mapped | was
    )
    if not plain and not _exchanged(mapped, was, pairs):
        return False
    if any(_reaches(source, i, pairs.before, lexicon) for i in mapped):
        return False
    if any(_told_again(source, i, pairs.before, lexicon) for i in mapped):
        return False
    if all(i < at for i in now) and _behind_same_act(at, source, pairs, was):
        return False
    return pairs.acts_kept(was)


def _is_done(at: int, said: Said, lexicon: Lexicon) -> bool:
    """Whether an empty verb is done to the noun of an act: "did the *scheduling*"."""
    above = said.words[said.words[at].head]
    done = above.act and above.forms & lexicon.words("doing_verbs")
    return said.words[at].label == "obj" and bool(done)


def _often_elsewhere(at: int, source: int, pairs: Matched) -> bool:
    """Whether how often one act's thing came is said of another act now: "attended *weekly*
    meetings and reported hazards", "reported hazards *weekly*"."""
    word, origin = pairs.after.words[at], pairs.before.words[source]
    if (word.label in FRONT) == (origin.label in FRONT):
        return False
    left = left_act(at, source, pairs)
    return bool(left) and all(_is_own_act(i, pairs.before) for i in left)


def _is_own_act(at: int, said: Said) -> bool:
    """Whether a word is an act that nobody else is named for."""
    return said.words[at].act and not said.below(at, frozenset({"nsubj", "nsubj:pass"}))


def _in_one_effort(at: int, source: int, pairs: Matched, lexicon: Lexicon) -> bool:
    """Whether a word hangs on what was worked to do in one text and on the work in the other."""
    now, was = pairs.after.act_above(at), pairs.before.act_above(source)
    if now is None or was is None or now not in pairs.words:
        return False
    words, acts = pairs.before.words, (pairs.words[now], was)
    for upper, lower in (acts, acts[::-1]):
        led = "to" in pairs.before.keys_below(lower, "mark") and words[lower].head == upper
        if led and words[upper].forms & lexicon.words("idle_verbs"):
            return True
    return False


def _closes_line(at: int, said: Said, lexicon: Lexicon) -> bool:
    """Whether a word is of what tells when, behind the last comma of a line: that is said of all
    that was done."""
    start = next((i for i in range(at, -1, -1) if said.words[i].token.text == ","), None)
    if start is None:
        return False
    rest = [w for w in said.words[start + 1 :] if not w.token.mark]
    times = lexicon.words("time_things") | lexicon.words("floating_words")
    said_of = [w for w in rest if w.stated and w.token.figure is None]
    return bool(said_of) and all(w.forms & times or w.key in times for w in said_of)


def _of_same_place(at: int, source: int, pairs: Matched, lexicon: Lexicon) -> bool:
    """Whether a word hangs on the noun of the same place in both texts: "at the gate of a *base*"."""
    head, origin = pairs.after.words[at].head, pairs.before.words[source].head
    nominal = pairs.after.words[at].label == pairs.before.words[source].label == "nmod"
    ties = {role(head, pairs.after, lexicon), role(origin, pairs.before, lexicon)}
    placed = ties <= lexicon.words("loose_places")
    return nominal and placed and pairs.words.get(head) == origin


def _in_remit(at: int, said: Said) -> bool:
    """Whether a word is of what a line's "responsible for" leads to."""
    return any(said.below(i, frozenset({"opened"})) for i in (at, *said.above(at)[:-1]))


def _names_means(at: int, source: int, pairs: Matched, roles: tuple[str, str]) -> bool:
    """Whether a name tells by what means an act was done, and not where or when: "typed memos *in
    Spanish*"."""
    named = all(
        w.token.text[:1].isupper() for w in (pairs.before.words[source], pairs.after.words[at])
    )
    return set(roles) == {"in"} and named and not is_date(at, pairs.after)


def _exchanged(mapped: Collection[int], was: Collection[int], pairs: Matched) -> bool:
    """Whether the object of one act is now the other's too: "wrote tests, and debugging of code",
    "wrote code and debugged tests". What is an act by its name alone tells no more than that."""
    for at, source in pairs.words.items():
        if pairs.after.words[at].label != "obj" or pairs.after.words[at].act:
            continue
        now = pairs.origins(governing(at, pairs.after))
        if now & set(was) and governing(source, pairs.before, pairs.acts) & set(mapped):
            return True
    return False


def _told_again(at: int, act: int, said: Said, lexicon: Lexicon) -> bool:
    """Whether a pronoun under an act stands for a word in front of it: "read to *toddlers*,
    preparing snacks for them"."""
    several = [i for i in range(act) if said.words[i].tag == "NNS"]
    people = [i for i in several if lexicon.names_person(lexicon.singular(said.words[i].key))]
    if at not in (*several[-1:], *people[-1:]):
        return False
    return any(
        word.key in lexicon.words("plural_pronouns") and act in governing(i, said)
        for i, word in enumerate(said.words[act:], start=act)
    )


def _behind_same_act(at: int, source: int, pairs: Matched, was: Collection[int]) -> bool:
    """Whether the last act in front of a word is one that it stood under, or stood behind: then
    the parse alone hangs it elsewhere."""
    if (set_off(at, pairs.after) is None) != (set_off(source, pairs.before) is None):
        return False
    last = pairs.after.last_act(at)
    act = None if last is None else pairs.words.get(last)
    if act is None:
        return False
    # "made *corrections* to drawings", "corrected drawings"
    noun = pairs.before.words[act]
    own = {act, noun.head} if noun.label == "obj" else {act}
    return bool(own & {*was, pairs.before.last_act(source)})


def _reaches(at: int, act: int, said: Said, lexicon: Lexicon) -> bool:
    """Whether a word stands so close to an act that it belongs to it, wherever the parse hangs it:
    "*results* were recorded", "recorded by me in *the log*"."""
    between = said.words[min(at, act) + 1 : max(at, act)]
    if at < act:
        be = any(word.key in lexicon.words("be_words") for word in between)
        return be and not any(word.stated or word.token.mark for word in between)
    return not any(word.stated or word.token.mark or word.key == "and" for word in between)


def _claims_of_another(at: int, source: int, pairs: Matched, lexicon: Lexicon) -> bool:
    """Whether a word that claims something is now said of another word: "the first shift",
    "first worked"."""
    word, origin = pairs.after.words[at], pairs.before.words[source]
    telling = lexicon.words("exclusive_words") | lexicon.words("absolute_words")
    if word.key not in telling - lexicon.words("universal_words"):
        return False
    if word.token.text.casefold() in lexicon.words("dealing_words"):
        return False
    if all(
        _shares_out(i, said, lexicon) for i, said in ((at, pairs.after), (source, pairs.before))
    ):
        return False
    head = pairs.words.get(word.head)
    if head is None or origin.head not in pairs.back or _leads_same(at, source, pairs):
        return False
    return head not in phrase(origin.head, pairs.before)


def _shares_out(at: int, said: Said, lexicon: Lexicon) -> bool:
    """Whether an "each" stands behind what it shares out, with no noun of its own: "24 families,
    with two visits to *each*", "the classes had 18 riders *each*"."""
    behind = said.words[at + 1 : at + 2]
    alone = not behind or behind[0].token.mark or behind[0].tag in ("IN", "TO", "CC", "DT", "RB")
    return said.words[at].key in lexicon.words("sharing_out") and alone


def _modifies_same(at: int, source: int, pairs: Matched) -> bool:
    """Whether an adverb stands right in front of the same word, whatever the parse hangs it on:
    "*federally* owned"."""
    if {pairs.after.words[at].tag, pairs.before.words[source].tag} != {"RB"}:
        return False
    behind = (*pairs.after.words[at + 1 : at + 2], *pairs.before.words[source + 1 : source + 2])
    same = len({word.key for word in behind}) == 1
    return len(behind) == 2 and same and all(word.stated for word in behind)


def _leads_same(at: int, source: int, pairs: Matched) -> bool:
    """Whether the next words that state something are the same in both texts."""
    ahead = [
        next((w.key for w in said.words[i + 1 :] if w.stated), None)
        for i, said in ((at, pairs.after), (source, pairs.before))
    ]
    return ahead[0] == ahead[1]
