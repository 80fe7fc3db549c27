"""What is not a sound Word document is refused by name, quickly, before anything is parsed."""

import io
import random
import struct
import time
import tracemalloc
import zipfile
from pathlib import Path

import pytest

from reframe.errors import ResumeError, TooLarge, Unreadable, Unsupported
from reframe.formats.docx.opc import relationships
from reframe.formats.docx.package import open_package
from reframe.formats.docx.read import read_docx
from reframe.formats.docx.text import visible_text
from reframe.formats.docx.walk import paragraphs
from tests.formats.docx.packages import W, body, packed, parts, rel, rels

SAMPLES = Path(__file__).parent / "samples"
HOSTILE = {
    "dtd-entity-bomb.docx": "declares a document type",
    "empty.docx": "is empty",
    "encrypted-ole.docx": "password",
    "legacy-doc-renamed.docx": "old Word document",
    "missing-document-part.docx": "main part) is missing",
    "pdf-renamed.docx": "PDF",
    "truncated-zip.docx": "damaged",
    "~$lock-file.docx": "lock file",
}


def refusal(data: bytes, name: str = "client.docx") -> ResumeError:
    """The error that a file is refused with."""
    with pytest.raises(ResumeError) as caught:
        open_package(data, name=name)
    return caught.value


@pytest.mark.parametrize(
    ("name", "data", "other"),
    [
        (
            "lena.DOC",
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le"),
            False,
        ),
        ("lena.rtf", b"{\\rtf1 x}", False),
        ("lena.doc", b"{\\rtf1 x}", True),
        ("lena.docx", b"{\\rtf1 x}", True),
    ],
)
def test_only_a_name_that_says_otherwise_is_another_name(name, data, other):
    assert ("under another name" in str(refusal(data, name))) == other


def test_every_hostile_sample_has_an_expected_refusal() -> None:
    assert {path.name for path in (SAMPLES / "hostile").iterdir()} == set(HOSTILE)


@pytest.mark.parametrize("name", sorted(HOSTILE))
def test_a_hostile_sample_is_refused_with_its_reason_on_one_line(name: str) -> None:
    error = refusal((SAMPLES / "hostile" / name).read_bytes(), name)
    assert isinstance(error, Unreadable)
    assert str(error).startswith(f"{name}: ") and HOSTILE[name] in str(error)
    assert "\n" not in str(error)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"{\\rtf1\\ansi Filed papers}", "RTF"),
        (b"<!DOCTYPE html><html><body>Filed papers</body></html>", "web page"),
        (b"\xef\xbb\xbf<html><body>Filed papers</body></html>", "web page"),
        (b"Ada Example\nFiled papers\n", "plain text"),
        (b"\xff\xfeA\0d\0a\0", "plain text"),
        (b"\x89PNG\r\n\x1a\n" + b"\0" * 40, "picture"),
        (bytes(range(256)) * 8, "not a Word document"),
        (b"\0" * 4096, "is empty"),
        (b"<?xml version='1.0'?><w:wordDocument/>", "XML file"),
    ],
)
def test_other_kinds_of_file_are_named(data: bytes, words: str) -> None:
    error = refusal(data)
    assert isinstance(error, Unreadable) and words in str(error)


@pytest.mark.parametrize(
    ("contents", "words"),
    [
        ({"mimetype": "application/vnd.oasis.opendocument.text"}, "OpenDocument"),
        ({"letters/cv.docx": "..."}, "zip archive"),
        (
            parts()
            | {
                "_rels/.rels": rels(rel("rId1", "officeDocument", "xl/workbook.xml")),
                "xl/workbook.xml": "<workbook/>",
            },
            "Excel",
        ),
        (
            parts()
            | {
                "_rels/.rels": rels(
                    '<Relationship Id="rId1" Target="word/document.xml" '
                    'Type="http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument"/>'
                )
            },
            "Strict Open XML",
        ),
    ],
)
def test_archives_of_other_kinds_are_unsupported(contents: dict, words: str) -> None:
    error = refusal(packed(contents))
    assert isinstance(error, Unsupported) and words in str(error)


