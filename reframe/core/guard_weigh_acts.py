"""Whose acts a text in free words tells of, and which of them were done."""

from reframe.core.claims import Claim
from reframe.core.guard_said import PRESENT, Said, Word
from reframe.core.lexicon import Lexicon

# What an act may be: the client's own, somebody else's, one that was only meant to be, or one
# that describes a thing.
DID, OTHERS, AIM, DESCRIBES = "did", "others", "aim", "describes"

_SUBJECTS = frozenset({"nsubj", "nsubj:pass", "csubj"})
_AGENTS = frozenset({"obl:agent"})
_MARKS = frozenset({"mark", "aux", "case"})
FINITE = frozenset({"VBD", "VBZ", "VBP"})
_CLAUSES = frozenset({"acl", "acl:relcl", "advcl", "ccomp", "xcomp"})


def standing(at: int, said: Said, lexicon: Lexicon) -> str:
    """Return whose a word's act is, or was meant to be; "" where the text does not tell."""
    word = said.words[at]
    if word.label in ("amod", "compound"):
        if word.tag == "VBG":
            return ""  # "and training staff" may be an act
        return DESCRIBES if word.tag[:1] == "V" else DID
    if not word.act:
        return OTHERS if _is_done_by_others(at, said, lexicon) else DID
    if named_other(at, said, lexicon):
        return OTHERS
    if word.tag == "VBN" and any(
        _is_first(said.words[i], lexicon) for i in said.below(at, _AGENTS | {"obl"})
    ):
        return DID
    if word.label == "conj":
        head = said.words[word.head]
        if "who" in said.keys_below(at, *_SUBJECTS):
            if head.label == "acl:relcl" and "who" in said.keys_below(word.head, *_SUBJECTS):
                return standing(word.head, said, lexicon)  # "volunteers who sorted and who packed"
            return OTHERS  # "told the lead, *who corrected* them", wherever the parse hung it
        if (twin := _of_one_form(at, said)) is not None:
            return standing(twin, said, lexicon)
        if has_client(at, said, lexicon) or (word.tag in FINITE and head.tag not in FINITE):
            return DID
        led = "to" in said.keys_below(at, "mark") and not said.below(at, _SUBJECTS)
        if led and head.tag == "VBD":
            return AIM  # "taught the rules and how to use the press"
        return standing(word.head, said, lexicon)
    if said.below(at, frozenset({"opened"})) and brings_about(word, lexicon):
        return AIM  # "responsible for reducing costs" tells of no costs that went down
    undone = passive(at, said)
    if undone and word.label not in ("advcl", "acl", "acl:relcl", "ccomp"):
        return ""
    marks = said.keys_below(at, *_MARKS)
    if marks & lexicon.words("aiming_places"):
        return AIM  # "worked toward cutting waits"
    if word.label == "advcl" and "so" in marks and _is_present(at, said):
        return AIM  # "edited pages so they are found"
    if "to" in marks and word.tag == "VBN" and not undone:
        return DESCRIBES  # "made offers to selected candidates"
    if word.label == "acl:relcl":
        if not undone and "which" in said.keys_below(at, *_SUBJECTS):
            return ""  # "which saved $30" may be said of the act
        if has_client(at, said, lexicon):
            return DID  # "the claims I passed on"
        beside = "who" in said.keys_below(at, *_SUBJECTS)  # "with engineers *who* rebuilt it"
        return DID if _is_client(word.head, said, lexicon, beside=beside) else OTHERS
    if word.label == "acl":
        if "to" in marks:
            # "Used a lathe *to turn* legs": the tool served the act.
            held = said.words[word.head]
            served = held.label == "obj" and said.words[held.head].act
            tool = served and said.words[held.head].forms & lexicon.words("tool_verbs")
            # "worked with staff *to provide* meals", whatever the parse hangs it on
            beside = held.label == "obl" and "with" in said.keys_below(word.head, "case")
            shared = beside and _is_hollow(said.words[held.head], lexicon)
            return DID if tool or shared else AIM
        if "of" in marks or marks & lexicon.words("made_up_of"):
            return DID  # "the task of checking", "prep work like chopping onions"
        if word.tag == "VBG" and word.forms & lexicon.words("seeing_to"):
            return DID  # "led crews on site *ensuring* safety": no site ensures
        if word.tag == "VBG" and _is_done(word.head, said, lexicon):
            return DID  # "did inventory *counting*"
        return DID if _is_client(word.head, said, lexicon) else OTHERS
    if word.label == "advcl":
        head = said.words[word.head]
        if "for" in marks and word.tag == "VBG" and head.act and not _is_hollow(head, lexicon):
            # "phoned patients for cutting no-shows", "responsible for ..., for wiping tables"
            duty = any(w.key == "for" and w.label == "opened" for w in said.words)
            return DID if duty and not brings_about(word, lexicon) else AIM
        if word.tag == "VBG" and marks & lexicon.words("time_leads"):
            return ""  # "before mailing": whoever mailed
        if "to" in marks and word.tag == "VB":
            if _leads_to_aim(at, said, lexicon):
                return AIM  # "worked with *authority* to settle claims"
            hollow = _is_hollow(head, lexicon) and not _shares_aim(word.head, said, lexicon)
            return DID if hollow else AIM
        if undone or (not marks and _follows_person(at, said, lexicon)):
            return OTHERS
    if word.label == "xcomp" and word.tag == "VBN":
        return OTHERS  # "had them printed"
    unreal = lexicon.words("effort_verbs") | lexicon.words("unreal_verbs")
    tried = said.words[word.head].forms & unreal
    if word.label == "xcomp" and "to" in marks and tried:
        return AIM  # "aiming to cut waits"
    if word.label == "xcomp" and said.words[word.head].tag == "JJ":
        return ""  # "tickets that I was unable *to close*"
    if word.label == "xcomp" and "to" in marks and said.below(word.head, frozenset({"obj"})):
        above = said.words[word.head].forms
        if above & lexicon.maps["part_words"].keys():
            return ""  # "helped the nurse to lift patients"
        # "Used R to fit models": the tool served the act; "phoned patients to confirm"
        return DID if above & lexicon.words("tool_verbs") else AIM
    if "to" in marks and word.head == at:
        return AIM  # "was to lead"
    return DID


