"""Target briefs: read from a file, begun from an advertisement; the matrix written beside a draft."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from reframe.core.review import Review
from reframe.core.target import Requirement, Target
from reframe.documents.resume import scope_lines
from reframe.errors import TargetError
from reframe.formats.files import write_whole
from reframe.formats.target_advert import read_advertisement
from reframe.formats.target_brief import read_brief
from reframe.formats.target_matrix import matrix_csv, matrix_json, matrix_markdown
from reframe.formats.target_new import new_brief
from reframe.tables.lexicon import load_lexicon
from reframe.tables.target import load_target_table, load_value_titles


def read_target(path: str | Path) -> Target:
    """Return the target in a brief, with the requirements of its advertisement read.

    ``private`` of the brief is left behind.

    Raises:
        TargetError: when the brief or its advertisement cannot be read; each problem with line
            and column.
    """
    path = Path(path)
    brief = read_brief(
        _text_of(path),
        name=str(path),
        levels=load_target_table().level_names,
        values=load_value_titles(),
    )
    pasted = brief.advertisement or (_text_of(path.parent / brief.file) if brief.file else "")
    if not pasted:
        return brief.target
    return replace(brief.target, requirements=_requirements(pasted, path))


def begin_brief(role: str, advertisement: Path | None = None) -> str:
    """Return a commented brief to edit, with the requirements of an advertisement, if any.

    Raises:
        TargetError: when the advertisement cannot be read, or asks for nothing.
    """
    found = _requirements(_text_of(advertisement), advertisement) if advertisement else ()
    return new_brief(
        role, found, levels=load_target_table().level_names, values=load_value_titles()
    )


def write_matrix(review: Review, folder: Path) -> Iterator[Path]:
    """Write matrix.md, .csv and .json of an aimed review; yield their paths.

    Raises:
        ReframeError: when the folder cannot be written to.
    """
    if review.fit is None:
        return
    texts = {bullet.id: review.text(bullet.id) for bullet in review.bullets()}
    for post in review.resume.positions():
        texts[post.id] = ", ".join(part for part in (post.title, post.employer) if part) or post.id
    texts |= {f"{post_id}/scope": line for post_id, line in scope_lines(review).items()}
    made = {
        "matrix.md": matrix_markdown(review.fit, texts, client=review.resume.name),
        "matrix.csv": matrix_csv(review.fit),
        "matrix.json": matrix_json(review.fit),
    }
    for name, text in made.items():
        write_whole(folder / name, text.encode())
        yield folder / name


def _requirements(pasted: str, path: Path) -> tuple[Requirement, ...]:
    found = read_advertisement(pasted, load_lexicon(), load_target_table())
    if not found:
        raise TargetError(
            f"{path}: no requirement was found in the advertisement. Write them under "
            "'requirements' of the brief, one a line, as '- must: ...'."
        )
    return found


def _text_of(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        raise TargetError(f"{path}: no such file. Check the name.") from None
    except UnicodeDecodeError:
        raise TargetError(f"{path}: not a text file. Save it as UTF-8 text.") from None
    except OSError as error:
        raise TargetError(f"{path}: cannot be read ({error.strerror}).") from error
