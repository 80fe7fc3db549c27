"""The form of an act behind another word: "avoided *to waste* food", "committed to *provide* care",
"skilled in *manage* crews", "learned to *cleaning* the shop"."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from reframe.core.inflect import inflect
from reframe.core.lexicon import Lexicon
from reframe.core.mechanics_gerunds import bare_row, bare_verb
from reframe.core.mechanics_ties import names_people
from reframe.core.noun_starts import is_noun_start
from reframe.core.suggestion import Edit, repaired
from reframe.core.words import Word, looks_plural

_ING = "Behind a preposition the act stands in -ing."
_TAKES = 'Behind "{}" the act stands in -ing.'
_PLAIN = 'Behind "to" the act stands in its plain form.'
_LET = 'Whom one lets do something does it without "to".'
_TIED = '"{}" leads to it by "{}".'
_REACH = 4


def verb_tie_edits(words: Sequence[Word], lexicon: Lexicon) -> Iterator[Edit]:
    """Yield the form that the word in front of an act wants."""
    for tie, act in pairwise(words):
        if not tie.i or not act.text.islower():
            continue
        front = words[tie.i - 1]
        if tie.low == "to" and front.text in lexicon.words("goals_of"):
            yield from _aimed(words, front, tie, act, lexicon)
        elif tie.low == "to" and front.low in lexicon.maps["ing_for_to"]:
            yield from _tied(words, front, tie, act, lexicon)
        elif tie.low == "to" and _is_past(act, lexicon) and _is_held(words, act, lexicon):
            told = min(lexicon.lemmas(act.low, "past"))
            yield repaired(act.start, act.end, told, _PLAIN)
        elif tie.low == "to":
            yield from _behind_to(words, front, tie, act, lexicon)
        elif tie.text in lexicon.words("leads_to_ing"):
            verb = _acts(words, act, lexicon)
            row = bare_row(words, act.i, lexicon) if verb else []
            # "Foresaw *in advance* the storm": what may be a noun is one here.
            sure = tie.text in lexicon.words("leads_to_ing_alone") or (
                bool(bare_verb(act, lexicon)) and _is_held(words, act, lexicon)
            )
            alike = all(bare_verb(word, lexicon) for word in row[1:])
            if verb and sure and alike and not _leads_on(front, lexicon):
                for word in row:
                    told = inflect(
                        verb if word is act else bare_verb(word, lexicon), "gerund", lexicon
                    )
                    yield repaired(word.start, word.end, told, _ING)


def _aimed(
    words: Sequence[Word], front: Word, to: Word, act: Word, lexicon: Lexicon
) -> Iterator[Edit]:
    """Yield "of" and -ing behind "with the goal": "with the goal *to win*"."""
    led = [word.low for word in words[max(front.i - _REACH, 0) : front.i]]
    verb = lexicon.lemmas(act.low, "base")
    if "with" in led and {"a", "the"} & set(led[led.index("with") :]) and len(verb) == 1:
        told = inflect(min(verb), "gerund", lexicon)
        yield repaired(to.start, act.end, f"of {told}", _ING)


def _tied(
    words: Sequence[Word], front: Word, to: Word, act: Word, lexicon: Lexicon
) -> Iterator[Edit]:
    """Yield "for", "in" or the like and -ing: "responsible *to keep* the books"."""
    that = act.i + 1 < len(words) and words[act.i + 1].low == "that"
    verb = bare_verb(act, lexicon) if that else _acts(words, act, lexicon)
    lead = words[front.i - 1].low if front.i else ""
    if front.low == "charge" and lead != "in":
        return
    heads = front.i == 0 or lexicon.among(lead, "be_words", "conjunctions", "adverbs")
    heads = heads or lead in {"in", ",", "solely", "directly", "fully"}
    row = bare_row(words, act.i, lexicon)[1:] if verb and heads else []
    if verb and heads and all(bare_verb(word, lexicon) for word in row):
        tie = lexicon.maps["ing_for_to"][front.low]
        told = f"{tie} {inflect(verb, 'gerund', lexicon)}"
        yield repaired(to.start, act.end, told, _TIED.format(front.low, tie))
        for word in row:
            told = inflect(bare_verb(word, lexicon), "gerund", lexicon)
            yield repaired(word.start, word.end, told, _ING)


def bare_edits(words: Sequence[Word], lexicon: Lexicon) -> Iterator[Edit]:
    """Yield the preposition that lacks in front of an act in -ing ("*Involved* baking bread"), or of
    what one helps with ("assisted *the setup* of stalls")."""
    for front, act in pairwise(words):
        tie = lexicon.maps["bare_in_front_of_ing"].get(front.low)
        if tie and front.i == 0 and _is_gerund(words, act, lexicon):
            yield repaired(front.end, front.end, f" {tie}", _TIED.format(front.low, tie))
        elif lexicon.lemmas(front.low) == {"assist"} and _leads_to_name(words, act.i, lexicon):
            if front.i and words[front.i - 1].low in lexicon.words("conjunctions"):
                continue  # "leading and *assisting* the setup of": one object for both
            yield repaired(front.end, front.end, " with", _TIED.format(front.low, "with"))


def _leads_to_name(words: Sequence[Word], at: int, lexicon: Lexicon) -> bool:
    """Whether the name of an act and "of" stand here, described or not."""
    for word in words[at : at + _REACH]:
        if word.text in lexicon.words("assisted_with"):
            return word.i + 1 < len(words) and words[word.i + 1].low == "of"
        named = ("row_things", "adjectives", "sure_adjectives")
        known = any(word.low in lexicon.words(name) for name in named)
        if not known or not word.text.islower():
            return False
    return False


def _is_past(word: Word, lexicon: Lexicon) -> bool:
    """Whether a word is the past of one act, and no plain form."""
    past = lexicon.lemmas(word.low, "past")
    return len(past) == 1 and not lexicon.lemmas(word.low, "base", "gerund")


def _behind_to(
    words: Sequence[Word], front: Word, to: Word, act: Word, lexicon: Lexicon
) -> Iterator[Edit]:
    lemmas = lexicon.lemmas(front.low)
    verb = _acts(words, act, lexicon)
    plain = lexicon.lemmas(act.low, "base")
    told = words[front.i - 1].low if front.i else ""
    free = told not in lexicon.words("be_before")  # "was asked to"
    if len(plain) == 1 and free and lemmas & lexicon.words("takes_ing"):
        told = inflect(min(plain), "gerund", lexicon)
        yield repaired(to.start, act.end, told, _TAKES.format(front.low))
    elif verb and _is_tied(words, to.i, lexicon):
        yield repaired(act.start, act.end, inflect(verb, "gerund", lexicon), _ING)
    elif _wants_plain(words, to.i, lexicon) and _is_gerund(words, act, lexicon):
        told = min(_verbs(act, lexicon))
        yield repaired(act.start, act.end, told, _PLAIN)
    elif verb and names_people(front, lexicon) and to.i > 1:
        lead = words[to.i - 2]
        if lexicon.lemmas(lead.low) == {"let"} and lead.low in {"let", "letting", "lets"}:
            yield repaired(front.end, to.end, "", _LET)


def _acts(words: Sequence[Word], act: Word, lexicon: Lexicon) -> str:
    """Return the verb of a word that is a plain form and nothing else, or that leads to an article;
    "" where it may be a noun."""
    behind = words[act.i + 1] if act.i + 1 < len(words) else None
    lemmas = lexicon.lemmas(act.low, "base")
    if behind is None or behind.mark or len(lemmas) != 1:
        return ""
    readings = lexicon.readings.get(act.low, ())
    named = any(r.nominal or r.guessed or r.form != "base" for r in readings)
    held = _is_held(words, act, lexicon)
    if not held and (named or lexicon.among(act.low, "adjectives", "adjective_verbs")):
        return ""
    thing = is_noun_start(words, behind.i, lexicon) or behind.low in lexicon.words("shows_acts")
    verb = min(lemmas)
    return verb if (held or thing) and lexicon.verb(verb) is not None else ""


def _is_held(words: Sequence[Word], act: Word, lexicon: Lexicon) -> bool:
    """Whether an article or the like stands behind an act: "in manage *the* crew"."""
    behind = words[act.i + 1] if act.i + 1 < len(words) else None
    return behind is not None and behind.text in lexicon.words("row_things")


def _leads_on(front: Word, lexicon: Lexicon) -> bool:
    """Whether a preposition belongs to the word in front, and an act of its own may follow: "log
    *in* manage", "what it is for"."""
    small = lexicon.words("relatives") | lexicon.words("comes_in") | lexicon.words("leads_on")
    return front.mark or front.low in small or bool(lexicon.lemmas(front.low) & small)


