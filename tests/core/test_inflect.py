"""Verb forms, by table and by rule."""

import pytest

from reframe.core.inflect import inflect
from tests.core.reading import lexicon


@pytest.mark.parametrize(
    ("lemma", "past", "gerund"),
    [
        ("lead", "led", "leading"),
        ("oversee", "oversaw", "overseeing"),
        ("upsell", "upsold", "upselling"),
        ("co-lead", "co-led", "co-leading"),
        ("cold-call", "cold-called", "cold-calling"),
        ("qa", "QA'd", "QA'ing"),
        ("program", "programmed", "programming"),
        ("offset", "offset", "offsetting"),
        ("troubleshoot", "troubleshot", "troubleshooting"),
        ("rewrite", "rewrote", "rewriting"),
        ("proofread", "proofread", "proofreading"),
        ("set", "set", "setting"),
        ("mimic", "mimicked", "mimicking"),
        ("dye", "dyed", "dyeing"),
        ("onboard", "onboarded", "onboarding"),
        ("undertake", "undertook", "undertaking"),
        ("prep", "prepped", "prepping"),
        ("travel", "traveled", "traveling"),
        ("refer", "referred", "referring"),
        ("liaise", "liaised", "liaising"),
    ],
)
def test_tricky_verbs_are_listed(lemma, past, gerund):
    assert inflect(lemma, "past", lexicon()) == past
    assert inflect(lemma, "gerund", lexicon()) == gerund


@pytest.mark.parametrize(
    ("lemma", "form", "word"),
    [
        ("re-teach", "past", "re-taught"),
        ("cross-teach", "gerund", "cross-teaching"),
        ("pre-write", "participle", "pre-written"),
        ("reoversee", "past", "reoversaw"),
        ("zorbify", "past", "zorbified"),
        ("zorbify", "third", "zorbifies"),
        ("flooze", "gerund", "floozing"),
        ("file", "base", "file"),
    ],
)
def test_unlisted_verbs_follow_their_last_part_or_the_rules(lemma, form, word):
    assert inflect(lemma, form, lexicon()) == word
