"""Files here and in other stores (``s3://``, ``memory://``): found, fetched, brought back.

Addresses go through fsspec, whose packages for each kind of store are installed by those who
use it. A path of this machine never does: it is read and written as it stands.
"""

import io
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO

from reframe.errors import ReframeError, Unreadable

STATE = ".reframe"
"""The folder inside an output folder that holds a run's journal and lock."""


class _Named(io.BytesIO):
    """The bytes of a file, with its name."""

    def __init__(self, data: bytes, name: str) -> None:
        super().__init__(data)
        self.name = name


def is_remote(path: str) -> bool:
    """Whether a path is the address of a store."""
    return "://" in path


def walk(address: str) -> Iterator[tuple[str, str]]:
    """Yield the address of each file below (or matching) ``address``, and its relative path, in
    fixed order.

    Raises:
        Unreadable: when the store cannot be asked.
    """
    store, root = _open(address, address)
    with _told(address):
        if any(mark in root for mark in "*?["):
            files = sorted(path for path in store.glob(root) if not store.isdir(path))
            cut = root[: min(root.index(mark) for mark in "*?[" if mark in root)].rpartition("/")[0]
        elif store.isfile(root):
            files, cut = [root], root.rpartition("/")[0]
        else:
            files, cut = sorted(store.find(root)), root.rstrip("/")
    for path in files:
        yield store.unstrip_protocol(path), path[len(cut) :].lstrip("/")


def opened(path: str) -> Path | BinaryIO:
    """Return what the engine can read: the path itself, or a store's file, fetched.

    Raises:
        Unreadable: when the store does not give it.
    """
    if not is_remote(path):
        return Path(path)
    store, inside = _open(path, path)
    with _told(path):
        return _Named(store.cat_file(inside), path)


@contextmanager
def output_folder(out: str, name: str, keep: Sequence[str]) -> Iterator[Path]:
    """Give a folder of this machine in which the files of ``out/name`` are to be made.

    For a path that is the folder above it itself. For a store it is a temporary one: the files
    of ``keep`` (patterns) are fetched before, and everything is stored when the block ends well.

    Raises:
        ReframeError: when the store cannot be read or written.
    """
    if not is_remote(out):
        yield Path(out)
        return
    store, root = _open(out, out)
    folder = f"{root.rstrip('/')}/{name}"
    with tempfile.TemporaryDirectory(prefix="reframe-") as made:
        local = Path(made) / name
        local.mkdir(parents=True)
        with _told(out):
            for pattern in keep:
                for path in store.glob(f"{folder}/{pattern}"):
                    (local / path.rpartition("/")[2]).write_bytes(store.cat_file(path))
        yield Path(made)
        with _told(out):
            for path in sorted(local.iterdir()):
                store.pipe_file(f"{folder}/{path.name}", path.read_bytes())


def write_file(path: str, data: bytes) -> None:
    """Write a file whole, here or in a store.

    Raises:
        ReframeError: when it cannot be written.
    """
    if not is_remote(path):
        from reframe.formats.files import write_whole

        write_whole(Path(path), data)
        return
    store, inside = _open(path, path)
    with _told(path):
        store.pipe_file(inside, data)


def exists(path: str) -> bool:
    """Whether there is such a file."""
    if not is_remote(path):
        return Path(path).is_file()
    store, inside = _open(path, path)
    with _told(path):
        return bool(store.isfile(inside))


def folders(out: str) -> set[str]:
    """Return the names of the folders right below ``out``; none where it does not exist yet.

    Raises:
        ReframeError: when it cannot be listed.
    """
    if not is_remote(out):
        try:
            return {path.name for path in Path(out).iterdir() if path.is_dir()}
        except (FileNotFoundError, NotADirectoryError):
            return set()
        except OSError as error:
            raise Unreadable(
                f"{out}: cannot be listed ({error.strerror}). Choose a folder you may write to."
            ) from error
    store, root = _open(out, out)
    with _told(out):
        if not store.isdir(root):
            return set()
        listed = store.ls(root, detail=True)
    return {
        entry["name"].rstrip("/").rpartition("/")[2]
        for entry in listed
        if entry["type"] == "directory"
    }


def read_bytes(path: str) -> bytes:
    """Return what is in a file, here or in a store.

    Raises:
        ReframeError: when a store does not give it.
        OSError: when a file here cannot be read.
    """
    source = opened(path)
    return source.read_bytes() if isinstance(source, Path) else source.read()


def below(out: str, *parts: str) -> str:
    """Return the path or address of something below ``out``."""
    if is_remote(out):
        return "/".join((out.rstrip("/"), *parts))
    return str(Path(out, *parts))


def _open(address: str, told: str) -> tuple[Any, str]:
    import fsspec

    with _told(told):
        store, root = fsspec.core.url_to_fs(address)
        return store, root


@contextmanager
def _told(address: str) -> Iterator[None]:
    """Tell what a store refuses in one line; every store has errors of its own."""
    try:
        yield
    except ReframeError:
        raise
    except ImportError as error:
        raise Unreadable(f"{address}: this kind of store needs a package: {error}") from error
    except FileNotFoundError:
        raise Unreadable(f"{address}: no such file. Check the name.") from None
    except Exception as error:
        reason = " ".join(str(error).split())[:200] or type(error).__name__
        raise Unreadable(f"{address}: the store refused ({reason}).") from error