def _is_tied(words: Sequence[Word], to: int, lexicon: Lexicon) -> bool:
    """Whether a "to" is a preposition: "*committed* to", "look *forward* to", "*limited* to"."""
    front = words[to - 1].low
    if front == "forward":
        return to > 1 and bool(lexicon.lemmas(words[to - 2].low) & {"look"})
    return front in lexicon.words("ties_with_to")


def _wants_plain(words: Sequence[Word], to: int, lexicon: Lexicon) -> bool:
    """Whether a "to" leads to an act: "*learned* to", "worked with *owners* to"."""
    front = words[to - 1]
    if lexicon.lemmas(front.low) & lexicon.words("takes_plain"):
        return front.low not in lexicon.words("ties_with_to")
    if front.low in lexicon.words("leads_to_acts"):
        return True
    near = words[max(to - 1 - _REACH - (front.low in lexicon.words("teams_told_in_full")), 0) : to]
    works = [w for w in near if lexicon.lemmas(w.low) & lexicon.words("works_with")]
    tied = bool(works) and words[works[-1].i + 1].low == "with"
    return tied and (names_people(front, lexicon) or front.low in lexicon.words("numbered_many"))


def _is_gerund(words: Sequence[Word], act: Word, lexicon: Lexicon) -> bool:
    """Whether an -ing word is an act with its object: "to *cleaning the* shop"; a trade or a noun
    ("to *building* codes") is none."""
    behind = words[act.i + 1] if act.i + 1 < len(words) else None
    if behind is None or not lexicon.is_gerund(act.low):
        return False
    if len(_verbs(act, lexicon)) != 1:
        return False
    if behind.low in lexicon.words("row_things"):
        return True
    named = ("gerund_nouns", "gerund_modifiers", "compound_gerunds", "things_in_ing")
    trade = any(act.low in lexicon.words(name) for name in named)
    # "To *solving complex* riddles" is an act, though solving is a trade in others.
    described = lexicon.among(behind.low, "sure_adjectives", "adjectives")
    return (described or not trade) and _has_plural(words, behind.i, lexicon)


def _has_plural(words: Sequence[Word], at: int, lexicon: Lexicon) -> bool:
    """Whether a plural stands here, described by adjectives or by one noun in front of it."""
    for word in words[at : at + _REACH]:
        if not word.text.islower():
            return False
        if looks_plural(word.low):
            return True
        behind = words[word.i + 1] if word.i + 1 < len(words) else None
        if behind is not None and word.i > at and looks_plural(behind.low):
            return is_noun_start(words, word.i, lexicon)  # "solving technical *business* riddles"
        if word.low != "and" and not lexicon.among(word.low, "sure_adjectives", "adjectives"):
            return False
    return False


def _verbs(act: Word, lexicon: Lexicon) -> list[str]:
    """Return the known verbs that a word is the -ing form of."""
    lemmas = lexicon.lemmas(act.low, "gerund")
    return [lemma for lemma in lemmas if lexicon.verb(lemma) is not None]
