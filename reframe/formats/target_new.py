"""A fresh brief to edit: commented, with the requirements that an advertisement was found to have."""

import json
from collections.abc import Mapping, Sequence

from reframe.core.target import Requirement

_HEAD = """\
# A target brief. Edit it, then: reframe draft RESUME -o DIR --target THIS-FILE
# It chooses and orders lines and compares them with what is asked. It never adds a claim.
schema: 1
role: {role}
# The level aimed at; without it, the words of 'role' tell. One of:
#   {levels}
# level:
# What the employer wants most, the first one most. Any of:
{values}
value: []
# Words: plain (abbreviations written out) or field (the advertisement's own terms, where the
# tables know that they mean what the résumé says).
# register: plain
# What is different from the client's work so far, in a sentence.
# differs:
"""
_LISTED = """\
# What is asked for: must, nice (to have) or duty (of the job). Edit freely; this list decides.
requirements:
"""
_UNLISTED = """\
# What is asked for: list it, or paste the advertisement, or name a text file beside this one.
# requirements:
#   - must: Experience with internal audits
#   - nice: Spanish
#   - duty: Train new staff
# advertisement_file: advertisement.txt
# advertisement: |
#   paste it here, two blanks in front of each line
"""
_PRIVATE = """\
# For coach and client alone: nothing below 'private' is read into any output.
private:
  why_now:
  running_from:
  running_to:
  must_not_have:
  money:
"""


def new_brief(
    role: str,
    requirements: Sequence[Requirement],
    *,
    levels: Sequence[str],
    values: Mapping[str, str],
) -> str:
    """Return the text of a brief; ``values`` are the value categories with their titles."""
    known = "\n".join(f"#   {code}: {title}" for code, title in values.items())
    # A JSON text is a YAML text, whatever stands in it.
    head = _HEAD.format(role=_quoted(role), levels=", ".join(levels), values=known)
    if not requirements:
        return head + _UNLISTED + _PRIVATE
    listed = "".join(f"  - {r.weight}: {_quoted(r.text)}\n" for r in requirements)
    return head + _LISTED + listed + _PRIVATE


def _quoted(text: str) -> str:
    plain = text[:1].isalpha() and all(c.isalnum() or c in " ,.-/()&'’" for c in text)
    safe = plain and text == text.strip() and text.casefold() not in {"yes", "no", "true", "false", "null", "on", "off"}  # fmt: skip
    return text if safe else json.dumps(text, ensure_ascii=False)
