"""Question sheets: written from a review, read back into the ledger."""

from pathlib import Path

from reframe.core.review import SHEET, Review
from reframe.errors import LedgerError
from reframe.formats.files import write_whole
from reframe.formats.sheet_words import Filled, SheetItem


def sheet_items(review: Review, *, most: int = SHEET) -> tuple[SheetItem, ...]:
    """Return the questions of the client's next sheet with the lines they are about."""
    about = {bullet.id: bullet.text for bullet in review.bullets()}
    for position in review.resume.positions():
        about[position.id] = " · ".join(p for p in (position.title, position.employer) if p)
    return tuple(SheetItem(q, about.get(q.about, "")) for q in review.sheet(most=most))


def sheet_paths(folder: Path, stem: str) -> tuple[Path, Path]:
    """Return where a client's sheets are: the .docx and the .yaml."""
    return folder / f"{stem}_questions.docx", folder / f"{stem}_questions.yaml"


def write_sheets(review: Review, folder: Path, stem: str) -> tuple[Path, Path]:
    """Write the question sheet as .docx and .yaml; return both paths."""
    from reframe.formats.question_sheet import write_sheet
    from reframe.formats.sheet_yaml import write_sheet_yaml

    items = sheet_items(review)
    client = review.resume.name
    word, plain = sheet_paths(folder, stem)
    write_whole(word, write_sheet(items, client=client))
    write_whole(plain, write_sheet_yaml(items, client=client).encode())
    return word, plain


def read_filled(path: Path) -> tuple[Filled, ...]:
    """Return what was filled in on a sheet, .docx or YAML.

    Raises:
        LedgerError: when the file is missing or is no question sheet.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise LedgerError(f"{path}: cannot be read ({error.strerror}).") from error
    if path.suffix.lower() in {".yaml", ".yml"}:
        from reframe.formats.sheet_yaml import read_sheet_yaml

        try:
            return read_sheet_yaml(data.decode("utf-8"), name=str(path))
        except UnicodeDecodeError as error:
            raise LedgerError(f"{path}: not a text file: {error}") from error
    from reframe.formats.question_sheet import read_sheet

    return read_sheet(data, name=str(path))
