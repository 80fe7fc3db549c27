"""Frozen values to plain data and back, by their type hints, without running any code.

A reader checks what it reads: data that does not fit the type raises ``ValueError``,
``TypeError`` or ``KeyError``, never makes a wrong value. What is marked as deferred is read,
and checked, when it is first asked for: each of its values is packed into bytes of its own.
"""

import marshal
import types
from collections.abc import Callable, Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from enum import StrEnum
from functools import cache
from typing import Annotated, Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

from reframe.core.deferred import DEFERRED, Row, Table

T = TypeVar("T")
Reader = Callable[[Any], Any]


def plain(value: Any) -> Any:
    """Return a value as ``marshal`` can hold it: a dataclass as the list of its fields, up to
    the last one that differs from its default.

    >>> plain(({"a": frozenset({"y", "x"})}, None))
    [{'a': ['x', 'y']}, None]
    """
    if is_dataclass(value) and not isinstance(value, type):
        kept = [field for field in fields(value) if field.init]
        while kept and _is_default(kept[-1], getattr(value, kept[-1].name)):
            kept.pop()
        packed = _packed(value.__class__)
        return [
            (_pack if field.name in packed else plain)(getattr(value, field.name)) for field in kept
        ]
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, frozenset):
        return sorted(plain(item) for item in value)
    if isinstance(value, tuple):
        return [plain(item) for item in value]
    if isinstance(value, Mapping):
        return {key: plain(item) for key, item in value.items()}
    return value


def revive(kind: type[T], data: Any) -> T:
    """Return the value of type ``kind`` that ``plain`` made ``data`` of."""
    value: T = _reader(kind)(data)  # type: ignore[arg-type]
    return value


def _pack(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {key: marshal.dumps(plain(item)) for key, item in value.items()}
    return [marshal.dumps(plain(item)) for item in value]


@cache
def _packed(kind: type) -> frozenset[str]:
    """Return the names of the fields that are deferred."""
    hints = get_type_hints(kind, include_extras=True)
    return frozenset(name for name, hint in hints.items() if DEFERRED in get_args(hint))


def _is_default(field: Field[Any], value: Any) -> bool:
    if field.default_factory is not MISSING:
        return bool(value == field.default_factory())
    return bool(value == field.default)


@cache
def _reader(kind: Any) -> Reader:
    origin, args = get_origin(kind), get_args(kind)
    if origin is Annotated:
        return _deferred(args[0]) if DEFERRED in args else _reader(args[0])
    if kind in (str, int, bool):
        return _exact(kind)
    if origin is Literal:
        return dict(zip(args, args, strict=True)).__getitem__
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return {member.value: member for member in kind}.__getitem__
    if origin in (Union, types.UnionType):
        return _union(args)
    if origin in (tuple, frozenset):
        return _texts(origin) if args[0] is str else _items(origin, _reader(args[0]))
    if origin is not None and issubclass(origin, Mapping):
        return _mapping(args[1])
    if isinstance(kind, type) and is_dataclass(kind):
        hints = get_type_hints(kind, include_extras=True)
        return _record(kind, [_reader(hints[field.name]) for field in fields(kind) if field.init])
    raise TypeError(f"no reader for {kind}")


def _deferred(kind: Any) -> Reader:
    """A row or table whose values are revived one by one."""
    table = issubclass(get_origin(kind), Mapping)
    item = _reader(get_args(kind)[-1] if table else get_args(kind)[0])
    wanted = dict if table else list
    row: Any = Table if table else Row

    def one(packed: bytes) -> Any:
        return item(marshal.loads(packed))

    def read(data: Any) -> Any:
        if type(data) is not wanted:
            raise ValueError(f"not a {wanted.__name__}")
        return row(data, one)

    return read


def _exact(kind: type) -> Reader:
    def read(data: Any) -> Any:
        if type(data) is not kind:
            raise ValueError(f"not {kind.__name__}")
        return data

    return read


def _items(make: Reader, item: Reader) -> Reader:
    def read(data: Any) -> Any:
        if type(data) is not list:
            raise ValueError("not a list")
        return make([item(one) for one in data])

    return read


def _texts(make: Reader) -> Reader:
    # Most of a rule is lists of words, and most of those are empty.
    none = make(())

    def read(data: Any) -> Any:
        if type(data) is not list:
            raise ValueError("not a list")
        if not data:
            return none
        for text in data:
            if type(text) is not str:
                raise ValueError("not a text")
        return make(data)

    return read


def _mapping(kind: Any) -> Reader:
    item = _reader(kind)

    def read(data: Any) -> Any:
        if type(data) is not dict:
            raise ValueError("not a mapping")
        if kind in (str, int):
            if not all(type(value) is kind for value in data.values()):
                raise ValueError(f"not all are {kind.__name__}")
            return data
        return {key: item(value) for key, value in data.items()}

    return read


def _union(kinds: tuple[Any, ...]) -> Reader:
    """A union of None, a text, and something written as a list: told apart by what it is."""
    readers: dict[type, Reader] = {}
    for kind in kinds:
        written = type(None) if kind is type(None) else str if kind is str else list
        readers[written] = (lambda data: data) if kind is type(None) else _reader(kind)
    return lambda data: readers[type(data)](data)


def _record(kind: Callable[..., Any], readers: list[Reader]) -> Reader:
    def read(data: Any) -> Any:
        if type(data) is not list or len(data) > len(readers):
            raise ValueError("not a record")
        # Fields left out have their defaults; one without a default raises TypeError.
        return kind(*[one(value) for one, value in zip(readers, data, strict=False)])

    return read
