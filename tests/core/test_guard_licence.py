"""What answers license, and what they do not."""

import pytest

from reframe.core.claims import Claim
from reframe.core.guard import check
from reframe.core.guard_licence import Licence, answer_licence, wording_licence
from reframe.core.lexicon import Lexicon
from reframe.tables.lexicon import load_lexicon
from tests.core.guard_pairs import read

SOURCE = "Drafted compliance documents and trained staff"


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return load_lexicon()


def wording(text: str, *claims: Claim, lexicon: Lexicon, **given: object) -> Licence:
    return wording_licence(read(text, lexicon), claims, lexicon, **given)  # type: ignore[arg-type]


def passes(before: str, after: str, licence: Licence, lexicon: Lexicon) -> bool:
    return not check(read(before, lexicon), read(after, lexicon), licence, lexicon)


def test_a_wording_whose_needs_are_met_is_licensed_whole(lexicon: Lexicon) -> None:
    licence = wording(
        "Wrote the company's first harassment policy",
        Claim.ROLE,
        lexicon=lexicon,
        answers=["harassment policy"],
        replaces="Drafted compliance documents",
    )
    after = "Wrote the company's first harassment policy and trained staff"
    assert passes(SOURCE, after, licence, lexicon)


def test_a_wording_replaces_only_where_it_stands(lexicon: Lexicon) -> None:
    licence = wording(
        "Drafted compliance policies",
        Claim.DETAIL,
        lexicon=lexicon,
        answers=["policies"],
        replaces="Drafted compliance documents",
    )
    assert passes(SOURCE, "Drafted compliance policies and trained staff", licence, lexicon)
    assert not passes(SOURCE, "Trained staff", licence, lexicon)


def test_a_licensed_act_is_licensed_on_its_own_object(lexicon: Lexicon) -> None:
    licence = wording("Wrote the training slides", Claim.ROLE, lexicon=lexicon)
    assert not passes(SOURCE, "Wrote compliance documents and trained staff", licence, lexicon)


def test_an_act_above_the_levels_of_its_wording_is_refused(lexicon: Lexicon) -> None:
    licence = wording("Led staff", Claim.DETAIL, lexicon=lexicon)
    assert not passes("Trained staff", "Led staff", licence, lexicon)


@pytest.mark.parametrize(
    ("answer", "after"),
    [
        ("I spearheaded all training", "Spearheaded training"),
        ("all staff of the company", "Trained all staff"),
        ("I was the first trainer", "First trained staff"),
        ("it cut errors", "Trained staff, cutting errors"),
    ],
)
def test_free_text_licenses_no_higher_claim(answer: str, after: str, lexicon: Lexicon) -> None:
    assert not passes("Trained staff", after, answer_licence(answer, lexicon), lexicon)


def test_free_text_in_a_slot_stays_the_clients_words(lexicon: Lexicon) -> None:
    answer = "all policies"
    licence = wording(f"Drafted {answer}", Claim.DETAIL, lexicon=lexicon, answers=[answer])
    assert not passes("Drafted policies", "Drafted all policies", licence, lexicon)


def test_an_answer_licenses_its_details(lexicon: Lexicon) -> None:
    licence = answer_licence("safety rules", lexicon)
    assert passes("Trained staff", "Trained staff on safety rules", licence, lexicon)


def test_an_estimate_prints_with_about(lexicon: Lexicon) -> None:
    licence = answer_licence("40", lexicon, estimate=True)
    assert passes("Trained staff", "Trained about 40 staff", licence, lexicon)
    assert not passes("Trained staff", "Trained 40 staff", licence, lexicon)


def test_a_value_without_leave_to_print_licenses_nothing(lexicon: Lexicon) -> None:
    assert answer_licence("40", lexicon, print_ok=False) == Licence()


def test_a_figure_is_licensed_with_what_it_counts(lexicon: Lexicon) -> None:
    licence = wording("Trained 45 staff", Claim.SCOPE, lexicon=lexicon, replaces="Trained staff")
    assert passes("Trained staff at 3 shops", "Trained 45 staff at 3 shops", licence, lexicon)
    assert not passes("Trained staff at shops", "Trained staff at 45 shops", licence, lexicon)


def test_licences_add_up(lexicon: Lexicon) -> None:
    one, other = answer_licence("forms", lexicon), answer_licence("12", lexicon)
    both = one | other
    assert both.phrases == one.phrases | other.phrases
    assert both.figures == other.figures
