"""Where a rendered document goes: the file that was named, or a name of its own in a folder."""

from collections.abc import Sequence
from pathlib import Path

from reframe.core.resume import Resume
from reframe.documents.filing import draft_name, final_name, next_version
from reframe.engine.templates import FORMATS, find_template
from reframe.errors import TemplateError
from reframe.tables.documents import load_frames


def place(
    out: Path,
    resume: Resume,
    template: str,
    kind: str,
    *,
    draft: bool = False,
    target: str = "",
    among: Sequence[str] = (),
) -> Path:
    """Return the path to write a document to.

    ``out`` with a format's suffix is taken as it is. A folder gets ``First-Last-Resume-Target``,
    or with ``draft`` the next free ``Last_First_Resume_v2_DRAFT``, in the format ``kind``. Where
    another template ``among`` those of one call makes the same document, the final's name ends
    in the template's, so that none is written over another.

    Raises:
        TemplateError: when there is no such template.
    """
    if out.suffix.lower() in FORMATS and not out.is_dir():
        return out
    if out.suffix and not out.is_dir() and len(out.suffix) <= 5:
        raise TemplateError(
            f"{out}: '{out.suffix}' is not a format; use {', '.join(FORMATS)}, or name a folder."
        )
    frames = load_frames()
    parts = {name: _part(name, kind) for name in (template, *among)}
    part = parts[template]
    if not draft:
        shared = sum(other == part for other in parts.values()) > 1
        design = f"-{Path(template).stem.title()}" if shared else ""
        return out / f"{final_name(resume.name, part, target, frames)}{design}{kind}"
    kept = [path.stem for path in out.iterdir()] if out.is_dir() else []
    version = next_version(kept, resume.name, part, frames)
    return out / f"{draft_name(resume.name, part, version, frames)}{kind}"


def _part(template: str, kind: str) -> str:
    return "Resume" if kind == ".json" else find_template(template, kind).part
