"""What a draft was made from, as digests: same digests, same draft."""

import hashlib
import json
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path

from reframe.batch.stores import opened
from reframe.bundled import bundled
from reframe.core.wire import to_plain
from reframe.errors import ReframeError

_DATA = ("patterns", "pipeline", "rules", "tables")


def file_digest(path: str) -> str:
    """Return the SHA-256 of a file, or an empty string when it cannot be read."""
    try:
        found = opened(path)
        with found.open("rb") if isinstance(found, Path) else found as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()  # type: ignore[arg-type]
    except (OSError, ReframeError):
        return ""


def settings_digest(rules: Sequence[str], options: object) -> str:
    """Return a digest of this version, its data, the rule folders, and the options as given."""
    given = json.dumps(to_plain(options), sort_keys=True)
    total = hashlib.sha256(f"{version('resume-reframe')}\n{given}\n".encode())
    folders = [*(bundled("data", name) for name in _DATA), bundled("templates"), *map(Path, rules)]
    for number, folder in enumerate(folders):
        for path in sorted(p for p in folder.rglob("*") if p.is_file()):
            total.update(f"{number}:{path.relative_to(folder)}\n".encode())
            total.update(file_digest(str(path)).encode())
    return total.hexdigest()
