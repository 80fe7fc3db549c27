"""Read a résumé in the JSON Resume format; an anchor is the JSON pointer of its text."""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final, cast

from reframe.core.naming import bullet_id, position_id
from reframe.core.resume import Bullet, Line, Position, Resume, Section, SectionKind
from reframe.errors import TooLarge, Unreadable, Unsupported
from reframe.formats.json_resume.table import schema, table
from reframe.formats.outline.sections import Names

OTHER: Final = "x_sections"
LINES: Final = "x_lines"
_MAX: Final = 5_000_000
_SHOWN: Final = 8


def read_json(data: bytes, *, source: str) -> Resume:
    """Return the résumé in the bytes of a JSON Resume file.

    Raises:
        Unreadable: when it is no JSON, or breaks the format; every place is named.
        Unsupported: when it is JSON of something else.
        TooLarge: beyond what a résumé ever needs.
    """
    whole = parsed(data, source)
    _check(whole, source)
    known = _without_nulls(whole)
    names = Names()
    basics = known.get("basics", {})
    sections = [
        *_summary(basics),
        *(s for entry in table()["posts"] if (s := _posts(known, entry, names))),
        *(s for entry in table()["lines"] if (s := _lines(known, entry))),
        *_others(known, names),
    ]
    unknown = [key for key in whole if key not in schema()["properties"] and key != OTHER]
    notes = [
        f"'{key}' is no part of JSON Resume: it is kept, and shown nowhere." for key in unknown
    ]
    if not any(s.bullets or any(p.bullets for p in s.positions) for s in sections):
        notes.append("No highlights were found: there is nothing to reword.")
    return Resume(
        source=source,
        format="json",
        name=" ".join(basics.get("name", "").split()),
        contact=tuple(_contact(basics)),
        furniture=(),
        sections=tuple(sections),
        unplaced=(),
        warnings=tuple(notes),
        data=data,
    )


