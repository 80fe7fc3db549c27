"""Small .docx packages for tests, built part by part so that each fault is on purpose."""

import io
import zipfile
from collections.abc import Mapping

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"

TYPES = (
    f'<Types xmlns="{PACKAGE}/content-types">'
    '<Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/word/document.xml" ContentType="{main}"/></Types>'
)


def rels(*entries: str) -> str:
    """A relationships part with these entries."""
    return f'<Relationships xmlns="{PACKAGE}/relationships">{"".join(entries)}</Relationships>'


def rel(key: str, kind: str, target: str, mode: str = "") -> str:
    """One relationship; ``kind`` is the end of its type."""
    mode = f' TargetMode="{mode}"' if mode else ""
    return f'<Relationship Id="{key}" Type="{OFFICE}/{kind}" Target="{target}"{mode}/>'


def body(*paragraphs: str) -> str:
    """A document part; a paragraph that does not begin with "<" is plain text."""
    content = "".join(
        p if p.startswith("<") else f"<w:p><w:r><w:t>{p}</w:t></w:r></w:p>" for p in paragraphs
    )
    return (
        f'<w:document xmlns:w="{W}" xmlns:r="{OFFICE}" '
        'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
        'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        f"<w:body>{content}</w:body></w:document>"
    )


def parts(*paragraphs: str, main: str = MAIN) -> dict[str, str | bytes]:
    """The parts of a sound package with these paragraphs."""
    return {
        "[Content_Types].xml": TYPES.format(main=main),
        "_rels/.rels": rels(rel("rId1", "officeDocument", "word/document.xml")),
        "word/document.xml": body(*(paragraphs or ("Filed the papers of a small firm.",))),
    }


def packed(contents: Mapping[str, str | bytes]) -> bytes:
    """The package as bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in contents.items():
            archive.writestr(name, part)
    return out.getvalue()
