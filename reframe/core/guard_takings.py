"""What others did and the client took in, told as the client's own act: "took *orders*",
"*ordered*"."""

from collections.abc import Iterator

from reframe.core.guard_finding import Finding, finding
from reframe.core.guard_match import Matched
from reframe.core.lexicon import Lexicon


def takings_as_acts(pairs: Matched, lexicon: Lexicon) -> Iterator[Finding]:
    """Yield a finding for every act of a draft that the source took from others as a thing."""
    for at, source in sorted(pairs.words.items()):
        word, origin = pairs.after.words[at], pairs.before.words[source]
        if not word.act or origin.act or origin.label not in ("obj", "conj"):
            continue
        verb = pairs.before.words[origin.head]
        while verb.label == "conj" and not verb.act:
            verb = pairs.before.words[verb.head]
        taken = verb.act and verb.forms & lexicon.words("taking_in")
        if taken and lexicon.singular(origin.key) in lexicon.words("taken_from_others"):
            token = word.token
            yield finding("unlicensed", "relation", token.text, token.start, token.end, lexicon)
