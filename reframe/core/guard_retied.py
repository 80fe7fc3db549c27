"""Whether another preposition, or another place, ties a word to the same word in another way:
"training for clerks", "training by clerks"."""

from reframe.core.derive import verbs_of
from reframe.core.guard_giving import gives_alike, receives
from reframe.core.guard_match import Matched
from reframe.core.guard_noun_ties import first_of, fits_either
from reframe.core.guard_roles import behind, held, phrase, role
from reframe.core.guard_said import Said, Word
from reframe.core.guard_twins import twins
from reframe.core.lexicon import Lexicon


def tied_otherwise(
    at: int, source: int, pairs: Matched, now: str, was: str, lexicon: Lexicon
) -> bool:
    """Return whether a word's tie says another thing than the one that it had."""
    if now == "manner" and pairs.before.words[source].label == "acl:relcl":
        return True  # "letters that were late", "letters late"
    front = pairs.back.get(pairs.before.words[source].head)
    if (was, now) == ("front", "manner") and front:
        # "late letters", "typed letters late"; "careful cleaning", "carefully cleaning"
        described = pairs.after.words[front]
        if not described.act and not lexicon.is_gerund(described.token.key):
            return True
    if now == was or not now or not was:
        return False
    if _judged_by_first(at, source, pairs) or _stays_beside(at, source, pairs, {now, was}):
        return False
    if was == "of" and _carries_act(at, source, pairs, now, lexicon):
        return False
    if {now, was} == {"from", "to"} and all(
        said.below(i, frozenset({"nummod"}))
        for i, said in ((at, pairs.after), (source, pairs.before))
    ):
        return False  # "from 9 minutes to 6", "from 9 to 6 minutes": which way, the figures tell
    word, origin = pairs.after.words[at], pairs.before.words[source]
    places = lexicon.words("place_words")
    head, tied = held(at, pairs.after), held(source, pairs.before)
    verb, old = pairs.after.words[head], pairs.before.words[tied]
    same_verb = pairs.words.get(head) == tied and bool(verb.forms & old.forms)
    if (
        word.label == "conj" != origin.label
        and was in places
        and pairs.words.get(word.head) == origin.head
    ):
        return True  # "lunches for the meeting", "lunches and the meeting"
    near = lexicon.maps["near_places"].get(was, "").split()
    if not verb.act and not old.act and pairs.words.get(head) == tied:
        near += lexicon.maps["near_noun_places"].get(was, "").split()
    if _twin_ties(old, was, now, lexicon):
        return False
    if {was, now} == {"to", "for"} and _names_service(tied, pairs.words.get(head), pairs, lexicon):
        return False  # "gave tours to pupils", "ran tours for pupils"
    if same_verb and gives_alike(head, tied, pairs, (was, now), lexicon):
        return False
    if was in places and now == "front" and receives(at, source, tied, pairs, lexicon):
        return False  # "gave tours to visitors", "gave visitors tours"
    if fits_either(at, source, pairs, lexicon):
        return False
    if was == "to" and now in ("of", "on", "about") and old.act and not verb.act:
        handed = verb.forms & lexicon.words("handed_things")
        if handed and old.forms & (lexicon.words("giving_verbs") | lexicon.words("support_verbs")):
            return True  # "gave reports to the board", "gave reports of the board"
    served = lexicon.words("receiving_places") | lexicon.words("compound_places")
    reworded = pairs.words.get(head) == tied and not same_verb
    ways = lexicon.words("way_places")
    if now in places and was in places and reworded and not {now, was} <= ways:
        return False
    if now in served and was in served and tied not in pairs.back:
        return False
    telling = lexicon.words("telling_places")
    if now in places and was in places:
        return now not in near and bool({now, was} & telling) and (same_verb or now in telling)
    if was in places and now in ("front", "possessive"):
        front = behind(source, pairs.before)[0]
        if front is not None and pairs.words.get(word.head) == front:
            if was == "by" and now == "possessive":
                return False  # "approval by the partner", "the partner's approval"
            if was == "with" and pairs.before.words[front].forms & lexicon.words("meeting_nouns"):
                return False  # "meetings with clients", "client meetings"
        kind = f"loose_{'folding' if now == 'front' else 'possessive'}_places"
        if now == "front" and word.token.text[:1].isupper() and was in lexicon.words("tool_places"):
            return False
        if now == "possessive" and verb.key in lexicon.words("hedge_words"):
            return False  # "backup to the clerk", "the clerk's backup"
        # "complaints by phone", "phone complaints"
        if now == "front" and was != "by" and _fronts_another(at, source, tied, pairs, lexicon):
            return True
        if was in lexicon.words("receiving_places") and not old.act:
            return False  # "an application to the fund"; "sent invoices to vendors" names no kind
        return was not in lexicon.words(kind)
    if was in places and now == "root":
        return was in telling - {"as"}
    if now == "as":
        return was not in ("root", "front")
    if was in places and now == "object":
        last = pairs.after.last_act(at)
        named = None if last in (None, head) else pairs.words.get(last)
        noun = None if named is None else pairs.before.words[named]
        if noun is not None and (noun.label, noun.head) == ("obj", tied):
            return False  # "Checked and made corrections to maps", "checked and *corrected* maps"
        if was == "of" and old.tag == "VBG":
            return False  # "giving of medications"
        if source < tied and _told_again(tied, pairs, lexicon):
            return False  # "for *late customers*, called them"
        bound = lexicon.words("idle_verbs") | lexicon.words("giving_verbs")
        strict = (
            was not in lexicon.words("loose_object_ties")
            or (word.label == "conj" and was != "of")
            or bool(old.forms & bound)
        )
        return strict and same_verb and old.act
    if was == "object" and now in places:
        return now in telling - {"with"} and same_verb and verb.act
    return was in ("by", "subject") and now == "object"


