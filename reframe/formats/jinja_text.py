"""Fill a text template (Markdown, plain text) through Jinja: strict and sandboxed."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from jinja2 import StrictUndefined
from jinja2 import TemplateError as JinjaError
from jinja2.sandbox import SandboxedEnvironment

from reframe.errors import TemplateError


def fill_text(template: Path, data: Mapping[str, Any], *, escape: Mapping[str, str]) -> str:
    """Return the template filled with ``data``.

    ``escape`` maps characters that the format gives a meaning to how they are printed; the
    template applies it with the filter ``e``.

    Raises:
        TemplateError: when the template is missing or broken, or asks for what is not there.
    """
    table = str.maketrans(dict(escape))
    environment = SandboxedEnvironment(
        undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True
    )
    environment.filters["e"] = lambda text: str(text).translate(table)
    try:
        source = template.read_text(encoding="utf-8")
        return environment.from_string(source).render(data)
    except FileNotFoundError:
        raise TemplateError(f"{template}: no such template. See the templates folder.") from None
    except JinjaError as error:
        line = getattr(error, "lineno", None)
        at = f":{line}" if line else ""
        raise TemplateError(f"{template}{at}: {error}. Correct the template.") from error
