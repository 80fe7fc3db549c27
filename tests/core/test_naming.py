"""An answer can never move to another bullet."""

from hypothesis import given
from hypothesis import strategies as st

from reframe.core.naming import bullet_id, position_id


@given(st.text(max_size=80), st.text(max_size=80))
def test_two_bullets_share_an_id_only_when_their_words_are_the_same(one, other):
    same = " ".join(one.split()).casefold() == " ".join(other.split()).casefold()
    assert (bullet_id(one) == bullet_id(other)) is same


@given(st.text(max_size=200))
def test_an_id_is_plain_ascii_without_a_slash(text):
    assert bullet_id(text).isascii()
    assert "/" not in bullet_id(text)


def test_two_stays_at_one_employer_are_two_posts():
    assert position_id("Clerk", "Harlow", "2015-2016") != position_id("Clerk", "Harlow", "2019")
