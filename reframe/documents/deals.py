"""The deal sheet: matters that the client confirmed, no party named, sizes in bands."""

from reframe.core.evidence import Answer
from reframe.core.numbers import read_figures
from reframe.documents.model import DealData
from reframe.documents.source import Source, spaced


def deals(source: Source) -> tuple[DealData, ...]:
    """Return the matters of the ledger in its order.

    An answer without leave to print is left out, and a matter without its needed parts too. A
    size prints as a band, so that the sheet does not give the deal away.
    """
    table = source.frames["deals"]
    matters: dict[str, dict[str, Answer]] = {}
    for answer in source.review.evidence:
        matter, _, rest = answer.question_id.partition("/")
        origin, _, field = rest.partition("/")
        if origin == table["source"] and field in table["fields"] and answer.print_ok:
            matters.setdefault(matter, {})[field] = answer
    found: list[DealData] = []
    for answers in matters.values():
        if all(field in answers for field in table["needed"]):
            values = {
                field: _printed(field, answers.get(field), source) for field in table["fields"]
            }
            found.append(DealData(**values))
    return tuple(found)


def _printed(field: str, answer: Answer | None, source: Source) -> str:
    if answer is None:
        return ""
    value = answer.value if isinstance(answer.value, str) else ", ".join(answer.value)
    text = spaced(value)
    return band(text, source) if field == "size" else text


def band(text: str, source: Source) -> str:
    """Return the band that an amount lies in, or nothing for what is no single amount."""
    figures = read_figures(text, source.lexicon)
    if len(figures) != 1:
        return ""
    amount = float(max(figures[0].values))
    return next(str(name) for top, name in source.frames["deals"]["bands"] if amount < top)
