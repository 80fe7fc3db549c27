"""Read ``data/tables`` into one :class:`~reframe.core.lexicon.Lexicon`.

Every ``*.toml`` file under the folder may hold ``[words]``, ``[phrases]`` and ``[maps]``
tables besides what it is for; their lists are collected by name. A list has one home: a file
that adds to the list of another names it in ``adds_to``.
"""

import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from reframe.bundled import bundled
from reframe.core.claims import Claim, Participation
from reframe.core.lexicon import Frame, Lexicon, Reading, Verb, VerbForms
from reframe.errors import TableError
from reframe.tables.cache import compiled

_LISTS = frozenset({"words", "phrases", "maps"})
_SHARED = _LISTS | {"adds_to"}
_FORMS = "verb_forms.tsv"


def load_lexicon(folder: Path | None = None) -> Lexicon:
    """Return the lexicon of a table folder (the bundled one by default).

    Raises:
        TableError: when a table is missing, is not TOML, or lacks what it must have.
    """
    folder = folder or bundled("data", "tables")
    sources = [*sorted(folder.glob("*.toml")), folder / "adjectives.txt", folder / _FORMS]
    return compiled("lexicon", sources, Lexicon, lambda: _compile(folder))


def _compile(folder: Path) -> Lexicon:
    verbs = _toml(folder / "verbs.toml")
    try:
        adjectives = frozenset((folder / "adjectives.txt").read_text(encoding="utf-8").split())
    except FileNotFoundError:
        raise TableError(f"{folder / 'adjectives.txt'}: the table is missing.") from None
    classes = _verbs(verbs)
    forms, readings = _forms(folder / _FORMS, classes)
    words: dict[str, frozenset[str]] = {"adjectives": adjectives}
    phrases: dict[str, tuple[str, ...]] = {}
    maps: dict[str, Mapping[str, str]] = {}
    tables = [(path, _toml(path)) for path in sorted(folder.glob("*.toml"))]
    _one_home(tables)
    for _, table in tables:
        for name, items in table.get("words", {}).items():
            words[name] = words.get(name, frozenset()) | frozenset(items)
        for name, items in table.get("phrases", {}).items():
            phrases[name] = (*phrases.get(name, ()), *items)
        for name, items in table.get("maps", {}).items():
            maps[name] = {**maps.get(name, {}), **items}
    maps["spellings"] = {**_regular_spellings(words), **maps.get("spellings", {})}
    return Lexicon(
        verbs=classes,
        same=_same(verbs),
        forms=forms,
        readings=readings,
        domains={
            noun: domain
            for domain, entry in _toml(folder / "domains.toml").items()
            if domain not in _SHARED
            for noun in entry["nouns"]
        },
        plurals=maps.get("plurals", {}),
        frames=_frames(folder / "frames.toml"),
        hedges=phrases.get("hedges", ()),
        word_lists=words,
        phrase_lists=phrases,
        maps=maps,
    )


def _one_home(tables: Sequence[tuple[Path, Mapping[str, Any]]]) -> None:
    """Refuse a list that two files define: their words would run together unseen."""
    homes: dict[tuple[str, str], Path] = {}
    for path, table in tables:
        meant = frozenset(table.get("adds_to", ()))
        for kind in sorted(_LISTS):
            for name in table.get(kind, {}):
                if name in meant:
                    continue
                home = homes.setdefault((kind, name), path)
                if home != path:
                    raise TableError(
                        f"{path}: [{kind}] {name} is defined in {home.name} already. Give it "
                        f'another name, or write adds_to = ["{name}"] at the head of this file.'
                    )


def _regular_spellings(words: Mapping[str, frozenset[str]]) -> dict[str, str]:
    """Return British spellings with their American ones, as far as lists of stems tell them."""
    found = {
        f"{stem}l{ending}": stem + ending
        for stem in words.get("l_words", ())
        for ending in words.get("l_endings", ())
    }
    for word in words.get("re_words", ()):
        found |= {word: f"{word[:-2]}er", f"{word}s": f"{word[:-2]}ers"}
    return found


def _toml(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise TableError(f"{path}: the table is missing. Reinstall, or restore the file.") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise TableError(f"{path}: not valid TOML: {error}") from error


def _verbs(table: Mapping[str, Any]) -> dict[str, Verb]:
    claims = table["claim"]
    return {
        lemma: Verb(lemma, name, Claim(claims.get(lemma, entry["claim"])))
        for name, entry in table["class"].items()
        for lemma in entry["lemmas"]
    }


def _same(table: Mapping[str, Any]) -> dict[str, frozenset[str]]:
    same: dict[str, frozenset[str]] = {}
    for group in table["same"]["groups"]:
        for lemma in group:
            same[lemma] = same.get(lemma, frozenset()) | frozenset(group) - {lemma}
    return same


def _forms(
    path: Path, classed: Mapping[str, Verb]
) -> tuple[dict[str, VerbForms], dict[str, tuple[Reading, ...]]]:
    """Read the generated table: lemma, past, participle, gerund, third person, and the forms
    that are common nouns or adjectives too. Further spellings of a form follow after ``/``.
    Where a word can come of two verbs, the one that has a class is read first."""
    forms: dict[str, VerbForms] = {}
    readings: dict[str, list[Reading]] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        lemma, past, participle, gerund, third, nominal = line.split("\t")
        columns = [cell.split("/") for cell in (past, participle, gerund, third)]
        forms[lemma] = VerbForms(*(cell[0] for cell in columns))
        nouns = set(nominal.split())
        named = (("past", "participle", "gerund", "third"), columns)
        for form, spellings in (("base", [lemma]), *zip(*named, strict=True)):
            for word in spellings:
                reading = Reading(lemma, form, word in nouns)  # type: ignore[arg-type]
                known = readings.get(word.lower())
                # Most words are one form of one verb; there are many of them.
                if known is None:
                    readings[word.lower()] = [reading]
                elif all(r.lemma != lemma or r.form != form for r in known):
                    known.append(reading)
    for found in readings.values():
        if len(found) > 1:
            found.sort(key=lambda reading: reading.lemma not in classed)
    return forms, {word: tuple(found) for word, found in readings.items()}


def _frames(path: Path) -> tuple[Frame, ...]:
    """Read the frames; a name may have several entries, with a participation each."""
    return tuple(
        Frame(
            name=name,
            openers=tuple(entry["openers"]),
            participation=Participation(entry["participation"]),
            noun_participation=Participation(
                entry.get("noun_participation", entry["participation"])
            ),
            strip=entry["strip"],
            verb=entry.get("verb", False),
            why=entry["why"],
            lists=entry.get("lists", False),
        )
        for name, entries in _toml(path).items()
        if name not in _SHARED
        for entry in (entries if isinstance(entries, list) else [entries])
    )
