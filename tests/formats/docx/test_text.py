"""What text a reader sees in a paragraph: the definition that every offset counts in."""

from pathlib import Path

import pytest
from lxml import etree

from reframe.formats.docx.names import W
from reframe.formats.docx.text import atoms, layout, printable, visible_text
from reframe.formats.docx.walk import paragraphs
from tests.formats.docx.oracle import document_root

SAMPLES = sorted((Path(__file__).parent / "samples").glob("*.docx"))

_SPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:w16se="http://schemas.microsoft.com/office/word/2015/wordml/symex"'
)


def paragraph(content: str) -> etree._Element:
    return etree.fromstring(f"<w:p {_SPACES}>{content}</w:p>")


def run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def field(code: str, result: str) -> str:
    mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    return (
        mark.format("begin")
        + f"<w:r><w:instrText>{code}</w:instrText></w:r>"
        + mark.format("separate")
        + run(result)
        + mark.format("end")
    )


@pytest.mark.parametrize(
    ("content", "seen"),
    [
        (run("Filed ") + run("papers"), "Filed papers"),
        (f"<w:hyperlink>{run('a link')}</w:hyperlink>", "a link"),
        (
            f"<w:ins>{run('new ')}</w:ins><w:del><w:r><w:delText>old</w:delText></w:r></w:del>",
            "new ",
        ),
        (f"<w:moveTo>{run('here')}</w:moveTo><w:moveFrom>{run('there')}</w:moveFrom>", "here"),
        (f"<w:smartTag><w:smartTagPr/>{run('Paris')}</w:smartTag>", "Paris"),
        (
            f"<w:sdt><w:sdtPr/><w:sdtContent>{run('in a control')}</w:sdtContent></w:sdt>",
            "in a control",
        ),
        (f"<w:fldSimple w:instr='PAGE'>{run('3')}</w:fldSimple>", "3"),
        (field("HYPERLINK x", "shown"), "shown"),
        ("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t></w:r>", "a\tb\nc"),
        ("<w:r><w:t>re</w:t><w:noBreakHyphen/><w:t>do</w:t></w:r>", "re\u2011do"),
        ("<w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r>" + run("shown"), "shown"),
        ('<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>shown</w:t></w:r>', "shown"),
        ('<w:r><w:sym w:font="Wingdings" w:char="F0A7"/></w:r>' + run(" Filed"), "▪ Filed"),
        ('<w:r><w:rPr><w:rFonts w:ascii="Symbol"/></w:rPr><w:t>\uf0b7</w:t></w:r>', "•"),
        ('<w:r><w:rPr><w:rFonts w:ascii="Wingdings"/></w:rPr><w:t>Ø</w:t></w:r>', "➢"),
        ('<w:r><w:rPr><w:rFonts w:ascii="Wingdings"/></w:rPr><w:t>led</w:t></w:r>', "led"),
        (
            "<w:r><mc:AlternateContent><mc:Choice Requires='w16se'><w16se:symEx/></mc:Choice>"
            "<mc:Fallback><w:t>🙂</w:t></mc:Fallback></mc:AlternateContent></w:r>",
            "🙂",
        ),
        ("<w:r><w:t> outer blanks </w:t></w:r>" + run("kept "), "outer blankskept "),
        ("<w:r><w:t>a line\nend</w:t></w:r>", "a line end"),
        (run("a") + "<w:r><w:footnoteReference w:id='2'/></w:r>" + run("b"), "ab"),
        (run("a") + "<m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>", "a"),
    ],
)
def test_a_reader_sees(content, seen):
    assert visible_text(paragraph(content)) == seen


def test_a_text_box_holds_paragraphs_of_its_own():
    box = f"<w:txbxContent><w:p>{run('inside')}</w:p></w:txbxContent>"
    drawing = f"<w:drawing><wps:txbx>{box}</wps:txbx></w:drawing>"
    fallback = f"<w:pict>{box}</w:pict>"
    outer = paragraph(
        run("before ")
        + f"<w:r><mc:AlternateContent><mc:Choice Requires='wps'>{drawing}</mc:Choice>"
        f"<mc:Fallback>{fallback}</mc:Fallback></mc:AlternateContent></w:r>" + run("after")
    )
    assert visible_text(outer) == "before after"
    assert layout(outer).barriers == [7]
    assert [visible_text(p) for p in paragraphs(outer)] == ["inside"]


@pytest.mark.parametrize(
    ("content", "locked"),
    [
        (run("ab"), ""),
        (run("a") + field("DATE", "today") + run("b"), "today"),
        (f"<w:fldSimple w:instr='PAGE'>{run('3')}</w:fldSimple>" + run("x"), "3"),
        ('<w:r><w:sym w:font="Symbol" w:char="F0B7"/></w:r>' + run("x"), "•"),
        (run("x") + '<w:r><w:br w:type="page"/></w:r>', "\n"),
        (
            "<w:sdt><w:sdtPr><w:dataBinding/></w:sdtPr><w:sdtContent>"
            + run("bound")
            + "</w:sdtContent></w:sdt>",
            "bound",
        ),
        (
            "<w:sdt><w:sdtPr><w:lock w:val='sdtContentLocked'/></w:sdtPr><w:sdtContent>"
            + run("fixed")
            + "</w:sdtContent></w:sdt>"
            + run("free"),
            "fixed",
        ),
    ],
)
def test_some_characters_are_not_ours_to_edit(content, locked):
    assert "".join(a.char for a in atoms(paragraph(content)) if a.locked) == locked


def test_a_field_that_began_further_up_locks_what_comes_before_its_end():
    tail = paragraph(
        run("last result") + '<w:r><w:fldChar w:fldCharType="end"/></w:r>' + run("free")
    )
    assert "".join(a.char for a in atoms(tail) if a.locked) == "last result"
    middle = layout(paragraph(run("all of it")), in_field=True)
    assert all(atom.locked for atom in middle.atoms)


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_every_character_is_where_its_atom_says(path):
    for element in paragraphs(document_root(path.read_bytes())):
        found = atoms(element)
        assert "".join(atom.char for atom in found) == visible_text(element)
        for atom in found:
            assert next(atom.run.iterancestors(W + "p")) is element
            if atom.node.tag == W + "t" and not atom.locked:
                assert atom.node.text[atom.offset] == atom.char


def test_control_characters_never_reach_the_xml():
    assert printable("a\x0bb\r\nc\x00\ufffe") == "ab\nc"
