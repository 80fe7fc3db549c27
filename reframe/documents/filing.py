"""What files are called: working copies with a version, finals in the client's name."""

import re
import unicodedata
from collections.abc import Iterable
from typing import Final

from reframe.documents.names import name_parts
from reframe.tables.documents import Frames

_BETWEEN: Final = re.compile(r"[\W_]+")
_VERSION: Final = re.compile(r"_v(\d+)_DRAFT$")
_UNNAMED: Final = "Client"
_LONGEST: Final = 60


def draft_name(name: str, part: str, version: int, frames: Frames) -> str:
    """Return the stem of a working copy.

    >>> draft_name("Mara Okonski", "Resume", 2, {"names": {k: [] for k in
    ...     ("suffixes", "particles", "honorifics")}})
    'Okonski_Mara_Resume_v2_DRAFT'
    """
    first, last = name_parts(name, frames)
    parts = [_joined(text) for text in (last or _UNNAMED, first, part)]
    return "_".join([*filter(None, parts), f"v{version}", "DRAFT"])


def final_name(name: str, part: str, target: str, frames: Frames) -> str:
    """Return the stem of a final; ``target`` is what it is meant for, or empty.

    >>> final_name("Mara Okonski", "Resume", "Risk & Compliance", {"names": {k: [] for k in
    ...     ("suffixes", "particles", "honorifics")}})
    'Mara-Okonski-Resume-Risk-Compliance'
    """
    first, last = name_parts(name, frames)
    parts = [_joined(text) for text in (first, last or _UNNAMED, part, target)]
    return "-".join(filter(None, parts))


def next_version(stems: Iterable[str], name: str, part: str, frames: Frames) -> int:
    """Return the version after the highest that the stems of a folder hold."""
    start = draft_name(name, part, 0, frames).removesuffix("_v0_DRAFT")
    found = [
        int(version[1])
        for stem in stems
        if stem.startswith(f"{start}_v") and (version := _VERSION.search(stem))
    ]
    return max(found, default=0) + 1


def _joined(text: str) -> str:
    """Return a text as a part of a file's name that every system takes: letters of any script
    and figures, no points or slashes, not too long."""
    words = [word for word in _BETWEEN.split(unicodedata.normalize("NFC", text)) if word]
    return "-".join(words)[:_LONGEST].strip("-")