def parsed(data: bytes, source: str) -> dict[str, Any]:
    """Return the map that a JSON file holds.

    Raises:
        Unreadable: when it is no JSON, or no map.
        TooLarge: beyond what a résumé ever needs.
    """
    if len(data) > _MAX:
        raise TooLarge(f"{source}: has {len(data) // 1000:,} kB, the limit is {_MAX // 1000:,} kB.")
    try:
        whole = json.loads(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise Unreadable(f"{source}: not a text in UTF-8; save it so.") from error
    except json.JSONDecodeError as error:
        raise Unreadable(
            f"{source}:{error.lineno}:{error.colno}: not valid JSON: {error.msg}."
        ) from error
    except RecursionError as error:
        raise Unreadable(f"{source}: is nested deeper than any résumé.") from error
    if not isinstance(whole, dict):
        raise Unreadable(
            f"{source}: holds no résumé; JSON Resume is a map with 'basics' and 'work'."
        )
    return whole


def _check(whole: Mapping[str, Any], source: str) -> None:
    from jsonschema import Draft202012Validator

    if not set(whole) & set(schema()["properties"]) - {"$schema", "meta"}:
        raise Unsupported(f"{source}: no JSON Resume: there is no 'basics' and no 'work' in it.")
    validator = Draft202012Validator(schema())
    errors = sorted(
        validator.iter_errors(_without_nulls(whole)), key=lambda e: list(map(str, e.path))
    )
    if errors:
        told = [f"{source}: /{'/'.join(map(str, e.path))}: {_what(e)}" for e in errors[:_SHOWN]]
        if len(errors) > _SHOWN:
            told.append(f"{source}: and {len(errors) - _SHOWN} more of the kind")
        raise Unreadable("\n".join(told))


def _what(error: Any) -> str:
    if error.validator == "pattern":
        return f"{error.instance!r} is no date; write 2021, 2021-03 or 2021-03-15"
    if error.validator == "type":
        return f"{error.instance!r:.60} should be of the type {error.validator_value}"
    return str(error.message)[:120]


def _without_nulls(value: Any) -> Any:
    """Return plain data without empty values: many programs write null for "not given"."""
    if isinstance(value, Mapping):
        return {key: _without_nulls(item) for key, item in value.items() if item is not None}
    if isinstance(value, list):
        return [_without_nulls(item) for item in value if item is not None]
    return value


def _contact(basics: Mapping[str, Any]) -> Iterator[Line]:
    for key in ("name", "label", "email", "phone", "url"):
        if basics.get(key):
            yield Line(basics[key], f"/basics/{key}")
    location = basics.get("location", {})
    keys = ("address", "city", "region", "postalCode", "countryCode")
    place = ", ".join(location[key] for key in keys if location.get(key))
    if place:
        yield Line(place, "/basics/location")
    for number, profile in enumerate(basics.get("profiles", ())):
        said = profile.get("url") or profile.get("username", "")
        if said:
            label = f"{profile['network']}: " if profile.get("network") else ""
            yield Line(f"{label}{said}", f"/basics/profiles/{number}")
    for number, line in enumerate(basics.get(LINES, ())):
        yield Line(str(line), f"/basics/{LINES}/{number}")


def _summary(basics: Mapping[str, Any]) -> Iterator[Section]:
    lines = tuple(_split(basics.get("summary", ""), "/basics/summary"))
    if lines:
        yield Section("summary", Line("Summary", "/basics"), (), (), lines)


def _posts(whole: Mapping[str, Any], entry: Mapping[str, Any], names: Names) -> Section | None:
    part = entry["part"]
    posts = [
        _post(post, f"/{part}/{number}", entry, names)
        for number, post in enumerate(whole.get(part, ()))
    ]
    if not posts:
        return None
    return Section(entry["kind"], Line(entry["heading"], f"/{part}"), tuple(posts), (), ())


def _post(post: Mapping[str, Any], at: str, entry: Mapping[str, Any], names: Names) -> Position:
    title = post.get(entry["title"], "")
    employer = post.get(entry["employer"]) or post.get(entry.get("older", ""), "")
    start, end = post.get("startDate", "")[:7], post.get("endDate", "")[:7]
    dates = span(start, end)
    lines = [
        line
        for key in ("description", "summary")
        for line in _split(post.get(key, ""), f"{at}/{key}")
    ]
    return Position(
        id=names.unique(position_id(title, employer, dates)),
        title=title,
        employer=employer,
        location=post.get("location", ""),
        dates=dates,
        start=start,
        end=end,
        current=bool(start and not end),
        lines=tuple(lines),
        bullets=tuple(
            _bullet(text, f"{at}/highlights/{number}", names)
            for number, text in enumerate(post.get("highlights", ()))
            if text.strip()
        ),
    )


def _bullet(text: str, at: str, names: Names) -> Bullet:
    text = " ".join(text.split())
    return Bullet(names.unique(bullet_id(text)), text, Line(text, at))


def span(start: str, end: str) -> str:
    """Return dates as a résumé prints them.

    >>> span("2021-03", ""), span("2017", "2019-12"), span("", "2015")
    ('March 2021 – Present', '2017 – December 2019', '2015')
    """
    if not start:
        return _printed(end)
    return f"{_printed(start)} – {_printed(end) if end else table()['present']}"


def _printed(date: str) -> str:
    year, _, month = date.partition("-")
    number = int(month[:2]) if month else 0
    return f"{table()['months'][number - 1]} {year}" if 1 <= number <= 12 else year


def _lines(whole: Mapping[str, Any], entry: Mapping[str, Any]) -> Section | None:
    part = entry["part"]
    lines = tuple(
        Line(text, f"/{part}/{number}")
        for number, item in enumerate(whole.get(part, ()))
        if (text := _line(item, entry))
    )
    heading = Line(entry["heading"], f"/{part}")
    return Section(entry["kind"], heading, (), (), lines) if lines else None


def _line(item: Mapping[str, Any], entry: Mapping[str, Any]) -> str:
    said: list[str] = []
    for key in entry["fields"]:
        value = item.get(key)
        if key == "startDate" and value and item.get("endDate"):
            said.append(span(value[:7], item["endDate"][:7]))
        elif key == "endDate" and item.get("startDate"):
            continue
        elif key.casefold().endswith("date") and value:
            said.append(_printed(value[:7]))
        elif value:
            said.append(", ".join(value) if isinstance(value, list) else " ".join(value.split()))
    if entry.get("labelled") and len(said) > 1:
        return f"{said[0]}: {', '.join(said[1:])}"
    return ", ".join(said)


def _others(whole: Mapping[str, Any], names: Names) -> Iterator[Section]:
    found: Sequence[Any] = whole.get(OTHER, ())
    for number, section in enumerate(found):
        if not isinstance(section, Mapping):
            continue
        at = f"/{OTHER}/{number}"
        heading = str(section.get("heading", ""))
        yield Section(
            cast(SectionKind, section.get("kind", "other")),
            Line(heading, at) if heading else None,
            (),
            tuple(
                _bullet(str(text), f"{at}/bullets/{n}", names)
                for n, text in enumerate(section.get("bullets", ()))
            ),
            tuple(
                Line(str(text), f"{at}/lines/{n}")
                for n, text in enumerate(section.get("lines", ()))
            ),
        )


def _split(text: str, at: str) -> Iterator[Line]:
    for line in text.splitlines():
        if line.strip():
            yield Line(" ".join(line.split()), at)
