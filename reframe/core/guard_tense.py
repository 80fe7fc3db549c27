"""A change of nothing but tense and articles: no reading can make it say more."""

from collections.abc import Mapping, Sequence
from functools import lru_cache

from reframe.core.bullet import ParsedBullet
from reframe.core.claims import Participation
from reframe.core.lexicon import Lexicon
from reframe.core.manner import is_adverb, tells_how
from reframe.core.phrases import words_of
from reframe.core.progressive import auxiliaries, lead
from reframe.core.words import Word

_PRESENT = frozenset({"base", "third"})
_UNFINISHED = _PRESENT | {"gerund"}


def only_opens_in_past(before: str, after: str, lexicon: Lexicon) -> bool:
    """Return whether the verbs that a line opens with, in a row, went from the present into the
    past and every other word stayed: "Attend and minute meetings", "Attended and minuted ...".

    Behind anything but a joint or an adverb a verb may stand under another ("Help plan and
    *carry* out"), so that its tense would tell of another part in it.
    """
    old, new = words_of(before), words_of(after)
    if len(old) != len(new):
        return False
    moved = [n for n, (was, now) in enumerate(zip(old, new, strict=True)) if was.text != now.text]
    joints = lexicon.words("act_joint_words")
    reached = 0
    for at in moved:
        between = old[reached:at]
        if not all(_passed(word, joints, lexicon, first=not reached) for word in between):
            return False
        if not _into_past(old[at], new[at], lexicon, gerunds=False):
            return False
        reached = at + 1
    return bool(moved)


def only_changes_form(bullet: ParsedBullet, after: str, lexicon: Lexicon) -> bool:
    """Return whether a wording tells the acts of a bullet in another tense and does nothing else:
    "Match invoices and enter them into register", "Matched invoices and entered them into the
    register".

    Only acts that the client did move, as far as those are certain, and the openers in front of
    them; articles may come, praise and openers that announce duties may go. The acts of a part
    move together, and the last of -ing acts must be joined by a word: behind a comma alone it may
    tell the means.
    """
    old = words_of(bullet.text)
    told, loose = _told(bullet, old, lexicon), _loose(bullet, old, lexicon)
    articles, twins = lexicon.words("articles"), lexicon.maps["possessives"]
    been, tellers = lexicon.maps["past_of_be"], lexicon.maps["duty_tellers"]
    duties = lexicon.words("duty_nouns")
    moved: list[int] = []
    kept: set[int] = set()
    at = 0
    for word in words_of(after):
        while at in loose and old[at].low != word.low:
            at += 1
        was = old[at] if at < len(old) else None
        if was is None or was.low != word.low:
            twin = was is not None and word.low in (twins.get(was.low), been.get(was.low))
            # "..., which *includes* filing", "Duties *include* filing"
            front = old[at - 1].low if at else ""
            telling = front == "which" or front in duties
            twin = twin or (telling and was is not None and tellers.get(was.low) == word.low)
            if word.low in articles and not twin:
                continue
            if was is None or not (twin or (at in told and _moved(was, word, lexicon))):
                return False
            moved += [] if twin else [at]
        kept.add(at)
        at += 1
    # "Was filed papers" would tell what was done to the client.
    starts = {old[at].start for at in moved}
    acts = (clause for clause in bullet.clauses if clause.verb.start in starts)
    leaning = (word.i for clause in acts for word in auxiliaries(clause, old, lexicon))
    return at == len(old) and kept.isdisjoint(leaning) and _is_whole(old, moved, told, lexicon)


def _told(bullet: ParsedBullet, words: Sequence[Word], lexicon: Lexicon) -> dict[int, int]:
    """Return the words that may move, each with the part of the line that it moves with: the acts
    of a part that the client did, and openers, which have none (-1); of an unsure line, the row
    of verbs that it opens with."""
    if not bullet.confident:
        starts = dict.fromkeys((verb.start for verb in bullet.row), 0)
    else:
        openers = [segment.opener for segment in bullet.segments if segment.opener]
        starts = {
            word.start: -1
            for word in words
            if any(opener.start <= word.start < opener.end for opener in openers)
        }
        starts |= {verb.start: -1 for verb in bullet.lower}
        for part, segment in enumerate(bullet.segments):
            for clause in segment.clauses:
                own = clause.participation is Participation.DID and clause.form in _UNFINISHED
                apart = _in_brackets(bullet.text, clause.verb.start)
                if own and not (apart or tells_how(clause, words, lexicon)):
                    starts[clause.verb.start] = part
    return {at: starts[word.start] for at, word in enumerate(words) if word.start in starts}


