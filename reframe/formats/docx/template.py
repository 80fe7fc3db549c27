"""Fill a Word template through docxtpl: escaped, strict, sandboxed, and checked afterwards."""

import io
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import docx
from docxtpl import DocxTemplate
from jinja2 import StrictUndefined
from jinja2 import TemplateError as JinjaError
from jinja2.sandbox import SandboxedEnvironment

from reframe.errors import TemplateError
from reframe.formats.docx.metadata import make_final
from reframe.formats.docx.opc import write_parts
from reframe.formats.docx.preflight import read_parts

# XML 1.0 has no such characters; one of them makes docxtpl drop "&", "<" and ">" silently.
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_LEFT = re.compile(r"\{\{|\}\}|\{%|%\}")


def fill_docx(template: Path, data: Mapping[str, Any]) -> bytes:
    """Return the template filled with ``data``.

    A new template object serves each call: one that is shared mixes clients' documents.

    Raises:
        TemplateError: when the template is missing or broken, or asks for what is not there.
    """
    environment = SandboxedEnvironment(autoescape=True, undefined=StrictUndefined)
    try:
        document = DocxTemplate(template)
        document.render(_clean(data), jinja_env=environment, autoescape=True)
        out = io.BytesIO()
        document.save(out)
    except FileNotFoundError:
        raise TemplateError(f"{template}: no such template. See the templates folder.") from None
    except JinjaError as error:
        raise TemplateError(f"{template}: {error}. Correct the template.") from error
    except (KeyError, ValueError, OSError) as error:
        raise TemplateError(f"{template}: not a Word template ({error}).") from error
    filled = out.getvalue()
    left = [p.text for p in docx.Document(io.BytesIO(filled)).paragraphs if _LEFT.search(p.text)]
    if left:
        raise TemplateError(f"{template}: a tag was left over in the result: {left[0]!r}")
    parts = read_parts(filled, name=str(template))
    make_final(parts)
    return write_parts(parts)


def _clean(value: Any) -> Any:
    if isinstance(value, str):
        return _CONTROL.sub("", value)
    if isinstance(value, Mapping):
        return {key: _clean(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_clean(item) for item in value]
    return value
