"""Writing files so that a reader never meets half of one."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path

from reframe.errors import ReframeError

_sync_now: ContextVar[bool] = ContextVar("sync_now", default=True)


@contextmanager
def synced_later() -> Iterator[None]:
    """Leave it to the caller to sync the files that are written inside, by :func:`sync`.

    A file's way to the disk takes longer than making it: who writes many waits for many at once.
    """
    before = _sync_now.set(False)
    try:
        yield
    finally:
        _sync_now.reset(before)


def sync(path: Path) -> None:
    """Return when a file, if it is still there, is on the disk."""
    try:
        handle = os.open(path, os.O_RDONLY)
    except OSError:
        return
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def write_whole(path: Path, data: bytes) -> None:
    """Write ``data`` to a temporary file beside ``path``, then rename it into place.

    Raises:
        ReframeError: when the folder cannot be written to; nothing is left behind.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".part")
    except OSError as error:
        raise ReframeError(_message(path, error)) from error
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            if _sync_now.get():
                os.fsync(stream.fileno())
        # mkstemp makes files private; a document meant for others keeps the usual rights.
        umask = os.umask(0)
        os.umask(umask)
        Path(name).chmod(0o666 & ~umask)
        Path(name).replace(path)
    except OSError as error:
        Path(name).unlink(missing_ok=True)
        raise ReframeError(_message(path, error)) from error


def _message(path: Path, error: OSError) -> str:
    reason = error.strerror or str(error)
    return f"{path}: cannot be written ({reason}). Choose a folder you may write to, or free some space."
