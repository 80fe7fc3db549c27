"""Rules from folders: what they compile to, and how folders add to one another."""

from collections.abc import Callable
from pathlib import Path

import pytest

from reframe.core.claims import Claim, Participation
from reframe.core.lexicon import Lexicon
from reframe.core.rule import Need, RuleBook
from reframe.tables.load import load_rules
from tests.tables.conftest import RULE, change

Problems = Callable[..., list[str]]


@pytest.fixture
def book(base: Path, lexicon: Lexicon) -> RuleBook:
    return load_rules(lexicon=lexicon, base=base)


def test_the_book_has_all_files_in_the_order_of_ids(book: RuleBook, base: Path):
    assert [rule.id for rule in book.rules] == ["clerical.drafted-notices", "clerical.go-to-person"]
    assert [pattern.id for pattern in book.patterns] == ["notice-system"]
    assert book.sources["clerical.drafted-notices"] == str(base / RULE)
    assert set(book.questions) == set("NKWTSCRDAFULPHMOY")
    assert len(book.values) == 14


def test_a_rule_compiles_to_values(book: RuleBook, lexicon: Lexicon):
    rule = book.rule("clerical.drafted-notices")
    assert rule is not None
    prepare = {v.lemma for v in lexicon.verbs.values() if v.verb_class == "prepare_report"}
    assert rule.verbs == {"draft", "write"} | prepare
    assert rule.participation == {Participation.DID}, "the client's own part, unless it is said"
    assert rule.why == "What is written down can be followed."
    assert rule.says[0].claims == {Claim.ROLE}
    kinds, number, *_ = rule.asks
    assert (kinds.shared, kinds.kind) == ("K", "text")
    assert (number.kind, number.text) == (
        "count",
        "How many notices did you draft in a normal month?",
    )


def test_needs_take_the_form_that_the_engine_knows(book: RuleBook):
    high, _, ticks, _ = book.rules[0].says
    assert high.needs == {
        "first": Need("no"),
        "origin": Need("one_of", ("blank page",)),
        "kinds": Need("any"),
    }
    assert ticks.needs["readers"] == Need("at_least", count=2, of=("staff", "tenants", "visitors"))
    top, low = book.patterns[0].ladder
    assert top.needs["before"] == Need("none_of", ("in writing",))
    assert low.needs["built"] == Need("one_of", ("I did", "we did"))


def test_a_figure_of_an_example_is_on_record_unless_it_says_otherwise(base: Path, lexicon: Lexicon):
    change(base / RULE, ('{value: "12", print: no}', '"12"'))
    examples = load_rules(lexicon=lexicon, base=base).rules[0].examples
    assert examples[3].bases == {"number": "estimate"}
    assert examples[4].bases == {"number": "record"}


def test_an_example_can_withhold_leave_to_print(book: RuleBook):
    assert book.rules[0].examples[4].unprinted == {"number"}


def test_words_are_folded_so_that_case_never_hides_a_match(book: RuleBook):
    family = book.families["clerical"]
    assert family.titles == ("clerk", "filing clerk")
    assert family.cues == {"filing", "kyc"}


def test_any_byte_of_any_file_changes_the_digest(base: Path, lexicon: Lexicon, book: RuleBook):
    change(base / RULE, ("Drafting notices", "Drafting notice"))
    assert load_rules(lexicon=lexicon, base=base).digest != book.digest


def test_the_digest_does_not_depend_on_where_the_folder_is(
    base: Path, lexicon: Lexicon, book: RuleBook
):
    moved = base.rename(base.parent / "elsewhere")
    again = load_rules(lexicon=lexicon, base=moved)
    assert again.digest == book.digest
    assert again.sources["notice-system"] == str(moved / "patterns" / "notice-system.yaml")


def _own(base: Path, *, name: str = "own", rule: str = "clerical.typed-notices") -> Path:
    """A folder of one's own, with one rule, all files side by side."""
    folder = base.parent / name
    folder.mkdir()
    text = (base / RULE).read_text(encoding="utf-8").replace("clerical.drafted-notices", rule)
    (folder / f"{rule}.yaml").write_text(text, encoding="utf-8")
    return folder


