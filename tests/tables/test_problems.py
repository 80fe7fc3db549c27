"""Every mistake of a file is told, at once, with its place and what to do."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.tables.conftest import RULE, change

Problems = Callable[..., list[str]]

MISTAKES = [
    ("title: Drafting", "tite: Drafting", "4:1: unknown key 'tite'; did you mean 'title'?"),
    ("title: Drafting notices\n", "", "1:1: 'title' is missing; add it"),
    ("version: 1", 'version: "1"', "3:1: 'version' is '1'; write a whole number without quotes"),
    ("schema: 1", "schema: 2", "1:1: 'schema' is '2'; known here: 1"),
    (
        "value: [INFO, RISK]",
        "value: INFO",
        "5:1: 'value' is 'INFO', not a list; write [INFO]",
    ),
    ("  object:", "  objct:", "8:3: unknown key 'objct'; did you mean 'object'?"),
    ("    cues:", "    cue:", "11:5: unknown key 'cue'; did you mean 'cues'?"),
    (
        "kinds:  {use: K}",
        "kinds:  {use: X}",
        "14:12: no shared question has the code 'X'; known here: A, C, D, F, H, K, L, M, N, O, P, "
        "R, S, T, U, W, Y",
    ),
    (
        "kinds:  {use: K}",
        "kinds:  {text: What?}",
        "14:3: 'kinds' is not a whole question; write {use: K}, or {text: ..., kind: ...}",
    ),
    (
        "kinds:  {use: K}",
        "kinds:  {use: K, kind: text}",
        "14:3: a shared question keeps its kind; leave 'kind' and 'of' out, or leave 'use' out",
    ),
    ("kind: choice", "kind: choise", "16:73: 'kind' is 'choise'; did you mean 'choice'?"),
    ("claims: [role]", "claims: [rol]", "24:14: an item of 'claims' is 'rol'; did you mean 'role'?"),
    (
        "first: no, origin",
        "frst: no, origin",
        "23:13: 'frst' is needed and never asked; did you mean 'first'?",
    ),
    (
        "answers: {kinds: safety notices}",
        "answers: {kind: safety notices}",
        "41:15: 'kind' is answered and never asked; did you mean 'kinds'?",
    ),
    (
        "{at_least: 2, of: [staff",
        "{atleast: 2, of: [staff",
        "29:23: unknown key 'atleast'; did you mean 'at_least'?",
    ),
    (
        "{at_least: 2, of: [staff, tenants, visitors]}",
        "{of: [staff, tenants, visitors]}",
        "29:13: 'readers' does not say what it needs; "
        "write {not: [...]}, {at_least: n, of: [...]} or {includes: [...]}",
    ),
    (
        '{value: "12", basis: estimate}',
        "{value: 12, basis: estimate}",
        "47:47: 'value' is '12', not text; write \"12\"",
    ),
    (
        '{value: "12", basis: estimate}',
        '{value: "12", basis: guess}',
        "47:60: 'basis' is 'guess'; known here: counted, estimate, record",
    ),
    (
        '"@prepare_report"',
        '"@prepare_reports"',
        "7:24: unknown verb class '@prepare_reports'; did you mean 'prepare_report'?",
    ),
    ("silent:\n", "silent:\n  -\n", "56:4: an item of 'silent' is empty, not text; write \"...\""),
    ("unless: [drafted by counsel]", "unless: [x]\nunless: [y]", "13:1: 'unless' stands twice; keep one of them"),
    ("  kinds:  {use: K}", "  Kinds:  {use: K}", "14:3: 'Kinds' is 'Kinds'; write it in small letters, digits and '_', such as blank_page"),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "told"), MISTAKES)
def test_a_mistake_is_told_with_its_place(
    old: str, new: str, told: str, base: Path, problems_of: Problems
):
    change(base / RULE, (old, new))
    assert f"{RULE}:{told}" in problems_of()


def test_all_mistakes_of_all_files_are_told_at_once(base: Path, problems_of: Problems):
    change(base / RULE, ("title:", "tite:"), ("claims: [role]", "claims: [rol]"))
    change(base / "rules/clerical/go-to-person.yaml", ("why:", "wy:"))
    change(base / "patterns/notice-system.yaml", ("raise_at: 2", "raise_at: 0"))
    change(base / "tables/values.toml", ('title = "Cost"', 'tytle = "Cost"'))
    lines = problems_of()
    assert [line.split(";")[0] for line in lines] == [
        "patterns/notice-system.yaml:11:1: 'raise_at' is '0'",
        "rules/clerical/drafted-notices.yaml:1:1: 'title' is missing",
        "rules/clerical/drafted-notices.yaml:4:1: unknown key 'tite'",
        "rules/clerical/drafted-notices.yaml:24:14: an item of 'claims' is 'rol'",
        "rules/clerical/go-to-person.yaml:1:1: 'why' is missing",
        "rules/clerical/go-to-person.yaml:16:1: unknown key 'wy'",
        "tables/values.toml:8:1: 'title' is missing",
        "tables/values.toml:8:1: unknown key 'tytle'",
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("id: [a", "1:5: a list that begins with '[' here is not closed"),
        ("id: {{ x }}", "1:6: a key that is not a word; put a slot like {{ x }} in quotes"),
        (
            "verb: [@prepare_report]",
            "1:8: a text here begins with a character that has a meaning of its own",
        ),
        ("a: &x [b]\nc: *x", "1:4: '*' repeats a value from elsewhere; write the value out"),
        ("a: !!python/object:os.system x", "1:4: the type mark"),
        ("- a", "1:1: not a rule file"),
        ("", "1:1: not a rule file"),
        ("a: 1\n---\nb: 2", "2:1: a line '---' parts the file in two"),
    ],
)
def test_what_is_not_a_table_is_told(text: str, told: str, base: Path, problems_of: Problems):
    (base / RULE).write_text(text, encoding="utf-8")
    assert [line for line in problems_of() if line.startswith(f"{RULE}:{told}")]


def test_a_file_in_another_encoding_is_told(base: Path, problems_of: Problems):
    (base / RULE).write_bytes(b"schema: 1\ntitle: R\xe9sum\xe9\n")
    assert problems_of() == [f"{RULE}:2:1: not UTF-8; save the file as UTF-8"]


def test_a_deeply_nested_or_huge_file_is_refused(base: Path, problems_of: Problems):
    for text in ("a: " + "[" * 60_000, "- " * 60_000, "? " * 60_000):
        (base / RULE).write_text(text, encoding="utf-8")
        assert f"{RULE}:1:1: cannot be read: the file nests too deeply" in problems_of()[0]
    (base / RULE).write_text("#" * 300_000, encoding="utf-8")
    assert "more than 200,000 bytes" in problems_of()[0]
