"""Keep compiled tables between runs: a convenience, never a source of truth.

An entry is plain data under a name that tells what it was made from, and begins with its own
checksum. One that is damaged or stale is as good as none. Without a place to write, tables are
compiled anew each time.
"""

import contextlib
import gc
import hashlib
import marshal
import os
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import TypeVar

import reframe.core
from reframe.tables.freeze import plain, revive

T = TypeVar("T")

_KEEP = 4
_DAMAGED = (OSError, EOFError, ValueError, TypeError, KeyError, AttributeError, RecursionError)
_CORE = "claims deferred evidence generic index lexicon remark rule senses spelling"
"""The modules of the core whose values are kept; importing them all would take its time."""


def cache_folder() -> Path | None:
    """Return the folder for compiled tables, or None: ``REFRAME_CACHE=off`` wants none.

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


def compiled(name: str, sources: Iterable[Path], kind: type[T], make: Callable[[], T]) -> T:
    """Return what ``make`` makes of its source files: kept, or made now and kept."""
    digest = _digest_of(sources)
    found = recall(name, digest, kind)
    if found is None:
        found = make()
        keep(name, digest, found)
    return found


def recall(name: str, digest: str, kind: type[T]) -> T | None:
    """Return the value of a digest, or None when there is no sound entry."""
    path = _entry(name, digest)
    if path is None:
        return None
    try:
        checksum, _, body = path.read_bytes().partition(b"\n")
        if hashlib.sha256(body).hexdigest().encode() != checksum:
            return None
        with _uncollected():
            made_of, data = marshal.loads(body)
            return revive(kind, data) if made_of == digest else None
    except _DAMAGED:
        return None


@contextlib.contextmanager
def _uncollected() -> Iterator[None]:
    """Keep the collector out: it would look for cycles where plain data has none, and takes as long
    as the reading. (Marshal holds nothing but plain data, and is several times as fast as JSON.)

    Tables live as long as the process: freezing and thawing puts them among the old objects at
    once, where the collector would first walk all there are. What somebody froze stays frozen.
    """
    collects = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if not gc.get_freeze_count():
            gc.freeze()
            gc.unfreeze()
        if collects:
            gc.enable()


def keep(name: str, digest: str, value: object) -> None:
    """Write an entry for later runs, and drop old ones; where that fails, leave it."""
    path = _entry(name, digest)
    if path is None:
        return
    body = marshal.dumps([digest, plain(value)])
    with contextlib.suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        with tempfile.NamedTemporaryFile(dir=path.parent, suffix=".part", delete=False) as part:
            part.write(hashlib.sha256(body).hexdigest().encode() + b"\n" + body)
        try:
            Path(part.name).replace(path)
        except OSError:
            Path(part.name).unlink(missing_ok=True)
            raise
        entries = sorted(path.parent.glob(f"{name}-*.bin"), key=lambda p: p.stat().st_mtime)
        for old in entries[:-_KEEP]:
            old.unlink(missing_ok=True)


def _entry(name: str, digest: str) -> Path | None:
    folder = cache_folder()
    return folder / f"{name}-{digest[:16]}-{_code()[:16]}.bin" if folder else None


def _digest_of(sources: Iterable[Path]) -> str:
    total = hashlib.sha256()
    for path in sources:
        total.update(f"{path.name}\0".encode())
        with contextlib.suppress(OSError):
            data = path.read_bytes()
            total.update(f"{len(data)}\0".encode() + data)
    return total.hexdigest()


@cache
def _code() -> str:
    """Return a digest of the code that compiles and of the interpreter whose plain data an entry
    is: another version makes other entries."""
    total = hashlib.sha256(sys.version.encode())
    here = sorted(Path(__file__).parent.glob("*.py"))
    core = Path(reframe.core.__file__ or "").parent
    for path in (*here, *(core / f"{name}.py" for name in _CORE.split())):
        with contextlib.suppress(OSError):
            total.update(path.read_bytes())
    return total.hexdigest()
