"""A question sheet goes out, is filled in, and comes back: in Word and as YAML."""

import io

import docx
import pytest
from docx.oxml.ns import qn

from reframe.core.claims import Claim
from reframe.core.evidence import Question
from reframe.errors import LedgerError
from reframe.formats.question_sheet import read_sheet, write_sheet
from reframe.formats.sheet_text import read_sheet_text, write_sheet_text
from reframe.formats.sheet_words import SheetItem
from reframe.formats.sheet_yaml import read_sheet_yaml, write_sheet_yaml


def question(name, kind, *, of=()):
    return Question(
        id=f"drafted-1a2b3c/compliance.drafted/{name}", text=f"What about {name}?", kind=kind,
        about="drafted-1a2b3c", source="compliance.drafted", of=of, unlocks="Drafted … policies",
        claims=frozenset({Claim.DETAIL}),
    )  # fmt: skip


ITEMS = [
    SheetItem(question(name, kind, of=of), "Drafted R&D <policies> & forms")
    for name, kind, of in [
        ("kinds", "text", ()),
        ("count", "count", ()),
        ("first", "yes_no", ()),
        ("start", "choice", ("blank page", "template")),
        ("parts", "several", ("rules", "training", "records")),
    ]
]


def fill(data: bytes, answers: dict[str, object]) -> bytes:
    """Fill a Word sheet as a client does: type into fields, tick boxes."""
    document = docx.Document(io.BytesIO(data))
    for table in document.tables:
        ref = next(p.text for p in table.cell(0, 0).paragraphs if p.text.startswith("Ref: "))
        wanted = answers.get(ref.rsplit("/", 1)[-1], {})
        for row in table.rows[1:]:
            said = wanted.get(row.cells[0].text) if isinstance(wanted, dict) else None
            for control in row._tr.iter(qn("w:sdt")):
                paragraph = control.getparent()
                label = "".join(t.text or "" for t in paragraph.iter(qn("w:t"))).strip("☐ ")
                text = control.find(f".//{qn('w:t')}")
                if isinstance(said, list) and label in said:
                    text.text = "☒"
                elif isinstance(said, str):
                    text.text = said
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def test_what_is_filled_in_word_is_read_back():
    sheet = write_sheet(ITEMS, client="Mara Quill")
    filled = fill(
        sheet,
        {
            "kinds": {"Your answer": "policies & procedures"},
            "count": {
                "Your answer": "45",
                "Where does it come from?": ["a record or report"],
                "May we print it?": ["no"],
            },
            "first": {"Your answer": ["yes"]},
            "parts": {"Your answer": ["rules", "records"]},
        },
    )
    kinds, count, first, start, parts = read_sheet(filled, name="sheet.docx")
    assert (kinds.text, kinds.ticks) == ("policies & procedures", ())
    assert (count.text, count.basis, count.print_ok) == ("45", ("record",), False)
    assert first.ticks == ("yes",)
    assert (start.text, start.ticks) == ("", ())
    assert parts.ticks == ("rules", "records")
    assert parts.question_id == ITEMS[4].question.id


def test_an_untouched_sheet_has_no_answers():
    for item in read_sheet(write_sheet(ITEMS, client=""), name="sheet.docx"):
        assert (item.text, item.ticks, item.basis, item.print_ok) == ("", (), (), None)


def test_a_hand_typed_cross_counts_as_a_tick():
    document = docx.Document(io.BytesIO(write_sheet(ITEMS[3:4], client="")))
    cell = document.tables[0].rows[1].cells[1]
    for control in list(cell._tc.iter(qn("w:sdt"))):
        control.getparent().remove(control)
    cell.paragraphs[0].runs[0].text = "x blank page"
    out = io.BytesIO()
    document.save(out)
    assert read_sheet(out.getvalue(), name="sheet.docx")[0].ticks == ("blank page",)


def test_the_sheet_has_no_author():
    properties = docx.Document(io.BytesIO(write_sheet(ITEMS, client="Mara"))).core_properties
    assert (properties.author, properties.comments) == ("", "")


def test_what_is_typed_in_yaml_is_read_back():
    text = write_sheet_yaml(ITEMS, client="Mara Quill")
    text = text.replace("answer:\n", "answer: policies & procedures\n", 1)
    text = text.replace("answer:\n", "answer: 45\n", 1)
    text = text.replace("basis:", "basis: counted", 1).replace("print:", "print: no", 1)
    text = text.replace("answer:\n", "answer: yes\n", 1)
    kinds, count, first, start, parts = read_sheet_yaml(text, name="sheet.yaml")
    assert kinds.text == "policies & procedures"
    assert (count.text, count.basis, count.print_ok) == ("45", ("counted",), False)
    assert first.text == "yes"
    assert (start.text, parts.ticks) == ("", ())


