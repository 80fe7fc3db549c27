"""Tracked changes in generated paragraphs: whatever the runs are, both ways lead home."""

import copy
from datetime import datetime

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from reframe.core.suggestion import Edit, Piece, apply
from reframe.formats.docx.names import W
from reframe.formats.docx.pen import Pen
from reframe.formats.docx.phrases import phrases
from reframe.formats.docx.splice import refusal, settle, track
from reframe.formats.docx.text import layout, visible_text
from tests.formats.docx.oracle import lines
from tests.formats.docx.test_text import field, paragraph, run

ME = "Reframe"
FORMATS = (
    "", "<w:b/>", "<w:i/><w:sz w:val='24'/>", "<w:rStyle w:val='Hyperlink'/><w:color w:val='0000FF'/>",
)  # fmt: skip
OLDER = 'w:id="7" w:author="Client" w:date="2024-01-01T00:00:00Z"'

texts = st.text(alphabet="abc DE,é\u00a0", min_size=0, max_size=8)


@st.composite
def a_run(draw):
    content = "".join(
        draw(
            st.lists(
                st.one_of(
                    texts.map(lambda text: f'<w:t xml:space="preserve">{text}</w:t>'),
                    texts.map(lambda text: f"<w:t>{text}</w:t>"),
                    st.sampled_from(
                        ["<w:tab/>", "<w:br/>", "<w:noBreakHyphen/>", "<w:lastRenderedPageBreak/>"]
                    ),
                    st.sampled_from(
                        [
                            "<w:drawing/>",
                            '<w:sym w:font="Symbol" w:char="F0B7"/>',
                            '<w:commentReference w:id="3"/>',
                        ]
                    ),
                ),
                max_size=3,
            )
        )
    )
    return f"<w:r><w:rPr>{draw(st.sampled_from(FORMATS))}</w:rPr>{content}</w:r>"


def wrapped(inner):
    return st.one_of(
        inner.map(lambda x: f'<w:hyperlink w:anchor="top">{x}</w:hyperlink>'),
        inner.map(lambda x: f"<w:ins {OLDER}>{x}</w:ins>"),
        inner.map(lambda x: f"<w:moveTo {OLDER}>{x}</w:moveTo>"),
        inner.map(lambda x: f"<w:smartTag>{x}</w:smartTag>"),
        inner.map(lambda x: f"<w:sdt><w:sdtPr/><w:sdtContent>{x}</w:sdtContent></w:sdt>"),
        inner.map(lambda x: f'<w:fldSimple w:instr="DATE">{x}</w:fldSimple>'),
    )


inline = st.recursive(
    a_run(),
    lambda inner: wrapped(st.lists(inner, min_size=1, max_size=3).map("".join)),
    max_leaves=6,
)
between = st.sampled_from(
    [
        "", '<w:bookmarkStart w:id="1" w:name="a"/>', "<w:proofErr/>", field("DATE", "now"),
        f"<w:del {OLDER}><w:r><w:delText>gone</w:delText></w:r></w:del>",
    ]
)  # fmt: skip
contents = st.lists(st.tuples(inline, between).map("".join), max_size=6).map("".join)


@st.composite
def edits_of(draw, text):
    cuts = sorted(draw(st.lists(st.integers(0, len(text)), max_size=6)))
    new = st.text(alphabet="xyz R&<\t\n", max_size=6)
    pairs = zip(cuts[::2], cuts[1::2], strict=False)
    return [Edit(start, end, (Piece(draw(new), "source"),), "") for start, end in pairs]