def _is_present(at: int, said: Said) -> bool:
    """Whether a clause tells of what is, or may be: no act of the past came of it."""
    helpers = [said.words[i].tag for i in said.below(at, frozenset({"aux", "aux:pass", "cop"}))]
    return bool({*helpers, said.words[at].tag} & {"MD", "VBZ", "VBP"})


def brings_about(word: Word, lexicon: Lexicon) -> bool:
    """Return whether an act brings something about: "reduced", "won"."""
    return any(lexicon.claim_of(f) is Claim.OUTCOME for f in word.forms if lexicon.verb(f))


def _of_one_form(at: int, said: Said) -> int | None:
    """Return the act in front in a clause that a plain form goes on with, where the parse hung it
    on an act in the past: "wrote scripts that pull data and load it"."""
    word = said.words[at]
    if word.tag not in PRESENT or said.words[word.head].tag != "VBD":
        return None
    front = range(at - 1, word.head, -1)
    return next(
        (i for i in front if said.words[i].tag in PRESENT and said.words[i].label in _CLAUSES), None
    )


def _follows_person(at: int, said: Said, lexicon: Lexicon) -> bool:
    """Whether an -ing word stands right behind somebody that the act was for or with: "handed
    tools to the electrician wiring the house"."""
    front = said.words[at - 1] if at else said.words[at]
    cases = said.keys_below(at - 1, "case") if at else set()
    if front.tag == "NNS" and lexicon.domain(front.key) and not lexicon.names_person(front.key):
        return False  # "welded frames for trailers using a jig"
    return (
        front.stated
        and said.words[at].tag == "VBG"
        and bool(cases & lexicon.words("person_places"))
    )


