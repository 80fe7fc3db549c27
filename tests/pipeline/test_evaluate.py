"""Scores are read off a parse: here the parse is built by hand."""

import pytest
import spacy
from spacy.tokens import Doc

from reframe.pipeline.actions import acts
from reframe.pipeline.evaluate import bundled_openers, from_plain, score, shown

VOCAB = spacy.blank("en").vocab


def doc(*rows: tuple[str, str, int, str]) -> Doc:
    words, pos, heads, deps = zip(*rows, strict=True)
    return Doc(VOCAB, words=words, pos=pos, heads=heads, deps=deps)


@pytest.fixture(scope="module")
def weak():
    return bundled_openers()


def test_a_shared_object_belongs_to_every_verb(weak):
    parsed = doc(
        ("Drafted", "VERB", 0, "ROOT"),
        (",", "PUNCT", 2, "punct"),
        ("checked", "VERB", 0, "conj"),
        ("and", "CCONJ", 4, "cc"),
        ("filed", "VERB", 0, "conj"),
        ("contracts", "NOUN", 0, "obj"),
        ("and", "CCONJ", 7, "cc"),
        ("leases", "NOUN", 5, "conj"),
    )
    assert shown(parsed.text, acts(parsed, weak)) == (
        "Drafted: contracts, leases; checked: contracts, leases; filed: contracts, leases"
    )


def test_an_opener_gives_way_to_the_act_under_it(weak):
    parsed = doc(
        ("Responsible", "ADJ", 0, "ROOT"),
        ("for", "SCONJ", 2, "mark"),
        ("ordering", "VERB", 0, "advcl"),
        ("parts", "NOUN", 2, "obj"),
    )
    assert shown(parsed.text, acts(parsed, weak)) == "ordering: parts"


def test_a_purpose_is_not_an_act(weak):
    parsed = doc(
        ("Kept", "VERB", 0, "ROOT"),
        ("logs", "NOUN", 0, "obj"),
        ("to", "PART", 3, "mark"),
        ("prove", "VERB", 0, "advcl"),
        ("compliance", "NOUN", 3, "obj"),
    )
    assert shown(parsed.text, acts(parsed, weak)) == "Kept: logs"


def test_scores_of_a_parse_that_is_half_right(weak):
    nlp = spacy.blank("en")

    @spacy.Language.component("one_verb_only")
    def one_verb_only(made: Doc) -> Doc:
        for token in made:
            token.pos_ = "VERB" if token.i == 0 else "NOUN"
            token.head = made[0]
            token.dep_ = "ROOT" if token.i == 0 else "dep"
        made[1].dep_ = "obj"
        return made

    nlp.add_pipe("one_verb_only")
    gold = [
        from_plain("Ran tills | Ran: tills"),
        from_plain("Ran tills and cleaned floors | Ran: tills; cleaned: floors"),
    ]
    scores = score(nlp, gold, weak)
    assert scores.verbs == pytest.approx(2 * 2 / (2 + 3))
    assert scores.whole == 0.5
    assert scores.wrong == (("Ran tills and cleaned floors", "Ran: tills"),)


def test_gold_that_names_a_word_not_in_the_bullet_is_refused():
    with pytest.raises(ValueError, match="substring not found"):
        from_plain("Ran tills | Ran: shops")
