"""The shape of the data model, for checking templates against it."""

from dataclasses import fields, is_dataclass
from typing import Any, get_args, get_origin, get_type_hints

from reframe.documents.model import DocumentData


def shape_of(kind: Any = DocumentData) -> Any:
    """Return a type as plain data: maps, one-item lists, and ``str``, ``int`` or ``bool``.

    >>> shape_of(tuple[str, ...])
    [<class 'str'>]
    """
    if is_dataclass(kind):
        hints = get_type_hints(kind)
        return {field.name: shape_of(hints[field.name]) for field in fields(kind)}
    if get_origin(kind) is tuple:
        return [shape_of(get_args(kind)[0])]
    options = [option for option in get_args(kind) if option is not type(None)]
    return shape_of(options[0]) if options else kind
