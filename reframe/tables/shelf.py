"""Put every file where it belongs: rule, family, pattern or settings; take each id once."""

from collections.abc import Sequence
from pathlib import PurePosixPath

from reframe.core.rule import Family, Pattern, Rule
from reframe.tables.check import check, nearest
from reframe.tables.expand import Expander, expand_family
from reframe.tables.folders import SETTINGS, Source
from reframe.tables.problems import Problem
from reframe.tables.read import Document, read_yaml
from reframe.tables.spec import FamilySpec, PatternSpec, RuleSpec, SettingsSpec


class Shelf:
    """What has been compiled so far, by id, and the file that each came from."""

    def __init__(self) -> None:
        self.rules: dict[str, Rule] = {}
        self.patterns: dict[str, Pattern] = {}
        self.families: dict[str, Family] = {}
        self.sources: dict[str, Source] = {}


def shelve(sources: Sequence[Source], expander: Expander, problems: list[Problem]) -> Shelf:
    """Return all that can be compiled; everything else is added to ``problems``."""
    shelf = Shelf()
    settings: list[tuple[Source, Document]] = []
    others: list[tuple[Source, Document]] = []
    for source in sources:
        if document := read_yaml(source.path, source.raw, problems):
            (settings if _is_settings(source) else others).append((source, document))
    off = _Off(settings, problems)
    for source, document in others:
        _put(shelf, source, document, expander, off, problems)
    off.report_unused(shelf, problems)
    return shelf


def _is_settings(source: Source) -> bool:
    return source.folder > 0 and source.relative == SETTINGS


class _Off:
    """The rules that a folder switches off in the folders before it."""

    def __init__(
        self, settings: Sequence[tuple[Source, Document]], problems: list[Problem]
    ) -> None:
        self.asked: list[tuple[str, int, Document, int]] = []
        self.met: set[tuple[str, int]] = set()
        for source, document in settings:
            if spec := check(SettingsSpec, document, problems):
                self.asked += (
                    (name, source.folder, document, at) for at, name in enumerate(spec.disable)
                )

    def has(self, name: str, folder: int) -> bool:
        """Whether ``name`` of ``folder`` is switched off by a later folder."""
        by = {
            (asked, later) for asked, later, _, _ in self.asked if asked == name and later > folder
        }
        self.met |= by
        return bool(by)

    def report_unused(self, shelf: Shelf, problems: list[Problem]) -> None:
        """Report what is switched off and was never there."""
        for name, folder, document, at in self.asked:
            if (name, folder) not in self.met:
                known = [k for k, s in shelf.sources.items() if s.folder < folder and ":" not in k]
                what = f"no earlier folder has a rule '{name}'"
                problems.append(document.problem(("disable", at), what, nearest(name, known)))


def _put(
    shelf: Shelf,
    source: Source,
    document: Document,
    expander: Expander,
    off: _Off,
    problems: list[Problem],
) -> None:
    keys = document.data.keys() if isinstance(document.data, dict) else set()
    *parents, file = PurePosixPath(source.relative).parts
    if PurePosixPath(file).stem == "family":
        family = check(FamilySpec, document, problems)
        if family and _fits(source, document, "family", family.family, problems):
            key = f"family:{family.family}"
            if _free(shelf, key, source, document, "family", problems):
                shelf.families[family.family] = expand_family(family)
    elif "patterns" in parents[:1] or {"ladder", "elements"} & keys:
        pattern = check(PatternSpec, document, problems)
        if pattern and not off.has(pattern.id, source.folder):
            fits = _fits(source, document, "id", pattern.id, problems)
            if fits and _free(shelf, pattern.id, source, document, "id", problems):
                shelf.patterns[pattern.id] = expander.pattern(pattern, document)
    else:
        rule = check(RuleSpec, document, problems)
        if rule and not off.has(rule.id, source.folder):
            fits = _fits(source, document, "id", rule.id, problems)
            if fits and _free(shelf, rule.id, source, document, "id", problems):
                shelf.rules[rule.id] = expander.rule(rule, document)


def _fits(source: Source, document: Document, key: str, name: str, problems: list[Problem]) -> bool:
    """Whether the path says what the id says: ``rules/<family>/<name>.yaml``."""
    path = PurePosixPath(source.relative)
    family, _, rest = name.rpartition(".")
    if key == "family":
        wanted = {f"rules/{name}/family", f"{name}/family", "family"}
    elif family:
        wanted = {f"rules/{family}/{rest}", f"{family}/{rest}", rest, name}
    else:
        wanted = {f"patterns/{name}", name}
    if str(path.with_suffix("")) in wanted:
        return True
    do = f"rename the file to {min(wanted, key=lambda w: (-w.count('/'), w))}.yaml, or the {key}"
    problems.append(document.problem((key,), f"the {key} '{name}' is not what the path says", do))
    return False


def _free(
    shelf: Shelf,
    name: str,
    source: Source,
    document: Document,
    key: str,
    problems: list[Problem],
) -> bool:
    """Take an id for a file, or report which file has it."""
    taken = shelf.sources.setdefault(name, source)
    if taken is source:
        return True
    do = "choose another name"
    if key == "id" and taken.folder < source.folder:
        do += f", or switch the earlier one off in rules.yaml: disable: [{name}]"
    problems.append(document.problem((key,), f"'{name}' is taken by {taken.path}", do))
    return False
