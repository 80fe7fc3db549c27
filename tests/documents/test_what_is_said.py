"""Documents say what the ledger licenses, within their limits, and nothing else."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reframe import Decision, render
from reframe.core.bullet import ParsedBullet
from reframe.core.lexicon import Lexicon
from reframe.documents.build import build
from reframe.documents.deals import band
from reframe.documents.names import article, name_parts, plain_name
from reframe.documents.prose import length, opened, third, within
from reframe.engine.words import source_of
from reframe.errors import TemplateError
from reframe.formats.brand import Brand
from reframe.formats.visible import texts_in
from reframe.tables.documents import load_frames
from tests.documents.made import DOCUMENTS, NAMES, SECRET, plain_review, said, sample

FRAMES = load_frames()
ALL = (
    "name",
    "value",
    "letter",
    "linkedin",
    "bio",
    "note",
    "deals",
    "promotion",
    "digest",
    "cards",
    "claims",
)


def data_of(review, reframer, parts=ALL):
    return build(source_of(review, reframer), parts, brand=Brand(), paper="letter")


@pytest.mark.parametrize("name", ["chinese", "sparse", "two-page"])
def test_a_value_without_leave_to_print_appears_nowhere(
    confirmed_reviews, reframer, tmp_path, name
):
    assert any(SECRET in str(a.value) for a in confirmed_reviews[name].evidence)
    for document in (*DOCUMENTS, "classic"):
        for kind in ("md", "html"):
            out = tmp_path / f"{document}.{kind}"
            try:
                render(confirmed_reviews[name], template=document, out=out, reframer=reframer)
            except TemplateError as error:
                assert "nothing for" in str(error)
                continue
            assert SECRET not in out.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", NAMES)
def test_linkedin_keeps_its_limits_and_cuts_no_line(confirmed_reviews, reframer, name):
    found = data_of(confirmed_reviews[name], reframer)["linkedin"]
    assert length(found["headline"]) <= 220
    assert length(found["about"]) <= 2600
    for post in found["experience"]:
        assert length(post["text"]) <= 2000
        lines = post["text"].split("\n") if post["text"] else []
        whole = {f"• {line}" for line in said(confirmed_reviews[name])}
        assert {line for line in lines if line.startswith("•")} <= whole


@given(st.lists(st.text(max_size=40)), st.integers(0, 100))
def test_what_fits_is_whole_and_the_rest_is_counted(parts, limit):
    text, left = within(parts, limit, between="|")
    assert text == "|".join(parts[: len(parts) - left])
    assert length(text) <= limit or not parts[: len(parts) - left]


@pytest.mark.parametrize("name", NAMES)
def test_a_biography_invents_no_pronoun(confirmed_reviews, reframer, name):
    review = confirmed_reviews[name]
    found = data_of(review, reframer)["bio"]
    own = set(re.findall(r"\w+", " ".join(said(review)).casefold()))
    words = set(re.findall(r"\w+", " ".join(texts_in(found)).casefold()))
    assert not (words & {"he", "she", "they", "his", "her", "hers", "their", "him"}) - own


@pytest.mark.parametrize("name", NAMES)
def test_every_word_of_a_document_stands_in_the_source_an_answer_or_a_frame(
    confirmed_reviews, reframer, name
):
    review = confirmed_reviews[name]
    data = data_of(review, reframer, ("value", "letter", "note", "bio"))
    known = " ".join(
        [*said(review), *texts_in([review.resume.name]), *(r.scope_line for r in review.roles)]
        + [line.text for s in review.resume.sections for line in s.lines]
        + [f"{p.title} {p.employer}" for p in review.resume.positions()]
        + texts_in({k: FRAMES[k] for k in ("join", "letter", "note", "bio", "value")})
    )
    words = {word.casefold() for word in re.findall(r"\w+", known)}
    inflected = {w + ending for w in words for ending in ("s", "es")} | {
        w[:-1] + "ies" for w in words
    }
    for word in re.findall(r"\w+", " ".join(texts_in(data))):
        assert word.casefold() in words | inflected | {"a", "an"}, word


def test_a_value_proposition_cites_the_claim_that_it_states(confirmed_reviews, reframer):
    data = data_of(confirmed_reviews["two-page"], reframer)
    claims = {claim["number"]: claim for claim in data["claims"]}
    assert 1 <= len(data["value"]) <= 3
    for sentence in data["value"]:
        (number,) = sentence["claims"]
        assert claims[number]["text"].split(" ", 1)[1].rstrip(".") in sentence["text"]
        assert claims[number]["level"] != "wording"


def test_a_card_holds_three_questions_and_who_confirmed(confirmed_reviews, reframer):
    cards = data_of(confirmed_reviews["two-page"], reframer)["cards"]
    assert cards
    for card in cards:
        assert card["claim"]["raised"]
        assert len(set(card["questions"])) == 3
        assert card["claim"]["confirmed"]
    asked = [tuple(card["questions"]) for card in cards]
    assert len(set(asked)) > len(asked) / 2


def test_a_matter_is_masked_and_an_incomplete_one_is_left_out(confirmed_reviews, reframer):
    first, second = data_of(confirmed_reviews["sparse"], reframer)["deals"]
    assert first["size"] == "$10 million to $50 million"
    assert first["party"] == "a regional hospital group"
    assert (second["kind"], second["size"]) == ("Sale | carve-out of a warehouse", "")


@pytest.mark.parametrize(
    ("said_size", "printed"),
    [("$99,999", "under $100,000"), ("about $2.5 million", "$1 million to $10 million"),
     ("1.2bn", "over $1 billion"), ("large", ""), ("$2 million of $9 million", "")],
)  # fmt: skip
def test_a_size_is_printed_as_a_band(reframer, said_size, printed):
    assert band(said_size, source_of(plain_review(sample("sparse")), reframer)) == printed


def test_pay_stays_out_of_the_case_for_a_promotion(reframer):
    resume = sample("one-page")
    review = reframer.review(resume)
    first = review.bullets()[0]
    review = review.decide(first.id, Decision.edit("Earned a bonus of $4,000 and a raise of 6%"))
    found = data_of(review, reframer)["promotion"]
    assert "bonus" not in str(found)
    assert "pallets" in str(found)


def test_the_coachs_own_words_are_marked_and_raise_nothing(reframer):
    review = reframer.review(sample("one-page"))
    first = review.bullets()[0]
    review = review.decide(first.id, Decision.edit("Led the finest night shift of all"))
    data = data_of(review, reframer)
    (claim,) = [c for c in data["claims"] if "finest" in c["text"]]
    assert claim["coach"]
    assert not claim["raised"]
    assert claim["means"] == FRAMES["levels"]["coach"]
    assert "finest" not in str(
        [data["letter"], data["bio"], data["value"], data["note"], data["cards"]]
    )


@pytest.mark.parametrize(
    ("line", "first", "other"),
    [
        ("Drafted rules and trained staff.", "drafted rules and trained staff", "drafted rules and trained staff"),
        ("Register visitors and answer their questions", "register visitors and answer their questions",
         "registers visitors and answers their questions"),
        ("Team leader for nights", "", ""),
        ("Involved in audits of two shops", "was involved in audits of two shops", "was involved in audits of two shops"),
        ("Hired three clerks", "hired three clerks", "hired three clerks"),
        ("Successfully kept the list", "", ""),
        ("2019 budget of $3 million", "", ""),
    ],
)  # fmt: skip
def test_a_line_becomes_a_sentence_only_where_that_is_certain(reframer, line, first, other):
    source = source_of(plain_review(sample("sparse")), reframer)
    assert opened(line, source) == first
    assert third(line, source) == other


@pytest.mark.parametrize(
    ("name", "parts", "plain"),
    [
        ("Mara Okonski", ("Mara", "Okonski"), "Mara Okonski"),
        ("INÉS ALDANA, PMP", ("Inés", "Aldana"), "Inés Aldana"),
        ("Okonski, Mara", ("Mara", "Okonski"), "Mara Okonski"),
        ("Dr. Jan van der Berg, Ph.D.", ("Jan", "van der Berg"), "Dr. Jan van der Berg"),
        ("李伟", ("", "李伟"), "李伟"),
        ("李伟 (Wei Li)", ("", "李伟"), "李伟"),
        ("Ana Maria Lopes Jr.", ("Ana", "Lopes"), "Ana Maria Lopes Jr."),
        ("", ("", ""), ""),
    ],
)
def test_names_come_apart(name, parts, plain):
    assert name_parts(name, FRAMES) == parts
    assert plain_name(name, FRAMES) == plain


@pytest.mark.parametrize(
    ("title", "wanted"),
    [("Analyst", "an "), ("Clerk", "a "), ("Unit Secretary", "a "), ("HR Clerk", "an "),
     ("Head of Sales", ""), ("Chief of Staff", ""), ("R&D Lead", "an "), ("Headwaiter", "a ")],
)  # fmt: skip
def test_titles_have_their_article(title, wanted):
    assert article(title, FRAMES) == wanted


def test_a_resume_alone_loads_no_words(tmp_path):
    def never() -> tuple[Lexicon, ParsedBullet]:
        raise AssertionError("the words were loaded")

    from reframe.documents.source import Source

    source = Source(plain_review(sample("one-page")), FRAMES, never)
    data = build(source, ("name", "contact", "sections", "skills"), brand=Brand(), paper="a4")
    assert data["name"] == "Dario Venn"
