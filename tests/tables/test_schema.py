"""The JSON Schemas in ``data/schema`` say what the specs say."""

import pytest

from reframe.bundled import bundled
from reframe.tables.schema import SPECS, main, schema_text


@pytest.mark.parametrize("name", SPECS)
def test_the_schema_is_fresh(name: str):
    path = bundled("data", "schema", f"{name}.schema.json")
    stale = f"{path} is stale: run 'python -m reframe.tables.schema'"
    assert path.read_text(encoding="utf-8") == schema_text(name), stale


def test_keys_stand_in_the_schema_as_they_are_written():
    text = schema_text("rule")
    for key in ('"schema"', '"not"', '"print"', '"at_least"', '"context"'):
        assert key in text
    assert "_" + '":' not in text, "no name of the code's own"


def test_the_command_tells_that_all_is_fresh():
    assert main(["--check"]) == 0
