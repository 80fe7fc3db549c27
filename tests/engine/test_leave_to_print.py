"""A value without leave to print stands in no file that is written, whatever part of it."""

import zipfile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reframe import Ledger, render
from reframe.bundled import bundled
from reframe.core.needs import folded
from reframe.engine.drafting import draft_file
from reframe.engine.reading import read
from tests.engine.answers import answers_to, free

SAMPLE = bundled("data", "samples", "mara-okonski.docx")


@pytest.fixture(scope="module")
def answered(reframer):
    """Answers to every rule and pattern that the sample raises, the highest wording of each;
    with the free values, which can be looked for."""
    found, values = [], {}
    for post in read(SAMPLE).positions():
        family = reframer.family(post)
        rules = {}
        for bullet in post.bullets:
            for hit in reframer.hits(reframer.parse(bullet.text), family):
                rules[f"{bullet.id}/{hit.rule.id}"] = (hit.rule.says, hit.rule.asks)
        for pattern in reframer.book.patterns:
            if family in pattern.families:
                rules[f"{post.id}/{pattern.id}"] = (pattern.ladder, pattern.asks)
        for prefix, (ladder, asks) in rules.items():
            if ladder:
                by_name = {ask.name: ask for ask in asks}
                start = len(found)
                for ask, answer in answers_to(ladder[0].needs, by_name, prefix, start=start):
                    found.append(answer)
                    if free(ask):
                        values[answer.question_id] = answer.value
    return found, values


def files_of(folder):
    """Every byte that was written, parts of packages unpacked."""
    for path in folder.rglob("*"):
        if path.is_file() and not path.name.endswith(".ledger.yaml"):
            if zipfile.is_zipfile(path):
                with zipfile.ZipFile(path) as archive:
                    yield from ((f"{path.name}:{n}", archive.read(n)) for n in archive.namelist())
            else:
                yield path.name, path.read_bytes()


@settings(
    max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.data())
def test_what_may_not_be_printed_is_in_no_file(reframer, answered, tmp_path_factory, data):
    answers, values = answered
    hidden = data.draw(st.sets(st.sampled_from(sorted(values)), min_size=1))
    folder = tmp_path_factory.mktemp("out")
    ledger = Ledger(client="Mara Okonski")
    for answer in answers:
        ledger = ledger.with_answer(answer)
        if answer.question_id in hidden:
            ledger = ledger.answer(
                answer.question_id, answer.value, basis=answer.basis, print_ok=False,
                signed_off=True,
            )  # fmt: skip
    ledger.save(folder / "all.ledger.yaml")
    for clean in (False, True):
        done = draft_file(
            SAMPLE, folder / str(clean), reframer, ledger=folder / "all.ledger.yaml", clean=clean
        )
    render(done.review, template="classic", out=folder / "fresh.docx")
    render(done.review, template="plain", out=folder / "fresh.md")
    shown = set()
    for name, content in files_of(folder):
        for key, value in values.items():
            if folded(str(value)).encode() in content.lower():
                shown.add(key)
                assert key not in hidden, (name, key, value)
    assert done.review.to_json().count('"(not for print)"') == len(hidden)
    if len(hidden) < len(values) / 2:
        assert shown, "nothing was printed at all: the test would see no leak"


def test_a_condition_may_rest_on_an_answer_that_is_not_printed(reframer):
    line = "Drafted compliance documents"
    from reframe.core.naming import bullet_id

    key = f"{bullet_id(line)}/compliance.drafted-documents"
    ledger = Ledger().answer(f"{key}/kinds", "policies", print_ok=False)
    assert reframer.suggest(line, position="Compliance Analyst", ledger=ledger).after == line
