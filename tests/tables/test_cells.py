"""The value table: what is asked of a line that no rule knows, by verb class and object domain,
and by the kind or class of the verb whatever the object."""

import string
import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any, get_args

from reframe.bundled import bundled
from reframe.core.evidence import QuestionKind

OFTEN = 6  # more uses than this, and a sheet of questions reads like a form
AGREES = {"object", "was", "is", "do"}
# Words that lead the client to a claim, or that only a coach would use.
LEADING = ("metric", "kpi", "impact", "achieve", "successful", "improvement", "leverage")


def _table(name: str) -> Mapping[str, Any]:
    return tomllib.loads(bundled("data", "tables", name).read_text(encoding="utf-8"))


def _cells() -> Iterator[tuple[str, str, Mapping[str, Any]]]:
    for verb_class, domains in _table("cells.toml").items():
        for domain, cell in domains.items():
            yield verb_class, domain, cell


def _asks() -> Iterator[tuple[str, str, str]]:
    for verb_class, domain, cell in _cells():
        for ask in cell["ask"]:
            yield f"{verb_class}/{domain}", ask["kind"], ask["text"]


def test_the_table_covers_the_common_work() -> None:
    assert len(list(_cells())) >= 190


def test_every_verb_class_has_a_cell() -> None:
    assert {verb_class for verb_class, _, _ in _cells()} == set(_table("verbs.toml")["class"])


def test_every_domain_but_prizes_has_a_cell() -> None:
    # A prize is asked about alike whatever the verb: generic.toml does that.
    wanted = set(_table("domains.toml")) - {"awards_recognition"}
    assert wanted <= {domain for _, domain, _ in _cells()}


def _domains() -> set[str]:
    """Return the domains of the lexicon, and those that only questions tell apart."""
    return {*_table("domains.toml"), *_table("generic.toml")["domains"]}