def named_other(at: int, said: Said, lexicon: Lexicon) -> bool:
    """Whether the text names somebody else who does the act."""
    sharing = lexicon.words("credit_words")
    agents = said.below(at, _AGENTS)
    if agents:
        return not any(said.words[i].forms & sharing for i in agents) and not any(
            _is_first(said.words[i], lexicon) for i in agents
        )
    subjects = said.below(at, frozenset({"nsubj", "csubj"}))
    relative = lexicon.words("relative_words") | lexicon.words("summing_words")
    relative = relative | sharing | lexicon.words("duty_nouns")
    subjects = [i for i in subjects if said.words[i].token.figure is None]
    named = [
        i
        for i in subjects
        if not said.words[i].forms & relative
        and not said.below(i, frozenset({"case"}))
        and said.words[i].key not in lexicon.words("floating_words")
    ]
    return bool(named) and not any(_is_first(said.words[i], lexicon) for i in named)


def has_client(at: int, said: Said, lexicon: Lexicon) -> bool:
    """Return whether the text names the client as who does an act: "and *I* swept the yard"."""
    return any(_is_first(said.words[i], lexicon) for i in said.below(at, _SUBJECTS))


def _is_first(word: Word, lexicon: Lexicon) -> bool:
    own = lexicon.words("first_persons") | lexicon.words("own_pronouns")
    return word.token.text.casefold() in own


def _is_client(at: int, said: Said, lexicon: Lexicon, *, beside: bool = False) -> bool:
    """Whether a noun is what the client was, or was one of: at the root, behind "as", in a team.
    ``beside`` tells that whom the client worked with is somebody else."""
    own = {"as"} if beside else {"as", "with", "alongside"}
    while True:
        word = said.words[at]
        if word.head == at:
            return True
        if word.forms & lexicon.words("credit_words"):
            return True
        cases = said.keys_below(at, "case")
        placed = word.label in ("obj", "obl:agent") or bool(cases - own)
        if _is_hollow(said.words[word.head], lexicon) and not placed:
            return True
        if "as" in cases:
            return True
        if word.label not in ("nmod", "conj", "appos"):
            return False
        at = word.head


def _is_done(at: int, said: Said, lexicon: Lexicon) -> bool:
    """Whether a noun is what an empty "did" is done to, with nothing in front of it."""
    word = said.words[at]
    done = word.label == "obj" and said.words[word.head].forms & lexicon.words("doing_verbs")
    return bool(done) and at == word.head + 1 and not lexicon.names_person(word.key)


def _is_done_by_others(at: int, said: Said, lexicon: Lexicon) -> bool:
    """Whether the noun of an act is told with who carried it out: "inspection of the welds *done by
    a supervisor*"."""
    nouns = (at, *said.below(at, frozenset({"nmod"})))
    done = (i for noun in nouns for i in said.below(noun, frozenset({"acl"})))
    carried = (i for i in done if said.words[i].forms & lexicon.words("doing_verbs"))
    return any(said.words[i].tag == "VBN" and named_other(i, said, lexicon) for i in carried)


def _leads_to_aim(at: int, said: Said, lexicon: Lexicon) -> bool:
    """Whether the "to" of an act stands right behind a noun for what may be done, or is planned."""
    to = next(iter(said.below(at, frozenset({"mark"}))), 0)
    return to > 0 and said.words[to - 1].key in lexicon.words("aim_nouns")


def _shares_aim(at: int, said: Said, lexicon: Lexicon) -> bool:
    """Whether what somebody shared is told as a thing, so that the "to" behind names its aim:
    "coordinated *efforts* to cut waits", but "coordinated with vendors to fill orders"."""
    shared = said.words[at].forms & lexicon.words("sharing_verbs")
    return bool(shared) and bool(said.below(at, frozenset({"obj"})))


def _is_hollow(word: Word, lexicon: Lexicon) -> bool:
    hollow = lexicon.words("carrying_verbs") | lexicon.words("tool_verbs")
    hollow |= lexicon.words("idle_verbs") | lexicon.words("sharing_verbs")
    return word.act and bool(word.forms & hollow)


def passive(at: int, said: Said) -> bool:
    """Whether a word stands in the passive."""
    return bool(said.below(at, frozenset({"aux:pass", "nsubj:pass"})))
