"""The heaviest documents that the caps let through, and what one costs in a process of its own.

python -m tests.formats.docx.heavy NAME    seconds, peak memory and what became of one
python -m tests.formats.docx.heavy -       the same for a file on standard input
"""

import random
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from tests.formats.docx.packages import W, packed, parts, rel, rels

_DUTY = "Responsible for filing the papers of a firm"
_PLAIN = f"<w:p><w:r><w:t>{_DUTY}</w:t></w:r></w:p>"
_RUN = '<w:r><w:t xml:space="preserve">filed </w:t></w:r>'
_BOLD = '<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">sold </w:t></w:r>'


class Cost(NamedTuple):
    """Seconds of the processor, peak megabytes, and how it ended."""

    seconds: float
    megabytes: float
    end: str


def _listed(text: str, number: int = 1) -> str:
    numbering = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>'
    return f"<w:p><w:pPr>{numbering}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


def _package(*content: str, **others: str) -> bytes:
    """A package with these parts of ``word/``, each made hard to press: a cap on the ratio of
    compression refuses what is merely repeated."""
    found = parts(*content)
    found["word/_rels/document.xml.rels"] = rels(
        *(rel(f"rId{name}", name, f"{name}.xml") for name in others)
    )
    found |= {f"word/{name}.xml": part for name, part in others.items()}
    noise = random.Random(5)
    return packed(
        {
            name: f"{part}<!--{noise.randbytes(len(part) // 150).hex()}-->"
            if isinstance(part, str) and len(part) > 1 << 20
            else part
            for name, part in found.items()
        }
    )


def _numbering(definitions: int) -> str:
    level = '<w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="o"/></w:lvl>'
    kinds = "".join(
        f'<w:abstractNum w:abstractNumId="{n}">{level}</w:abstractNum>' for n in range(definitions)
    )
    numbers = "".join(
        f'<w:num w:numId="{n}"><w:abstractNumId w:val="{n}"/></w:num>' for n in range(definitions)
    )
    return f'<w:numbering xmlns:w="{W}">{kinds}{numbers}</w:numbering>'


def _styles(count: int) -> str:
    return f'<w:styles xmlns:w="{W}">' + "".join(
        f'<w:style w:type="paragraph" w:styleId="S{n}"><w:name w:val="S{n}"/>'
        f'<w:basedOn w:val="S{n - 1}"/></w:style>'
        for n in range(count)
    ) + "</w:styles>"  # fmt: skip


def _nested(depth: int) -> str:
    return "<w:tbl><w:tr><w:tc>" * depth + _PLAIN + "</w:tc></w:tr></w:tbl>" * depth


def _boxes(count: int) -> str:
    box = f"<w:txbxContent>{count * _listed(_DUTY)}</w:txbxContent>"
    return (
        f"<w:p><w:r><mc:AlternateContent><mc:Choice Requires='wps'>{box}</mc:Choice>"
        f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )


def _cells(count: int) -> str:
    return f"<w:tbl><w:tr>{f'<w:tc>{_PLAIN}</w:tc>' * count}</w:tr></w:tbl>"


def _media(megabytes: int) -> bytes:
    picture = random.Random(6).randbytes(megabytes << 20)
    return packed(parts(_DUTY) | {"word/media/image1.png": picture})


def _stores(count: int) -> bytes:
    store = f"<x>{random.Random(7).randbytes(9 << 20).hex()}</x>"
    return packed(parts(_DUTY) | {f"customXml/item{n}.xml": store for n in range(count)})