def bomb(name: str, megabytes: int) -> bytes:
    """A sound package with one part of blanks that unpacks to so many megabytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for key, part in parts().items():
            archive.writestr(key, part)
        with archive.open(name, "w") as stream:
            for _ in range(megabytes):
                stream.write(b" " * 1024 * 1024)
    return out.getvalue()


@pytest.mark.parametrize(
    ("name", "megabytes"), [("word/large.xml", 25), ("word/media/image1.png", 120)]
)
def test_a_zip_bomb_is_refused_within_a_second_and_without_unpacking(
    name: str, megabytes: int
) -> None:
    data = bomb(name, megabytes)
    tracemalloc.start()
    start = time.perf_counter()
    error = refusal(data)
    seconds = time.perf_counter() - start
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert isinstance(error, TooLarge)
    assert seconds < 1
    assert peak < 10 * 1024 * 1024


def test_a_part_that_unpacks_to_more_than_200_times_its_size_is_refused() -> None:
    error = refusal(bomb("word/media/image1.png", 5))
    assert isinstance(error, TooLarge) and "200 times" in str(error)


def test_a_directory_that_understates_sizes_does_not_help_a_bomb() -> None:
    data = bytearray(bomb("word/media/image1.png", 30))
    # Understate the size of the last part in the central directory.
    at = data.rfind(b"PK\x01\x02")
    struct.pack_into("<I", data, at + 24, 1000)
    tracemalloc.start()
    refusal(bytes(data))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 10 * 1024 * 1024


def test_too_many_parts_are_refused() -> None:
    contents = parts() | {f"word/media/{n}.png": b"x" for n in range(1001)}
    assert isinstance(refusal(packed(contents)), TooLarge)


@pytest.mark.parametrize("content", ["<w:p/>" * 1_000_001, '<w:p w:rsidR="0"/>' * 500_001])
def test_too_many_tags_and_attributes_are_refused(content) -> None:
    noise = random.Random(7).randbytes(200_000).hex()
    document = body(content + f"<w:p><w:r><w:t>{noise}</w:t></w:r></w:p>")
    error = refusal(packed(parts() | {"word/document.xml": document}))
    assert isinstance(error, TooLarge) and "tags and attributes" in str(error)


def test_tags_are_counted_over_all_parts() -> None:
    noise = random.Random(7).randbytes(100_000).hex()
    part = f"<x>{noise}{'<y/>' * 300_000}</x>"
    assert isinstance(
        refusal(packed(parts() | {f"word/x{n}.xml": part for n in range(4)})), TooLarge
    )


def test_more_lines_than_a_resume_has_are_refused() -> None:
    with pytest.raises(TooLarge, match="10,000 lines"):
        read_docx(packed(parts("<w:p><w:r><w:t>Filed</w:t></w:r></w:p>" * 10_001)), source="x")


def test_a_text_of_a_million_characters_is_refused_before_it_is_taken_apart() -> None:
    text = random.Random(3).randbytes(600_000).hex()
    start = time.perf_counter()
    with pytest.raises(TooLarge, match="1,200,000 characters"):
        read_docx(packed(parts(text)), source="client.docx")
    assert time.perf_counter() - start < 1


@pytest.mark.parametrize(
    "document",
    [
        '<!DOCTYPE w:document [<!ENTITY a "b">]>' + body("Filed &amp; sorted"),
        (
            '<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE w [<!ENTITY a "b">]>' + body("Filed")
        ).encode("utf-16"),
        '<?xml version="1.0" encoding="UTF-7"?>' + body("Filed"),
        ('<?xml version="1.0"?><!DOCTYPE w>' + body("Filed")).encode("utf-32"),
    ],
)
def test_document_types_are_refused_in_any_encoding(document: str | bytes) -> None:
    assert isinstance(refusal(packed(parts() | {"word/document.xml": document})), Unreadable)


def test_an_encrypted_zip_entry_asks_for_the_password_to_be_taken_off() -> None:
    data = bytearray(packed(parts()))
    for magic, offset in ((b"PK\x01\x02", 8), (b"PK\x03\x04", 6)):
        at = data.find(magic)
        while at >= 0:
            data[at + offset] |= 1
            at = data.find(magic, at + 4)
    assert "password" in str(refusal(bytes(data)))


def test_no_bare_error_escapes_from_damaged_files() -> None:
    good = (SAMPLES / "google-docs-42.docx").read_bytes()
    chance = random.Random(20)
    for _ in range(150):
        data = bytearray(good)
        for _ in range(chance.choice((1, 5, 50))):
            data[chance.randrange(len(data))] = chance.randrange(256)
        if chance.random() < 0.3:
            del data[chance.randrange(len(data)) :]
        try:
            read_docx(bytes(data), source="client.docx")
        except ResumeError as error:
            assert str(error).startswith("client.docx: ")


def test_no_bare_error_escapes_from_damaged_parts() -> None:
    with zipfile.ZipFile(SAMPLES / "header-name-35.docx") as archive:
        sound = {name: archive.read(name) for name in archive.namelist()}
    chance = random.Random(21)
    for name in sound:
        for kind in ("missing", "empty", "cut", "changed"):
            contents = dict(sound)
            part = bytearray(sound[name])
            if kind == "missing":
                del contents[name]
            elif kind == "empty":
                contents[name] = b""
            elif kind == "cut":
                contents[name] = bytes(part[: len(part) // 2])
            else:
                for _ in range(20):
                    if part:
                        part[chance.randrange(len(part))] = chance.randrange(32, 127)
                contents[name] = bytes(part)
            try:
                read_docx(packed(contents), source="client.docx")
            except ResumeError as error:
                assert "\n" not in str(error)


def text_of(contents: dict) -> list[str]:
    document = open_package(packed(contents), name="client.docx")
    return [visible_text(p) for p in paragraphs(document.root)]


@pytest.mark.parametrize("target", ["NULL", "file:///C:/logo.png", "media/missing.png"])
def test_a_picture_that_is_nowhere_does_not_keep_the_text_from_being_read(target: str) -> None:
    picture = '<w:p><w:r><w:drawing><a:blip r:embed="rId9"/></w:drawing></w:r></w:p>'
    contents = parts(picture, "Filed papers")
    contents["word/_rels/document.xml.rels"] = rels(rel("rId9", "image", target))
    assert text_of(contents) == ["", "Filed papers"]


def test_names_that_differ_in_case_are_matched() -> None:
    contents = parts("Filed papers")
    contents["word/Document.xml"] = contents.pop("word/document.xml")
    assert text_of(contents) == ["Filed papers"]


def test_a_template_or_a_document_with_macros_is_read_without_them() -> None:
    contents = parts("Filed papers", main="application/vnd.ms-word.document.macroEnabled.main+xml")
    contents["word/_rels/document.xml.rels"] = rels(
        '<Relationship Id="rId7" Target="vbaProject.bin" '
        'Type="http://schemas.microsoft.com/office/2006/relationships/vbaProject"/>'
    )
    contents["word/vbaProject.bin"] = b"\xd0\xcf\x11\xe0 program"
    package = open_package(packed(contents), name="client.docm")
    assert any("macros" in note for note in package.notes)
    saved = package.parts
    assert not any("vba" in name for name in saved)
    assert not any(b"vba" in part for part in saved.values())


def test_links_to_templates_and_pictures_outside_are_removed_and_reported() -> None:
    picture = '<w:p><w:r><w:drawing><a:blip r:link="rId8"/></w:drawing></w:r></w:p>'
    link = '<w:p><w:hyperlink r:id="rId5"><w:r><w:t>site</w:t></w:r></w:hyperlink></w:p>'
    contents = parts(picture, link)
    contents["word/_rels/document.xml.rels"] = rels(
        rel("rId8", "image", "http://example.com/track.png", "External"),
        rel("rId5", "hyperlink", "http://example.com/", "External"),
    )
    package = open_package(packed(contents), name="client.docx")
    assert package.notes == ("A link to image outside the document was left out.",)
    assert [found.id for found in relationships(package.parts, "word/document.xml")] == ["rId5"]
    assert package.root.find(f".//{{{W}}}hyperlink") is not None
    assert b"rId8" not in package.parts["word/document.xml"]


def test_a_document_without_text_says_that_it_may_be_a_scan() -> None:
    with pytest.raises(Unreadable, match="scan"):
        read_docx(packed(parts("<w:p/>")), source="scan.docx")


def test_text_without_bullets_is_a_resume_with_a_warning() -> None:
    resume = read_docx(packed(parts("Ada Example", "ada@example.com")), source="client.docx")
    assert resume.name == "Ada Example"
    assert not list(resume.placed_bullets())
    assert any("No bullets" in warning for warning in resume.warnings)