def _wide() -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Yield what is asked whatever the object: by the kind and by the class of the verb."""
    yield from _table("kinds.toml").items()
    yield from _table("generic.toml")["verbs"].items()


def _wide_asks() -> Iterator[tuple[str, Mapping[str, Any]]]:
    for name, entry in _wide():
        for ask in (*entry["ask"], *entry.get("bare", ())):
            whole: Mapping[str, Any] = {"text": ask} if isinstance(ask, str) else ask
            yield name, whole
            if "bare" in whole:
                yield name, {**whole, "text": whole["bare"]}


def test_domains_exist() -> None:
    assert {domain for _, domain, _ in _cells()} <= _domains()
    for name, kind in _table("kinds.toml").items():
        named = {*kind.get("domains", ()), *kind.get("but", ())}
        assert named <= {*_domains(), "", "unknown"}, name
    assert {each["domain"] for each in _table("generic.toml")["elsewhere"]} <= _domains()


def test_values_exist() -> None:
    values = set(_table("values.toml"))
    assert {cell["value"] for _, _, cell in _cells()} <= values
    assert {entry["value"] for _, entry in _wide()} <= values


def test_every_verb_class_has_questions_whatever_the_object() -> None:
    assert set(_table("generic.toml")["verbs"]) == set(_table("verbs.toml")["class"])


def test_a_kind_names_verbs_and_asks_once_or_twice() -> None:
    for name, entry in _wide():
        assert 1 <= len(entry["ask"]) <= 2, name
    for name, kind in _table("kinds.toml").items():
        assert len(set(kind["verbs"])) == len(kind["verbs"]) > 0, name


def _alone(ask: str | Mapping[str, Any]) -> str:
    """Return what a question says where the act has no object."""
    return ask if isinstance(ask, str) else ask.get("bare", ask["text"])


def test_questions_whatever_the_object_do_not_name_it_where_there_is_none() -> None:
    for name, entry in _wide():
        # A class of verbs, and a kind that asks for no noun or domain, may have no object.
        if not entry.get("nouns") and "" in entry.get("domains", [""]):
            for ask in entry.get("bare", entry["ask"]):
                assert "{" not in _alone(ask), (name, ask)


def test_questions_whatever_the_object_know_their_words_and_leave_one_that_is_no_count() -> None:
    for name, entry in _wide():
        asks = [{"text": ask} if isinstance(ask, str) else ask for ask in entry["ask"]]
        for ask in asks:
            assert set(ask) <= {"kind", "text", "unless", "bare"}, (name, ask)
            assert ask.get("kind", "text") in get_args(QuestionKind), (name, ask)
            assert _names(ask["text"]) <= AGREES, (name, ask)
            assert "{object}" in ask["text"] or not _names(ask["text"]), (name, ask)
        counts = [a for a in asks if a.get("kind") == "count" and "{object}" in a["text"]]
        assert len(counts) < len(asks), name


def test_what_was_different_is_asked_of_classes_of_verbs_and_of_what_they_are_done_to() -> None:
    table, classes = _table("generic.toml"), set(_table("verbs.toml")["class"])
    for name in table["outcome"]:
        of_class, _, domain = name.partition("/")
        assert of_class in classes & set(table["outcome"]), name
        assert not domain or domain in _domains(), name
    assert set(table["changing"]) <= classes
    for name, text in table["outcome"].items():
        assert text.endswith("?") and len(text.split()) <= 20, (name, text)
        assert _names(text) <= AGREES, (name, text)
        assert not [word for word in LEADING if word in text.casefold()], (name, text)


def test_a_number_alone_is_asked_as_a_figure() -> None:
    for name, ask in _wide_asks():
        text = ask["text"]
        if text.startswith(("About how many", "How many")) and "," not in text:
            assert ask.get("kind") == "count", (name, text)


def test_questions_whatever_the_object_fit_a_line_and_do_not_lead() -> None:
    for name, ask in _wide_asks():
        text = ask["text"]
        assert text.endswith("?") and text.count("?") == 1, (name, text)
        assert text[0].isupper() and len(text.split()) <= 20, (name, text)
        assert not [word for word in LEADING if word in text.casefold()], (name, text)


def test_a_cell_says_what_the_work_does_for_an_employer() -> None:
    for verb_class, domain, cell in _cells():
        assert set(cell) == {"value", "why", "ask"}, (verb_class, domain)
        assert cell["why"].endswith("."), (verb_class, domain)
        assert 2 <= len(cell["ask"]) <= 3, (verb_class, domain)


def test_kinds_exist() -> None:
    assert {kind for _, kind, _ in _asks()} <= set(get_args(QuestionKind))


def test_a_question_ends_like_one_and_fits_a_line() -> None:
    for cell, _, text in _asks():
        assert text.endswith("?") and text.count("?") == 1, (cell, text)
        assert text[0].isupper() and len(text.split()) <= 20, (cell, text)


def _names(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def test_placeholders_are_known() -> None:
    for cell, _, text in _asks():
        names = _names(text)
        assert names <= AGREES, (cell, text)
        assert "{object}" in text or not names, f"{cell}: nothing for {names} to agree with"


def test_no_question_is_worn_out() -> None:
    often = {text: n for text, n in Counter(text for _, _, text in _asks()).items() if n > OFTEN}
    assert not often


def test_no_cell_asks_the_same_twice_or_only_what_it_consisted_of() -> None:
    for verb_class, domain, cell in _cells():
        texts = [ask["text"].casefold() for ask in cell["ask"]]
        assert len(set(texts)) == len(texts), (verb_class, domain)
        assert "what did this consist of?" not in texts, (verb_class, domain)


def test_some_question_is_left_where_the_object_is_one_thing() -> None:
    for verb_class, domain, cell in _cells():
        left = [a for a in cell["ask"] if a["kind"] != "count" or "{object}" not in a["text"]]
        assert left, (verb_class, domain)


def test_questions_neither_praise_nor_lead() -> None:
    for cell, _, text in _asks():
        assert not [word for word in LEADING if word in text.casefold()], (cell, text)
