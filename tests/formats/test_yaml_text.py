"""What is written as YAML is read back as it was, whatever people type."""

import yaml
from hypothesis import given
from hypothesis import strategies as st
from ruamel.yaml import YAML

from reframe.formats.yaml_text import WIDTH, Noted, write_yaml

# Words that YAML has a mind of its own about, among any others.
PIECES = st.sampled_from(
    ["yes", "No", "null", "~", "12", "1_000", "0x1F", "3.5", "2024-05-01", "<<", "=", "-", "?", ":",
     "#", "a: b", "c #d", "it's", 'say "hi"', "[x]", "{y}", "50%", "@home", "---", "...", "wörd",
     "two  spaces", " ", "\t", "\\", "—", "😀", "!", "&", "*", "|", ">"]
)  # fmt: skip
WORDS = st.lists(PIECES | st.from_regex(r"[a-z]{1,12}", fullmatch=True), max_size=40).map(" ".join)
ANY = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)
TEXTS = WORDS | ANY


@given(key=TEXTS, row=st.lists(TEXTS, max_size=4), rows=st.lists(TEXTS, max_size=4))
def test_every_text_comes_back(key: str, row: list[str], rows: list[str]) -> None:
    root = {
        "text": key,
        "none": None,
        "number": 2,
        "row": tuple(row),
        "list": [*rows, {"in": key, "more": list(rows)}],
        "map": Noted({"in": Noted(key, "a remark")}, "another"),
    }
    text = write_yaml(root, head="A head\nof two lines")
    wanted = {
        "text": key,
        "none": None,
        "number": 2,
        "row": row,
        "list": [*rows, {"in": key, "more": rows}],
        "map": {"in": key},
    }
    assert YAML(typ="rt").load(text) == wanted


@given(st.lists(st.from_regex(r"[a-z]{1,30}", fullmatch=True), min_size=1, max_size=60))
def test_no_line_is_too_long_or_ends_in_a_space(words: list[str]) -> None:
    lines = write_yaml({"said": " ".join(words)}, head="").splitlines()
    assert all(len(line) <= WIDTH and line == line.rstrip() for line in lines)
    assert yaml.safe_load("\n".join(lines)) is not None


def test_what_needs_no_quotes_has_none() -> None:
    made = write_yaml({"a": "Led 3 people, by day", "b": "yes", "c": "12", "d": ""}, head="Head")
    assert made == "# Head\na: Led 3 people, by day\nb: yes\nc: '12'\nd: ''\n"
