"""Where what an answer licenses stands in its line: everything that followed keeps its place."""

import pytest

from reframe import Ledger, apply
from reframe.core.naming import bullet_id
from tests.engine.answers import value_for


def answered(reframer, line, rule, **answers):
    ledger = Ledger()
    for name, value in answers.items():
        basis = "record" if str(value)[:1].isdigit() else None
        ledger = ledger.answer(
            f"{bullet_id(line)}/{rule}/{name}", value, basis=basis, signed_off=True
        )
    suggestion = reframer.suggest(line, ledger=ledger)
    assert apply(suggestion.before, suggestion.edits) == suggestion.after
    return suggestion


def test_what_is_said_of_the_object_stays_with_it(reframer):
    line = "Help customers find products that best fit their kitchens."
    rule, asks = _rule(reframer, line, "averaged")
    suggestion = answered(reframer, line, rule, **asks)
    assert suggestion.after.startswith(
        "Helped customers find products that best fit their kitchens and"
    )


def test_objects_of_several_verbs_stay_with_all_of_them(reframer):
    line = "Scanned, stamped, bound and filed parish records."
    rule, asks = _rule(reframer, line, "set up the filing system")
    suggestion = answered(reframer, line, rule, **asks)
    assert suggestion.after == (
        "Scanned, stamped, bound and filed parish records, and set up the filing system."
    )


def test_an_unsure_line_is_added_to_and_not_rebuilt(reframer):
    line = "Serves as a squad leader, managed, instructed and supervised 20-90 soldiers."
    rule, asks = _rule(reframer, line, "answered for")
    suggestion = answered(reframer, line, rule, **asks)
    assert not suggestion.confident
    assert suggestion.after.startswith(
        "Served as a squad leader, managed, instructed and supervised"
    )
    assert ", and answered for " in suggestion.after


def test_what_has_no_place_is_told_with_its_words(reframer):
    line = "Unloading the truck of fresh bread and stocking racks is our first job"
    rule, asks = _rule(reframer, line, "a shift")
    suggestion = answered(reframer, line, rule, **asks)
    assert not suggestion.answer_ids
    assert any("unloaded" in held.text for held in suggestion.withheld)


@pytest.mark.parametrize(
    "line",
    [
        "Help customers find products that best fit their kitchens.",
        "Provide customer service to each hotel guest as well as the staff",
        "Handled customer complaints in a courteous manner, resolving conflicts.",
    ],
)
def test_a_preview_keeps_the_facts_of_the_line(reframer, line):
    shown = [q.unlocks for q in reframer.suggest(line).questions if q.unlocks]
    last = line.rstrip(".").split()[-1]
    assert last in shown[0]


def _rule(reframer, line, said):
    """Return the rule of a line with a wording that says something, and answers that meet its needs."""
    for hit in reframer.hits(reframer.parse(line), None):
        asks = {ask.name: ask for ask in hit.rule.asks}
        for say in hit.rule.says:
            if said in say.draft.casefold() and say.needs:
                values = {
                    name: value_for(need, asks[name], number=at)
                    for at, (name, need) in enumerate(say.needs.items())
                }
                return hit.rule.id, values
    raise AssertionError(f"no rule says {said!r} of {line!r}")
