"""Load rules, patterns and families from their folders into one :class:`RuleBook`."""

import os
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from reframe.bundled import bundled
from reframe.core.index import Keys
from reframe.core.lexicon import Lexicon
from reframe.core.rule import RuleBook
from reframe.tables import cache as compiled
from reframe.tables.folders import Source, digest_of, sources_of
from reframe.tables.problems import Problem, table_error


def load_rules(
    *,
    folders: Sequence[Path] | None = None,
    lexicon: Lexicon,
    cache: bool = True,
    base: Path | None = None,
) -> RuleBook:
    """Return the bundled rules, with those of ``folders`` after them.

    Args:
        folders: folders of one's own; later ones add to earlier ones or switch rules off.
        lexicon: for the verbs of ``@class``.
        cache: whether compiled rules may be kept between runs.
        base: another folder in place of the bundled ``data``.

    Raises:
        TableError: with every problem of every file, a line each: ``path:line:column: ...``.
    """
    base = base or bundled("data")
    problems: list[Problem] = []
    sources = sources_of([base, *(folders or ())], problems)
    digest = _digest(base, sources, lexicon)
    roots = [base, *(folders or ())]
    if cache and not problems and (book := compiled.recall("rules", digest, RuleBook)):
        return _placed(book, roots)
    book = _compile(base, sources, digest, lexicon, problems)
    if problems:
        raise table_error(problems)
    if cache:
        compiled.keep("rules", digest, book)
    return _placed(book, roots)


def collect_rules(
    *, folders: Sequence[Path] | None = None, lexicon: Lexicon, base: Path | None = None
) -> tuple[RuleBook, list[Problem]]:
    """Return all rules that can be compiled, and the problems of the others, as values."""
    base = base or bundled("data")
    roots = [base, *(folders or ())]
    problems: list[Problem] = []
    sources = sources_of(roots, problems)
    book = _compile(base, sources, _digest(base, sources, lexicon), lexicon, problems)
    return _placed(book, roots), problems


def _digest(base: Path, sources: Sequence[Source], lexicon: Lexicon) -> str:
    tables = [base / "tables" / name for name in ("questions.toml", "values.toml")]
    texts = [
        path.read_text(encoding="utf-8", errors="replace") for path in tables if path.is_file()
    ]
    classes = sorted((verb.lemma, verb.verb_class) for verb in lexicon.verbs.values())
    return digest_of(sources, [*texts, repr(classes)])


def _placed(book: RuleBook, roots: Sequence[Path]) -> RuleBook:
    """Give the sources of a compiled book, which are relative, the place of their folder."""
    found = {}
    for name, source in book.sources.items():
        number, _, relative = source.partition(":")
        # There are hundreds, at every start: joining Paths takes as long as reading the rules.
        found[name] = f"{roots[int(number)]}{os.sep}{relative.replace('/', os.sep)}"
    return replace(book, sources=found)


def _compile(
    base: Path, sources: Sequence[Source], digest: str, lexicon: Lexicon, problems: list[Problem]
) -> RuleBook:
    # Schemas take their time to import, and compiled rules need none.
    from reframe.tables.expand import Expander
    from reframe.tables.shared import read_questions, read_values
    from reframe.tables.shelf import shelve

    questions = read_questions(base / "tables" / "questions.toml", problems)
    values = read_values(base / "tables" / "values.toml", problems)
    shelf = shelve(sources, Expander(lexicon, questions, problems), problems)
    rules = tuple(shelf.rules[name] for name in sorted(shelf.rules))
    return RuleBook(
        rules=rules,
        patterns=tuple(shelf.patterns[name] for name in sorted(shelf.patterns)),
        families=dict(sorted(shelf.families.items())),
        questions=questions,
        values=values,
        digest=digest,
        sources={name: f"{s.folder}:{s.relative}" for name, s in sorted(shelf.sources.items())},
        keys=Keys.of(rules),
    )
