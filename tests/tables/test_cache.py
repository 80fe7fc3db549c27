"""Compiled rules between runs: quick, and never trusted."""

import gc
import hashlib
import marshal
from collections.abc import Callable, Mapping
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest

from reframe.core.lexicon import Lexicon
from reframe.core.rule import RuleBook
from reframe.tables import load
from reframe.tables.generic import load_generic
from reframe.tables.lexicon import load_lexicon
from reframe.tables.load import load_rules
from reframe.tables.spelling import load_vocabulary
from tests.tables.conftest import RULE, change


@pytest.fixture
def book(base: Path, lexicon: Lexicon) -> RuleBook:
    """A book that has just been compiled, and kept."""
    return load_rules(lexicon=lexicon, base=base)


@pytest.fixture
def compiled(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The digests of the books that are compiled from here on."""
    seen: list[str] = []
    real = load._compile

    def spy(base, sources, digest, lexicon, problems):
        seen.append(digest)
        return real(base, sources, digest, lexicon, problems)

    monkeypatch.setattr(load, "_compile", spy)
    return seen


def _entry(own_cache: Path) -> Path:
    (path,) = own_cache.glob("rules-*.bin")
    return path


def test_what_is_recalled_equals_what_was_compiled(
    book: RuleBook, base: Path, lexicon: Lexicon, compiled: list[str]
):
    assert load_rules(lexicon=lexicon, base=base) == book
    assert compiled == []


def test_a_changed_file_is_compiled_anew(
    book: RuleBook, base: Path, lexicon: Lexicon, compiled: list[str]
):
    change(base / RULE, ("Drafting notices", "Drafting the notices"))
    again = load_rules(lexicon=lexicon, base=base)
    assert again.rules[0].title == "Drafting the notices"
    assert len(compiled) == 1


def _forged(body: bytes) -> bytes:
    return hashlib.sha256(body).hexdigest().encode() + b"\n" + body


def _changed(raw: bytes, change: Callable[[list[Any]], object]) -> bytes:
    """Change the plain data of an entry: the fields of its book, rules packed one by one."""
    made_of, fields = marshal.loads(raw[65:])
    change(fields)
    return _forged(marshal.dumps([made_of, fields]))


DAMAGE = {
    "empty": lambda _: b"",
    "cut short": lambda raw: raw[: len(raw) // 2],
    "a flipped byte": lambda raw: raw.replace(b"detail", b"outcom", 1),
    "a program": lambda _: _forged(b"\x80\x04cposix\nsystem\n(S'true'\ntR."),
    "nothing in it": lambda _: _forged(marshal.dumps([])),
    "another shape": lambda _: _forged(marshal.dumps({"rules": []})),
    "too many fields": lambda raw: _changed(raw, lambda fields: fields.extend([1, 2, 3])),
    "a map for a row": lambda raw: _changed(raw, lambda fields: fields.__setitem__(0, {})),
    "a number for a text": lambda raw: _changed(raw, lambda fields: fields.__setitem__(5, 7)),
    "of other files": lambda raw: _forged(marshal.dumps(["0" * 64, marshal.loads(raw[65:])[1]])),
}


@pytest.mark.parametrize("damage", DAMAGE)
def test_a_damaged_entry_is_rebuilt(
    damage: str,
    book: RuleBook,
    base: Path,
    lexicon: Lexicon,
    own_cache: Path,
    compiled: list[str],
):
    path = _entry(own_cache)
    sound = path.read_bytes()
    path.write_bytes(DAMAGE[damage](sound))
    assert path.read_bytes() != sound
    assert load_rules(lexicon=lexicon, base=base) == book
    assert len(compiled) == 1
    assert load_rules(lexicon=lexicon, base=base) == book
    assert len(compiled) == 1, "and a sound entry stands again"


def test_an_entry_under_a_wrong_name_is_not_taken(
    book: RuleBook, base: Path, lexicon: Lexicon, own_cache: Path, compiled: list[str]
):
    """Renaming an entry does not make it the entry of other files."""
    first = _entry(own_cache)
    old = first.read_bytes()
    change(base / RULE, ("Drafting notices", "Drafting the notices"))
    load_rules(lexicon=lexicon, base=base)
    second = next(path for path in own_cache.glob("rules-*.bin") if path != first)
    second.write_bytes(old)
    assert load_rules(lexicon=lexicon, base=base).rules[0].title == "Drafting the notices"
    assert len(compiled) == 2


def test_the_cache_can_be_switched_off(
    base: Path, lexicon: Lexicon, own_cache: Path, monkeypatch: pytest.MonkeyPatch
):
    load_rules(lexicon=lexicon, base=base, cache=False)
    monkeypatch.setenv("REFRAME_CACHE", "off")
    load_rules(lexicon=lexicon, base=base)
    assert not own_cache.exists()


def test_a_place_that_cannot_be_written_does_not_matter(
    base: Path, lexicon: Lexicon, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    (tmp_path / "file").write_text("in the way")
    monkeypatch.setenv("REFRAME_CACHE", str(tmp_path / "file" / "cache"))
    assert load_rules(lexicon=lexicon, base=base).rules


def test_rules_with_problems_are_never_kept(base: Path, lexicon: Lexicon, own_cache: Path):
    change(base / RULE, ("title:", "tite:"))
    with pytest.raises(load.table_error([]).__class__):
        load_rules(lexicon=lexicon, base=base)
    assert not own_cache.exists()


def test_old_entries_are_dropped(base: Path, lexicon: Lexicon, own_cache: Path):
    for number in range(7):
        change(base / RULE, ("Drafting", f"Drafting{number}"))
        load_rules(lexicon=lexicon, base=base)
    assert len([*own_cache.iterdir()]) == 4


def test_without_a_name_for_it_the_cache_is_where_the_system_keeps_caches(
    book: RuleBook, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
):
    monkeypatch.delenv("REFRAME_CACHE")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.setattr("sys.platform", "linux")
    assert load.compiled.cache_folder() == tmp_path / "reframe"
    monkeypatch.setenv("XDG_CACHE_HOME", "relative")
    monkeypatch.setenv("HOME", str(tmp_path))
    assert load.compiled.cache_folder() == tmp_path / ".cache" / "reframe"


def test_every_table_is_recalled_as_it_was_compiled(own_cache: Path):
    """What is deferred included: each value of a row or table is asked for."""
    for load_table in (load_lexicon, load_generic, lambda: load_vocabulary().words):
        made, recalled = load_table(), load_table()
        for field in fields(made):
            one, other = getattr(made, field.name), getattr(recalled, field.name)
            assert one == other, field.name
            if isinstance(one, Mapping):
                assert list(one) == list(other), f"{field.name}, in the same order"
    assert {path.name.partition("-")[0] for path in own_cache.iterdir()} == {
        "lexicon", "generic", "words",
    }  # fmt: skip


def test_what_the_host_froze_stays_frozen(own_cache: Path):
    load_generic()
    gc.freeze()
    try:
        frozen = gc.get_freeze_count()
        load_generic()
        assert gc.get_freeze_count() > frozen // 2  # a few of them went meanwhile
    finally:
        gc.unfreeze()


def test_the_collector_runs_on_behind_a_load(own_cache: Path):
    load_generic()
    load_generic()
    assert gc.isenabled()
