"""What no answer licenses: titles not held, absolutes, the acts of a whole firm."""

from collections.abc import Iterator

from reframe.core.claims import Claim
from reframe.core.guard_finding import Finding, finding
from reframe.core.lexicon import Lexicon
from reframe.core.phrases import sought


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
        if place is None or source.find(phrase):
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