HEAVY: dict[str, Callable[[], bytes]] = {
    "tables in tables, 50 deep, 300 times": lambda: _package(_nested(50) * 300),
    "one paragraph of 100,000 runs": lambda: _package(f"<w:p>{_RUN * 100_000}</w:p>"),
    "one bullet of 40,000 runs of two formats": lambda: _package(
        _listed(_DUTY).replace("</w:p>", (_RUN + _BOLD) * 20_000 + "</w:p>"),
        numbering=_numbering(2),
    ),
    "100,000 runs in 5,000 paragraphs": lambda: _package(f"<w:p>{_RUN * 20}</w:p>" * 5_000),
    "one bullet of 900,000 characters": lambda: _package(
        _listed("filed papers " * 69_000), numbering=_numbering(2)
    ),
    "9,900 bullets": lambda: _package(_listed(_DUTY) * 9_900, numbering=_numbering(2)),
    "9,900 lines in one paragraph": lambda: _package(
        "<w:p>" + "<w:r><w:t>- Filed papers</w:t><w:br/></w:r>" * 9_900 + "</w:p>"
    ),
    "9,000 bullets of as many lists": lambda: _package(
        *(_listed(_DUTY, n) for n in range(1, 9_001)), numbering=_numbering(30_000)
    ),
    "100,000 styles, each on the last": lambda: _package(
        *(
            f'<w:p><w:pPr><w:pStyle w:val="S{n * 10}"/></w:pPr><w:r><w:t>{_DUTY}</w:t></w:r></w:p>'
            for n in range(9_000)
        ),
        styles=_styles(100_000),
    ),
    "a table row of 9,000 cells": lambda: _package(_cells(9_000)),
    "a text box of 4,900 bullets and its copy": lambda: _package(
        _boxes(4_900), numbering=_numbering(2)
    ),
    "900,000 empty paragraphs": lambda: _package(_DUTY, "<w:p/>" * 900_000),
    "490,000 attributes": lambda: _package(_DUTY, '<w:p w:rsidR="00AA11BB"/>' * 490_000),
    "9,900 lines in 100 nested content controls": lambda: _package(
        "<w:sdt><w:sdtPr/><w:sdtContent>" * 100 + _PLAIN * 9_900 + "</w:sdtContent></w:sdt>" * 100
    ),
    "80 MB of pictures": lambda: _media(80),
    "90 MB of custom XML": lambda: _stores(5),
}


def cost_of(document: str | bytes) -> Cost:
    """Read, redline and finish a document in a process of its own; the limit is its memory."""
    run = subprocess.run(
        [sys.executable, "-m", "tests.formats.docx.heavy", "-"],
        input=HEAVY[document]() if isinstance(document, str) else document,
        capture_output=True,
        check=True,
        timeout=240,
        cwd=Path(__file__).parents[3],
    )
    seconds, megabytes, end = run.stdout.decode().split(maxsplit=2)
    return Cost(float(seconds), float(megabytes), end.strip())


def work(data: bytes) -> str:
    """Read a document, change and comment on every bullet, and make the final; say how it ended."""
    from reframe.core.suggestion import Edit, Piece
    from reframe.errors import ResumeError
    from reframe.formats.docx.read import read_docx
    from reframe.formats.docx.redline import Change, redline

    try:
        resume = read_docx(data, source="heavy.docx")
    except ResumeError as error:
        return f"refused: {error}"
    changes = [
        Change(bullet.line.anchor, (Edit(0, 5, (Piece("Reworded", ""),), ""),), "Why?")
        for bullet, _, _ in resume.placed_bullets()
    ]
    for clean in (False, True):
        redline(data, changes=changes, date=datetime(2025, 1, 2), clean=clean)
    return f"{len(changes)} bullets changed"


def _peak_mb() -> float:
    """The most memory of this program: what rusage says begins with that of its parent."""
    status = Path("/proc/self/status")
    if status.exists():
        [peak] = [x for x in status.read_text().splitlines() if x.startswith("VmHWM:")]
        return int(peak.split()[1]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> None:
    name = sys.argv[1]
    data = sys.stdin.buffer.read() if name == "-" else HEAVY[name]()
    start = time.process_time()
    end = work(data)
    print(f"{time.process_time() - start:.2f} {_peak_mb():.0f} {end}")


if __name__ == "__main__":
    main()
