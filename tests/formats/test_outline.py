"""From lines with cues to a résumé: headings, posts, duties, contact, in any format."""

import time

import pytest

from reframe.core.resume import Resume, Section
from reframe.formats.outline import SourceLine, place_lines
from reframe.formats.outline.dates import find_dates
from reframe.formats.outline.duties import is_duty
from reframe.formats.outline.posts import read_post


def line(text: str, **cues) -> SourceLine:
    """A line whose cues are written in front: "# " a heading, "- " a bullet, "! " bold."""
    marks = {"# ": {"heading": 1}, "- ": {"bullet": True, "mark": "-"}, "! ": {"bold": True}}
    for mark, meaning in marks.items():
        if text.startswith(mark):
            return line(text[len(mark) :], **meaning, **cues)
    return SourceLine(text, anchor=text[:12], **cues)


def resume(*lines: str | SourceLine) -> Resume:
    """Lines as a résumé; an empty line is a gap above the next."""
    made: list[SourceLine] = []
    gap = False
    for n, entry in enumerate(lines):
        if entry == "":
            gap = True
            continue
        made.append(entry if isinstance(entry, SourceLine) else line(entry, gap=gap))
        made[-1] = _numbered(made[-1], n)
        gap = False
    return place_lines(made, source="", format="txt")


def _numbered(entry: SourceLine, n: int) -> SourceLine:
    cues = {name: getattr(entry, name) for name in SourceLine.__slots__}
    return SourceLine(**cues | {"anchor": f"l{n}"})


def only(found: Resume) -> Section:
    (section,) = found.sections
    return section


# Dates


@pytest.mark.parametrize(
    ("text", "start", "end", "current"),
    [
        ("Mar 2019 – Present", "2019-03", "", True),
        ("March, 2017 through current", "2017-03", "", True),
        ("2014 - till date", "2014", "", True),
        ("Since February 2013", "2013-02", "", True),
        ("Sept. 2018 to Dec. 2020", "2018-09", "2020-12", False),
        ("September ’02 to Feb 2007", "2002-09", "2007-02", False),
        ("Aug’19 - Dec’20", "2019-08", "2020-12", False),
        ("July 93 – Sep 93", "1993-07", "1993-09", False),
        ("Jan - Mar 2019", "2019-01", "2019-03", False),
        ("02-Feb-2014 to 07-February-2016", "2014-02", "2016-02", False),
        ("3RD APRIL 2012 to 8TH JUL 2013", "2012-04", "2013-07", False),
        ("04/2019 - 05/2020", "2019-04", "2020-05", False),
        ("2019-04 – 2020-05", "2019-04", "2020-05", False),
        ("2009-2013", "2009", "2013", False),
        ("2015-17", "2015", "2017", False),
        ("2007/2008", "2007", "2008", False),
        ("Fall 2018 – Spring 2019", "2018-09", "2019-03", False),
        ("marzo 2019 - actualidad", "2019-03", "", True),
        # Day and month cannot be told apart: only the year is certain.
        ("05/04/2015 to 03/05/2024", "2015", "2024", False),
    ],
)
def test_spans_of_time(text: str, start: str, end: str, current: bool) -> None:
    found = find_dates(f"Clerk, {text}, Millport")
    assert found is not None and found.ranged
    assert (found.start, found.end, found.current) == (start, end, current)
    assert text.startswith(f"Clerk, {text}"[found.begin : found.stop][:4])


@pytest.mark.parametrize(
    "text",
    ["202-555-0138", "ISO 9001:2015 records", "Raised 2,000 h of tests", "May improve the sales",
     "Present a paper", "10 of 12 months", "$2019 saved", "Answered 60-80 calls"],
)  # fmt: skip
def test_figures_that_are_no_dates(text: str) -> None:
    assert find_dates(text) is None


def test_two_single_dates_are_no_span() -> None:
    found = find_dates("Awards in 2018, 2019")
    assert found is not None and not found.ranged and found.start == "2018"


