"""A phrase behind the last act of a source that stands behind an earlier act of the draft, in front
of its own: "greeted guests and booked tours *online*", "greeted guests *online* and booked tours"."""

from reframe.core.guard_match import Matched
from reframe.core.guard_roles import governing, set_off
from reframe.core.guard_said import Said, Word
from reframe.core.lexicon import Lexicon

_OWN = frozenset({"ROOT", "conj", "parataxis"})
_PHRASE = frozenset({"obl", "nmod", "obj", "advmod", "advcl", "obl:tmod"})
_LEADS = frozenset({"case", "mark"})


def moved_forward(at: int, source: int, pairs: Matched, lexicon: Lexicon) -> bool:
    """Return whether a word leads a phrase that is said of another act now, while its own act comes
    behind it."""
    if not (_leads(at, pairs.after, lexicon) and _leads(source, pairs.before, lexicon)):
        return False
    now, was = _said_of(at, pairs.after, lexicon), _said_of(source, pairs.before, lexicon)
    if now is None or was is None or now not in pairs.words or pairs.words[now] == was:
        return False
    kept = pairs.back.get(was)
    return kept is not None and kept > at and _is_own(pairs.after.words[kept])


def left_item(at: int, source: int, pairs: Matched) -> bool:
    """Return whether a phrase that commas set behind the "and" of a list, in front of one thing,
    stands in front of that "and": "menus and, *in French*, signs", "menus *in French* and signs"."""
    words = pairs.before.words
    start = next((i for i in range(source, 0, -1) if words[i].token.text == ","), 0)
    end = next((i for i in range(source, len(words)) if words[i].token.text == ","), 0)
    if not start or not end or words[start - 1].tag != "CC":
        return False
    inside = words[start + 1 : end]
    if inside[0].tag not in ("IN", "TO") or any(word.act for word in inside):
        return False
    item = next((i for i in range(end, len(words)) if i in pairs.back), None)
    if item is None or words[item].act or pairs.back[item] < at:
        return False
    return any(word.tag == "CC" for word in pairs.after.words[at : pairs.back[item]])


def left_act(at: int, source: int, pairs: Matched) -> frozenset[int]:
    """Return the acts of the source that a word stood under and stands under now, where none is of
    both and the draft still tells of those that it left; else none."""
    now = pairs.origins(governing(at, pairs.after))
    was = governing(source, pairs.before)
    moved = bool(now and was) and not now & was and pairs.acts_kept(was)
    return was | now if moved else frozenset()


def _leads(at: int, said: Said, lexicon: Lexicon) -> bool:
    """Whether a word is the first of a phrase that tells how, where or when, or such a word."""
    word = said.words[at]
    if word.act or word.label not in _PHRASE:
        return False
    if word.label == "advmod" or word.key in lexicon.words("floating_words"):
        return True
    if word.label == "obj":
        return bool(said.words[word.head].forms & lexicon.words("tool_verbs"))
    return bool(said.below(at, _LEADS)) and word.label != "nmod"


def _said_of(at: int, said: Said, lexicon: Lexicon) -> int | None:
    """Return the act of the client that a phrase stands right in front of or behind, with no other
    act or mark between."""
    if (ahead := set_off(at, said)) is not None:
        return ahead
    behind = said.words[at + 1 : at + 2]
    if behind and said.words[at].label == "advmod" and _is_own(behind[0]):
        return at + 1
    tools = lexicon.words("tool_verbs")
    for i in range(at - 1, -1, -1):
        word = said.words[i]
        if word.act and not word.forms & tools:
            return i if _is_own(word) else None
        if word.token.mark:
            return None
    return None


def _is_own(word: Word) -> bool:
    return word.act and word.label in _OWN and word.tag != "VBG"
