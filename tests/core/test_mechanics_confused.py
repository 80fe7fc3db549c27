"""Words that were taken for others, told by the words beside them."""

import pytest

from tests.core.mending import mended


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Showed the barn to perspective tenants", "Showed the barn to prospective tenants"),
        ("Poured complementary drinks", "Poured complimentary drinks"),
        ("Sold more then 20 goats and less then $5", "Sold more than 20 goats and less than $5"),
        ("Shod horses rather then mules", "Shod horses rather than mules"),
        ("Drove the school principle", "Drove the school principal"),
        ("Held weakly meetings", "Held weekly meetings"),
        ("Wrote lesson plains", "Wrote lesson plans"),
        ("Typed tax fillings", "Typed tax filings"),
        ("Preformed tests on pumps", "Performed tests on pumps"),
        ("Filled the desert trays", "Filled the dessert trays"),
        ("Complied reports on bees", "Compiled reports on bees"),
        ("Swept the isles", "Swept the aisles"),
        ("Placed adds in papers", "Placed ads in papers"),
        ("Swept the dinning room", "Swept the dining room"),
        ("Played a key roll in the move", "Played a key role in the move"),
        ("Wrote the loose prevention rules", "Wrote the loss prevention rules"),
        ("Paid sale taxes", "Paid sales taxes"),
        ("Trained new personal on safety", "Trained new personnel on safety"),
        ("Counted the cash draw.", "Counted the cash drawer."),
        ("Wove as a part of a crew", "Wove as part of a crew"),
        ("Did various different jobs", "Did various jobs"),
    ],
)
def test_words_taken_for_others(before, after):
    assert mended(before) == after


@pytest.mark.parametrize(
    "line",
    [
        "Drew the barn in perspective",
        "Sold some more then locked the barn",
        "Typed new personal records",
        "Filled fillings and sold plains bison",
        "Complied with the rules",
        "Sailed to the isles",
        "Signed cash draw forms for a loan",
    ],
)
def test_what_may_be_meant(line):
    assert mended(line) == line