def _fronts_another(at: int, source: int, tied: int, pairs: Matched, lexicon: Lexicon) -> bool:
    """Whether a noun stands in front of another one, beside which it was tied: "training to
    employees on forklifts", "forklift employees"."""
    head = pairs.words.get(pairs.after.words[at].head)
    if head is None or head == tied or pairs.words[at] in pairs.before.above(head):
        return False
    if behind(source, pairs.before) in ((head, "for"), (head, "of")):
        return False  # "forecasts for *stock*", whatever the parse hangs it on
    if (tied not in pairs.back and not pairs.before.words[tied].act) or head in phrase(
        tied, pairs.before
    ):
        return False
    return role(head, pairs.before, lexicon) in lexicon.words("telling_places")


def _told_again(act: int, pairs: Matched, lexicon: Lexicon) -> bool:
    """Whether what the source's act is done to is a pronoun, for what stands in front."""
    words = pairs.before.words
    objects = pairs.before.below(act, frozenset({"obj"}))
    return any(words[i].key in lexicon.words("plural_pronouns") for i in objects)


def _stays_beside(at: int, source: int, pairs: Matched, ties: set[str]) -> bool:
    """Whether a word that tells where stands right behind a noun in one text and in front of it in
    the other: "shops *downtown*", "*downtown* shops"."""
    front, was = pairs.after.words[at].head, pairs.before.words[source].head
    if ties != {"manner", "front"} or not (at and source):
        return False
    return (_tells_where(source, pairs.before) and pairs.words.get(front) == source - 1) or (
        _tells_where(at, pairs.after) and pairs.words.get(at - 1) == was
    )


def _tells_where(at: int, said: Said) -> bool:
    """Whether a word that tells where stands right behind a noun."""
    word = said.words[at]
    told = word.tag == "RB" and not word.token.text.endswith("ly")
    return told and said.words[at - 1].tag[:2] == "NN"


def _carries_act(at: int, source: int, pairs: Matched, now: str, lexicon: Lexicon) -> bool:
    """Whether a word is tied as the noun of an act was, and the act behind it now: "with *checks* of
    parts by the lead", "with parts *checked* by the lead"."""
    noun = pairs.before.words[source].head
    acts = pairs.origins(pairs.after.below(at, frozenset({"acl"})))
    return noun in acts and role(noun, pairs.before, lexicon) == now


def _names_service(tied: int, named: int | None, pairs: Matched, lexicon: Lexicon) -> bool:
    """Whether what a word is tied to names an act done for somebody, or an empty verb of it."""
    words = pairs.before.words
    if words[tied].act:
        empty = words[tied].forms & (lexicon.words("support_verbs") | lexicon.words("doing_verbs"))
        return bool(empty) and named is not None and _is_act_noun(words[named], lexicon)
    return _is_act_noun(words[tied], lexicon)


def _is_act_noun(word: Word, lexicon: Lexicon) -> bool:
    named = word.forms & lexicon.maps["loose_act_nouns"].keys()
    return not word.act and bool(named or verbs_of(word.key, lexicon))


def _twin_ties(verb: Word, was: str, now: str, lexicon: Lexicon) -> bool:
    """Whether a verb means the same with either preposition: "spoke to", "spoke with"."""
    same = twins(lexicon)
    return any(f"{form} {now}" in same.get(f"{form} {was}", ()) for form in verb.forms)


def _judged_by_first(at: int, source: int, pairs: Matched) -> bool:
    """Whether a word is a later item of the same list in both texts: what ties it is told by the
    first item."""
    firsts = []
    for i, said in ((at, pairs.after), (source, pairs.before)):
        word = said.words[i]
        if word.label != "conj" or said.words[word.head].act or said.below(i, frozenset({"case"})):
            return False
        firsts.append(first_of(i, said))
    return pairs.words.get(firsts[0]) == firsts[1]