def test_a_flat_folder_of_ones_own_adds_rules(base: Path, lexicon: Lexicon):
    book = load_rules(folders=[_own(base)], lexicon=lexicon, base=base)
    assert "clerical.typed-notices" in [rule.id for rule in book.rules]
    assert len(book.rules) == 3


def test_a_folder_with_subfolders_adds_rules_families_and_patterns(base: Path, lexicon: Lexicon):
    own = base.parent / "own"
    (own / "rules" / "retail").mkdir(parents=True)
    (own / "patterns").mkdir()
    family = (base / "rules/clerical/family.yaml").read_text().replace("clerical", "retail")
    (own / "rules/retail/family.yaml").write_text(family)
    pattern = (base / "patterns/notice-system.yaml").read_text()
    (own / "patterns/shop.yaml").write_text(pattern.replace("id: notice-system", "id: shop"))
    book = load_rules(folders=[own], lexicon=lexicon, base=base)
    assert set(book.families) == {"clerical", "retail"}
    assert [pattern.id for pattern in book.patterns] == ["notice-system", "shop"]


def test_a_folder_of_ones_own_can_switch_rules_off(base: Path, lexicon: Lexicon):
    own = _own(base)
    (own / "rules.yaml").write_text("schema: 1\ndisable: [clerical.go-to-person]\n")
    book = load_rules(folders=[own], lexicon=lexicon, base=base)
    assert book.rule("clerical.go-to-person") is None


def test_a_rule_that_is_switched_off_can_be_replaced(base: Path, lexicon: Lexicon):
    own = _own(base, rule="clerical.drafted-notices")
    (own / "rules.yaml").write_text("schema: 1\ndisable: [clerical.drafted-notices]\n")
    book = load_rules(folders=[own], lexicon=lexicon, base=base)
    assert book.sources["clerical.drafted-notices"].startswith(str(own))


def test_an_id_is_taken_once(base: Path, problems_of: Problems):
    own = _own(base, rule="clerical.drafted-notices")
    (line,) = problems_of(own)
    assert ":2:1: 'clerical.drafted-notices' is taken by " in line
    assert "disable: [clerical.drafted-notices]" in line


def test_switching_off_what_is_not_there_is_a_mistake(base: Path, problems_of: Problems):
    own = _own(base)
    (own / "rules.yaml").write_text("schema: 1\ndisable: [clerical.go-to-persons]\n")
    (line,) = problems_of(own)
    assert line.endswith(
        "rules.yaml:2:11: no earlier folder has a rule 'clerical.go-to-persons'; "
        "did you mean 'clerical.go-to-person'?"
    )


def test_a_file_without_its_schema_line_is_told_what_to_write(base: Path, problems_of: Problems):
    own = _own(base)
    (own / "rules.yaml").write_text("disable: [clerical.go-to-person]\n")
    (line,) = problems_of(own)
    assert line.endswith("rules.yaml:1:1: 'schema' is missing; begin with 'schema: 1'")


def test_a_folder_without_rules_is_a_mistake(base: Path, problems_of: Problems, tmp_path: Path):
    (tmp_path / "empty").mkdir()
    empty, nowhere = tmp_path / "empty", tmp_path / "nowhere"
    assert problems_of(empty)[0].startswith(f"{empty}: no rule files in this folder; ")
    assert problems_of(nowhere)[0].startswith(f"{nowhere}: no such folder; ")


def test_a_folder_that_cannot_be_read_is_told(
    base: Path, problems_of: Problems, monkeypatch: pytest.MonkeyPatch
):
    def refuse(path):
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr("reframe.tables.folders.os.scandir", refuse)
    assert problems_of()[0].startswith("rules: cannot be read (Permission denied)")


def test_the_path_says_what_the_id_says(base: Path, problems_of: Problems):
    (base / RULE).rename(base / "rules/clerical/drafted-letters.yaml")
    assert problems_of() == [
        "rules/clerical/drafted-letters.yaml:2:1: the id 'clerical.drafted-notices' is not what "
        "the path says; rename the file to rules/clerical/drafted-notices.yaml, or the id"
    ]


def test_a_bundled_rule_is_never_read_from_another_family(base: Path, problems_of: Problems):
    change(base / RULE, ("id: clerical.", "id: retail."))
    assert "'retail.drafted-notices' is not what the path says" in problems_of()[0]
