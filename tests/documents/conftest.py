"""Reviews of the samples, made once."""

import pytest

from tests.documents.made import NAMES, confirmed_review, plain_review, sample


@pytest.fixture(scope="session")
def plain_reviews():
    return {name: plain_review(sample(name)) for name in NAMES}


@pytest.fixture(scope="session")
def confirmed_reviews():
    return {name: confirmed_review(sample(name)) for name in NAMES}
