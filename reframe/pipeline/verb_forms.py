"""Write ``data/tables/verb_forms.tsv`` and ``adjectives.txt`` from lemminflect and our overrides.

Run as ``python -m reframe.pipeline.verb_forms``. lemminflect is needed here only: what the
engine reads at run time is the static tables.
"""

import csv
import gzip
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from importlib.util import find_spec
from pathlib import Path

from reframe.bundled import bundled
from reframe.errors import TableError

COLUMNS = ("past", "participle", "gerund", "third")
_VOWELS = frozenset("aeiou")
_SIBILANTS = ("s", "x", "z", "ch", "sh")

Forms = dict[str, str]


def regular(lemma: str, *, doubled: bool = False) -> Forms:
    """Return the regular forms of a verb.

    >>> regular("palletize")["gerund"], regular("prep", doubled=True)["past"]
    ('palletizing', 'prepped')
    """
    stem = lemma + lemma[-1] if doubled else lemma
    if lemma.endswith("e") and not lemma.endswith(("ee", "ye", "oe")):
        past, gerund = lemma + "d", lemma[:-1] + "ing"
    elif lemma.endswith("y") and lemma[-2] not in _VOWELS:
        past, gerund = lemma[:-1] + "ied", lemma + "ing"
    else:
        past, gerund = stem + ("d" if stem.endswith("e") else "ed"), stem + "ing"
    if lemma.endswith("y") and lemma[-2] not in _VOWELS:
        third = lemma[:-1] + "ies"
    else:
        third = lemma + ("es" if lemma.endswith(_SIBILANTS) else "s")
    return {"past": past, "participle": past, "gerund": gerund, "third": third}


def generate(overrides: Mapping[str, Mapping[str, Iterable[str]]]) -> tuple[list[str], list[str]]:
    """Return the lines of the form table, and the adjectives that are nothing else.

    Args:
        overrides: The parsed ``verb_overrides.toml``.
    """
    classes, inflections = _source()
    for word in overrides["nominal"]["words"]:
        classes[word].add("noun")
    verbs = {
        lemma: {name: _as_written(lemma, cell) for name, cell in forms.items()}
        for lemma, forms in inflections
        if lemma.islower() and lemma.isascii()
    }
    for lemma in overrides["skip"]["lemmas"]:
        verbs.pop(lemma, None)
    for lemma in overrides["extra"]["regular"]:
        verbs.setdefault(lemma, regular(lemma))
    for lemma in overrides["extra"]["doubled"]:
        verbs[lemma] = regular(lemma, doubled=True)
    for lemma, forms in overrides["forms"].items():
        assert isinstance(forms, Mapping)
        verbs[lemma] = {**verbs.get(lemma, regular(lemma)), **forms}
    lines = [
        "# lemma\tpast\tparticiple\tgerund\tthird\tnominal; generated, see verb_overrides.toml"
    ]
    for lemma, forms in sorted(verbs.items()):
        spellings = [lemma, *(word for name in COLUMNS for word in forms[name].split("/"))]
        nominal = dict.fromkeys(w for w in spellings if classes.get(w, set()) & {"noun", "adj"})
        lines.append("\t".join([lemma, *(forms[name] for name in COLUMNS), " ".join(nominal)]))
    read_as_verb = {
        word for forms in verbs.values() for cell in forms.values() for word in cell.split("/")
    }
    adjectives = sorted(
        word
        for word, found in classes.items()
        if "adj" in found
        and "noun" not in found
        and word.isascii()
        and word.replace("-", "").islower()
        and word.replace("-", "").isalpha()
        and word not in verbs
        and word not in read_as_verb
        and len(word) > 2
    )
    return lines, adjectives


def _as_written(lemma: str, cell: str) -> str:
    """Return the spellings of a form that are parted as the lemma is, if there are any.

    >>> _as_written("proofread", "proof reads/proof-reads/proofreads")
    'proofreads'
    >>> _as_written("re-do", "redid/re-did")
    're-did'
    """
    marks = set(lemma) & {" ", "-"}
    kept = [word for word in cell.split("/") if set(word) & {" ", "-"} == marks]
    return "/".join(kept) or cell


def _source() -> tuple[dict[str, set[str]], list[tuple[str, Forms]]]:
    """Return the word classes of every form, and the forms of every verb, as lemminflect has
    them; its verb cells are past, participle (empty when the same), gerund, third person."""
    spec = find_spec("lemminflect")
    if spec is None or spec.origin is None:
        raise TableError("lemminflect is not installed: it is needed to build the verb forms.")
    folder = Path(spec.origin).parent / "resources"
    classes: dict[str, set[str]] = defaultdict(set)
    verbs: list[tuple[str, Forms]] = []
    for form, word_class, _ in _rows(folder / "lemma_lu.csv.gz"):
        classes[form].add(word_class)
    for lemma, word_class, *cells in _rows(folder / "infl_lu.csv.gz"):
        if word_class != "verb":
            for form in (lemma, *(form for cell in cells for form in cell.split("/"))):
                classes[form].add(word_class)
        elif len(cells) == 4 and all((cells[0], cells[2], cells[3])):
            cells[1] = cells[1] or cells[0]
            verbs.append((lemma, dict(zip(COLUMNS, cells, strict=True))))
    return classes, verbs


def _rows(path: Path) -> Iterator[list[str]]:
    with gzip.open(path, "rt", encoding="utf-8", newline="") as file:
        yield from csv.reader(file)


def word_forms() -> frozenset[str]:
    """Return every form of every word that lemminflect has.

    Raises:
        TableError: when lemminflect is not installed.
    """
    classes, verbs = _source()
    forms = {f for _, row in verbs for cell in row.values() for f in cell.split("/")}
    return frozenset(classes) | forms


def main() -> None:
    """Write the two tables into the bundled folder."""
    folder = bundled("data", "tables")
    overrides = tomllib.loads((folder / "verb_overrides.toml").read_text(encoding="utf-8"))
    lines, adjectives = generate(overrides)
    (folder / "verb_forms.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    (folder / "adjectives.txt").write_text("\n".join(adjectives) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
