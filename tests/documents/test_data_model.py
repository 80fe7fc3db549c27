"""The page about the data model says what templates are given, and its example works."""

import re
from pathlib import Path

from reframe import render
from reframe.documents.build import _PARTS, build
from reframe.documents.model import DocumentData
from reframe.documents.shape import shape_of
from reframe.engine.words import source_of
from reframe.formats.brand import Brand
from tests.documents.made import plain_review, sample

PAGE = (Path(__file__).parents[2] / "docs" / "reference" / "data-model.md").read_text(
    encoding="utf-8"
)


def fields(shape) -> set[str]:
    if isinstance(shape, list):
        return fields(shape[0])
    if isinstance(shape, dict):
        return set(shape) | {name for inner in shape.values() for name in fields(inner)}
    return set()


def test_every_field_stands_on_the_page_and_no_other_in_its_tables():
    told = set(re.findall(r"`(\w+)`", PAGE))
    assert fields(shape_of()) <= told
    first = {
        n for row in re.findall(r"^\| (`.*?) \|", PAGE, re.M) for n in re.findall(r"`(\w+)`", row)
    }
    assert first <= fields(shape_of())


def test_the_data_has_the_shape_that_templates_are_checked_against(confirmed_reviews, reframer):
    names = tuple(DocumentData.__dataclass_fields__)
    assert set(names) == {*_PARTS, "brand", "paper"}
    for review in confirmed_reviews.values():
        data = build(source_of(review, reframer), names, brand=Brand(), paper="letter")
        fits(data, shape_of(), "data")


def fits(value, shape, where) -> None:
    if isinstance(shape, dict):
        if value is None:
            assert where == "data.promotion"
            return
        assert set(value) == set(shape), where
        for name in shape:
            fits(value[name], shape[name], f"{where}.{name}")
    elif isinstance(shape, list):
        assert isinstance(value, list), where
        for item in value:
            fits(item, shape[0], where)
    else:
        assert type(value) is shape, where


def test_the_worked_example_makes_what_the_page_says(tmp_path):
    template, made = re.findall(r"```(?:jinja|text)\n(.*?)```", PAGE, re.S)
    (tmp_path / "own.md.j2").write_text(template, encoding="utf-8")
    render(
        plain_review(sample("sparse")), template=str(tmp_path / "own.md.j2"), out=tmp_path / "o.md"
    )
    assert (tmp_path / "o.md").read_text(encoding="utf-8") == made
