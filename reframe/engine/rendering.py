"""Render a review into a fresh document; the suffix of the file picks the format."""

from pathlib import Path
from typing import Final

from reframe.bundled import bundled
from reframe.core.review import Review
from reframe.documents import resume_data
from reframe.errors import TemplateError
from reframe.formats.files import write_whole

# What Markdown would take for an emphasis, a link or a tag; the rest of its marks are harmless
# inside a line.
_MARKDOWN: Final = {c: f"\\{c}" for c in "\\*_`<[]"}
_FORMATS: Final = {".docx": ("docx", ".docx"), ".md": ("markdown", ".md.j2")}


def render(review: Review, *, template: str = "classic", out: str | Path) -> None:
    """Write a fresh document with what the review says.

    Args:
        template: the name of a bundled template, or the path of one's own.
        out: the file to write: ``.docx`` or ``.md``.

    Raises:
        TemplateError: when there is no such template or format, or the template is broken.
        ReframeError: when the file cannot be written.
    """
    out = Path(out)
    kind = out.suffix.lower()
    if kind not in _FORMATS:
        raise TemplateError(f"{out}: '{kind}' is not a format; use {', '.join(sorted(_FORMATS))}.")
    path = _template(template, kind)
    data = resume_data(review)
    if kind == ".docx":
        from reframe.formats.docx.template import fill_docx

        write_whole(out, fill_docx(path, data))
    else:
        from reframe.formats.jinja_text import fill_text

        write_whole(out, fill_text(path, data, escape=_MARKDOWN).encode())


def _template(name: str, kind: str) -> Path:
    folder, suffix = _FORMATS[kind]
    own = Path(name)
    if own.suffix or own.parent != Path():
        return own
    path = bundled("templates", folder, name + suffix)
    if not path.is_file():
        known = sorted(p.name.removesuffix(suffix) for p in path.parent.glob(f"*{suffix}"))
        raise TemplateError(f"no {kind} template '{name}'; there are: {', '.join(known)}")
    return path
