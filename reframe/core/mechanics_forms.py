"""One act in another form than its row: "greets guests and *bag* the goods", "answering phones and
*to greet* guests"."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from reframe.core.bullet import VerbForm
from reframe.core.inflect import inflect
from reframe.core.lexicon import Lexicon
from reframe.core.noun_starts import small_words
from reframe.core.phrases import rows_in
from reframe.core.suggestion import Edit, repaired
from reframe.core.words import Word, looks_plural

_NEAR = 4
"""So many words may stand in front of an opener: "In this role I was responsible for"."""
_WHY = "Acts in a row stand in one form."
_SLIPS: dict[VerbForm, tuple[VerbForm, ...]] = {"base": ("third",), "past": ("base", "third")}


def form_edits(words: Sequence[Word], lexicon: Lexicon) -> Iterator[Edit]:
    """Yield the form of a row for an act that strays from it, where nothing in front of it could
    have it done by others, and what stands behind it shows that it is an act."""
    form = _form(words, lexicon)
    if form is None:
        return
    slips: tuple[VerbForm, ...] = _SLIPS.get(form, ("base",))
    # "Worked on *building* boats and paint hulls": painted, or worked on painting.
    other = next((act.i for act in _led_acts(words, lexicon)), len(words))
    row = [*_row(words if form == "gerund" else words[:other], lexicon)]
    for slip in slips:
        yield from _formed(words, row, slip, form, lexicon)


def _led_acts(words: Sequence[Word], lexicon: Lexicon) -> Iterator[Word]:
    """Yield the acts in -ing behind a preposition."""
    leads = lexicon.words("prepositions") - {"to"}  # "to *prioritizing*" is a slip itself
    for lead, act in pairwise(words):
        if lead.low in leads and _acts_in_ing(words, act.i, lexicon):
            yield act


def _acts_in_ing(words: Sequence[Word], at: int, lexicon: Lexicon) -> bool:
    """Whether an -ing word is an act, and no noun: "*building* a hall", not "building codes"."""
    held = at + 1 < len(words) and words[at + 1].low in lexicon.words("row_things")
    noun = words[at].low in lexicon.words("gerund_nouns")
    return lexicon.is_gerund(words[at].low) and (held or not noun)


def led_edits(words: Sequence[Word], lexicon: Lexicon) -> Iterator[Edit]:
    """Yield the -ing form for acts in their plain form inside a row in -ing that an opener leads to:
    "duties included greeting guests, *verify* bookings and taking calls"."""
    if first := _led(words, lexicon):
        yield from _formed(words, _row(words[first:], lexicon), "base", "gerund", lexicon)


def _formed(
    words: Sequence[Word], row: Iterable[Word], slip: VerbForm, form: VerbForm, lexicon: Lexicon
) -> Iterator[Edit]:
    """Yield the form of a row for each of its words that stands in another, unless one of them
    may be an act too that would stay behind ("deployed builds and *monitor* through boards")."""
    found: list[Edit] = []
    for word in row:
        lemmas = lexicon.lemmas(word.low, slip)
        if len(lemmas) != 1 or lexicon.lemmas(word.low, form):
            continue  # "*found* a way" is past
        if _is_act(words, word.i, lexicon) or _only_acts(words, word.i, lexicon):
            told = inflect(min(lemmas), form, lexicon)
            found.append(repaired(word.start, word.end, told, _WHY))
        elif word.i + 1 < len(words) and words[word.i + 1].low in lexicon.words("closing_ties"):
            return
    yield from found


def _led(words: Sequence[Word], lexicon: Lexicon) -> int:
    """Return where a row in -ing begins that the opener of a line leads to, or 0: the acts of
    "*assist* guests with booking tours and *sell* tickets" may be two of the line itself."""
    rows = [
        row for name in ("gerund_leads", "row_leads") for row in rows_in(words, lexicon.maps[name])
    ]
    leads = [at + size for at, size, _ in sorted(rows) if at <= _NEAR]
    head = words[0].low if words else ""
    helps = lexicon.lemmas(head) & lexicon.words("assisting_verbs")
    if not leads and helps and not lexicon.lemmas(head, "base"):
        leads = [word.i + 1 for word in words if word.low in lexicon.words("act_of_places")]
    first = leads[0] if leads else len(words)
    return first if first + 1 < len(words) and _acts_in_ing(words, first, lexicon) else 0


def _only_acts(words: Sequence[Word], at: int, lexicon: Lexicon) -> bool:
    """Whether a word is a verb and neither a noun nor what describes one: "*reorder* of drugs" and
    "*shut* offs" are nouns whatever the tables know of them."""
    low = words[at].low
    readings = lexicon.readings.get(low, ())
    behind, beyond = (words[n].low if n < len(words) else "" for n in (at + 1, at + 2))
    if f"{low} {behind}" in lexicon.words("set_acts"):
        return True
    pair = f"{low} {behind.removesuffix('s')}"
    led = beyond in lexicon.words("closing_ties") and not behind.endswith("s")
    if not led and (pair in lexicon.maps["joined_nouns"] or pair in lexicon.maps["particle_nouns"]):
        return False  # "*shut* offs", "*follow* up calls"
    named = behind == "of" or not behind[:1].isalpha() or low in small_words(lexicon)
    named = named or f"{low} {behind}" in lexicon.phrases("set_nouns") or behind == "you"
    describes = lexicon.among(low, "adjectives", "adjective_verbs")
    return not (named or describes) and all(not r.nominal and not r.guessed for r in readings)


def infinitive_edits(words: Sequence[Word], lexicon: Lexicon) -> Iterator[Edit]:
    """Yield the -ing form for "to" and a verb that close a row of acts in -ing, where no other "to"
    stands in the line: "in checking bags and *to change* lamps"."""
    acts = [
        one.i
        for one, two in pairwise(words)
        if one.low == "to" and lexicon.lemmas(two.low, "base")  # not "to the manager"
    ]
    at = acts[0] if len(acts) == 1 else 0
    if at < 2 or at + 2 >= len(words) or words[at - 1].low not in lexicon.words("adding_joints"):
        return  # ", to keep it safe" is what for
    act, behind = words[at + 1], words[at + 2]
    lemmas = lexicon.lemmas(act.low, "base")
    shown = behind.low in lexicon.words("row_things") or looks_plural(behind.low)
    named = any(
        one.low == "the" and lexicon.is_gerund(two.low) for one, two in pairwise(words[:at])
    )
    if len(lemmas) != 1 or behind.mark or not shown or named:
        return  # "driving a bus, *the doing of* checks, and to report faults"
    led = any(_led_acts(words[:at], lexicon))
    if led or _form(words, lexicon) == "gerund":
        told = inflect(min(lemmas), "gerund", lexicon)
        yield repaired(words[at].start, act.end, told, _WHY)


def closing_edits(words: Sequence[Word], lexicon: Lexicon) -> Iterator[Edit]:
    """Yield the plain form for an act in -ing whose "and" closes a row of acts in their plain form:
    "to sweep floors, empty bins and *restocking of* shelves"."""
    act = _closing(words, lexicon)
    behind = words[act.i + 1] if act is not None and act.i + 1 < len(words) else None
    if act is None or behind is None:
        return
    tied = behind.low == "of" or behind.low in lexicon.words("closing_ties")
    lemmas = lexicon.lemmas(act.low, "gerund")
    if len(lemmas) == 1 and (tied or behind.low in lexicon.words("row_things")):
        end = behind.end if behind.low == "of" else act.end
        yield repaired(act.start, end, inflect(min(lemmas), "base", lexicon), _WHY)


def _closing(words: Sequence[Word], lexicon: Lexicon) -> Word | None:
    """Return the -ing word behind the one "and" of a row of at least two acts in their plain form,
    which begins the line or stands behind its one "to"."""
    to = [word.i for word in words if word.low == "to"]
    start = 0 if _form(words, lexicon) == "base" else to[0] + 1 if len(to) == 1 else len(words)
    nested = lexicon.words("relatives") | {".", ";", ":", "("}
    acts = last = 0
    for word in words[start:]:
        if word.low in nested or (word.low == "to" and word.i != start - 1):
            return None
        front = words[word.i - 1].low if word.i else ""
        if word.i == start or front in lexicon.words("row_joints"):
            held = words[word.i + 1].low if word.i + 1 < len(words) else ""
            shown = word.i == start > 0 or held in lexicon.words("row_things")
            readings = lexicon.readings.get(word.low, ())
            if any(r.form == "base" and (shown or not r.nominal) for r in readings):
                acts, last = acts + 1, word.i
        if front in lexicon.words("adding_joints") and word.i > start:
            # "develop rules for storage and *handling of* acids" goes on with the nouns
            between = {w.low for w in words[last + 1 : word.i]} & lexicon.words("prepositions")
            closes = acts > 1 and word.text.islower()
            closes = closes and (words[word.i - 2].low == "," or not between)
            return word if closes and lexicon.is_gerund(word.low) else None
    return None


def _form(words: Sequence[Word], lexicon: Lexicon) -> VerbForm | None:
    """Return the form of the first word of a line, where it can only be an act of the client's own:
    who helps, lets or watches others begins no row."""
    readings = lexicon.readings.get(words[0].low, ()) if words else ()
    if any(r.nominal or r.guessed or r.lemma in _others(lexicon) for r in readings):
        return None
    forms = {r.form for r in readings} - {"participle"}
    return forms.pop() if len(forms) == 1 else None


def _others(lexicon: Lexicon) -> frozenset[str]:
    """Return the verbs behind which others act: "helped", "watched"."""
    return lexicon.words("acts_behind") | lexicon.words("watched_acts")


def _row(words: Sequence[Word], lexicon: Lexicon) -> Iterator[Word]:
    """Yield the words in small letters behind a joint, up to where others may act or a clause
    begins."""
    nested = lexicon.words("relatives") | lexicon.words("subordinators") | lexicon.words("modals")
    nested |= lexicon.words("subject_leads") | {".", ";", ":", "("}
    others = _others(lexicon)
    for front, word in pairwise(words):
        joined = front.low in lexicon.words("row_joints")
        assured = joined and bool(lexicon.lemmas(word.low, "third", "base"))
        if word.low in nested and not assured:
            return
        if joined and word.text.islower():
            yield word
        if word.low in nested:
            return  # "and *ensures* that others act"
        acts = [r for r in lexicon.readings.get(word.low, ()) if not r.nominal]
        if any(r.lemma in others for r in acts):
            return
        if not joined and any(r.form in ("base", "third") for r in acts):
            return  # "lets guests *choose* and pay": a verb that follows no joint is others'


def _is_act(words: Sequence[Word], at: int, lexicon: Lexicon) -> bool:
    """Whether what stands behind a word shows that it is an act: an article, or the "to" of what is
    tried."""
    behind = words[at + 1] if at + 1 < len(words) else None
    if behind is None:
        return False
    if _is_told_of_many(words, at, lexicon):
        return True
    tried = lexicon.lemmas(words[at].low) & lexicon.words("effort_verbs")
    return behind.low in lexicon.words("row_things") or (behind.low == "to" and bool(tried))


def _is_told_of_many(words: Sequence[Word], at: int, lexicon: Lexicon) -> bool:
    """Whether a word in the third person has an adjective and a plural behind it, as no noun in the
    plural has: "and *makes* necessary repairs"."""
    behind = words[at + 1 : at + 3]
    if len(behind) < 2 or not lexicon.lemmas(words[at].low, "third"):
        return False
    one, two = behind
    described = one.low in lexicon.words("sure_adjectives") - lexicon.words("behind_their_noun")
    return described and looks_plural(two.low) and two.spaced and two.text.islower()
