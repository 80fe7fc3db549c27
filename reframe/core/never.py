"""What no answer licenses: titles not held, absolutes, the acts of a whole firm."""

from collections.abc import Iterable, Iterator

from reframe.core.claims import Claim
from reframe.core.guard_finding import Finding, finding
from reframe.core.lexicon import Lexicon
from reframe.core.phrases import find_phrase, words_of


def never_findings(
    before: str, after: str, never: Iterable[str], lexicon: Lexicon
) -> Iterator[Finding]:
    """Yield a finding for every phrase of the families' "never" lists that a draft brings in.

    A title counts where it is the client's own: at the head of the line or behind "as". Other
    people may hold it ("approved by the general counsel").
    """
    source, draft = words_of(before), words_of(after)
    for phrase in sorted(never):
        place = find_phrase(draft, phrase, lexicon)
        if place is None or find_phrase(source, phrase, lexicon):
            continue
        first = phrase.split()[0]
        act = any(r.form == "past" and not r.nominal for r in lexicon.readings.get(first, ()))
        lead = [word.low for word in draft if word.end <= place[0]]
        while lead and lead[-1] in lexicon.words("determiners"):
            lead.pop()
        if act or not lead or lead[-1] == "as":
            start, end = place
            yield finding(
                "unlicensed", "title", after[start:end], start, end, lexicon, claim=Claim.NEVER
            )
