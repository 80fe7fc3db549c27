"""Which files a command means: files, folders, patterns, here or in a store that fsspec knows."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from reframe.batch.stores import STATE, is_remote, walk
from reframe.engine.reading import SUFFIXES
from reframe.errors import Unreadable

# What this program writes; it is no client's résumé.
_OURS = ("_DRAFT", "_FINAL", "_questions")
# A folder may hold JSON of any kind; a JSON Resume is named.
_SOUGHT = frozenset(SUFFIXES) - {".json"}
# What clients send too. Most is not read: such a file fails with what to do about it.
_SENT = frozenset({".doc", ".docm", ".dotx", ".odt", ".pages", ".pdf", ".rtf", ".wpd", ".wps"})
_PATTERN = frozenset("*?[")


@dataclass(frozen=True, slots=True)
class Found:
    """A file to work on: its path or address, and where it stands below what was named."""

    path: str
    relative: str

    @property
    def stem(self) -> str:
        """The file's name without its suffix."""
        return PurePosixPath(self.relative).stem

    @property
    def is_read(self) -> bool:
        """Whether files of its kind are read, going by its name."""
        return PurePosixPath(self.relative).suffix.lower() in SUFFIXES


def is_cohort(paths: Iterable[str]) -> bool:
    """Whether the paths may mean more than one file."""
    several = [*paths]
    return len(several) != 1 or any(
        is_remote(p) or Path(p).is_dir() or _has_pattern(p) for p in several
    )


def resume_files(paths: Iterable[str | Path]) -> list[Found]:
    """Return the résumés that the paths mean, folders searched through, in fixed order.

    A file that was named is taken whatever it is; in a folder or by a pattern, what is not a
    résumé's kind, Word's lock files and our own drafts, finals and sheets are passed over. Kinds
    that résumés come in and that are not read are among them, for their reader to refuse, unless
    the same name is there in a kind that is read.

    Raises:
        Unreadable: when a pattern or an address means nothing.
    """
    found: dict[str, Found] = {}
    for path in map(str, paths):
        for one in _meant(path):
            found.setdefault(one.path, one)
    return list(found.values())


def some_resume_files(paths: Iterable[str | Path]) -> list[Found]:
    """Return the same as :func:`resume_files`, which must be one at least.

    Raises:
        Unreadable: when there is none, too.
    """
    named = [*map(str, paths)]
    found = resume_files(named)
    if not found:
        raise Unreadable(
            f"{', '.join(named)}: no résumé was found there. Of a folder or a pattern "
            f"{', '.join(s for s in SUFFIXES if s in _SOUGHT)} are read, and .json is where it is "
            "named; drafts, finals and question sheets are passed over."
        )
    return found


def _meant(path: str) -> list[Found]:
    if is_remote(path):
        every = [Found(*pair) for pair in walk(path)]
        if not every:
            raise Unreadable(f"{path}: nothing is there. Check the address.")
        return [one for one in every if len(every) == 1 or _is_resume(one.relative)]
    here = Path(path)
    if here.is_dir():
        below = ((p, p.relative_to(here).as_posix()) for p in sorted(here.rglob("*")))
        every = [Found(str(p), r) for p, r in below if _is_resume(r) and p.is_file()]
        return _without_prints(every)
    if _has_pattern(path) and not here.exists():
        matched = sorted(Path(here.anchor).glob(str(here.relative_to(here.anchor))))
        if not matched:
            raise Unreadable(f"{path}: no file matches this pattern. Check it.")
        return [one for match in matched for one in _matched(match)]
    return [Found(path, here.name)]


def _without_prints(found: list[Found]) -> list[Found]:
    """Return files without those that are not read and stand beside one of their name that is:
    "ada.pdf" beside "ada.docx" is its print."""
    read = {PurePosixPath(one.relative).with_suffix("") for one in found if one.is_read}
    return [
        one
        for one in found
        if one.is_read or PurePosixPath(one.relative).with_suffix("") not in read
    ]


def _matched(path: Path) -> list[Found]:
    if path.is_dir():
        return _meant(str(path))
    return [Found(str(path), path.name)] if _is_resume(path.name) else []


def _is_resume(relative: str) -> bool:
    path = PurePosixPath(relative)
    return (
        path.suffix.lower() in _SOUGHT | _SENT
        and not path.name.startswith(("~$", "."))
        and not path.stem.endswith(_OURS)
        and STATE not in path.parts
    )


def _has_pattern(path: str) -> bool:
    return bool(_PATTERN & set(path))
