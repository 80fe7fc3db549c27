"""What no answer licenses: titles not held, absolutes, the acts of a whole firm."""

from collections.abc import Iterator

from reframe.core.bullet import VerbForm
from reframe.core.claims import Claim
from reframe.core.guard_finding import Finding, finding
from reframe.core.inflect import inflect
from reframe.core.lexicon import Lexicon
from reframe.core.phrases import sought

_TOLD: tuple[VerbForm, ...] = ("base", "third", "gerund")


def never_findings(
    before: str, after: str, never: frozenset[str], lexicon: Lexicon
) -> Iterator[Finding]:
    """Yield a finding for every phrase of the families' "never" lists that a draft brings in.

    A title counts where it is the client's own: at the head of the line or behind "as". Other
    people may hold it ("approved by the general counsel").
    """
    source, draft = sought(before, lexicon), sought(after, lexicon)
    for phrase in sorted(draft.standing(never)):
        place = draft.find(phrase)
        if place is None or any(source.find(form) for form in _forms(phrase, lexicon)):
            continue
        first = phrase.split()[0]
        act = any(r.form == "past" and not r.nominal for r in lexicon.readings.get(first, ()))
        lead = [word.low for word in draft.words if word.end <= place[0]]
        while lead and lead[-1] in lexicon.words("determiners"):
            lead.pop()
        if act or not lead or lead[-1] == "as":
            start, end = place
            yield finding(
                "unlicensed", "title", after[start:end], start, end, lexicon, claim=Claim.NEVER
            )


def _forms(phrase: str, lexicon: Lexicon) -> Iterator[str]:
    """Yield a phrase as it stands, and with the act that it begins with in the other forms in
    which a source may tell of it ("ensured compliance", "ensure compliance")."""
    yield phrase
    first, *rest = phrase.split()
    for reading in lexicon.readings.get(first, ()):
        if reading.form == "past":
            for form in _TOLD:
                yield " ".join([inflect(reading.lemma, form, lexicon), *rest])
