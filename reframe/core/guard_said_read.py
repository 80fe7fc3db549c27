"""Read a text in free words for weighing: the guard's words with the arcs of a parse."""

from collections.abc import Sequence
from dataclasses import replace

from reframe.core.bullet import ParsedBullet
from reframe.core.derive import regular_verbs, verbs_of
from reframe.core.guard_finding import CLAIMING
from reframe.core.guard_said import PRESENT, Said, Word
from reframe.core.guard_tokens import Token, read_tokens
from reframe.core.inflect import parts
from reframe.core.lexicon import Lexicon
from reframe.core.tree import Token as Parsed

# Labels of words that only carry another: auxiliaries, copulas, prepositions, articles.
_CARRYING = frozenset({"aux", "aux:pass", "cop", "case", "mark", "cc", "det", "expl", "fixed"})
_SMALL = frozenset({"PRP", "PRP$", "DT", "IN", "TO", "CC", "RP", "WP", "WP$", "WDT"})
_DESCRIBING = frozenset({"amod", "compound", "nmod"})
_CLAIMS = tuple(name for _, name in CLAIMING)


def read_said(
    bullet: ParsedBullet, tokens: Sequence[Parsed], lexicon: Lexicon, *, source: bool
) -> Said:
    """Return the words of a text with the parse of it; ``bullet`` tells its openers."""
    read = read_tokens(bullet.text, lexicon)
    chiefs = _chiefs(read, tokens)
    at_of: dict[int, int] = {}
    for at, token in enumerate(read):
        for parsed in tokens:
            if token.start <= parsed.idx < token.end:
                at_of.setdefault(parsed.i, at)
    openers = [
        (s.opener.start, s.opener.end)
        for s in bullet.segments
        if s.opener is not None and s.frame in _stripped(lexicon)
    ]
    words = []
    for at, token in enumerate(read):
        chief = chiefs[at]
        tag, label = (chief.tag_, chief.dep_) if chief is not None else ("", "")
        if tag[:1] == "V" and token.key.endswith("ly") and not lexicon.readings.get(token.key):
            tag, label = "RB", "advmod"  # "Methodically, sorted and filed forms"
        if at and tag in PRESENT and _is_strange(token, lexicon):
            tag = "NNS" if token.key.endswith("s") else "NN"  # "fed tapirs and *lemurs*"
        head = at_of.get(chief.head.i, at) if chief is not None else at
        act = tag[:1] == "V" and label not in _CARRYING
        act = act and (label not in _DESCRIBING or tag == "VBD")
        opened = any(start <= token.start < end for start, end in openers)
        stated = not opened and _states(token, tag, label, lexicon, source=source)
        if (share := _is_share(read, at, lexicon)) is not None:
            stated = share and not opened
        label = "opened" if opened and label in _CARRYING else label
        beside = (*read[max(at - 1, 0) : at], *read[at + 1 : at + 2])
        folded = any(other.start == token.start for other in beside)
        forms = _forms(token, lexicon)
        act = act and stated and not folded and not _is_quality(chief, tokens)
        words.append(Word(token, forms, tag, label, head, stated, act, folded=folded))
    words = _helped_bare(_led_by_manner(words, lexicon), lexicon)
    words = _with_particles(_as_trees(words))
    return Said(bullet.text, tuple(_with_acts(words, lexicon)))


def _helped_bare(words: list[Word], lexicon: Lexicon) -> list[Word]:
    """Read a plain form that "help" governs as one, where the parse gives it a subject of its own:
    "helped over 40 pupils *reach* grade 5"."""
    turned: dict[int, Word] = {}
    for at, word in enumerate(words):
        helper = words[word.head]
        bare = word.tag == "VBP" and word.label in ("xcomp", "ccomp")
        if bare and helper.act and helper.forms & lexicon.words("bare_helpers"):
            turned[at] = replace(word, tag="VB", label="xcomp")
            turned |= {
                i: replace(other, label="obj", head=word.head)
                for i, other in enumerate(words)
                if other.head == at and other.label == "nsubj"
            }
    return [turned.get(i, word) for i, word in enumerate(words)]


def _led_by_manner(words: list[Word], lexicon: Lexicon) -> list[Word]:
    """Read the act that a line begins with behind how it was done, where the parse takes it for what
    describes a thing: "Manually *sorted* mail"."""
    at = next((i for i, word in enumerate(words) if word.label != "advmod"), 0)
    if not at or not words[at].stated or words[at].tag not in ("VBN", "VBD"):
        return words
    manner = {word.key for word in words[:at]}
    if words[at].label not in _DESCRIBING or manner & lexicon.words("degree_manners"):
        return words
    thing = words[at].head
    if words[thing].label != "ROOT" or words[thing].tag[:2] != "NN":
        return words
    turned = {
        at: replace(words[at], tag="VBD", label="ROOT", head=at, act=True),
        thing: replace(words[thing], label="obj", head=at),
    }
    turned |= {i: replace(words[i], head=at) for i in range(at) if words[i].head == thing}
    return [turned.get(i, word) for i, word in enumerate(words)]


