"""Find every mistake that the shape of a file does not show, with its place.

``python -m reframe.tables.lint [PATH ...]`` prints all problems of the bundled rules, of the
files named, or of folders of one's own.
"""

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path

from reframe.bundled import bundled
from reframe.core.counting import counted
from reframe.core.lexicon import Lexicon
from reframe.core.rule import Pattern, Rule, RuleBook
from reframe.errors import TableError
from reframe.tables.asks import Finding
from reframe.tables.lexicon import load_lexicon
from reframe.tables.load import collect_rules
from reframe.tables.pattern_checks import check_pattern
from reframe.tables.problems import Keys, Problem
from reframe.tables.read import Document, read_yaml
from reframe.tables.rule_checks import check_rule

Run = Callable[[Rule], Iterable[tuple[Keys, str]]]
"""Runs a rule's own examples: yields where one fails (``("examples", 0)``) and how."""


Climbs = Callable[[Pattern], Iterable[tuple[Keys, str]]]
"""The same for a pattern."""


def lint(
    book: RuleBook, *, lexicon: Lexicon, run: Run | None = None, climb: Climbs | None = None
) -> tuple[Problem, ...]:
    """Return the problems of a book in the order of files and lines.

    ``run`` may be given to prove each rule's ``examples`` and ``silent`` as well, and ``climb``
    those of each pattern.
    """
    problems: list[Problem] = []
    for rule in book.rules:
        findings = [*check_rule(rule, book, lexicon)]
        if run:
            do = "correct the example or the rule"
            findings += ((keys, what, do) for keys, what in run(rule))
        problems += _placed(book, rule.id, findings)
    for pattern in book.patterns:
        findings = [*check_pattern(pattern, book, lexicon)]
        if climb:
            do = "correct the example or the pattern"
            findings += ((keys, what, do) for keys, what in climb(pattern))
        problems += _placed(book, pattern.id, findings)
    return tuple(sorted(set(problems)))


def _placed(book: RuleBook, name: str, findings: Iterable[Finding]) -> Iterator[Problem]:
    for keys, what, do in findings:
        path = Path(book.sources.get(name, name))
        document = _document(path, _stamp(path))
        yield document.problem(_indexed(document.data, keys), what, do)


def _stamp(path: Path) -> int:
    return path.stat().st_mtime_ns if path.is_file() else 0


@cache
def _document(path: Path, _stamp: int) -> Document:
    """Read a file again for its places: only files with problems pay for them."""
    raw = path.read_bytes() if path.is_file() else b""
    return read_yaml(path, raw, []) or Document(path, {}, {})


def _indexed(data: object, keys: Keys) -> Keys:
    """Return keys with an item of a list, given by what it says, turned into its index."""
    found: list[str | int] = []
    for key in keys:
        if isinstance(data, list) and key in data:
            key = data.index(key)
        found.append(key)
        try:
            data = data[key]  # type: ignore[index]
        except (KeyError, IndexError, TypeError):
            break
    return tuple(found)


def main(arguments: Sequence[str] | None = None) -> int:
    """Print every problem to standard output, one a line; 0 when there is none, else 1."""
    paths = [Path(name).resolve() for name in (sys.argv[1:] if arguments is None else arguments)]
    data = bundled("data").resolve()
    own = [p if p.is_dir() else p.parent for p in paths if not p.is_relative_to(data)]
    try:
        lexicon = load_lexicon()
    except TableError as error:
        sys.stdout.write(f"{error}\n")
        return 1
    book, problems = collect_rules(folders=list(dict.fromkeys(own)), lexicon=lexicon)
    problems += lint(book, lexicon=lexicon)
    wanted = [
        problem
        for problem in sorted(set(problems))
        if not paths or any(problem.path.resolve().is_relative_to(path) for path in paths)
    ]
    sys.stdout.writelines(f"{_near(problem)}\n" for problem in wanted)
    read = f"{counted(len(book.rules), 'rule')}, {counted(len(book.patterns), 'pattern')}"
    sys.stderr.write(f"{read}: {counted(len(wanted), 'problem')}\n")
    return 1 if wanted else 0


def _near(problem: Problem) -> str:
    """Return the problem's line with its path as seen from here, where that is shorter."""
    text, here = str(problem), f"{Path.cwd()}/"
    return text.removeprefix(here)


if __name__ == "__main__":
    raise SystemExit(main())
