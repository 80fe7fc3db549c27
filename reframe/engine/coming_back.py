"""What comes back from a client: a filled question sheet, or the draft itself."""

import re
from dataclasses import dataclass, replace
from pathlib import Path

from reframe.core.review import Review
from reframe.engine.answering import Refusal
from reframe.engine.readback import is_draft, read_answers, read_back
from reframe.engine.reframer import Reframer
from reframe.engine.sheets import read_filled
from reframe.errors import ResumeError, StaleDecision
from reframe.formats.ledger import Ledger
from reframe.formats.sheet_words import Filled

# What drafts and sheets are called after the name of the résumé; people add to it on return:
# "client_DRAFT (2).docx", "client_DRAFT_MO.docx".
_ENDING = re.compile(r"_(?:log-\d{4}-\d{2}(?:-\d+)?_)?(?:questions|DRAFT)(?![A-Za-z0-9]).*")
_REVIEW = "review.json"


@dataclass(frozen=True, slots=True)
class CameBack:
    """The answers in a file, the ledger they belong to, and what else there is to tell."""

    filled: tuple[Filled, ...]
    ledger: Path
    refused: tuple[Refusal, ...] = ()
    report: str = ""


def read_sheet_or_draft(path: Path, reframer: Reframer) -> CameBack:
    """Return the answers in a question sheet, or in the comments of a draft.

    The review that stands beside a draft tells what became of its suggestions.

    Raises:
        ReframeError: when the file is neither, or cannot be read.
    """
    ledger = path.with_name(f"{_ENDING.sub('', path.stem)}.ledger.yaml")
    if not _is_draft(path):
        return CameBack(read_filled(path), ledger)
    beside = path.with_name(_REVIEW)
    if not beside.is_file():
        told = f"  no {_REVIEW} beside the draft: only the replies to its comments were read"
        filled, refused = read_answers(path, reframer.book)
        return CameBack(filled, ledger, refused, told)
    try:
        review = Review.from_json(beside.read_text(encoding="utf-8"))
        if ledger.is_file():
            # The review's own file holds no value without leave to print.
            review = replace(review, evidence=review.evidence.restored(Ledger.load(ledger)))
        back = read_back(review, path, reframer=reframer)
    except StaleDecision as error:
        filled, refused = read_answers(path, reframer.book)
        return CameBack(filled, ledger, refused, f"  suggestions were not read: {error}")
    return CameBack(back.replies, ledger, back.refused, back.report())


def _is_draft(path: Path) -> bool:
    """Whether a file is a draft; what cannot be opened is left to the reader of sheets."""
    if path.suffix.lower() != ".docx":
        return False
    try:
        return is_draft(path)
    except ResumeError:
        return False
