"""What no reading of a draft in free words can undo: a figure that something went to, by or since,
a reservation in front of a duty, an act that is still to come, an act that was done to the client."""

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from reframe.core.derive import verbs_of
from reframe.core.duty_aims import duties_as_results
from reframe.core.guard_agents import agents_joined
from reframe.core.guard_aims import aims_as_results
from reframe.core.guard_bindings import changed_bindings
from reframe.core.guard_causes import claimed_causes
from reframe.core.guard_counted_acts import counts_as_objects
from reframe.core.guard_described import described_as_done
from reframe.core.guard_detached import detached_from_others
from reframe.core.guard_directions import turned_figures
from reframe.core.guard_exchanged import crossed
from reframe.core.guard_finding import Finding, FindingClass, finding
from reframe.core.guard_fronts import narrowed_fronts, widened_fronts
from reframe.core.guard_happened import happened_as_done
from reframe.core.guard_leaks import leaked_acts
from reframe.core.guard_learning import learned_as_taught
from reframe.core.guard_means import helped_as_means
from reframe.core.guard_others import claimed_of_employers
from reframe.core.guard_pooled_years import pooled_years
from reframe.core.guard_remits import told_remits
from reframe.core.guard_reversed import changed_brackets, reversed_negation, reversed_order
from reframe.core.guard_seen_to import seen_to_as_done
from reframe.core.guard_topics import topics_as_acts
from reframe.core.guard_turns import told_in_turn
from reframe.core.lexicon import Lexicon
from reframe.core.phrases import words_of
from reframe.core.words import Word

_Check = Callable[[str, str, Lexicon], Iterator[tuple[str, int, int]]]


def certain_findings(before: str, after: str, lexicon: Lexicon) -> Iterator[Finding]:
    """Yield what speaks against a draft whatever its words are taken to mean."""
    for figure in turned_figures(before, after, lexicon):
        yield finding("unlicensed", "number", *figure, lexicon)
    low = after.casefold()
    for name in ("frame_reservations", "still_to_come"):
        for pattern, kept in lexicon.maps[name].items():
            found = re.search(pattern, before, re.IGNORECASE)
            if found is not None and re.search(kept, low) is None:
                yield finding("lost", "hedge", found.group(), *found.span(), lexicon)
    for pattern, licence in lexicon.maps["added_standing"].items():
        added = re.search(pattern, after, re.IGNORECASE)
        if added is not None and re.search(licence, before, re.IGNORECASE) is None:
            yield finding("unlicensed", "participation", added.group(), *added.span(), lexicon)
    for looked_for, cls in _LOOKED_FOR:
        for word in looked_for(before, after, lexicon):
            yield finding("unlicensed", cls, *word, lexicon)


def _opposed(before: str, after: str, lexicon: Lexicon) -> Iterator[tuple[str, int, int]]:
    """Yield the words of a draft that turn round where or when something was: "after they closed",
    "before they closed"."""
    opposites = lexicon.maps["opposites"]
    led = {(low, held) for low, held, _ in _places(before, lexicon)}
    for low, held, word in _places(after, lexicon):
        turned = any((was, held) in led and low in opposites[was].split() for was in opposites)
        if turned and (low, held) not in led:
            yield word


def _places(text: str, lexicon: Lexicon) -> Iterator[tuple[str, str, tuple[str, int, int]]]:
    """Yield each word of a text that tells where or when, with the next word that states
    something."""
    words = words_of(text)
    small = lexicon.words("function") | lexicon.words("pronouns") | lexicon.words("be_words")
    small = small | lexicon.words("determiners")
    for at, word in enumerate(words):
        behind = (w.low for w in words[at + 1 :] if w.low not in small and not w.mark)
        if held := next(behind, ""):
            yield word.low, held, (word.text, word.start, word.end)


