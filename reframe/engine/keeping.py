"""Keep the answers of a filled sheet: a new one is not written over what nobody has read."""

from collections.abc import Callable
from pathlib import Path

from reframe.core.counting import counted
from reframe.engine.answering import Refusal, take
from reframe.engine.reframer import Reframer
from reframe.engine.sheets import unread
from reframe.errors import LedgerError
from reframe.formats.ledger import Ledger

_SHOWN = 60
"""How much of a question is shown, in letters."""


def keep_answers(
    sheet: Path, ledger: Ledger, reframer: Callable[[], Reframer], *, then: str = ""
) -> None:
    """Refuse to write over a sheet whose answers are not in the ledger.

    Those that were read and refused are told with the reason: to read them again is no help.
    ``reframer`` is called only for a sheet with such answers; ``then`` is what to do besides.

    Raises:
        LedgerError: when there are any.
    """
    left = unread(sheet, ledger)
    if not left:
        return
    engine = reframer()
    judged = take(left, ledger, engine.book, engine.number_words, on="")
    if judged.count:
        raise LedgerError(
            f"{sheet}: has answers that are not in the ledger. Read them first with "
            f"'reframe answers {sheet}'{then}, or move the sheet away."
        )
    asked = {item.question_id: " ".join(item.asked.split()) for item in left}
    told = "; ".join(_told(refusal, asked[refusal.question_id]) for refusal in judged.refusals)
    raise LedgerError(
        f"{sheet}: {counted(len(judged.refusals), 'answer')} in it cannot be taken as written, "
        f"and a new sheet would be written over it. {told} Correct it in the sheet and read it "
        f"with 'reframe answers {sheet}'{then}; or go on without: clear it in the sheet, or move "
        "the sheet away."
    )


def _told(refusal: Refusal, asked: str) -> str:
    shown = asked if len(asked) <= _SHOWN else f"{asked[:_SHOWN].rsplit(' ', 1)[0]} ..."
    return f'{refusal.place} ("{shown}"): {refusal.reason}'
