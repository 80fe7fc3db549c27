"""The front door is small, and every name of it opens."""

import pytest

import reframe

NAMES = [
    "Claim", "Decision", "Ledger", "ReframeError", "Reframer", "Review", "apply", "check", "read",
    "read_target", "redline", "render",
]  # fmt: skip


def test_the_public_names_are_these():
    assert reframe.__all__ == NAMES
    assert dir(reframe) == sorted(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_each_name_opens_and_has_a_docstring(name):
    assert getattr(reframe, name).__doc__


def test_an_unknown_name_is_an_attribute_error():
    with pytest.raises(AttributeError, match="has no attribute 'rephrase'"):
        reframe.rephrase  # noqa: B018