def _done_to(before: str, after: str, lexicon: Lexicon) -> Iterator[tuple[str, int, int]]:
    """Yield the first act of a draft that the source says was done to the client: "Was taught the
    till", "Taught the till"."""
    words = [w for w in words_of(before) if w.low not in lexicon.words("first_person_subjects")]
    if len(words) < 3 or words[0].low not in lexicon.words("bare_auxiliaries"):
        return
    lemmas = lexicon.lemmas(words[1].low, "participle")
    turned = lemmas & lexicon.words("turned_by_passive")
    said = words_of(after)
    own = lexicon.words("own_agents")
    agents = [b.low for a, b in pairwise(words) if a.low == "by"]
    # "Was driven to farms by a supervisor": who drove is told.
    others = bool(set(agents) & lexicon.words("determiners"))
    led = words[2].low in lexicon.words("prepositions") and not others
    if led and (acted := _acts_on(words[3:], lemmas, said, lexicon)):
        yield acted
        return
    if not others or any(word.low == "by" for word in said):  # "Trained by the vendor"
        lemmas -= lexicon.words("passive_openers") - turned
    if not lemmas or set(agents) & own or (not turned and led):
        return
    doing = lexicon.words("doing_verbs") | lexicon.words("support_verbs")
    carried = bool(said) and bool(lexicon.lemmas(said[0].low, "past") & doing)
    for at, word in enumerate(said):
        passive = at > 0 and said[at - 1].low in lexicon.words("be_words")
        # "Was mentored by a stylist", "Mentored by a stylist"
        passive = passive or [w.low for w in said[at + 1 : at + 2]] == ["by"]
        told = lexicon.lemmas(word.low, "past")
        if carried and at:  # "Was interviewed by the press", "Conducted press interviews"
            told = told | verbs_of(lexicon.singular(word.low), lexicon)
        if told & lemmas and not passive:
            yield word.text, word.start, word.end
            return


def _acts_on(
    behind: Sequence[Word], lemmas: set[str], said: Sequence[Word], lexicon: Lexicon
) -> tuple[str, int, int] | None:
    """Return the word of a draft that does something to what the source only ties it to by a
    preposition: "Was trained *on children*", "Trained children"."""
    small = lexicon.words("determiners")
    thing = next((word.low for word in behind if word.low not in small), None)
    for at, word in enumerate(said[:-1]):
        passive = at > 0 and said[at - 1].low in lexicon.words("be_words")
        held = next((w.low for w in said[at + 1 :] if w.low not in small), None)
        if held == thing and not passive and lexicon.lemmas(word.low, "past") & lemmas:
            return word.text, word.start, word.end
    return None


def _turned_passive(before: str, after: str, lexicon: Lexicon) -> Iterator[tuple[str, int, int]]:
    """Yield the acts of a draft that were done to the client, where the source says that they did
    them: "was interviewing", "was interviewed"."""
    did = {lemma for _, word in _been(before, lexicon) for lemma in lexicon.lemmas(word, "gerund")}
    done = {lemma for _, word in _been(before, lexicon) for lemma in lexicon.lemmas(word, "past")}
    for found, word in _been(after, lexicon):
        if lexicon.lemmas(word, "participle") & did - done:
            yield found


def _been(text: str, lexicon: Lexicon) -> Iterator[tuple[tuple[str, int, int], str]]:
    """Yield the words right behind a form of "be", each with its letters in lower case."""
    for front, word in pairwise(words_of(text)):
        if front.low in lexicon.words("be_words"):
            yield (word.text, word.start, word.end), word.low


_LOOKED_FOR: tuple[tuple[_Check, FindingClass], ...] = (
    (_opposed, "relation"),
    (_turned_passive, "relation"),
    (topics_as_acts, "relation"),
    (aims_as_results, "relation"),
    (duties_as_results, "outcome"),
    (changed_bindings, "relation"),
    (claimed_causes, "relation"),
    (claimed_of_employers, "relation"),
    (told_remits, "relation"),
    (leaked_acts, "participation"),
    (narrowed_fronts, "participation"),
    (widened_fronts, "relation"),
    (told_in_turn, "relation"),
    (_done_to, "relation"),
    (learned_as_taught, "relation"),
    (agents_joined, "participation"),
    (helped_as_means, "participation"),
    (described_as_done, "relation"),
    (happened_as_done, "outcome"),
    (seen_to_as_done, "relation"),
    (detached_from_others, "relation"),
    (reversed_order, "relation"),
    (reversed_negation, "negation"),
    (changed_brackets, "relation"),
    (crossed, "relation"),
    (counts_as_objects, "relation"),
    (pooled_years, "relation"),
)
"""What is looked for in the words of both texts, and what it changes where it is found."""
