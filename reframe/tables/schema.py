"""JSON Schemas of the files that people write, for editors that complete and check YAML.

``python -m reframe.tables.schema`` writes them to ``data/schema``; ``--check`` tells whether
they are fresh.
"""

import json
import sys
from collections.abc import Mapping, Sequence

from reframe.bundled import bundled
from reframe.tables.spec import FamilySpec, PatternSpec, RuleSpec, Spec

SPECS: Mapping[str, type[Spec]] = {
    "family": FamilySpec,
    "pattern": PatternSpec,
    "rule": RuleSpec,
}


def schema_text(name: str) -> str:
    """Return the JSON Schema of ``rule``, ``family`` or ``pattern`` as the text of its file."""
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **SPECS[name].model_json_schema(by_alias=True),
    }
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the schemas, or with ``--check`` name the stale ones and return 1."""
    wanted = sys.argv[1:] if arguments is None else arguments
    folder = bundled("data", "schema")
    stale = []
    for name in SPECS:
        path = folder / f"{name}.schema.json"
        if not path.is_file() or path.read_text(encoding="utf-8") != schema_text(name):
            stale.append(path)
            if "--check" not in wanted:
                folder.mkdir(parents=True, exist_ok=True)
                path.write_text(schema_text(name), encoding="utf-8")
    told = "stale" if "--check" in wanted else "written"
    sys.stdout.writelines(f"{path}: {told}\n" for path in stale)
    return 1 if stale and "--check" in wanted else 0


if __name__ == "__main__":
    raise SystemExit(main())
