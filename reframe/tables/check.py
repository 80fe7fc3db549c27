"""Hold a document against its spec, and tell what differs in words and places of the file."""

import difflib
from collections.abc import Iterator
from typing import Any, TypeVar, get_args

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from reframe.tables.problems import Keys, Problem
from reframe.tables.read import Document
from reframe.tables.spec import Spec

S = TypeVar("S", bound=Spec)


def check(spec: type[S], document: Document, problems: list[Problem]) -> S | None:
    """Return the document as ``spec``, or None after adding every difference to ``problems``."""
    if not isinstance(document.data, dict):
        problems.append(
            document.problem(
                (), "not a rule file: its lines are not 'name: value'", "begin with 'schema: 1'"
            )
        )
        return None
    try:
        return spec.model_validate(document.data)
    except ValidationError as error:
        problems += (_problem(spec, document, details) for details in error.errors())
        return None


def nearest(word: str, known: list[str], *, most: int = 40) -> str:
    """Return what to do about an unknown word: the nearest known one, or ``most`` of them.

    >>> nearest("verbs", ["verb", "frame"])
    "did you mean 'verb'?"
    >>> nearest("x", ["verb", "frame"])
    'known here: frame, verb'
    """
    if close := difflib.get_close_matches(word, known, n=1, cutoff=0.6):
        return f"did you mean '{close[0]}'?"
    few = sorted(known)
    return "known here: " + ", ".join(few[:most]) + (", ..." if len(few) > most else "")


def _problem(spec: type[Spec], document: Document, details: ErrorDetails) -> Problem:
    keys = _keys(document.data, details)
    name = str(keys[-1]) if keys and isinstance(keys[-1], str) else "an item"
    named = f"'{name}'" if name != "an item" else f"an item of '{_last_name(keys)}'"
    value, expected = details["input"], details.get("ctx", {}).get("expected")
    match details["type"]:
        case "missing":
            do = "begin with 'schema: 1'" if keys == ("schema",) else "add it"
            what = f"{named} is missing"
        case "extra_forbidden":
            what, do = f"unknown key {named}", nearest(name, _known(spec, keys))
        case "list_type":
            what, do = f"{named} is {_seen(value)}, not a list", f"write [{_plain(value)}]"
        case "string_type":
            what, do = f"{named} is {_seen(value)}, not text", f'write "{_plain(value)}"'
        case "dict_type" | "model_type":
            what, do = (
                f"{named} is {_seen(value)}, not lines of 'name: value'",
                "see the rule format",
            )
        case "int_type" | "bool_type":
            wanted = "a whole number" if details["type"] == "int_type" else "true or false"
            what, do = f"{named} is {_seen(value)}", f"write {wanted} without quotes"
        case "literal_error" | "enum":
            choices = [c.strip("'") for c in str(expected).replace(" or ", ", ").split(", ")]
            what, do = f"{named} is {_seen(value)}", nearest(str(value), choices)
        case "string_pattern_mismatch":
            what, do = f"{named} is {_seen(value)}", _spelling(details)
        case "string_too_short" | "too_short":
            what, do = f"{named} is empty", "fill it in, or leave the key out"
        case "greater_than_equal":
            what, do = f"{named} is {_seen(value)}", "write 1 or more"
        case _:
            what, do = f"{named}: {details['msg']}", "see the rule format"
    return document.problem(keys, what, do)


def _keys(data: Any, details: ErrorDetails) -> Keys:
    """Return the error's way through the *data*: without the names of alternatives that the
    schema library puts between, and with the key that is missing."""
    keys: list[str | int] = []
    *way, last = details["loc"] or ("",)
    for part in (*way, last):
        inside = isinstance(data, dict) and part in data
        if inside or (isinstance(data, list) and isinstance(part, int) and part < len(data)):
            data = data[part]
            keys.append(part)
    if details["type"] == "missing":
        keys.append(last)
    elif keys and keys[-1] == "[key]":
        keys.pop()
    return tuple(keys)


def _last_name(keys: Keys) -> str:
    return next((key for key in reversed(keys) if isinstance(key, str)), "the file")


def _known(spec: type[Spec], keys: Keys) -> list[str]:
    """Return the keys that the spec knows where the last of ``keys`` stands."""
    models: list[type[Spec]] = [spec]
    for key in keys[:-1]:
        fields = {_alias(n, f): f for m in models for n, f in m.model_fields.items()}
        if key in fields and (inner := list(_models(fields[str(key)].annotation))):
            models = inner
    return [_alias(name, field) for m in models for name, field in m.model_fields.items()]


def _alias(name: str, field: Any) -> str:
    return str(field.alias or name)


def _models(annotation: Any) -> Iterator[type[Spec]]:
    if isinstance(annotation, type) and issubclass(annotation, Spec):
        yield annotation
    for inner in get_args(annotation):
        yield from _models(inner)


def _seen(value: Any) -> str:
    if value is None:
        return "empty"
    if isinstance(value, list):
        return "a list"
    return "lines of 'name: value'" if isinstance(value, dict) else f"'{_plain(value)}'"


def _plain(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return "..." if value is None or isinstance(value, list | dict) else str(value)


def _spelling(details: ErrorDetails) -> str:
    pattern = str(details.get("ctx", {}).get("pattern", ""))
    if "_" in pattern:
        return "write it in small letters, digits and '_', such as blank_page"
    if "\\." in pattern:
        return "write <family>.<name> in small letters, digits and '-'"
    return "write it in small letters, digits and '-'"