@pytest.mark.parametrize(
    ("data", "told"),
    [(b"not a zip", "not a Word document"), (None, "no question was found")],
    ids=["garbage", "another document"],
)
def test_what_is_no_sheet_is_refused(data, told):
    if data is None:
        out = io.BytesIO()
        docx.Document().save(out)
        data = out.getvalue()
    with pytest.raises(LedgerError, match=told):
        read_sheet(data, name="sheet.docx")


@pytest.mark.parametrize("text", ["questions: [", "a: 1", "questions:\n  - about: x\n"])
def test_what_is_no_yaml_sheet_is_refused(text):
    with pytest.raises(LedgerError):
        read_sheet_yaml(text, name="sheet.yaml")


def test_the_reference_is_there_and_nobody_sees_it():
    document = docx.Document(io.BytesIO(write_sheet(ITEMS, client="")))
    refs = [
        (paragraph, run)
        for table in document.tables
        for paragraph in table.cell(0, 0).paragraphs
        for run in paragraph.runs
        if run.text.startswith("Ref: ")
    ]
    assert len(refs) == len(ITEMS)
    for paragraph, run in refs:
        assert run.font.hidden
        # The mark at the end of the paragraph is hidden too, or an empty line would show.
        assert paragraph._p.pPr.find(f"{qn('w:rPr')}/{qn('w:vanish')}") is not None


def test_what_is_typed_in_text_is_read_back():
    lines = write_sheet_text(ITEMS, client="Mara Quill").splitlines()
    answers = [at for at, line in enumerate(lines) if line.strip() == "Your answer:"]
    lines[answers[0] + 1] = "   policies & procedures,"
    lines.insert(answers[0] + 2, "   and forms")
    text = "\n".join(lines)
    text = text.replace("   Your answer:\n\n   Where", "   Your answer: 45\n\n   Where", 1)
    text = text.replace("[ ] a record or report", "[x] a record or report", 1)
    text = text.replace("[ ] yes  [ ] no", "[ ] yes  [X] no", 1)
    text = text.replace("   [ ] yes\n", "   [x] yes\n", 1)
    text = text.replace("[ ] rules", "[x] rules").replace("[ ] records", "[ x ] records")
    kinds, count, first, start, parts = read_sheet_text(text, name="sheet.txt")
    assert kinds.text == "policies & procedures,\nand forms"
    assert (count.text, count.basis, count.print_ok) == ("45", ("record",), False)
    assert first.ticks == ("yes",)
    assert (start.text, start.ticks, start.print_ok) == ("", (), None)
    assert parts.ticks == ("rules", "records")
    assert [item.question_id for item in (kinds, parts)] == [
        ITEMS[0].question.id, ITEMS[4].question.id,
    ]  # fmt: skip
    assert kinds.about == ITEMS[0].about


def test_a_text_sheet_may_come_back_quoted_in_a_mail():
    text = write_sheet_text(ITEMS, client="").replace("[ ] yes\n", "[x] yes\n", 1)
    quoted = "Hello,\n\n" + "".join(f"> {line}\n" for line in text.splitlines())
    assert read_sheet_text(quoted, name="mail.txt")[2].ticks == ("yes",)


def test_what_is_no_text_sheet_is_refused():
    with pytest.raises(LedgerError, match="no question was found"):
        read_sheet_text("Dear coach,\n\nall is well.\n", name="mail.txt")


def test_one_answer_can_hold_for_several_lines_in_every_form():
    lines = (("filed-1/compliance.filed/start", "Filed mail"), ("x-2/a.b/start", "Sorted mail"))
    item = SheetItem(ITEMS[3].question, ITEMS[3].about, lines)
    word = docx.Document(io.BytesIO(write_sheet([item], client="")))
    box = word.tables[0].rows[-1].cells[1].paragraphs[1]
    box._p.find(f".//{qn('w:t')}").text = "☒"
    out = io.BytesIO()
    word.save(out)
    text = write_sheet_text([item], client="").replace("[ ] Sorted mail", "[x] Sorted mail")
    plain = write_sheet_yaml([item], client="")
    at = plain.rindex("same:")
    found = [
        *read_sheet(out.getvalue(), name="s.docx"),
        *read_sheet_text(text, name="s.txt"),
        *read_sheet_yaml(f"{plain[:at]}same: yes{plain[at + 5 :]}", name="s.yaml"),
    ]
    assert [one.also for one in found] == [("x-2/a.b/start",)] * 3
    assert [one.question_id for one in found] == [ITEMS[3].question.id] * 3


def test_a_leave_to_print_that_is_neither_yes_nor_no_is_told():
    text = write_sheet_yaml(ITEMS[1:2], client="").replace("print:", "print: perhaps", 1)
    [count] = read_sheet_yaml(text, name="sheet.yaml")
    assert "'print' is yes or no" in count.problem
    assert count.places["print"].startswith("line ")