@settings(
    max_examples=300, derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
@given(data=st.data(), content=contents)
def test_accepting_gives_the_new_text_and_rejecting_the_old_paragraph(data, content):
    element = paragraph(content)
    old = visible_text(element)
    edits = data.draw(edits_of(old))
    changes = [p for p in phrases(old, edits) if not refusal(layout(element), p)]
    wanted = apply(old, [Edit(p.start, p.end, (Piece(p.text, ""),), "") for p in changes])
    settle(element)
    assert visible_text(element) == old
    before = lines(wrap(element), "rejected", by=ME)
    pen = Pen(author=ME, date=datetime(2025, 1, 2), taken={1, 3, 7})
    changed = copy.deepcopy(element)
    track(changed, layout(changed), changes, pen)
    assert visible_text(changed) == wanted
    root = wrap(changed)
    assert lines(root, "rejected", by=ME) == before
    # The accepted view has the characters of the new text: those that are visible, plus the
    # code and hidden parts that were there before.
    [accepted] = lines(root, "accepted", by=ME)
    [kept] = before
    assert len(accepted.text) - len(kept.text) == len(wanted) - len(old)
    assert_well_formed(root)


def wrap(element):
    root = etree.Element(W + "body")
    root.append(copy.deepcopy(element))
    return root


def assert_well_formed(root):
    """Ours never stand inside older insertions or moves as insertions, nor twice with one id."""
    mine = [mark for mark in root.iter(W + "ins", W + "del") if mark.get(W + "author") == ME]
    ids = [mark.get(W + "id") for mark in mine]
    assert len(ids) == len(set(ids)) and not {"1", "3", "7"} & set(ids)
    for mark in mine:
        assert len(mark), "an empty mark"
        assert all(child.tag == W + "r" for child in mark)
        if mark.tag == W + "ins":
            assert mark.getparent().tag not in (W + "ins", W + "moveTo", W + "del")
            for properties in mark.iter(W + "rPr"):
                assert len(properties), "an empty format"
        else:
            assert not list(mark.iter(W + "t", W + "commentReference"))
    for run_ in root.iter(W + "r"):
        properties = run_.find(W + "rPr")
        assert properties is None or run_.index(properties) == 0


def tracked(content, *edits, **options):
    element = paragraph(content)
    settle(element)
    old = visible_text(element)
    made = phrases(old, [Edit(s, e, (Piece(t, "source"),), "") for s, e, t in edits])
    assert not any(refusal(layout(element), phrase) for phrase in made)
    pen = Pen(author=ME, date=datetime(2025, 1, 2), taken=())
    track(element, layout(element), made, pen, **options)
    return element


def formats(element):
    """The new words with the names of their formats."""
    return [
        ("".join(r.itertext()), [etree.QName(c).localname for c in r.iterfind(f"{W}rPr/*")])
        for mark in element.iter(W + "ins")
        for r in mark.iter(W + "r")
    ]


BOLD = '<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">{}</w:t></w:r>'


def test_new_words_wear_the_format_of_the_words_they_replace():
    element = tracked(run("Wrote ") + BOLD.format("policy papers"), (6, 19, "policies"))
    assert formats(element) == [("policies", ["b"])]


def test_a_bold_word_stays_bold_among_plain_ones():
    content = run("Responsible for ") + BOLD.format("drafting") + run(" of papers")
    element = tracked(content, (0, 34, "Drafted all papers"))
    assert formats(element) == [("Drafted", ["b"]), (" all", [])]


def test_words_before_a_plain_word_do_not_take_the_bold_of_a_label():
    element = tracked(BOLD.format("Tools: ") + run("SQL"), (7, 7, "modern "))
    assert formats(element) == [("modern ", [])]


def test_a_link_is_not_extended_by_words_behind_it():
    link = "<w:hyperlink w:anchor='x'><w:r><w:rPr><w:rStyle w:val='Hyperlink'/></w:rPr><w:t>site</w:t></w:r></w:hyperlink>"
    element = tracked(link, (4, 4, " online"))
    [mark] = element.iter(W + "ins")
    assert mark.getparent() is element
    assert formats(element) == [(" online", [])]


def test_new_words_for_a_link_and_plain_words_stand_outside_the_link():
    link = f"<w:hyperlink w:anchor='x'>{run('site')}</w:hyperlink>"
    [mark] = (element := tracked(run("the ") + link, (0, 8, "a page"))).iter(W + "ins")
    assert mark.getparent() is element


def test_a_comment_mark_inside_struck_words_is_not_struck():
    content = '<w:r><w:t>one</w:t><w:commentReference w:id="3"/><w:t>two</w:t></w:r>'
    element = tracked(content, (0, 6, ""))
    [mark] = element.iter(W + "commentReference")
    assert next(mark.iterancestors(W + "del"), None) is None
    assert visible_text(element) == ""


def test_words_within_a_link_stay_within_it():
    link = f"<w:hyperlink w:anchor='x'>{run('my old site')}</w:hyperlink>"
    [mark] = tracked(link, (3, 6, "new")).iter(W + "ins")
    assert mark.getparent().tag == W + "hyperlink"


def test_an_older_insertion_is_split_around_new_words():
    element = tracked(f"<w:ins {OLDER}>{run('one three')}</w:ins>", (4, 4, "two "))
    assert [(m.get(W + "author"), "".join(m.itertext())) for m in element] == [
        ("Client", "one "), (ME, "two "), ("Client", "three"),
    ]  # fmt: skip
    assert len({mark.get(W + "id") for mark in element}) == 3


def test_words_behind_a_symbol_leave_what_stands_before_it_in_place():
    content = '<w:r><w:t>one</w:t><w:sym w:font="Symbol" w:char="F0B7"/><w:t>two</w:t></w:r>'
    element = tracked(content, (0, 3, "1"), (4, 4, ">"))
    assert visible_text(element) == "1•>two"


def test_a_word_struck_inside_an_older_insertion_stays_marked_as_both():
    element = tracked(f"<w:ins {OLDER}>{run('one two')}</w:ins>", (3, 7, ""))
    [struck] = element.iter(W + "del")
    assert struck.getparent().get(W + "author") == "Client"


def test_italic_stands_where_the_schema_wants_it():
    content = (
        "<w:r><w:rPr><w:rFonts w:ascii='A'/><w:b/><w:color w:val='0'/></w:rPr><w:t>a</w:t></w:r>"
    )
    element = tracked(content, (1, 1, "\nb"), italic=True)
    [new] = element.iterfind(f"{W}ins/{W}r")
    assert [etree.QName(c).localname for c in new[0]] == ["rFonts", "b", "i", "color"]
    assert [etree.QName(c).localname for c in new] == ["rPr", "br", "t"]


class TestPhrases:
    def show(self, old, *edits):
        made = phrases(old, [Edit(s, e, (Piece(t, ""),), "") for s, e, t in edits])
        return [(old[p.start : p.end], p.text) for p in made]

    def test_an_edit_inside_a_word_becomes_one_of_the_word(self):
        assert self.show("filing papers", (3, 6, "ed")) == [("filing", "filed")]

    def test_two_edits_in_a_word_become_one(self):
        assert self.show("unorganised", (0, 2, ""), (7, 8, "x")) == [("unorganised", "organxsed")]

    def test_phrases_with_only_blanks_between_them_are_joined(self):
        assert self.show("was filing papers", (0, 3, "has"), (4, 10, "filed")) == [
            ("was filing", "has filed")
        ]

    def test_words_that_an_edit_repeats_are_left_alone(self):
        assert self.show("filed the papers", (0, 16, "sorted the papers")) == [("filed", "sorted")]

    def test_a_tab_is_layout_and_joins_nothing(self):
        assert self.show("a\tb", (0, 1, "x"), (2, 3, "y")) == [("a", "x"), ("b", "y")]

    def test_nothing_is_joined_across_a_wall(self):
        found = [Edit(0, 1, (Piece("x", ""),), ""), Edit(2, 3, (Piece("y", ""),), "")]
        assert len(phrases("a b", found)) == 1
        assert len(phrases("a b", found, walls={2})) == 2

    def test_an_edit_that_changes_nothing_is_none(self):
        assert self.show("same words", (0, 10, "same words")) == []


def test_ids_start_above_all_others_and_fill_gaps_at_the_end_of_the_range():
    pen = Pen(author=ME, date=datetime(2025, 1, 2), taken={4, -9})
    assert pen.fresh_id() == "5"
    pen = Pen(author=ME, date=datetime(2025, 1, 2), taken={2**31 - 1, 1})
    assert [pen.fresh_id(), pen.fresh_id()] == ["2", "3"]


def test_words_at_the_end_of_a_line_do_not_take_the_bold_of_the_figure_in_front():
    content = run("Scheduled visits for ") + BOLD.format("3 attorneys")
    element = tracked(content, (32, 32, " and settled conflicts"))
    assert formats(element) == [(" and settled conflicts", [])]
    element = tracked(BOLD.format("Scheduled visits"), (16, 16, " and settled conflicts"))
    assert formats(element) == [(" and settled conflicts", ["b"])]
