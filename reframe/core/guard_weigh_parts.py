"""The client's part in what a draft in free words says, against their part in the source."""

from collections.abc import Iterator

from reframe.core.guard_driving import told_as_means
from reframe.core.guard_finding import Finding, finding
from reframe.core.guard_match import Matched
from reframe.core.guard_parts import part_of, parts
from reframe.core.guard_roles import FRONT, role
from reframe.core.guard_said import PRESENT, Said
from reframe.core.guard_said_read import acts_named
from reframe.core.guard_weigh_acts import (
    AIM,
    DESCRIBES,
    DID,
    OTHERS,
    brings_about,
    named_other,
    passive,
    standing,
)
from reframe.core.lexicon import Lexicon

_NEAR = 2
_SERVING = frozenset({"for", "of"})
_PAST = frozenset({"VBD", "VBN"})


def part_findings(pairs: Matched, lexicon: Lexicon) -> Iterator[Finding]:
    """Yield a finding for every word under another part than in the source, and for every act
    that the source gives somebody else or only meant to be."""
    was, now = parts(pairs.before, lexicon), parts(pairs.after, lexicon)
    for at, source in sorted(pairs.words.items()):
        word, origin = pairs.after.words[at], pairs.before.words[source]
        token = word.token
        if was[source] != now[at] and not (
            (not word.act and _in_front(source, pairs.before))
            or (not was[source] and not origin.act and _in_front(at, pairs.after))
            or _behind_same_part(at, source, pairs, lexicon)
            or (_is_theirs(at, pairs.after, lexicon) and _is_theirs(source, pairs.before, lexicon))
            or _runs_alike(at, source, pairs, lexicon)
            or (_tells_as_what(at, pairs.after) and _tells_as_what(source, pairs.before))
            or (_tells_how(at, pairs.after) and _tells_how(source, pairs.before))
            or _is_example(at, pairs.after, lexicon)
            or _is_example(source, pairs.before, lexicon)
            or (
                _tells_when(at, pairs.after, lexicon) and _tells_when(source, pairs.before, lexicon)
            )
        ):
            yield finding(
                "unlicensed", "participation", token.text, token.start, token.end, lexicon
            )
        if not word.act or passive(at, pairs.after):
            continue
        if _opens_alike(at, source, pairs) or _names_still(at, source, pairs, lexicon):
            continue
        using = word.tag == origin.tag == "VBG"
        if using and word.forms & origin.forms & lexicon.words("tool_verbs"):
            continue  # "took part in importing data *using* a script", "in using a script to"
        did, had = standing(at, pairs.after, lexicon), standing(source, pairs.before, lexicon)
        if had == OTHERS and word.head == at and passive(source, pairs.before):
            # "Was driven by the van" is no "Driven by the van".
            yield finding("unlicensed", "relation", token.text, token.start, token.end, lexicon)
        elif "" in (did, had) or (
            did == OTHERS
            and not origin.act
            and (_same_subject(at, source, pairs) or _tells_of_things(at, pairs.after, lexicon))
        ):
            pass
        elif (
            (
                did != had
                and (did == DID or named_other(at, pairs.after, lexicon))
                and not (had == DESCRIBES and _describes_still(at, source, pairs))
                and not (had == OTHERS and _follows_still(at, source, pairs))
                and not (had == OTHERS and _done_by_same(at, source, pairs))
                and not (had == AIM and told_as_means(at, source, pairs, lexicon))
            )
            or ((had, did) == (AIM, OTHERS) and _happened(at, pairs.after))
            # "A season in which it won", "coached it to win".
            or ((had, did) == (OTHERS, AIM) and brings_about(word, lexicon))
            or (
                did == DID
                and not origin.act
                and not _names_act(source, pairs.before, lexicon)
                and not _stands_same(at, source, pairs)
            )
        ):
            yield finding("unlicensed", "relation", token.text, token.start, token.end, lexicon)


def _opens_alike(at: int, source: int, pairs: Matched) -> bool:
    """Whether both texts run alike, from a noun at their very beginning, up to an act told in one
    form: whoever does it, by the parse, does it in both ("Complaints *fell*")."""
    fronts = pairs.after.words[:at], pairs.before.words[:source]
    same = [word.key for word in fronts[0]] == [word.key for word in fronts[1]]
    tags = {pairs.after.words[at].tag, pairs.before.words[source].tag}
    return bool(at) and same and tags <= _PAST and fronts[0][0].token.key == fronts[1][0].token.key


