"""Keep the compiled rules between runs: a convenience, never a source of truth.

An entry is JSON under a name that tells what it was made from, and begins with its own
checksum. One that is damaged, stale or not ours is as good as none. Without a place to write,
rules are compiled anew each time.
"""

import contextlib
import hashlib
import json
import os
import sys
import tempfile
from pathlib import Path

from reframe.core import claims, evidence, rule
from reframe.core.rule import RuleBook
from reframe.tables.freeze import plain, revive

_KEEP = 4
_DAMAGED = (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError)


def cache_folder() -> Path | None:
    """Return the folder for compiled rules, or None: ``REFRAME_CACHE=off`` wants none.

    ``REFRAME_CACHE`` may also name a folder.
    """
    wanted = os.environ.get("REFRAME_CACHE", "").strip()
    if wanted.casefold() in {"off", "no", "0"}:
        return None
    if wanted:
        return Path(wanted)
    with contextlib.suppress(RuntimeError):
        if sys.platform == "win32":
            return Path(os.environ.get("LOCALAPPDATA") or Path.home()) / "reframe" / "Cache"
        if sys.platform == "darwin":
            return Path.home() / "Library" / "Caches" / "reframe"
        xdg = os.environ.get("XDG_CACHE_HOME", "")
        return (Path(xdg) if os.path.isabs(xdg) else Path.home() / ".cache") / "reframe"  # noqa: PTH117
    return None


def recall(digest: str) -> RuleBook | None:
    """Return the compiled rules of a digest, or None when there is no sound entry."""
    path = _entry(digest)
    if path is None:
        return None
    try:
        checksum, _, body = path.read_bytes().partition(b"\n")
        if hashlib.sha256(body).hexdigest().encode() != checksum:
            return None
        book = revive(RuleBook, json.loads(body))
    except _DAMAGED:
        return None
    return book if book.digest == digest else None


def keep(book: RuleBook) -> None:
    """Write an entry for later runs, and drop old ones; where that fails, leave it."""
    path = _entry(book.digest)
    if path is None:
        return
    body = json.dumps(plain(book), ensure_ascii=False, separators=(",", ":")).encode()
    with contextlib.suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        with tempfile.NamedTemporaryFile(dir=path.parent, suffix=".part", delete=False) as part:
            part.write(hashlib.sha256(body).hexdigest().encode() + b"\n" + body)
        try:
            Path(part.name).replace(path)
        except OSError:
            Path(part.name).unlink(missing_ok=True)
            raise
        entries = sorted(path.parent.glob("rules-*.json"), key=lambda p: p.stat().st_mtime)
        for old in entries[:-_KEEP]:
            old.unlink(missing_ok=True)


def _entry(digest: str) -> Path | None:
    folder = cache_folder()
    return folder / f"rules-{digest[:16]}-{_code()[:16]}.json" if folder else None


def _code() -> str:
    """Return a digest of the code that compiles: another version makes other entries."""
    total = hashlib.sha256()
    here = sorted(Path(__file__).parent.glob("*.py"))
    for path in (*here, *(Path(module.__file__ or "") for module in (claims, evidence, rule))):
        with contextlib.suppress(OSError):
            total.update(path.read_bytes())
    return total.hexdigest()
