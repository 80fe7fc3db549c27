"""A new rule's text is a sound rule, and a rule has a page."""

from pathlib import Path

import pytest

from reframe.core.lexicon import Lexicon
from reframe.tables.describe import describe
from reframe.tables.lint import lint
from reframe.tables.load import load_rules
from reframe.tables.new import new_rule


def test_a_new_rule_is_sound_as_it_is(base: Path, lexicon: Lexicon):
    text = new_rule("clerical", "prepared-reports")
    (base / "rules/clerical/prepared-reports.yaml").write_text(text, encoding="utf-8")
    book = load_rules(lexicon=lexicon, base=base)
    rule = book.rule("clerical.prepared-reports")
    assert rule is not None
    assert rule.title == "Prepared reports"
    assert lint(book, lexicon=lexicon) == ()


@pytest.mark.parametrize("name", ["", "Reports", "prepared reports", "../x", "a.b"])
def test_a_name_that_is_no_path_is_refused(name: str):
    with pytest.raises(ValueError, match="small letters, digits and hyphens"):
        new_rule("clerical", name)


def test_the_page_of_a_rule(base: Path, lexicon: Lexicon, golden):
    book = load_rules(lexicon=lexicon, base=base)
    golden("tables/drafted-notices.md", describe(book.rules[0], values=book.values))


def test_every_rule_has_a_page_without_holes(base: Path, lexicon: Lexicon):
    for rule in load_rules(lexicon=lexicon, base=base).rules:
        page = describe(rule)
        assert page.startswith(f"# {rule.title}\n")
        for text in (rule.why, *rule.silent, *(ask.text for ask in rule.asks)):
            assert text in page
        assert "None" not in page
        assert "\n\n\n" not in page
