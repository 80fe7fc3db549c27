"""Frozen values to plain data and back, by their own type hints."""

import types
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import cache
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

T = TypeVar("T")

_AS_IS = frozenset({str, int, float, bool, type(None)})


def to_plain(value: object) -> Any:
    """Return dataclasses, tuples, sets, maps and enums as what JSON can hold.

    Bytes are left out: a file is named, not copied into a message.
    """
    kind: type = type(value)
    if kind in _AS_IS:
        return value
    if kind is tuple or kind is list:
        return [to_plain(item) for item in value]  # type: ignore[attr-defined]
    names = _shown(kind)
    if names is not None:
        plain = {}
        for name in names:
            part = getattr(value, name)
            if type(part) in _AS_IS:
                plain[name] = part
            elif not isinstance(part, bytes):
                plain[name] = to_plain(part)
        return plain
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, frozenset | set):
        return sorted(to_plain(item) for item in value)
    if isinstance(value, tuple | list):
        return [to_plain(item) for item in value]
    if isinstance(value, Mapping):
        return {str(key): to_plain(item) for key, item in value.items()}
    return value


def from_plain(kind: type[T], data: Any) -> T:
    """Return plain data as a value of ``kind``.

    Raises:
        ValueError: when the data has not the shape of the type.
    """
    found: T = _build(kind, data)
    return found


def _build(kind: Any, data: Any) -> Any:
    origin, args = get_origin(kind), get_args(kind)
    if origin in (Union, types.UnionType):
        return _one_of(args, data)
    if origin is Literal:
        if data not in args:
            raise ValueError(f"{data!r} is not one of {args}")
        return data
    if origin is tuple:
        if not isinstance(data, list):
            raise ValueError(f"a list is needed, not {data!r}")
        if len(args) == 2 and args[1] is Ellipsis:
            return tuple(_build(args[0], item) for item in data)
        return tuple(_build(arg, item) for arg, item in zip(args, data, strict=True))
    if origin is frozenset:
        return frozenset(_build(args[0], item) for item in data)
    if origin is not None and issubclass(origin, Mapping):
        return {key: _build(args[1], item) for key, item in data.items()}
    if isinstance(kind, type) and is_dataclass(kind):
        return _dataclass(kind, data)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind(data)
    if kind is float and isinstance(data, int):
        return float(data)
    if isinstance(kind, type) and not isinstance(data, kind):
        raise ValueError(f"{kind.__name__} is needed, not {data!r}")
    return data


def _one_of(args: tuple[Any, ...], data: Any) -> Any:
    for arg in args:
        if arg is type(None):
            if data is None:
                return None
            continue
        try:
            return _build(arg, data)
        except (ValueError, TypeError, AttributeError):
            continue
    raise ValueError(f"{data!r} fits none of {args}")


def _dataclass(kind: type, data: Any) -> Any:
    if not isinstance(data, dict):
        raise ValueError(f"a map for {kind.__name__} is needed, not {data!r}")
    hints = _hints(kind)
    unknown = set(data) - set(hints)
    if unknown:
        raise ValueError(f"{kind.__name__} has no {sorted(unknown)[0]}")
    values = {name: _build(hints[name], item) for name, item in data.items()}
    try:
        return kind(**values)
    except TypeError as error:
        raise ValueError(str(error)) from None


@cache
def _shown(kind: type) -> tuple[str, ...] | None:
    """Return the names of a dataclass's fields, or None for any other type."""
    return tuple(f.name for f in fields(kind) if f.init) if is_dataclass(kind) else None


@cache
def _hints(kind: type) -> dict[str, Any]:
    hints = get_type_hints(kind)
    return {f.name: hints[f.name] for f in fields(kind) if f.init}
