"""The lines of a Word document: nothing disappears, anchors hold, list marks are seen."""

import tomllib
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from reframe.core.resume import Line, Resume
from reframe.formats.docx.lines import read_lines
from reframe.formats.docx.package import open_package
from reframe.formats.docx.read import read_docx
from reframe.formats.docx.text import visible_text
from reframe.formats.docx.walk import furniture, paragraphs
from reframe.formats.outline import SourceLine
from reframe.formats.outline.marks import is_blank
from tests.formats.docx.packages import W, packed, parts, rel, rels

SAMPLES = Path(__file__).parent / "samples"
NAMES = sorted(path.stem for path in SAMPLES.glob("*.docx"))
COUNTS = tomllib.loads((SAMPLES / "bullets.toml").read_text(encoding="utf-8"))


@cache
def sample(name: str) -> tuple[Resume, list[SourceLine], dict[str, str]]:
    """A sample as a résumé, as lines, and the visible text of each of its paragraphs."""
    data = (SAMPLES / f"{name}.docx").read_bytes()
    document = open_package(data, name=name)
    texts = {f"p{n}": visible_text(p) for n, p in enumerate(paragraphs(document.root))}
    for k, (_, page) in enumerate(furniture(document)):
        texts |= {f"h{k}p{n}": visible_text(p) for n, p in enumerate(page)}
    return read_docx(data, source=name), list(read_lines(document)), texts


def placed(resume: Resume) -> Iterator[Line]:
    """Every line of a résumé, wherever it was placed."""
    yield from (*resume.contact, *resume.furniture, *resume.unplaced)
    for section in resume.sections:
        if section.heading is not None:
            yield section.heading
        yield from section.lines
        yield from (bullet.line for bullet in section.bullets)
        for position in section.positions:
            yield from position.lines
            yield from (bullet.line for bullet in position.bullets)


def range_of(anchor: str, texts: dict[str, str]) -> tuple[str, int, int]:
    """The paragraph of an anchor and the characters it covers there."""
    ordinal, _, span = anchor.partition(":")
    start, stop = span.split("-") if span else (0, len(texts[ordinal]))
    return ordinal, int(start), int(stop)


@pytest.mark.parametrize("name", NAMES)
def test_every_line_is_placed_once_or_reported(name: str) -> None:
    resume, lines, _ = sample(name)
    assert Counter(line.text for line in placed(resume)) == Counter(line.text for line in lines)


@pytest.mark.parametrize("name", NAMES)
def test_every_visible_character_is_in_one_line_or_is_a_mark_or_a_blank(name: str) -> None:
    resume, _, texts = sample(name)
    covered = {ordinal: [0] * len(text) for ordinal, text in texts.items()}
    for line in placed(resume):
        ordinal, start, stop = range_of(line.anchor, texts)
        for at in range(start, stop):
            covered[ordinal][at] += 1
    for ordinal, text in texts.items():
        assert max(covered[ordinal], default=0) <= 1
        bare = "".join(
            char
            for char, times in zip(text, covered[ordinal], strict=True)
            if not times and not is_blank(char)
        )
        # What no line covers is what was typed as a list mark.
        assert len(bare) <= 4 * (1 + text.count("\n")), (ordinal, text, bare)


@pytest.mark.parametrize("name", NAMES)
def test_an_anchor_leads_to_the_text_of_its_line(name: str) -> None:
    resume, _, texts = sample(name)
    for line in placed(resume):
        ordinal, start, stop = range_of(line.anchor, texts)
        found = texts[ordinal][start:stop]
        if ":" in line.anchor:
            assert found == line.text
        else:
            assert found.strip() == line.text or line.text in found
    for bullet, _, _ in resume.placed_bullets():
        ordinal, start, stop = range_of(bullet.line.anchor, texts)
        assert ":" in bullet.line.anchor
        assert texts[ordinal][start:stop] == bullet.text == bullet.line.text
        assert bullet.text == bullet.text.strip()


@pytest.mark.parametrize("name", NAMES)
def test_ids_are_unique_in_a_resume(name: str) -> None:
    resume, _, _ = sample(name)
    ids = [bullet.id for bullet, _, _ in resume.placed_bullets()]
    ids += [position.id for position in resume.positions()]
    assert len(set(ids)) == len(ids)


@pytest.mark.parametrize("name", NAMES)
def test_list_marks_are_found_as_counted(name: str) -> None:
    _, lines, _ = sample(name)
    marked = sum(line.bullet and len(line.text.split()) >= 3 for line in lines)
    row = COUNTS[name]
    assert marked == row["marked"]
    assert marked == row["wanted"] or row["why"]