# Headings


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("EXPERIENCE", "experience"), ("Work History:", "experience"),
        ("Professional Work Experience", "experience"), ("Career Objective:-", "summary"),
        ("SKILLS & ABILITIES", "skills"), ("Areas of Expertise", "skills"),
        ("Education and Training", "education"), ("Skills & Experience", "experience"), ("Academic Qualifications", "education"),
        ("Extra-curricular Activities", "volunteering"), ("Hobbies / Interests", "interests"),
        ("Honors & Awards", "awards"), ("References", "references"),
        ("Personal Details", "other"), ("Experiencia laboral", "experience"),
    ],
)  # fmt: skip
def test_headings_are_known_by_their_words(text: str, kind: str) -> None:
    found = resume("Ada Example", line(text, bold=True), "- Filed papers of clients")
    assert [section.kind for section in found.sections] == [kind]
    assert found.sections[0].heading is not None and found.sections[0].heading.text == text


def test_a_heading_without_any_cue_is_known_by_its_words() -> None:
    found = resume("Ada Example", "", "Work Experience", "Clerk, Sable Bank, 2019 - 2020")
    assert only(found).kind == "experience"


def test_a_line_set_as_the_headings_are_is_a_heading_of_another_section() -> None:
    found = resume(
        "Ada Example", "# Summary", "I like order in papers and in rooms.", "# Education",
        "B.A., Example University, 2010", "# Boats I Have Owned", "A red one",
    )  # fmt: skip
    assert [(s.kind, s.heading.text) for s in found.sections if s.heading] == [
        ("summary", "Summary"), ("education", "Education"), ("other", "Boats I Have Owned"),
    ]  # fmt: skip


def test_responsibilities_inside_a_post_are_no_section() -> None:
    found = resume(
        "Ada Example", "# Experience", "! Clerk, Sable Bank, 2019 - 2020",
        "! Responsibilities:", "- Filed papers", "! Achievements:", "- Won a prize for order",
        "# Education", "B.A., 2010",
    )  # fmt: skip
    assert [section.kind for section in found.sections] == ["experience", "education"]
    (position,) = found.positions()
    assert [bullet.text for bullet in position.bullets] == ["Filed papers", "Won a prize for order"]
    assert "Responsibilities:" in [x.text for x in position.lines]


def test_cells_of_a_data_table_are_no_headings() -> None:
    row = [
        line(text, bold=True, group="t1.r0", column=n)
        for n, text in enumerate(("Qualification", "Institution", "Year"))
    ]
    found = resume("Ada Example", "# Education", *row, "# Skills", "Filing")
    assert [section.kind for section in found.sections] == ["education", "skills"]
    assert len(found.sections[0].lines) == 3


def test_a_heading_in_the_margin_of_a_layout_table_is_a_heading() -> None:
    cells = [line("SKILLS", group="t1.r0"), line("Ordering, payroll", group="t1.r0", column=1)]
    found = resume("Ada Example", *cells)
    assert only(found).kind == "skills" and only(found).lines[0].text == "Ordering, payroll"


# Posts


