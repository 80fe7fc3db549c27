"""The lexicon as loaded from the tables."""

import ast
import re
import shutil
import tomllib
from pathlib import Path

import pytest

from reframe.bundled import bundled
from reframe.core.claims import Participation
from reframe.errors import TableError
from reframe.tables.lexicon import load_lexicon
from tests.core.reading import lexicon

REPOSITORY = Path(__file__).parents[2]
# Lists whose names are put together where they are asked for, and where that is.
COMPOSED = {
    "(loose_)?(folding|compound)_places": "guard_compounds: by how freely a draft is read",
    "loose_(folding|possessive)_places": "guard_weigh_ties: by where the word stands now",
    "guard_(unlicensed|lost)": "guard_finding: by what is wrong",
    "said_of_[a-z]+": "equal_rows: by the name in a row; test_equals asks for each",
}


def test_every_classed_verb_has_its_forms():
    missing = {lemma for lemma in lexicon().verbs if lemma not in lexicon().forms}
    assert missing == set()


def test_the_table_is_large():
    assert len(lexicon().forms) > 3000


def test_every_frame_has_a_reason_and_openers():
    assert all(frame.why.endswith(".") and frame.openers for frame in lexicon().frames)


def test_an_opener_of_help_never_says_that_the_act_was_done():
    helping = {"helped", "assisted", "aided_contributed", "supported"}
    frames = [frame for frame in lexicon().frames if frame.name in helping]
    assert frames
    assert {frame.participation for frame in frames} == {Participation.HELPED}


def _named_by_patterns() -> set[str]:
    return {
        element.rstrip("?").strip("<>")
        for frame in lexicon().frames
        for opener in frame.openers
        for element in opener.split()
        if element.startswith("<")
    }


def test_patterns_name_lists_that_exist():
    named = _named_by_patterns()
    assert named
    assert named <= lexicon().word_lists.keys()


def _strings(folder: str) -> set[str]:
    return {
        node.value
        for path in (REPOSITORY / folder).rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }


def test_every_list_has_a_reader():
    tables = [
        tomllib.loads(path.read_text(encoding="utf-8"))
        for path in bundled("data", "tables").glob("*.toml")
    ]
    lists = {
        name
        for table in tables
        for kind in ("words", "phrases", "maps")
        for name in table.get(kind, ())
    }
    # What a test forbids is asked for by the test alone.
    read = _strings("reframe") | _strings("tests")
    read |= _named_by_patterns() | lexicon().words("closed_classes")
    composed = re.compile("|".join(f"(?:{name})" for name in COMPOSED))
    assert {name for name in lists - read if not composed.fullmatch(name)} == set()


def test_a_missing_table_is_named(tmp_path):
    with pytest.raises(TableError, match="missing"):
        load_lexicon(tmp_path)


def _tables(tmp_path: Path) -> Path:
    folder = tmp_path / "tables"
    shutil.copytree(bundled("data", "tables"), folder)
    return folder


def test_a_list_that_two_tables_define_is_refused(tmp_path: Path):
    folder = _tables(tmp_path)
    (folder / "own.toml").write_text('[words]\nhelping_verbs = ["support"]\n')
    with pytest.raises(TableError, match=r"own\.toml: \[words\] helping_verbs .*act_names\.toml"):
        load_lexicon(folder)


def test_a_table_may_add_to_the_list_of_another_where_it_says_so(tmp_path: Path):
    folder = _tables(tmp_path)
    text = 'adds_to = ["helping_verbs"]\n[words]\nhelping_verbs = ["support"]\n'
    (folder / "own.toml").write_text(text)
    assert "support" in load_lexicon(folder).words("helping_verbs")
    assert "support" not in lexicon().words("helping_verbs")