def _names_still(at: int, source: int, pairs: Matched, lexicon: Lexicon) -> bool:
    """Whether an -ing word behind a preposition stands for a noun behind the same one, under the
    same word: "trained on *the use* of a saw", "trained on *using* a saw"."""
    word, origin = pairs.after.words[at], pairs.before.words[source]
    leads = pairs.after.keys_below(at, "mark", "case")
    same = pairs.words.get(word.head) == origin.head
    tied = role(source, pairs.before, lexicon) in leads
    return word.tag == "VBG" and not origin.act and same and tied and word.head != at


def aims_done(pairs: Matched, lexicon: Lexicon) -> Iterator[Finding]:
    """Yield a finding for every act that the source only meant to be, told as done beside another:
    "changed filters to cut dust", "changed filters, cutting dust"."""
    for at, source in sorted(pairs.words.items()):
        word, origin = pairs.after.words[at], pairs.before.words[source]
        if not (word.act and word.tag == "VBG" and word.label == origin.label == "advcl"):
            continue
        had, did = standing(source, pairs.before, lexicon), standing(at, pairs.after, lexicon)
        if (had, did) == (AIM, DID):
            token = word.token
            yield finding("unlicensed", "relation", token.text, token.start, token.end, lexicon)


def _in_front(at: int, said: Said) -> bool:
    """Whether a word stands in a phrase in front of all acts, and so belongs to each: "On the farm
    I sheared sheep and helped with lambing"."""
    return at < said.first_act and any(said.keys_below(i, "case") for i in (at, *said.above(at)))


def _behind_same_part(at: int, source: int, pairs: Matched, lexicon: Lexicon) -> bool:
    """Whether the last act told in front of a word, no act told itself, gives the client the same
    part in both texts: then the parse alone tells them apart."""
    told = []
    for i, said in ((at, pairs.after), (source, pairs.before)):
        act = next((j for j in range(i - 1, -1, -1) if _is_act_told(j, said)), None)
        told.append("" if act is None else part_of(said.words[act], lexicon))
    own = _is_act_told(at, pairs.after) or _is_act_told(source, pairs.before)
    return bool(told[0]) and told[0] == told[1] and not own


def _is_theirs(at: int, said: Said, lexicon: Lexicon) -> bool:
    """Whether a word is of a clause in the passive that names who did it: "helped write a bid, one
    part of which *was checked by the firm*"."""
    clauses = (at, *said.above(at), *said.below(at, frozenset({"acl"})))
    return any(said.words[i].tag == "VBN" and named_other(i, said, lexicon) for i in clauses)


def _runs_alike(at: int, source: int, pairs: Matched, lexicon: Lexicon) -> bool:
    """Whether the same words lead from the same word of part to a word in both texts: "to *support
    billing*", whatever the parse."""
    now, was = pairs.after.words, pairs.before.words
    kinds = lexicon.maps["part_words"].keys()
    while at and source and now[at].key == was[source].key and not now[at].token.mark:
        if now[at].forms & kinds:
            return now[at - 1].key == was[source - 1].key
        at, source = at - 1, source - 1
    return False


def _tells_as_what(at: int, said: Said) -> bool:
    """Whether a word is of what the client was while they acted: "*as a trial intern*"."""
    for i in (at, *said.above(at)):
        if said.words[i].act:
            return False
        if "as" in said.keys_below(i, "case"):
            return True
    return False


def _tells_how(at: int, said: Said) -> bool:
    """Whether a word is of what tells by doing what an act was done, or helped: "helped them settle
    *by showing the rooms*"."""
    return any(
        said.words[i].label == "advcl" and "by" in said.keys_below(i, "mark")
        for i in (at, *said.above(at))
    )


def _tells_when(at: int, said: Said, lexicon: Lexicon) -> bool:
    """Whether a word is of what tells when or how often an act was done: "*when dispatch was
    short*", "three *times a year*"."""
    for i in (at, *said.above(at)):
        word = said.words[i]
        leads = said.keys_below(i, "mark", "advmod") & lexicon.words("when_words")
        if word.label == "advcl" and leads:
            return True
        if word.act:
            return False
        if word.forms & lexicon.words("time_things"):
            return True
    return False


def _is_example(at: int, said: Said, lexicon: Lexicon) -> bool:
    """Whether a word is of what an act in front was made up of: "assisted with the close, including
    *posting entries*"."""
    leads = lexicon.words("made_up_of")
    return any(
        said.words[i].key in leads or said.keys_below(i, "mark", "case") & leads
        for i in (at, *said.above(at))
    )


