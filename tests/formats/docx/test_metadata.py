"""What a returned file never carries, and what a final does not."""

import zipfile
from datetime import datetime
from io import BytesIO

import pytest

from reframe.core.suggestion import Edit, Piece
from reframe.formats.docx.names import W
from reframe.formats.docx.opc import TYPES, parse
from reframe.formats.docx.package import open_package
from reframe.formats.docx.redline import Change, redline
from reframe.formats.docx.text import visible_text
from tests.formats.docx.packages import MAIN, packed, parts, rel, rels
from tests.formats.docx.packages import W as W_NS
from tests.formats.docx.test_text import SAMPLES, run

DATE = datetime(2025, 1, 2)
MACRO = "application/vnd.ms-word.document.macroEnabled.main+xml"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
BOUND = (
    "<w:sdt><w:sdtPr><w:dataBinding w:xpath='creator'/></w:sdtPr><w:sdtContent><w:p>"
    + run("Jane Sample")
    + "</w:p></w:sdtContent></w:sdt>"
)


def loaded():
    """A document with everything that must not travel on."""
    revised = (
        "<w:p w:rsidR='00AA11BB'><w:ins w:id='1' w:author='Jane'>" + run("kept ") + "</w:ins>"
        "<w:del w:id='2' w:author='Jane'><w:r><w:delText>gone</w:delText></w:r></w:del>"
        "<w:commentRangeStart w:id='0'/>" + run("words") + "<w:commentRangeEnd w:id='0'/>"
        "<w:r><w:commentReference w:id='0'/></w:r></w:p>"
    )
    picture = "<w:p><w:r><w:pict><a:blip r:link='rId7'/></w:pict></w:r></w:p>"
    link = "<w:p><w:hyperlink r:id='rId8'>" + run("site") + "</w:hyperlink></w:p>"
    contents = parts(BOUND, revised, picture, link, main=MACRO)
    contents["_rels/.rels"] = rels(
        rel("rId1", "officeDocument", "word/document.xml"),
        rel("rId2", "extended-properties", "docProps/app.xml"),
        rel("rId3", "custom-properties", "docProps/custom.xml"),
        f'<Relationship Id="rId4" Type="{PACKAGE}" Target="docProps/core.xml"/>',
    )
    contents["word/_rels/document.xml.rels"] = rels(
        rel("rId1", "settings", "settings.xml"),
        rel("rId2", "comments", "comments.xml"),
        rel("rId3", "vbaProject", "vbaProject.bin"),
        rel("rId4", "header", "header1.xml"),
        rel("rId7", "image", "https://tracker.example/pixel.png", "External"),
        rel("rId8", "hyperlink", "https://example.com/", "External"),
        rel("rId9", "customXml", "../customXml/item1.xml"),
    )
    contents["word/_rels/settings.xml.rels"] = rels(
        rel("rId1", "attachedTemplate", "file:///C:/Users/jane/cv.dotm", "External")
    )
    root = f'<w:{{}} xmlns:w="{W_NS}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">{{}}</w:{{}}>'
    contents["word/settings.xml"] = root.format(
        "settings",
        "<w:attachedTemplate r:id='rId1'/><w:trackRevisions/><w:rsids><w:rsid w:val='00AA11BB'/></w:rsids>",
        "settings",
    )
    contents["word/comments.xml"] = root.format(
        "comments", "<w:comment w:id='0' w:author='Jane'/>", "comments"
    )
    contents["word/header1.xml"] = root.format(
        "hdr", "<w:p><w:ins w:id='9' w:author='Jane'>" + run("head") + "</w:ins></w:p>", "hdr"
    )
    contents["word/vbaProject.bin"] = b"program"
    contents["docProps/app.xml"] = "<Properties><Company>Secret Corp</Company></Properties>"
    contents["docProps/core.xml"] = "<coreProperties><creator>Jane</creator></coreProperties>"
    contents["docProps/custom.xml"] = "<Properties><secret/></Properties>"
    contents["customXml/item1.xml"] = "<store>Jane</store>"
    return packed(contents)


def opened(data):
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.mark.parametrize("clean", [False, True])
def test_programs_and_links_that_fetch_are_never_written(clean):
    made = opened(redline(loaded(), changes=[], date=DATE, clean=clean).data)
    assert not any("vba" in name for name in made)
    everything = b"".join(made.values())
    for trace in (
        b"vbaProject",
        b"macroEnabled",
        b"tracker.example",
        b"cv.dotm",
        b"attachedTemplate",
    ):
        assert trace not in everything
    assert MAIN.encode() in made[TYPES]
    assert b"https://example.com/" in everything
    assert b"r:link" not in made["word/document.xml"]


def test_a_draft_keeps_the_clients_properties_comments_and_revisions():
    made = opened(redline(loaded(), changes=[], date=DATE).data)
    assert b"Secret Corp" in made["docProps/app.xml"] and b"Jane" in made["docProps/core.xml"]
    assert b"gone" in made["word/document.xml"] and b"Jane" in made["word/comments.xml"]


def test_a_final_forgets_who_wrote_it_and_how():
    change = Change("p1", (Edit(0, 4, (Piece("Kept", ""),), ""),), "A comment of ours")
    made = opened(redline(loaded(), changes=[change], date=DATE, clean=True).data)
    everything = b"".join(made.values())
    for trace in (
        b"Secret Corp",
        b"Reframe",
        b"rsid",
        b"gone",
        b"comment",
        b"trackRevisions",
        b"<w:ins",
    ):
        assert trace not in everything
    assert b"Jane" not in everything.replace(b"Jane Sample", b"")
    assert set(made) == {
        TYPES, "_rels/.rels", "word/document.xml", "word/_rels/document.xml.rels",
        "word/settings.xml", "word/_rels/settings.xml.rels", "word/header1.xml",
    }  # fmt: skip


def test_a_name_bound_to_the_author_property_outlives_the_property():
    root = parse(
        opened(redline(loaded(), changes=[], date=DATE, clean=True).data)["word/document.xml"]
    )
    assert visible_text(next(root.iter(W + "p"))) == "Jane Sample"
    assert not list(root.iter(W + "dataBinding"))


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_a_final_of_every_layout_opens_with_nothing_to_mend(path):
    made = redline(path.read_bytes(), changes=[], date=DATE, clean=True)
    assert open_package(made.data, name="final").notes == ()
    parts_ = opened(made.data)
    listed = parse(parts_[TYPES])
    for override in listed.iter("{*}Override"):
        name = override.get("PartName").lstrip("/").lower()
        assert name in {key.lower() for key in parts_}