@pytest.mark.parametrize(
    ("header", "title", "employer", "location"),
    [
        (["Clerk, Sable Bank, Millport, OH, 2019 - 2020"], "Clerk", "Sable Bank", "Millport, OH"),
        (["Sable Bank — Clerk — Millport, Eastmere — Mar 2019 - Present"],
         "Clerk", "Sable Bank", "Millport, Eastmere"),
        (["Kitchen Assistant\t\tNov 2005 – Jun 2010", "Sable Hotel (Millport)"],
         "Kitchen Assistant", "Sable Hotel", "Millport"),
        (["Sable & Finch", "Store Manager | 2019 to 2020"], "Store Manager", "Sable & Finch", ""),
        (["2019 – 2020", "Sable Foods – Pastry Cook"], "Pastry Cook", "Sable Foods", ""),
        (["Designation : Clerk", "Company : Sable & Finch", "Duration : 2019 to 2020"],
         "Clerk", "Sable & Finch", ""),
        (["Since July ’07 to May 2008 worked as Programme Manager at Sable Legal LLP, Millport"],
         "Programme Manager", "Sable Legal LLP", "Millport"),
        (["Sable Industries – Riverside – 2019 - 2020"], "", "Sable Industries", "Riverside"),
        (["Apprentice – Electrician, 2004 - 2005"], "Apprentice – Electrician", "", ""),
        (["Sable Paper Products (Holdings) Ltd. (Millport)", "Clerk, 2001-2002"],
         "Clerk", "Sable Paper Products (Holdings) Ltd.", "Millport"),
        (["Assistant Manager, Sable Foods", "2015 – 2018"], "Assistant Manager", "Sable Foods", ""),
        (["Director, Sales and Marketing, Sable Foods", "2015 – 2018"],
         "Director, Sales and Marketing", "Sable Foods", ""),
        (["1992-Present\tSable Pharmacy", "Worked on the design of a new pump"],
         "", "Sable Pharmacy", ""),
        (["Sable & Sons, Inc., Clerk, 2001-2002"], "Clerk", "Sable & Sons, Inc.", ""),
    ],
)  # fmt: skip
def test_header_lines_of_a_post(
    header: list[str], title: str, employer: str, location: str
) -> None:
    post = read_post([line(text) for text in header])
    assert (post.title, post.employer, post.location) == (title, employer, location)
    assert post.dates


def test_posts_follow_one_another() -> None:
    found = resume(
        "Ada Example", "# Experience",
        "! Senior Clerk, Sable Bank", "Mar 2019 – Present", "- Trained two clerks", "- Kept books",
        "", "! Clerk, Finch Library", "2015 – 2019", "- Filed papers",
    )  # fmt: skip
    first, second = found.positions()
    assert (first.title, first.employer, first.dates) == (
        "Senior Clerk", "Sable Bank", "Mar 2019 – Present",
    )  # fmt: skip
    assert (first.start, first.end, first.current) == ("2019-03", "", True)
    assert (second.start, second.end, second.current) == ("2015", "2019", False)
    assert [len(position.bullets) for position in found.positions()] == [2, 1]


def test_posts_without_bullets_between_them_are_kept_apart() -> None:
    found = resume(
        "Ada Example", "# Experience", "Senior Clerk, 2004 - 2005", "Clerk, 2003 – 2004",
        "- Filed papers",
    )  # fmt: skip
    assert [p.title for p in found.positions()] == ["Senior Clerk", "Clerk"]


def test_a_title_below_the_dates_and_a_gap_belongs_to_the_same_post() -> None:
    found = resume("# Experience", "Sable Bank", "2019 – 2020", "", "Clerk", "- Filed papers")
    (position,) = found.positions()
    assert (position.title, position.employer) == ("Clerk", "Sable Bank")


def test_a_title_with_a_mark_under_its_employer_is_the_title() -> None:
    found = resume(
        "# Experience", "Sable Hotel — Millport — 2019 – 2020", "- Night Porter", "- Kept keys"
    )
    (position,) = found.positions()
    assert position.title == "Night Porter"
    assert [bullet.text for bullet in position.bullets] == ["Kept keys"]


def test_posts_below_a_summary_without_a_heading_make_a_section_of_experience() -> None:
    found = resume(
        "Ada Example", "# Profile", "I like order in papers and in rooms.",
        "", "! Clerk, Sable Bank, 2019 - 2020", "- Filed papers",
    )  # fmt: skip
    assert [section.kind for section in found.sections] == ["summary", "experience"]


def test_degrees_are_no_posts() -> None:
    found = resume("# Experience", "Bachelor of Arts, Example University, 2010 - 2013")
    assert not list(found.positions())