def _is_act_told(at: int, said: Said) -> bool:
    """Whether a word is an act that does not only follow from another: "helped *choose* terms"."""
    word = said.words[at]
    follows = word.tag == "VB" and word.label in ("xcomp", "ccomp", "advcl", "acl")
    # "solutions *for storing* files"
    serves = word.tag == "VBG" and at > 0 and said.words[at - 1].key in _SERVING
    return word.act and not follows and not serves


def _stands_same(at: int, source: int, pairs: Matched) -> bool:
    """Whether a word stands as it stood, beside the same neighbour: "hiring managers" is no act,
    whatever the parse. A plain form beside acts in the past is none either."""
    word, now, was = pairs.after.words[at], pairs.after.words, pairs.before.words
    head = now[word.head]
    if word.tag in PRESENT and word.label == "conj" and head.tag == "VBD":
        return not pairs.after.keys_below(at, "mark", "aux")
    if word.token.text != was[source].token.text:
        return False
    if at and source and was[source - 1].tag == "IN" and word.tag == "VBG":
        # "worked on *customizing*": a noun or an act, by the parse alone.
        return now[at - 1].token.text == was[source - 1].token.text
    return any(
        0 <= at + side < len(now)
        and 0 <= source + side < len(was)
        and now[at + side].token.text == was[source + side].token.text
        and now[at + side].stated
        for side in (-1, 1)
    )


def _describes_still(at: int, source: int, pairs: Matched) -> bool:
    """Whether a word that described the noun behind it stands in front of it still, joined to no
    act: "gave groups *guided* tours", whatever the parse."""
    front = pairs.after.words[at - 1] if at else None
    apart = front is not None and front.tag != "CC" and not front.token.mark
    return apart and _stands_same(at, source, pairs)


def _follows_still(at: int, source: int, pairs: Matched) -> bool:
    """Whether a participle stands right behind the same thing in both texts: "payments *received*",
    whatever the parse."""
    now, was = pairs.after.words, pairs.before.words
    rows = now[max(at - 1, 0) : at + 1], was[max(source - 1, 0) : source + 1]
    same = [w.token.text for w in rows[0]] == [w.token.text for w in rows[1]]
    return len(rows[0]) == _NEAR and same and rows[0][0].tag[:2] == "NN"


def _tells_of_things(at: int, said: Said, lexicon: Lexicon) -> bool:
    """Whether an act is told of what a pronoun stands for: "until *they* arrived"."""
    subjects = said.keys_below(at, "nsubj")
    return bool(subjects & (lexicon.words("plural_pronouns") | lexicon.words("employer_pronouns")))


def _done_by_same(at: int, source: int, pairs: Matched) -> bool:
    """Whether a participle stands behind who did it in the source, and that behind a thing: "a form
    *the clerks used*" is one that was used by the clerks, though parsed as clerks in use."""
    said, by = pairs.after, pairs.before.below(source, frozenset({"obl:agent"}))
    head = said.words[at].head
    if said.words[at].label != "acl" or head != at - 1 or pairs.words.get(head) not in by:
        return False
    first = min((head, *said.below(head, FRONT | {"det"})))
    return first > 0 and said.words[first - 1].tag[:2] == "NN"


def _same_subject(at: int, source: int, pairs: Matched) -> bool:
    """Whether who is said to act stood right in front of the word in the source too: "when a
    *placement* breaks down" tells of the placement, whatever the parse."""
    subjects = pairs.after.below(at, frozenset({"nsubj"}))
    return any(0 < source - pairs.words.get(i, source) <= _NEAR for i in subjects)


def _happened(at: int, said: Said) -> bool:
    """Whether what an aim became is told in the past: "a form that cut losses"."""
    return said.words[at].tag in ("VBD", "VBN") and said.words[at].label != "advcl"


