"""Latin short forms: "goods i.e. bolts, nuts, etc." gives examples, which is "e.g."."""

import re
from collections.abc import Iterator

from reframe.core.suggestion import Edit, repaired

_THAT_IS = re.compile(r"(?P<front>\w)(?P<mark>,?) (?P<short>i\.?e\.?|ie\.)(?P<behind>,?:?) (?=\w)")
_OPEN = re.compile(r"\betc\b")
_EXAMPLES = '"I.e." tells all there is; examples follow "e.g.".'
_SET_OFF = '"I.e." stands between commas.'


def latin_edits(text: str) -> Iterator[Edit]:
    """Yield "e.g." for the "i.e." of a list that "etc." leaves open, and the commas around either;
    inside a bracket there is none in front."""
    for found in _THAT_IS.finditer(text):
        rest = re.split(r"[.;)] ", text[found.end() :], maxsplit=1)[0]
        opened = _OPEN.search(rest) is not None
        right = f", {'e.g.' if opened else 'i.e.'}, "
        start, end = found.end("front"), found.end()
        if opened or not found["mark"]:
            yield repaired(start, end, right, _EXAMPLES if opened else _SET_OFF)
