"""Two hundred verbs of résumés: their forms as printed, and their lemma from every form.

The list was written by hand, so that it can disagree with the generated table.
"""

from pathlib import Path

from reframe.core.inflect import inflect
from reframe.core.readings import can_be
from tests.core.reading import lexicon

FORMS = ("past", "participle", "gerund", "third")
ROWS = [
    line.split()
    for line in (Path(__file__).parent / "verb_list.txt").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]


def _share_wrong(wrong: set[str]) -> float:
    return len(wrong) / len(ROWS)


def test_the_list_is_long_and_holds_each_verb_once():
    assert len(ROWS) >= 200
    assert len({row[0] for row in ROWS}) == len(ROWS)


def test_the_forms_of_99_in_100_verbs_are_right():
    wrong = {
        f"{lemma} {form}: {inflect(lemma, form, lexicon())} for {word}"
        for lemma, *words in ROWS
        for form, word in zip(FORMS, words, strict=True)
        if inflect(lemma, form, lexicon()) != word
    }
    assert _share_wrong({row.split()[0] for row in wrong}) <= 0.01, wrong


def test_every_form_of_99_in_100_verbs_leads_back_to_its_lemma():
    wrong = {
        f"{lemma}: {word}"
        for lemma, *words in ROWS
        for form, word in zip(FORMS, words, strict=True)
        if (found := can_be(word, form, lexicon())) is None or found.lemma != lemma
    }
    assert _share_wrong({row.split(":")[0] for row in wrong}) <= 0.01, wrong