@pytest.mark.parametrize("name", NAMES)
def test_bullets_of_the_resume_are_as_counted(name: str) -> None:
    resume, _, _ = sample(name)
    bullets = sum(len(b.text.split()) >= 3 for b, _, _ in resume.placed_bullets())
    row = COUNTS[name]
    assert bullets == row["bullets"]
    assert bullets == row["wanted"] or row["why"]


def test_nearly_every_bullet_is_found_and_nearly_nothing_else() -> None:
    """Against the counts that came with the samples, without those that are no bullets on the
    page; how many those are, and why, stands in the table."""
    rows = COUNTS.values()
    wanted = sum(row["wanted"] - row.get("no_bullets", 0) for row in rows)
    found = sum(row["bullets"] - row.get("beyond", 0) for row in rows)
    hits = sum(
        min(row["wanted"] - row.get("no_bullets", 0), row["bullets"] - row.get("beyond", 0))
        for row in rows
    )
    assert hits / wanted >= 0.99 and hits / found >= 0.98
    # What is set apart stays little.
    assert sum(row.get("no_bullets", 0) + row.get("beyond", 0) for row in rows) < 0.04 * wanted


def test_every_sample_is_in_the_table() -> None:
    assert sorted(COUNTS) == NAMES


def test_reading_the_same_file_twice_gives_the_same_resume() -> None:
    data = (SAMPLES / "table-two-column-03.docx").read_bytes()
    assert read_docx(data, source="a") == read_docx(data, source="a")


# Small documents, one trap each.


def lines_of(*content: str, extra: dict[str, str] | None = None) -> list[SourceLine]:
    return list(
        read_lines(open_package(packed(parts(*content) | (extra or {})), name="client.docx"))
    )


def listed(text: str, num: str = "1", level: str = "0", style: str = "") -> str:
    style = f'<w:pStyle w:val="{style}"/>' if style else ""
    number = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{num}"/></w:numPr>' if num else ""
    return f"<w:p><w:pPr>{style}{number}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


def with_lists(styles: str = "") -> dict[str, str]:
    """A numbering part: list 1 has glyphs, 2 numbers, 3 an empty mark, 4 is invisible."""
    kinds = {
        "1": ("bullet", "\uf0b7"),
        "2": ("decimal", "%1."),
        "3": ("bullet", ""),
        "4": ("none", ""),
    }
    abstract = "".join(
        f'<w:abstractNum w:abstractNumId="{key}">'
        + "".join(
            f'<w:lvl w:ilvl="{level}"><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl>'
            for level in (0, 1)
        )
        + "</w:abstractNum>"
        for key, (form, text) in kinds.items()
    )
    numbers = "".join(
        f'<w:num w:numId="{key}"><w:abstractNumId w:val="{key}"/></w:num>' for key in kinds
    )
    types = parts()["[Content_Types].xml"].replace(
        "</Types>",
        "".join(
            f'<Override PartName="/word/{name}.xml" ContentType="application/vnd.openxmlformats-'
            f'officedocument.wordprocessingml.{name}+xml"/>'
            for name in ("numbering", "styles")
        )
        + "</Types>",
    )
    return {
        "[Content_Types].xml": types,
        "word/_rels/document.xml.rels": rels(
            rel("rId1", "numbering", "numbering.xml"), rel("rId2", "styles", "styles.xml")
        ),
        "word/numbering.xml": f'<w:numbering xmlns:w="{W}">{abstract}{numbers}</w:numbering>',
        "word/styles.xml": f'<w:styles xmlns:w="{W}">{styles}</w:styles>',
    }


BASE = (
    '<w:style w:type="paragraph" w:styleId="Base"><w:name w:val="Duty"/><w:pPr><w:numPr>'
    '<w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Child"><w:name w:val="Duty two"/>'
    '<w:basedOn w:val="Base"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Circle"><w:basedOn w:val="Circle"/></w:style>'
)


