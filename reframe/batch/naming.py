"""What each file's folder is called: by the file's name, and for good once it holds answers."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path, PurePosixPath

from reframe.batch.finding import Found
from reframe.batch.stores import below, exists, folders, is_remote, read_bytes
from reframe.batch.tasks import ledger_name
from reframe.errors import ReframeError


def folder_names(files: Sequence[Found], kept: Mapping[int, str] | None = None) -> list[str]:
    """Return a name of its own for each file's folder: the stem, and where stems are the same
    the folders above it or the format too, so that no client's file lands in another's folder.

    ``kept`` are the names that some files, by their numbers, have from an earlier run.
    """
    names = dict(kept or {})
    taken = {name.casefold() for name in names.values()}
    groups = _same_stem(files).values()
    for numbers in groups:
        # A file of a kind that is not read takes no name from one that is.
        read = [n for n in numbers if files[n].is_read] or numbers
        stem = files[read[0]].stem
        if len(read) == 1 and read[0] not in names and stem.casefold() not in taken:
            names[read[0]] = stem
            taken.add(stem.casefold())
    for numbers in groups:
        left = [n for n in numbers if n not in names]
        one_folder = len({_parts(files[n].path)[:-1] for n in numbers}) == 1
        apart = _apart([files[n] for n in left], taken, formats_first=one_folder)
        for number, name in zip(left, apart, strict=True):
            names[number] = name
            taken.add(name.casefold())
    return [names[number] for number in range(len(files))]


def kept_names(files: Sequence[Found], out: str) -> tuple[dict[int, str], dict[int, str]]:
    """Return the names of folders in ``out`` that are some files' own from an earlier run, and
    for files that may not be drafted why: answers are there that may be theirs or another's.

    A folder is its file's as its review names it. Only names that may mean two files are looked
    into; where a stem is one file's alone its folder needs no proof.
    """
    same = {
        stem: [n for n in numbers if files[n].is_read] or numbers
        for stem, numbers in _same_stem(files).items()
    }
    names: dict[int, str] = {}
    refused: dict[int, str] = {}
    there = folders(out)
    alone = {stem for stem, numbers in same.items() if len(numbers) == 1}
    for name in sorted(there):
        if name.casefold() in alone:
            continue
        source = _source(out, name)
        for stem in _stems(name, same):
            number = _owner(source, name, files, same[stem])
            if number is not None and _is_better(name, names.get(number), files[number]):
                names[number] = name
    for number, name in [*names.items()]:
        stem = files[number].stem
        # Beside it there may be the folder that needed no proof: if it is the file's, it stays.
        if name != stem and stem in there and stem.casefold() in alone:
            source = _source(out, stem)
            if _owner(source, stem, files, [number]) is not None:
                names[number] = stem
    for numbers in same.values():
        left = [n for n in numbers if n not in names]
        for stem in {files[n].stem for n in numbers} & there - {*names.values()}:
            if len(numbers) > 1 and left and _has_answers(out, stem):
                refused |= dict.fromkeys(left, _whose(below(out, stem), [files[n] for n in left]))
    return names, refused


def _same_stem(files: Sequence[Found]) -> dict[str, list[int]]:
    same: dict[str, list[int]] = {}
    for number, file in enumerate(files):
        # To some file systems "Anna" and "anna" are one.
        same.setdefault(file.stem.casefold(), []).append(number)
    return same


def _apart(files: Sequence[Found], taken: set[str], *, formats_first: bool) -> list[str]:
    """Return names with as many folders in front as tell all of them apart, or the format
    behind; all differ from those that are ``taken``."""
    parts = [_parts(file.path) for file in files]
    depths = range(max(map(len, parts), default=1))
    stems = [file.stem for file in files]
    ends = [f"{f.stem}_{PurePosixPath(f.relative).suffix[1:].lower()}" for f in files]
    by_folder = [_below_folders(parts, stems, depth) for depth in depths[1:]]
    by_format = [_below_folders(parts, ends, depth) for depth in depths]
    for names in (*by_format, *by_folder) if formats_first else (*by_folder, *by_format):
        folded = {name.casefold() for name in names}
        if len(folded) == len(names) and not folded & taken:
            return names
    # Only case tells them apart, or others have these names: count.
    used = {*taken}
    return [_counted(name, used) for name in ends]


def _below_folders(parts: Sequence[tuple[str, ...]], names: Sequence[str], depth: int) -> list[str]:
    return [
        "_".join((*above[-depth - 1 : -1], name)) for above, name in zip(parts, names, strict=True)
    ]


def _counted(name: str, used: set[str]) -> str:
    number, free = 1, name
    while free.casefold() in used:
        number += 1
        free = f"{name}_{number}"
    used.add(free.casefold())
    return free


def _stems(name: str, stems: Iterable[str]) -> Iterator[str]:
    """Yield those of ``stems`` that a folder's name may have been made of: with folders in front,
    the format or a number behind."""
    known, folded = stems if isinstance(stems, Mapping) else {*stems}, name.casefold()
    begins = [0, *(m.end() for m in re.finditer("_", folded))]
    ends = [len(folded), *(m.start() for m in re.finditer(r"[_.]", folded))]
    yield from sorted({folded[b:e] for b in begins for e in ends if folded[b:e] in known})


def _owner(source: str, name: str, files: Sequence[Found], numbers: Sequence[int]) -> int | None:
    """Return which of the files the folder ``name`` was drafted from, if that is certain."""
    if not source:
        return None
    told = [part for part in _as_given(source) if part not in {".", ".."}]
    exact = [n for n in numbers if _parts(files[n].path) == _parts(source)]
    tail = [n for n in numbers if [*_parts(files[n].path)[-len(told) :]] == told]
    # A folder of cohorts may have moved: then the file's name must do, for the plain folder.
    plain = [
        n
        for n in numbers
        if files[n].stem.casefold() == name.casefold() and _parts(files[n].path)[-1] == told[-1]
    ]
    for found in (exact, tail, plain):
        if found:
            return found[0] if len(found) == 1 else None
    return None


def _is_better(name: str, other: str | None, file: Found) -> bool:
    return other is None or (name == file.stem and other != file.stem)


def _source(out: str, name: str) -> str:
    """Return the file that a folder was drafted from, or "" where that is not told."""
    with suppress(ReframeError, OSError, ValueError, KeyError, TypeError):
        return str(json.loads(read_bytes(below(out, name, "review.json")))["resume"]["source"])
    return ""


def _has_answers(out: str, stem: str) -> bool:
    path = below(out, stem, ledger_name(stem))
    return exists(path) and not re.search(rb"(?m)^answers:\s*\[\s*\]", read_bytes(path))


def _whose(folder: str, files: Sequence[Found]) -> str:
    paths = ", ".join(file.path for file in files)
    if len(files) == 1:
        return (
            f"{paths}: {folder} has answers, and other files have this name: whether they are for "
            "this one is not certain. If they are, draft it alone, once, into the same output "
            "folder; else rename it."
        )
    stem = files[0].stem
    return (
        f"{len(files)} files are called '{stem}': {paths}; and which of them the answers in "
        f"{folder} are for is not certain. Draft that one alone, once, into the same output "
        "folder; or rename the others."
    )


def _as_given(path: str) -> tuple[str, ...]:
    if is_remote(path):
        return tuple(part for part in path.partition("://")[2].split("/") if part)
    given = Path(path)
    return given.parts[1:] if given.anchor else given.parts


def _parts(path: str) -> tuple[str, ...]:
    return _as_given(path if is_remote(path) else str(Path(path).absolute()))
