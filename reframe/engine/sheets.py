"""Question sheets: written from a review, read back into the ledger."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from reframe.core.review import SHEET, Review
from reframe.errors import LedgerError
from reframe.formats.files import write_whole
from reframe.formats.ledger import Ledger
from reframe.formats.sheet_words import Filled, SheetItem

SHEETS: Final = (".docx", ".yaml", ".txt")


def sheet_items(review: Review, *, most: int = SHEET) -> tuple[SheetItem, ...]:
    """Return the questions of the client's next sheet with the lines they are about."""
    about = lines_of(review)

    def line(question_id: str) -> str:
        return about.get(question_id.split("/", 1)[0], "")

    return tuple(
        SheetItem(q, line(q.id), tuple((key, line(key)) for key in q.also))
        for q in review.sheet(most=most)
    )


def lines_of(review: Review) -> dict[str, str]:
    """Return what the questions of a review can be about: bullets and posts, by id."""
    about = {bullet.id: bullet.text for bullet in review.bullets()}
    for position in review.resume.positions():
        about[position.id] = " · ".join(p for p in (position.title, position.employer) if p)
    return about


def sheet_paths(folder: Path, stem: str) -> tuple[Path, ...]:
    """Return where a client's sheets are: the .docx, the .yaml and the .txt."""
    return tuple(folder / f"{stem}_questions{suffix}" for suffix in SHEETS)


def write_sheets(review: Review, folder: Path, stem: str) -> tuple[Path, ...]:
    """Write the question sheet in every form; return the paths."""
    items = sheet_items(review)
    paths = sheet_paths(folder, stem)
    for path in paths:
        write_sheet_file(items, path, client=review.resume.name)
    return paths


def write_sheet_file(items: Sequence[SheetItem], path: Path, *, client: str) -> None:
    """Write a question sheet in the form that the suffix of its name tells.

    Raises:
        LedgerError: for a suffix that no sheet has.
    """
    match path.suffix.lower():
        case ".docx":
            from reframe.formats.question_sheet import write_sheet

            data = write_sheet(items, client=client)
        case ".yaml" | ".yml":
            from reframe.formats.sheet_yaml import write_sheet_yaml

            data = write_sheet_yaml(items, client=client).encode()
        case ".txt":
            from reframe.formats.sheet_text import write_sheet_text

            data = write_sheet_text(items, client=client).encode()
        case suffix:
            known = ", ".join(SHEETS)
            raise LedgerError(f"{path}: '{suffix}' is no form of a question sheet; use {known}.")
    write_whole(path, data)


def unread(path: Path, ledger: Ledger) -> tuple[Filled, ...]:
    """Return the answers of a sheet that are not in the ledger yet."""
    if not path.is_file():
        return ()
    try:
        filled = read_filled(path)
    except LedgerError:
        return ()
    return tuple(x for x in filled if (x.text or x.ticks) and ledger.get(x.question_id) is None)


def read_filled(path: Path) -> tuple[Filled, ...]:
    """Return what was filled in on a sheet, .docx, YAML or text.

    Raises:
        LedgerError: when the file is missing or is no question sheet.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise LedgerError(f"{path}: cannot be read ({error.strerror}).") from error
    if path.suffix.lower() in {".yaml", ".yml", ".txt"}:
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            raise LedgerError(f"{path}: not a text file: {error}") from error
        if path.suffix.lower() == ".txt":
            from reframe.formats.sheet_text import read_sheet_text

            return read_sheet_text(text, name=str(path))
        from reframe.formats.sheet_yaml import read_sheet_yaml

        return read_sheet_yaml(text, name=str(path))
    from reframe.formats.question_sheet import read_sheet

    return read_sheet(data, name=str(path))
