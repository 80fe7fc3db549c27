"""Reads résumé bullets, rewords what is safe to reword, asks what licenses a stronger claim.

>>> import reframe
>>> reframe.apply("Was filing papers", ())
'Was filing papers'

Importing loads nothing: spaCy and the tables come in when a bullet is first parsed.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from reframe.errors import ReframeError

if TYPE_CHECKING:
    from reframe.core.claims import Claim
    from reframe.core.review import Decision, Review
    from reframe.core.suggestion import apply
    from reframe.engine.briefs import read_target
    from reframe.engine.checking import check
    from reframe.engine.reading import read
    from reframe.engine.reframer import Reframer
    from reframe.engine.rendering import render
    from reframe.engine.returning import redline
    from reframe.formats.ledger import Ledger

__all__ = [
    "Claim",
    "Decision",
    "Ledger",
    "ReframeError",
    "Reframer",
    "Review",
    "apply",
    "check",
    "read",
    "read_target",
    "redline",
    "render",
]

_LATE = {
    "Claim": "reframe.core.claims",
    "Decision": "reframe.core.review",
    "Ledger": "reframe.formats.ledger",
    "Reframer": "reframe.engine.reframer",
    "Review": "reframe.core.review",
    "apply": "reframe.core.suggestion",
    "check": "reframe.engine.checking",
    "read": "reframe.engine.reading",
    "read_target": "reframe.engine.briefs",
    "redline": "reframe.engine.returning",
    "render": "reframe.engine.rendering",
}


def __getattr__(name: str) -> Any:
    if name in _LATE:
        return getattr(import_module(_LATE[name]), name)
    raise AttributeError(f"module 'reframe' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted(__all__)