def test_dates_in_a_right_hand_cell_head_the_post_beside_them() -> None:
    left = [
        line(text, group="t1.r0", column=0)
        for text in ("! Clerk, Sable Bank", "- Filed papers", "- Sorted mail")
    ]
    found = resume("# Experience", *left, line("2019 – 2020", group="t1.r0", column=1))
    (position,) = found.positions()
    assert position.dates == "2019 – 2020" and len(position.bullets) == 2


# Duties without marks


@pytest.mark.parametrize(
    "text",
    [
        "Responsible for daily vehicle inspection and log books.",
        "Managed a book of 140 small-business clients",
        "Wrote the weekly report for the board",
        "Assist customers with orders and refunds",
        "Was involved in the due diligence for a small deal",
        "Organised meetings, prepared agendas and took minutes.",
    ],
)
def test_plain_lines_that_are_duties(text: str) -> None:
    assert is_duty(line(text))


@pytest.mark.parametrize(
    "text",
    [
        "Managed Services Engineer at Sable",
        "Contract Review, Legal Research, Trust Accounts",
        "Cash reconciliation (Millport – night shift)",
        "Team: Safety inspections, site visits, case notes",
        "Sable Bank, the oldest bank of the town",
        "Managed the shop from May 2010 to June 2012",
        "Responsibilities included the following:",
        "Filed papers",
        "Led a team. Opened a shop. Closed the old one in a month.",
    ],
)
def test_plain_lines_that_are_no_duties(text: str) -> None:
    assert not is_duty(line(text))


def test_plain_duties_under_a_post_are_bullets_with_their_own_anchor() -> None:
    found = place_lines(
        [
            line("# Experience"),
            line("! Clerk, Sable Bank, 2019 - 2020"),
            SourceLine("Filed the papers of 40 clients.", "p2", bullet_anchor="p2:0-31"),
        ],
        source="", format="txt",
    )  # fmt: skip
    (position,) = found.positions()
    assert [(b.text, b.line.anchor) for b in position.bullets] == [
        ("Filed the papers of 40 clients.", "p2:0-31")
    ]


def test_a_list_style_without_its_mark_still_holds_duties_but_not_labels() -> None:
    found = resume(
        "# Skills",
        line("Supervised two interns.", listed=True),
        line("Year : 2008-2009", listed=True),
    )
    assert [b.text for b in only(found).bullets] == ["Supervised two interns."]


# Contact, name, leftovers


def test_contact_lines_stand_above_the_first_heading_name_first() -> None:
    found = resume(
        "CURRICULUM VITAE", "12 Demo Court, Millport, OH 43001", line("Ada Example", size=20.0),
        "ada@example.com | 202-555-0123", "# Experience", "- Filed papers",
    )  # fmt: skip
    assert found.name == "Ada Example"
    assert found.contact[0].text == "Ada Example" and len(found.contact) == 3
    assert [x.text for x in found.furniture] == ["CURRICULUM VITAE"]


def test_the_name_may_stand_behind_a_label_at_the_end() -> None:
    found = resume(
        "ada@example.com", "# Personal Details", "Father’s Name: Bo", "Name: Ada Example"
    )
    assert found.name == "Ada Example"


def test_a_paragraph_about_the_client_before_any_heading_is_a_summary() -> None:
    prose = "Clerk with eleven years in banks who likes order in papers and in rooms."
    found = resume("Ada Example", prose, "# Experience", "- Filed papers")
    assert found.sections[0].kind == "summary" and found.sections[0].heading is None


def test_without_any_heading_dated_bullets_are_experience() -> None:
    found = resume(
        "Ada Example", "ada@example.com", "Clerk, Sable Bank, 2019 - 2020", "- Filed papers"
    )
    assert only(found).kind == "experience" and len(list(found.positions())) == 1


def test_a_text_box_beside_the_text_does_not_take_what_follows_it() -> None:
    box = [line(text, group="x1") for text in ("# Skills", "Filing", "Typing")]
    found = resume(
        "# Experience", "! Clerk, Sable Bank, 2019 - 2020", "- Filed papers", *box, "- Sorted mail"
    )
    (position,) = found.positions()
    assert [b.text for b in position.bullets] == ["Filed papers", "Sorted mail"]


