"""What the tables may introduce: no machine-sounding word, no verb that claims more."""

import pytest

from tests.core.reading import lexicon

TWINS = [
    (key.split()[0], key.split()[1], twin)
    for key, listed in lexicon().maps["varied"].items()
    for twin in listed.split(", ")
]


@pytest.mark.parametrize(("verb", "domain", "twin"), TWINS)
def test_a_twin_is_of_one_level_and_meaning(verb, domain, twin):
    words = lexicon()
    assert twin in words.same[verb]
    assert words.claim_of(twin).rank <= words.claim_of(verb).rank
    assert domain == "*" or domain in set(words.domains.values())


def test_no_table_introduces_a_machine_word():
    words = lexicon()
    machine = words.words("machine_words")
    introduced = {twin for _, _, twin in TWINS}
    introduced |= set(words.maps["act_nouns"].values()) | set(words.maps["plain_verbs"].values())
    introduced |= {w for twin in words.maps["plainer"].values() for w in twin.split()}
    assert not introduced & machine


def test_no_draft_of_a_rule_introduces_a_machine_word(reframer):
    words = lexicon()
    machine = words.words("machine_words")
    for rule in reframer.book.rules:
        for say in rule.says:
            said = {w.strip(",.").casefold() for w in say.draft.split()}
            lemmas = {r.lemma for w in said for r in words.readings.get(w, ())} | said
            assert not lemmas & machine, (rule.id, say.draft)
