"""Where the bundled data and templates are: in the wheel, or beside an editable install."""

from importlib.resources import files
from pathlib import Path

_PACKAGE = Path(str(files("reframe")))


def bundled(*parts: str) -> Path:
    """Return the path of a bundled file or folder, e.g. ``bundled("data", "rules")``."""
    installed = _PACKAGE / "_bundled"
    root = installed if installed.is_dir() else _PACKAGE.parent
    return root.joinpath(*parts)