@pytest.mark.parametrize(
    ("paragraph", "marked"),
    [
        (listed("Filed papers"), True),
        (listed("Filed papers", num="2"), True),
        (listed("An empty lvlText is a bullet", num="3"), True),
        (listed("Outline without any mark", num="4"), False),
        (listed("A list that is not defined", num="77"), False),
        (listed("From the style", num="", style="Base"), True),
        (listed("From the style's base", num="", style="Child"), True),
        (listed("numId 0 takes the mark away", num="0", style="Child"), False),
        (listed("A style based on itself", num="", style="Circle"), False),
        (listed("A style that is not there", num="", style="Nowhere"), False),
    ],
)
def test_numbering_is_resolved_through_styles(paragraph: str, marked: bool) -> None:
    (line,) = lines_of(paragraph, extra=with_lists(BASE))
    assert line.bullet is marked


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("• Filed papers", "Filed papers"),
        ("•Filed papers", "Filed papers"),
        ("- Filed papers", "Filed papers"),
        ("-Filed papers", "Filed papers"),
        ("– Filed papers", "Filed papers"),
        ("* Filed papers ", "Filed papers"),
        ("o\u00a0Filed papers", "Filed papers"),
        ("» Filed papers", "Filed papers"),
        ("\uf0b7\u00a0Filed papers", "Filed papers"),
        ("1. Filed papers", "Filed papers"),
        ("2) Filed papers", "Filed papers"),
        ("(3) Filed papers", "Filed papers"),
        ("a) Filed papers", "Filed papers"),
    ],
)
def test_typed_marks_are_bullets_and_no_part_of_their_text(typed: str, text: str) -> None:
    source = f'<w:p><w:r><w:t xml:space="preserve">{typed}</w:t></w:r></w:p>'
    (line,) = lines_of(source)
    assert line.bullet and line.text == text
    start, stop = (int(n) for n in line.bullet_anchor.partition(":")[2].split("-"))
    assert typed[start:stop] == text


@pytest.mark.parametrize(
    "text",
    ["-5 degrees in the store", "2.5 million a year", "2019 to 2021", "A. Amara Example", "-----",
     "off-site storage", "* * *", "Ohio", "10 years of practice", "3D drawings"],
)  # fmt: skip
def test_these_are_no_marks(text: str) -> None:
    (line,) = lines_of(text)
    assert not line.bullet and line.text == text


def test_a_symbol_element_is_a_mark() -> None:
    (line,) = lines_of(
        '<w:p><w:r><w:sym w:font="Wingdings" w:char="F0A7"/><w:t xml:space="preserve"> Filed '
        "papers</w:t></w:r></w:p>"
    )
    assert line.bullet and (line.mark, line.text) == ("▪", "Filed papers")


def test_soft_returns_hold_several_bullets_in_one_paragraph() -> None:
    lines = lines_of(
        "<w:p><w:r><w:t>Clerk, Sable Bank</w:t><w:br/><w:t>- Filed papers</w:t><w:br/>"
        "<w:t>- Sorted mail</w:t></w:r></w:p>"
    )
    assert [(line.bullet, line.text) for line in lines] == [
        (False, "Clerk, Sable Bank"), (True, "Filed papers"), (True, "Sorted mail"),
    ]  # fmt: skip
    assert [line.anchor for line in lines] == ["p0:0-17", "p0:18-32", "p0:33-46"]
    assert lines[1].bullet_anchor == "p0:20-32"


def test_a_bullet_that_goes_on_after_a_soft_return_is_one_bullet() -> None:
    (line,) = lines_of(
        "<w:p><w:r><w:t>• Filed papers of clients</w:t><w:br/><w:t>in three towns</w:t></w:r></w:p>"
    )
    assert line.text == "Filed papers of clients\nin three towns"


def test_the_fallback_of_a_text_box_is_not_read_twice() -> None:
    box = "<w:txbxContent><w:p><w:r><w:t>Filed papers</w:t></w:r></w:p></w:txbxContent>"
    lines = lines_of(
        f"<w:p><w:r><mc:AlternateContent><mc:Choice Requires='wps'>{box}</mc:Choice>"
        f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )
    assert [(line.text, line.anchor, line.group) for line in lines] == [
        ("Filed papers", "p1", "x1")
    ]


def test_cells_know_their_row_and_column() -> None:
    cell = "<w:tc><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc>"
    rows = "".join(f"<w:tr>{cell.format(f'r{r}a')}{cell.format(f'r{r}b')}</w:tr>" for r in (0, 1))
    lines = lines_of(f"<w:tbl>{rows}</w:tbl>", "after")
    assert [(line.text, line.group, line.column) for line in lines] == [
        ("r0a", "t1.r0", 0), ("r0b", "t1.r0", 1), ("r1a", "t1.r1", 0), ("r1b", "t1.r1", 1),
        ("after", "", 0),
    ]  # fmt: skip


def test_a_decimal_size_and_a_bold_style_are_read() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="Loud"><w:name w:val="Loud"/><w:rPr><w:b/>'
        '<w:sz w:val="27.5"/></w:rPr></w:style>'
    )
    (line,) = lines_of(listed("Experience", num="", style="Loud"), extra=with_lists(styles))
    assert line.bold and line.size == 13.75


def test_headers_and_footers_are_furniture() -> None:
    resume, lines, _ = sample("header-name-35")
    assert [line.anchor for line in resume.furniture] == ["h0p0"]
    assert resume.name == resume.furniture[0].text == "Kofi Sample"
    assert next(line for line in lines if line.anchor == "h0p0").region == "header"
