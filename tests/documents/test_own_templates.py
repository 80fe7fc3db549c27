"""A template of one's own: what is wrong is told before, what is dangerous never runs."""

import concurrent.futures
import dataclasses
import zipfile

import docx
import pytest

from reframe import render
from reframe.engine.templates import copy_template, find_template, listed, problems_of
from reframe.errors import TemplateError
from reframe.formats.docx.template import fill_docx
from reframe.formats.jinja_text import fill_text
from tests.documents.made import plain_review, sample


def word(tmp_path, *lines, name="own.docx"):
    document = docx.Document()
    for line in lines:
        document.add_paragraph(line)
    document.save(tmp_path / name)
    return tmp_path / name


def text(tmp_path, body, name="own.md.j2"):
    (tmp_path / name).write_text(body, encoding="utf-8")
    return tmp_path / name


@pytest.mark.parametrize("template", listed(), ids=lambda t: t.name)
def test_nothing_is_wrong_with_the_bundled_templates(template):
    assert template.formats == (".docx", ".html", ".md", ".txt", ".pdf")
    for kind in template.formats:
        found = find_template(template.name, kind)
        if found.language != "typst":
            assert problems_of(found.path) == []


def test_all_problems_are_told_at_once_with_their_lines(tmp_path):
    path = text(tmp_path, "{{ nmae }}\n{% for s in sections %}\n{{ s.titel | uper }}\n{% endfor %}\n"
                          "{{ sections.heading }} {{ loop.index }}\n{% include 'none.j2' %}\n")  # fmt: skip
    assert [problem.removeprefix(f"{path}:") for problem in problems_of(path)] == [
        "1: there is no name 'nmae'; did you mean 'name'?",
        "3: there is no filter 'uper'; did you mean 'upper'?",
        "3: there is no part 'titel'; see docs/reference/data-model.md",
        "5: 'heading' is asked of a list; loop over it with {% for %}",
        "5: there is no name 'loop'; see docs/reference/data-model.md",
        "6: the part 'none.j2' is not there; put it beside the template",
    ]


def test_a_word_template_names_the_paragraph(tmp_path):
    path = word(tmp_path, "{{ name }}", "{{ nmae }}", "Always: {{ contact | jion }}")
    problems = problems_of(path)
    assert len(problems) == 2
    assert (
        "paragraph 2: there is no name 'nmae', in '{{ nmae }}'; did you mean 'name'?" in problems[0]
    )
    assert "paragraph 3: there is no filter 'jion'" in problems[1]


@pytest.mark.parametrize(
    "body",
    ["{% set x = sections | first %}{{ x.heading }}", "{% macro m(a) %}{{ a.b }}{% endmacro %}{{ m(1) }}",
     "{{ sections[0].positions[0].title }}", "{% with y = bio.short %}{{ y | upper }}{% endwith %}",
     "{% for k, v in linkedin.items() %}{{ k }}{% else %}none{% endfor %}", "{{ name if name else last }}",
     "{% for s in sections if s.kind == 'skills' %}{{ loop.first }}{% endfor %}"],
)  # fmt: skip
def test_what_is_right_is_not_called_wrong(tmp_path, body):
    assert problems_of(text(tmp_path, body)) == []


@pytest.mark.parametrize("body", ["{% for x in %}", "{{ name", "{% if name %}", "{% nothing %}"])
def test_broken_syntax_has_its_line(tmp_path, body):
    (problem,) = problems_of(text(tmp_path, f"first\n{body}"))
    assert problem.startswith(f"{tmp_path / 'own.md.j2'}:2: ")


ATTACKS = [
    "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "{{ name.format.__globals__ }}",
    "{{ cycler.__init__.__globals__.os.system('true') }}",
    "{% set x = range(99999999) %}{{ x }}",
    "{% for a in range(9999) %}{% for b in range(9999) %}{% endfor %}{% endfor %}",
    "{% for a in name %}{% for b in range(99999) %}{% for c in range(99999) %}{% endfor %}{% endfor %}{% endfor %}",
    "{{ 'x' * 999999999 }}",
    "{{ 9 ** 99999 }}",
    "{{ '%0999999999d' % 1 }}",
    "{% macro m() %}{{ m() }}{{ m() }}{% endmacro %}{{ m() }}",
]


@pytest.mark.parametrize("attack", ATTACKS)
def test_a_template_runs_no_program_and_comes_to_an_end(tmp_path, attack):
    with pytest.raises(TemplateError, match=r"own\.md\.j2"):
        fill_text(text(tmp_path, attack), {"name": "Mara"}, language="markdown")
    with pytest.raises(TemplateError, match=r"own\.docx"):
        fill_docx(word(tmp_path, attack), {"name": "Mara"})


def test_the_title_property_of_a_template_is_no_template(tmp_path):
    path = word(tmp_path, "{{ name }}")
    document = docx.Document(str(path))
    document.core_properties.title = "{{ ''.__class__ }}{{ 1/0 }}"
    document.core_properties.author = "Somebody Else"
    document.save(str(path))
    filled = fill_docx(path, {"name": "Mara"})
    (tmp_path / "made.docx").write_bytes(filled.data)
    names = zipfile.ZipFile(tmp_path / "made.docx").namelist()
    assert not [name for name in names if name.startswith("docProps")]