def _names_act(at: int, said: Said, lexicon: Lexicon) -> bool:
    """Whether a noun stands for an act of the client: under no verb, or under one that is empty
    ("conducted reviews"). "Reviewed the plan" is no planning."""
    word = said.words[at]
    cases = said.keys_below(at, "case")
    if "as" in cases and said.words[word.head].forms & lexicon.words("idle_verbs"):
        return word.key not in lexicon.words("title_words")
    named = {word.key, word.token.text.casefold()}
    gerund = lexicon.is_gerund(word.key) or any(acts_named(noun, lexicon) for noun in named)
    apart = word.label in ("conj", "ROOT", "parataxis") or _goes_on_apart(at, said, lexicon)
    if gerund and ((apart and _of_something(at, said)) or _is_done(at, said, lexicon)):
        return True
    if gerund and (_is_means(at, said, lexicon) or _goes_with_acts(at, said, lexicon)):
        return True
    acts = any(acts_named(noun, lexicon) for noun in named) and _of_something(at, said)
    if word.label == "dep" and (lexicon.is_gerund(word.key) or acts):
        return True  # "Payroll processing for 180 employees; answering questions"
    while said.words[at].label == "conj":
        at = said.words[at].head
    for above in said.above(at):
        word = said.words[above]
        if word.act:
            if "at" in cases and said.below(above, frozenset({"obj"})):
                return False  # "kept notes at negotiations": somebody negotiated
            hollow = lexicon.words("empty_verbs") | lexicon.words("tool_verbs")
            hollow |= lexicon.words("carrying_verbs") | lexicon.maps["part_words"].keys()
            hollow |= lexicon.words("support_verbs")
            return bool(word.forms & hollow)
    return True


def _is_means(at: int, said: Said, lexicon: Lexicon) -> bool:
    """Whether the noun of an act tells by what an act of the client was done: "tracked costs
    through *preparation* of budgets"."""
    means = said.keys_below(at, "case") & lexicon.words("means_places")
    head = said.words[at].head
    done = said.words[head].act and standing(head, said, lexicon) == DID
    return bool(means) and done and _of_something(at, said)


def _goes_with_acts(at: int, said: Said, lexicon: Lexicon) -> bool:
    """Whether a bare gerund leads, through none but others like it, to an act told in -ing
    ("sweeping, *dusting*, cleaning rooms"), or goes on with a line that such an act opens, and
    names no thing ("cleaning rooms and *dusting*")."""
    root = said.words[(at, *said.above(at))[-1]]
    readings = lexicon.readings.get(said.words[at].token.text.casefold(), ())
    named = not readings or any(r.nominal or r.form != "gerund" for r in readings)
    labels = {said.words[i].label for i in said.children[at]} - {"cc", "punct", "conj"}
    if said.words[at].label == "conj" and root.tag == "VBG" and root.act and not (named or labels):
        return True
    joined = at > 0 and (said.words[at - 1].token.mark or said.words[at - 1].tag == "CC")
    for word in said.words[at:] if joined else ():
        if word.tag == "VBG" and word.act:
            return word.label in ("conj", "ROOT")
        bare = word.tag[:2] == "NN" and lexicon.is_gerund(word.token.text.casefold())
        if not bare and not word.token.mark and word.tag != "CC":
            return False
    return False


def _is_done(at: int, said: Said, lexicon: Lexicon) -> bool:
    """Whether an empty verb stands right in front of the noun of an act, whatever the parse hangs
    it on: "doing the trimming"."""
    while at > 0 and (
        said.words[at - 1].tag in ("DT", "PRP$", "HYPH") or said.words[at - 1].label == "compound"
    ):
        at -= 1
    empty = lexicon.words("carrying_verbs") | lexicon.words("support_verbs")
    return at > 0 and said.words[at - 1].tag[:1] == "V" and bool(said.words[at - 1].forms & empty)


def _goes_on_apart(at: int, said: Said, lexicon: Lexicon) -> bool:
    """Whether a preposition behind a mark goes on with a line: ", with washing of the pans", and
    with its duties, ", for submission of reports"."""
    case = next(iter(said.below(at, frozenset({"case"}))), None)
    if not case or not (said.words[case - 1].token.mark or said.words[case - 1].tag == "CC"):
        return False
    opened = {word.key for word in said.words if word.label == "opened"}
    return said.words[case].key in opened | lexicon.words("going_on")


def _of_something(at: int, said: Said) -> bool:
    """Whether an "of" leads from a noun to what its act was done to, or an "its" stands for that:
    "the sorting of mail and *its* delivery"."""
    if any(said.words[i].key in ("its", "their") for i in said.below(at, frozenset({"nmod:poss"}))):
        return True
    if [word.key for word in said.words[at + 1 : at + 2]] == ["of"]:
        return True
    if [word.tag for word in said.words[at + 1 : at + 2]] == ["CC"]:
        # "*evaluation* and selection of tools", wherever the parse hangs the second
        return [word.key for word in said.words[at + 3 : at + 4]] == ["of"]
    return any("of" in said.keys_below(child, "case") for child in said.children[at])
