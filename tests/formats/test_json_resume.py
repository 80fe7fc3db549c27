"""JSON Resume comes back with nothing lost, and says what is wrong with it."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reframe import Decision, read, render
from reframe.core.review import Review
from reframe.core.suggestion import Suggestion
from reframe.core.synthesis import RoleFinding
from reframe.engine.json_out import json_resume
from reframe.errors import StaleDecision, TooLarge, Unreadable, Unsupported
from reframe.formats.json_resume.read import read_json
from reframe.formats.json_resume.write import write_json

WHOLE = {
    "$schema": "https://example.com/schema.json",
    "basics": {
        "name": "Noor Adeyemi", "label": "Data Analyst", "email": "noor@example.com",
        "phone": "(360) 555-0110", "url": "https://noor.example.com", "summary": "Analyst.\nTeacher.",
        "location": {"city": "Tacoma", "region": "WA", "countryCode": "US"}, "image": None,
        "profiles": [{"network": "GitHub", "username": "noor", "url": "https://github.com/noor"}],
        "pronouns": "she/her",
    },
    "work": [
        {"name": "Acme", "position": "Analyst", "startDate": "2021-03", "summary": "A small team.",
         "highlights": ["Wrote reports", "", "Helped with audits", None], "x-remote": True},
        {"company": "Old Co", "position": "Clerk", "startDate": "2015", "endDate": "2020-12-31",
         "highlights": ["Filed letters", "Filed letters"]},
        {"name": "Empty Ltd"},
    ],
    "volunteer": [{"organization": "Pantry", "position": "Helper", "highlights": ["Served meals"]}],
    "projects": [{"name": "Atlas", "description": "A map.", "highlights": ["Drew it"], "endDate": "2019"}],
    "education": [{"institution": "Evergray", "area": "Statistics", "studyType": "BSc", "startDate": "2011",
                   "endDate": "2014", "courses": ["Sampling"]}],
    "skills": [{"name": "Tools", "keywords": ["SQL", "R"]}],
    "languages": [{"language": "Polish", "fluency": "native"}],
    "awards": [{"title": "Best poster", "date": "2013-05", "awarder": "Evergray"}],
    "certificates": [{"name": "PL-300", "issuer": "Example"}],
    "publications": [{"name": "On maps", "publisher": "Press", "releaseDate": "2018-02-01"}],
    "interests": [{"name": "Chess", "keywords": ["endgames"]}],
    "references": [{"name": "A. Boss", "reference": "Fine work."}],
    "meta": {"version": "v1.0.0"},
    "theme-options": {"deep": [1, {"x": None}]},
}  # fmt: skip


def source(tmp_path, data=WHOLE):
    (tmp_path / "resume.json").write_text(json.dumps(data), encoding="utf-8")
    return read(tmp_path / "resume.json")


def reworded(resume, words):
    """A review that rewords the bullets named."""
    return Review(resume, {b.id: said(b, words) for b, _, _ in resume.placed_bullets()}, ())


def said(bullet, words):
    after = words.get(bullet.text, bullet.text)
    return Suggestion(bullet.text, after, (), frozenset(), (), (), "", (), (), (), (), True)


def test_it_is_read(tmp_path):
    resume = source(tmp_path)
    assert resume.name == "Noor Adeyemi"
    assert [line.text for line in resume.contact][1:] == [
        "Data Analyst", "noor@example.com", "(360) 555-0110", "https://noor.example.com",
        "Tacoma, WA, US", "GitHub: https://github.com/noor",
    ]  # fmt: skip
    posts = [(p.title, p.employer, p.dates, p.current) for p in resume.positions()]
    assert posts == [
        ("Analyst", "Acme", "March 2021 – Present", True),
        ("Clerk", "Old Co", "2015 – December 2020", False),
        ("", "Empty Ltd", "", False),
        ("Helper", "Pantry", "", False),
        ("Atlas", "", "2019", False),
    ]
    assert [b.text for b, _, _ in resume.placed_bullets()] == [
        "Wrote reports", "Helped with audits", "Filed letters", "Filed letters", "Served meals", "Drew it",
    ]  # fmt: skip
    lines = {s.heading.text: [line.text for line in s.lines] for s in resume.sections}
    assert lines["Education"] == ["BSc, Statistics, Evergray, 2011 – 2014, Sampling"]
    assert lines["Skills"] == ["Tools: SQL, R"]
    assert lines["Awards"] == ["Best poster, Evergray, May 2013"]
    assert (
        "'theme-options' is no part of JSON Resume: it is kept, and shown nowhere."
        in resume.warnings
    )


def test_an_unchanged_resume_comes_back_as_it_was(tmp_path):
    resume = source(tmp_path)
    render(reworded(resume, {}), out=tmp_path / "out.json")
    assert json.loads((tmp_path / "out.json").read_text(encoding="utf-8")) == WHOLE


def test_only_what_was_reworded_changes(tmp_path):
    resume = source(tmp_path)
    review = reworded(resume, {"Helped with audits": "Supported audits", "Drew it": "Drew the map"})
    role = RoleFinding(
        next(resume.positions()).id, "p", (), "1", "Ran it all", frozenset(), (), (), (), ()
    )
    made = json.loads(json_resume(Review(review.resume, review.suggestions_by_id, (role,))))
    wanted = json.loads(json.dumps(WHOLE))
    wanted["work"][0]["highlights"][2] = "Supported audits"
    wanted["work"][0]["summary"] = "Ran it all. A small team."
    wanted["projects"][0]["highlights"][0] = "Drew the map"
    assert made == wanted


def test_the_second_of_two_equal_highlights_is_the_one_that_changes(tmp_path):
    resume = source(tmp_path)
    second = [b for b, _, _ in resume.placed_bullets() if b.text == "Filed letters"][1]
    review = reworded(resume, {}).decide(second.id, Decision.edit("Filed forty letters"))
    made = json.loads(json_resume(review))
    assert made["work"][1]["highlights"] == ["Filed letters", "Filed forty letters"]


TEXT = st.text(alphabet=st.characters(codec="utf-8"), max_size=30)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | TEXT,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXT, inner, max_size=3),
    max_leaves=8,
)


@given(st.lists(TEXT, max_size=5), st.dictionaries(TEXT.map("x-{}".format), JSON, max_size=3))
def test_whatever_stands_in_it_comes_back(highlights, more):
    whole = {
        "basics": {"name": "A"},
        "work": [{"name": "B", "highlights": highlights, **more}],
        **more,
    }
    data = json.dumps(whole).encode()
    resume = read_json(data, source="r.json")
    assert json.loads(write_json(resume, lambda bullet: bullet.text, {})) == whole


@pytest.mark.parametrize(
    ("data", "error", "told"),
    [
        (b"{", Unreadable, "r.json:1:2: not valid JSON"),
        (b"[]", Unreadable, "is a map"),
        (b"\xff\xfe{}", Unreadable, "UTF-8"),
        (b'{"a": 1}', Unsupported, "no JSON Resume"),
        (b'{"work": {}}', Unreadable, "/work: {} should be of the type array"),
        (b'{"work": [{"startDate": "March 2020", "highlights": [1]}]}', Unreadable,
         "/work/0/startDate: 'March 2020' is no date"),
        (b'{"work": [{"startDate": "March 2020", "highlights": [1]}]}', Unreadable,
         "/work/0/highlights/0: 1 should be of the type string"),
        (b"[" * 100_000, Unreadable, ""),
        (b" " * 5_000_001, TooLarge, "limit"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_with_its_place(data, error, told):
    with pytest.raises(error) as caught:
        read_json(data, source="r.json")
    assert told in str(caught.value)


def test_a_file_that_was_changed_since_is_not_written_over(tmp_path):
    resume = source(tmp_path)
    review = Review.from_json(reworded(resume, {}).to_json())
    (tmp_path / "resume.json").write_text("{}")
    with pytest.raises(StaleDecision):
        json_resume(review)
