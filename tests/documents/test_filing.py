"""Files are called as a coach would call them."""

import pytest

from reframe.documents.filing import draft_name, final_name, next_version
from reframe.engine.filing import place
from reframe.errors import TemplateError
from reframe.tables.documents import load_frames
from tests.documents.made import sample

FRAMES = load_frames()


@pytest.mark.parametrize(
    ("name", "part", "draft", "final"),
    [
        ("Mara Okonski", "Resume", "Okonski_Mara_Resume_v2_DRAFT", "Mara-Okonski-Resume-Risk-Lead"),
        ("Inés Aldana-Whitfield, PMP", "Bio", "Aldana-Whitfield_Inés_Bio_v2_DRAFT",
         "Inés-Aldana-Whitfield-Bio-Risk-Lead"),
        ("Jan van der Berg", "Deal_Sheet", "van-der-Berg_Jan_Deal-Sheet_v2_DRAFT",
         "Jan-van-der-Berg-Deal-Sheet-Risk-Lead"),
        ("李伟", "Resume", "李伟_Resume_v2_DRAFT", "李伟-Resume-Risk-Lead"),
        ("", "Resume", "Client_Resume_v2_DRAFT", "Client-Resume-Risk-Lead"),
        ("../../etc: Ann\\Lee", "Resume", "Ann-Lee_etc_Resume_v2_DRAFT", "etc-Ann-Lee-Resume-Risk-Lead"),
    ],
)  # fmt: skip
def test_names_of_working_copies_and_finals(name, part, draft, final):
    assert draft_name(name, part, 2, FRAMES) == draft
    assert final_name(name, part, "Risk & Lead?", FRAMES) == final


def test_the_next_version_is_one_above_the_highest(tmp_path):
    stems = [
        "Okonski_Mara_Resume_v9_DRAFT",
        "Okonski_Mara_Resume_v10_DRAFT",
        "Okonski_Mara_Bio_v30_DRAFT",
    ]
    assert next_version(stems, "Mara Okonski", "Resume", FRAMES) == 11
    assert next_version([], "Mara Okonski", "Resume", FRAMES) == 1


def test_a_file_is_taken_as_named_and_a_folder_gets_a_name(tmp_path):
    resume = sample("one-page")
    assert place(tmp_path / "x.pdf", resume, "classic", ".docx") == tmp_path / "x.pdf"
    assert place(tmp_path, resume, "bio", ".md", target="Ops") == tmp_path / "Dario-Venn-Bio-Ops.md"
    first = place(tmp_path, resume, "classic", ".docx", draft=True)
    assert first.name == "Venn_Dario_Resume_v1_DRAFT.docx"
    first.touch()
    assert (
        place(tmp_path, resume, "classic", ".docx", draft=True).name
        == "Venn_Dario_Resume_v2_DRAFT.docx"
    )
    with pytest.raises(TemplateError, match="is not a format"):
        place(tmp_path / "x.odt", resume, "classic", ".docx")