def test_what_stands_in_a_box_without_a_heading_is_reported() -> None:
    box = line("Page One Caption", group="x1")
    other = line("more", group="x1")
    found = resume("# Experience", "! Clerk, Sable Bank, 2019 - 2020", "- Filed papers", box, other)
    assert [x.text for x in found.unplaced] == ["Page One Caption", "more"]


def test_equal_bullets_get_ids_of_their_own() -> None:
    found = resume("# Experience", "- Filed papers", "- Filed papers", "- Filed papers")
    ids = [bullet.id for bullet, _, _ in found.placed_bullets()]
    assert ids[1:] == [f"{ids[0]}-2", f"{ids[0]}-3"]


def test_ornaments_are_furniture() -> None:
    found = resume("Ada Example", "__________", "# Skills", "Filing")
    assert [x.text for x in found.furniture] == ["__________"]


@pytest.mark.parametrize(
    "unit", ["a", "aaa ", "1 ", "2019-", "Jan ", ".", "\t", "a – ", "@", "Name: ", "work as ", "5"]
)
def test_a_line_of_any_length_costs_little(unit: str) -> None:
    text = "x" + unit * (50_000 // len(unit)) + "y"
    start = time.perf_counter()
    resume("Ada Example", "# Experience", "Clerk, Sable Bank, 2019 - 2020", text, f"! {text}")
    assert time.perf_counter() - start < 2


# Plain lines beside marked ones


def bullets_of(found: Resume) -> list[str]:
    return [bullet.text for bullet, _, _ in found.placed_bullets()]


POST = ("# Experience", "! Clerk, Sable Bank, 2010 - 2012")


def test_a_plain_list_of_duties_under_a_post_is_bullets() -> None:
    duties = ["Filed the papers of the firm", "Answered the calls of clients"]
    assert bullets_of(resume(*POST, *duties)) == duties
    assert bullets_of(resume(*POST, duties[0])) == duties[:1]


def test_beside_marked_bullets_a_plain_duty_stays_a_line() -> None:
    found = resume(*POST, "Managed the front office of a bank", "- Filed papers", "- Sorted mail")
    assert bullets_of(found) == ["Filed papers", "Sorted mail"]
    assert "Managed the front office of a bank" in [
        line.text for position in found.positions() for line in position.lines
    ]


def test_plain_duties_that_outnumber_the_marked_are_bullets_too() -> None:
    duties = ["Filed the papers of the firm", "Answered the calls of clients"]
    assert bullets_of(resume(*POST, *duties, "- Sorted mail")) == [*duties, "Sorted mail"]


def test_a_single_duty_outside_of_posts_is_a_summary() -> None:
    assert not bullets_of(resume("# Experience", "Managed the front office of a bank"))


@pytest.mark.parametrize(
    ("text", "cues", "item"),
    [
        ("Guest relations and chart audits", {}, True),
        ("Guest relations and chart audits", {"bold": True}, False),
        ("Kitchen Supervisor of the hotel", {}, False),
        ("Duration : from May to June", {}, False),
        ("Filed the papers of the firm", {}, True),
    ],
)
def test_a_line_in_a_list_style_goes_on_with_the_items(text: str, cues: dict, item: bool) -> None:
    found = resume(*POST, "- Filed papers", line(text, listed=True, **cues), "- Sorted mail")
    assert (text in bullets_of(found)) is item


def test_the_last_step_of_a_career_in_a_list_is_an_item_like_the_others() -> None:
    found = resume(
        "# Experience",
        "! Hotel Sable, 2005 - Present",
        line("Sous-chef (2010 - Present)", bullet=True, bold=True),
        line("Line Cook (2005 - 2010)", bullet=True, bold=True),
        "",
        "Achievement: the kitchen won a prize",
    )
    assert len(bullets_of(found)) == 2