def _as_trees(words: list[Word]) -> list[Word]:
    """Cut every circle of heads: several words of the parse may be one word here."""
    for at in range(len(words)):
        seen, above = {at}, at
        while words[above].head not in seen:
            above = words[above].head
            seen.add(above)
        if words[above].head != above or words[above].label != "ROOT":
            words[above] = replace(words[above], head=above, label="ROOT")
    return words


def _with_acts(words: list[Word], lexicon: Lexicon) -> list[Word]:
    """Give every word the acts that it may name with the words behind it: "fill in for"."""
    for at, word in enumerate(words):
        behind = [w.key for w in words[at + 1 : at + 3]]
        ends = {word.particle} if word.particle else {""}
        ends |= {" ".join(behind[:size]) for size in (1, 2)}
        lemmas = {r.lemma for r in lexicon.readings.get(word.token.text.casefold(), ())}
        acts = {f"{form} {end}".strip() for form in lemmas or word.forms for end in ends}
        if not word.act:
            acts |= {v for form in word.forms for v in acts_named(form, lexicon)}
        words[at] = replace(word, acts=frozenset(acts))
    return words


def _is_strange(token: Token, lexicon: Lexicon) -> bool:
    """Whether a word is no verb that the tables know, nor made from one: it names a thing."""
    low = token.text.casefold()
    known = lexicon.lemmas(low) or lexicon.lemmas(token.key) or regular_verbs(low, lexicon)
    return low.isalpha() and not known


def _chiefs(read: Sequence[Token], tokens: Sequence[Parsed]) -> list[Parsed | None]:
    """Return for each word the token of the parse that ties it to the rest."""
    found: list[Parsed | None] = []
    for token in read:
        own = [p for p in tokens if token.start <= p.idx < token.end]
        inside = {p.i for p in own}
        outward = (p for p in own if p.head.i not in inside or p.head.i == p.i)
        found.append(next(outward, own[0] if own else None))
    return found


def _is_quality(chief: Parsed | None, tokens: Sequence[Parsed]) -> bool:
    """Whether a word tells what something was: "was *compliant*", but not "was to *comply*"."""
    below = [p for p in tokens if chief is not None and p.head.i == chief.i]
    led = any(p.dep_ == "mark" and p.tag_ == "TO" for p in below)
    return not led and any(p.dep_ == "cop" for p in below)


def _stripped(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(frame.name for frame in lexicon.frames if frame.strip)


def _states(token: Token, tag: str, label: str, lexicon: Lexicon, *, source: bool) -> bool:
    """Whether a word states something: it claims, or belongs to no closed class."""
    if token.mark:
        return False
    if token.figure is not None:
        return True
    key = token.key
    if key in lexicon.words("free_words") or key in lexicon.words("stateless"):
        return False
    if key in lexicon.words("place_words") and key in lexicon.words("hedge_words"):
        return False  # "about 40" is judged as a figure
    claims = any(key in lexicon.words(name) for name in _CLAIMS)
    if claims and not source:
        return True
    if key in lexicon.words("droppable") or (key in lexicon.words("padding") and tag[:1] != "V"):
        return False
    if claims:
        return True
    if (tag[:1] != "V" and key in lexicon.words("place_words")) or key in lexicon.words(
        "particles"
    ):
        return False
    return label not in _CARRYING and tag not in _SMALL


def _is_share(read: Sequence[Token], at: int, lexicon: Lexicon) -> bool | None:
    """Whether a word tells that only a part is meant, "some of the tests", and not whose part it
    was, "part of the team"; None for a word that tells neither."""
    behind = read[at + 1].key if at + 1 < len(read) else ""
    shared = {token.key for token in read[at + 2 : at + 5]} & lexicon.words("credit_words")
    if behind != "of" or read[at].key not in lexicon.words("share_words"):
        return None
    return not shared


def _forms(token: Token, lexicon: Lexicon) -> frozenset[str]:
    key, low = token.key, token.text.casefold()
    lemmas = {r.lemma for word in (key, low) for r in lexicon.readings.get(word, ())}
    lemmas = lemmas or set(regular_verbs(low, lexicon)) or _prefixed(low, lexicon)
    nouns = {lexicon.singular(key), lexicon.singular(low)}
    if len(key) > 3 and key.endswith("s") and not key.endswith("ss"):
        nouns.add(key[:-1])
    return frozenset({key} | lemmas | nouns)


def _prefixed(low: str, lexicon: Lexicon) -> set[str]:
    """Return the verbs that a word which no table lists is a form of, by its last part: "rehang" of
    "rehung"."""
    known = lexicon.words("verb_prefixes")
    return {
        prefix + lemma
        for prefix, stem in parts(low)
        if prefix in known
        for lemma in lexicon.lemmas(stem)
    }


def acts_named(noun: str, lexicon: Lexicon) -> frozenset[str]:
    """Return the acts that a noun names."""
    loose = lexicon.maps["loose_act_nouns"].get(noun)
    named = verbs_of(noun, lexicon) or regular_verbs(noun, lexicon)
    return named | (frozenset({loose}) if loose else frozenset())


def _with_particles(words: list[Word]) -> list[Word]:
    """Give every verb its particle, which states nothing by itself."""
    for at, word in enumerate(words):
        if word.label == "compound:prt" and words[word.head].act and not words[word.head].particle:
            words[word.head] = replace(words[word.head], particle=word.key)
            words[at] = replace(word, stated=False)
    return words