TRAPS = ["R&D and P&L", "a < b > c", "C++ \x0b vertical tab", "nul\x00", "tab\tand\nline", "“ü” 日本語 😀",
         "{% raw %}", "]]>", "&amp; &lt;"]  # fmt: skip


@pytest.mark.parametrize("trap", TRAPS)
def test_every_sign_of_a_client_arrives(tmp_path, trap):
    resume = dataclasses.replace(sample("one-page"), name=f"Ann {trap} Lee")
    clean = trap.replace("\x0b", "").replace("\x00", "")
    for kind in ("docx", "html"):
        path = tmp_path / f"r.{kind}"
        render(plain_review(resume), template="modern", out=path)
    shown = docx.Document(str(tmp_path / "r.docx")).paragraphs[0].text
    assert shown == f"Ann {clean} Lee"


def test_none_is_never_printed(tmp_path):
    path = word(tmp_path, "{{ name }}|{{ promotion }}")
    assert fill_docx(path, {"name": "Mara", "promotion": None}).lines[0] == "Mara|"
    note = text(tmp_path, "{{ name }}|{{ promotion }}")
    assert fill_text(note, {"name": "Mara", "promotion": None}, language="text") == "Mara|"


def test_a_loop_leaves_no_blank_paragraphs(tmp_path):
    path = word(tmp_path, "{%p for line in contact %}", "{{ line }}", "{%p endfor %}", "end")
    assert fill_docx(path, {"contact": ["a", "b"]}).lines == ("a", "b", "end")


def test_what_a_template_leaves_open_is_refused_with_its_place(tmp_path):
    review = plain_review(sample("one-page"))
    for blank in ("[Company]", "____", "[X%]", "saved $X", "[your city]"):
        path = word(tmp_path, "{{ name }}", f"Dear {blank},")
        with pytest.raises(TemplateError, match=r"line 2, 'Dear .*never filled in"):
            render(review, template=str(path), out=tmp_path / "x.docx")
        assert not (tmp_path / "x.docx").exists()
        render(review, template=str(path), out=tmp_path / "draft.docx", final=False)
    for kept in ("[3]", "[in press]", "snake_case"):
        render(
            review, template=str(word(tmp_path, f"{{{{ name }}}} {kept}")), out=tmp_path / "x.docx"
        )


def test_a_tag_that_was_left_over_is_refused_and_a_clients_braces_are_not(tmp_path):
    path = text(tmp_path, "{{ '{{' }} name }}")
    with pytest.raises(TemplateError, match="left over"):
        render(plain_review(sample("one-page")), template=str(path), out=tmp_path / "x.md")
    render(plain_review(sample("awkward")), out=tmp_path / "y.docx")
    assert "{{ mustache }}" in "\n".join(
        p.text for p in docx.Document(tmp_path / "y.docx").paragraphs
    )


def test_a_markdown_template_of_ones_own_makes_every_format(tmp_path):
    pytest.importorskip("typst")
    path = text(tmp_path, "# {{ name }}\n\n{% for s in skills %}\n- {{ s }}\n{% endfor %}\n")
    for kind in ("md", "html", "docx", "pdf", "txt"):
        render(plain_review(sample("one-page")), template=str(path), out=tmp_path / f"o.{kind}")
    assert (tmp_path / "o.txt").read_text() == (
        "Dario Venn\n\n- Forklift licence\n- SAP EWM\n- Excel\n- Spanish (basic)\n"
    )


def test_a_template_makes_only_its_own_formats(tmp_path):
    with pytest.raises(TemplateError, match=r"makes \.docx, not \.md"):
        render(
            plain_review(sample("one-page")),
            template=str(word(tmp_path, "x")),
            out=tmp_path / "o.md",
        )
    with pytest.raises(TemplateError, match=r"ends in \.docx"):
        render(plain_review(sample("one-page")), template="own.xyz", out=tmp_path / "o.md")


@pytest.mark.parametrize("name", ["mine.docx", "mine.html.j2", "mine.md.j2"])
def test_a_new_template_works_as_it_is(tmp_path, name):
    copy_template("modern", tmp_path / name)
    assert problems_of(tmp_path / name) == []
    kind = name.split(".")[1]
    render(
        plain_review(sample("one-page")), template=str(tmp_path / name), out=tmp_path / f"o.{kind}"
    )
    render(plain_review(sample("one-page")), template="modern", out=tmp_path / f"p.{kind}")
    one, other = ((tmp_path / f"{stem}.{kind}").read_bytes() for stem in "op")
    assert one.split() == other.split() if kind != "docx" else one == other
    with pytest.raises(TemplateError, match="exists already"):
        copy_template("modern", tmp_path / name)


def test_sixty_clients_at_once_stay_apart(tmp_path):
    resume = sample("one-page")

    def one(number: int) -> str:
        mine = dataclasses.replace(resume, name=f"Client {number:03d}")
        for kind in ("docx", "html"):
            render(plain_review(mine), out=tmp_path / f"{number}.{kind}")
        body = zipfile.ZipFile(tmp_path / f"{number}.docx").read("word/document.xml").decode()
        body += (tmp_path / f"{number}.html").read_text()
        return "".join(n for n in (f"Client {i:03d}" for i in range(60)) if n in body)

    with concurrent.futures.ThreadPoolExecutor(8) as pool:
        assert list(pool.map(one, range(60))) == [f"Client {i:03d}" for i in range(60)]