def _in_brackets(text: str, at: int) -> bool:
    return text.count("(", 0, at) > text.count(")", 0, at)


def _loose(bullet: ParsedBullet, words: Sequence[Word], lexicon: Lexicon) -> frozenset[int]:
    """Return the words that may come off: praise, and in a line that was read for certain an
    opener that announces a duty, but not what it says of that ("*Solely* responsible for", "was
    *not* required to"), its preposition wherever it is said again, and "of" behind an act."""
    found = {at for at, word in enumerate(words) if word.low in lexicon.words("filler_adverbs")}
    frames, announcing = _announcing(lexicon)
    for segment in bullet.segments if bullet.confident else ():
        acts = {clause.verb.start for clause in segment.clauses}
        verbs = [n for n, word in enumerate(words[:-1]) if word.start in acts]
        # "*I was* filing papers", "filed papers"
        found |= {word.i for clause in segment.clauses for word in lead(clause, words, lexicon)}
        found |= {n + 1 for n in verbs if words[n + 1].low == "of"}
        if segment.opener is None or segment.frame not in frames or not acts:
            continue
        opener = segment.opener
        inside = [n for n, w in enumerate(words) if opener.start <= w.start < opener.end]
        found.update(n for n in inside if words[n].low in announcing)
        tie = words[inside[-1]].low
        found |= {n - 1 for n in verbs if n and words[n - 1].low == tie}
    return frozenset(found)


@lru_cache(maxsize=8)
def _announcing(lexicon: Lexicon) -> tuple[frozenset[str], frozenset[str]]:
    """Return the names of the frames that announce duties, and the words of their openers as the
    patterns tell them."""
    frames = [frame for frame in lexicon.frames if frame.strip]
    found = set(lexicon.words("first_person_subjects") | lexicon.words("be_forms"))
    for frame in frames:
        for token in " ".join(frame.openers).replace("|", " ").split():
            name = token.rstrip("?")
            if name.startswith("<"):
                found |= lexicon.words(name.strip("<>"))
            elif name.startswith("~") and (forms := lexicon.forms.get(name[1:])):
                found |= {name[1:], forms.third, forms.gerund, forms.past, forms.participle}
            else:
                found.add(name)
    words = frozenset(found) - lexicon.words("negations")
    return frozenset(frame.name for frame in frames), words


def _is_whole(
    words: Sequence[Word], moved: Sequence[int], told: Mapping[int, int], lexicon: Lexicon
) -> bool:
    """Whether what moved moved together: the acts of a part, and what a slash joins ("Retouched
    and *resized*", never "Retouched/resize")."""
    parts = {told[at] for at in moved} - {-1}
    stays = (at for at, part in told.items() if part in parts and at not in moved)
    if not all(lexicon.lemmas(words[at].low, "past") for at in stays):
        return False
    joined = (at + 2 for at in moved if at + 2 < len(words) and words[at + 1].low == "/")
    if any(at not in moved for at in joined):
        return False
    last = moved[-1] if moved else 0
    gerund = last > 0 and lexicon.is_gerund(words[last].low) and told[last] >= 0
    ties = lexicon.words("conjunctions") | lexicon.words("prepositions")
    return not gerund or last == moved[0] or words[last - 1].low in ties


def _passed(word: Word, joints: frozenset[str], lexicon: Lexicon, *, first: bool) -> bool:
    return is_adverb(word, lexicon) or (not first and word.low in joints)


def _moved(was: Word, now: Word, lexicon: Lexicon) -> bool:
    """Whether an act took the tense of its post: the past, or from an -ing word the present."""
    ongoing = lexicon.lemmas(was.low, "gerund") & lexicon.lemmas(now.low, "base")
    return bool(ongoing) or _into_past(was, now, lexicon)


def _into_past(was: Word, now: Word, lexicon: Lexicon, *, gerunds: bool = True) -> bool:
    forms = _UNFINISHED if gerunds else _PRESENT
    return bool(lexicon.lemmas(was.low, *forms) & lexicon.lemmas(now.low, "past"))
