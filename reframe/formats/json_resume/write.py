"""Write a résumé as JSON Resume: its own file with the new wordings in it, or a fresh one."""

import copy
import json
import re
from collections.abc import Callable, Mapping
from typing import Any, Final

from reframe.core.resume import Bullet, Position, Resume, Section
from reframe.formats.json_resume.read import LINES, OTHER, parsed
from reframe.formats.json_resume.table import table

_EMAIL: Final = re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]*\w")
_URL: Final = re.compile(r"(?i)\b(?:https?://|www\.|linkedin\.com|github\.com)\S*")
_PHONE: Final = re.compile(r"\+?\(?\d[\d\s().-]{7,17}\d")
_ADDRESS: Final = re.compile(r",\s*[A-Z]{2}\b|\d{5}|^\d+\s")
Say = Callable[[Bullet], str]
"""What a bullet says now."""


def write_json(resume: Resume, say: Say, scope: Mapping[str, str]) -> bytes:
    """Return the résumé as JSON Resume; ``scope`` holds the scope lines by post.

    One that was read from JSON comes back as it was, unknown fields and all: only highlights
    that were reworded change, and a scope line stands before the summary of its post.
    """
    whole = _in_place(resume, say, scope) if resume.format == "json" else _fresh(resume, say, scope)
    return (json.dumps(whole, ensure_ascii=False, indent=2) + "\n").encode()


def _in_place(resume: Resume, say: Say, scope: Mapping[str, str]) -> dict[str, Any]:
    whole = copy.deepcopy(parsed(resume.data, resume.source))
    for bullet, _, _ in resume.placed_bullets():
        if say(bullet) != bullet.text:
            _set(whole, bullet.line.anchor, bullet.text, say(bullet))
    for section in resume.sections:
        for number, position in enumerate(section.positions):
            if line := scope.get(position.id):
                post = whole[_part_of(section)][number]
                post["summary"] = " ".join(filter(None, [_ended(line), post.get("summary")]))
    return whole


def _set(whole: Any, pointer: str, before: str, after: str) -> None:
    """Put a text where a pointer leads. Empty items were passed over on reading, so that the
    item is looked for by its text too."""
    *way, last = pointer.strip("/").split("/")
    place = whole
    for step in way:
        place = place[int(step)] if isinstance(place, list) else place[step]
    same = [
        n
        for n, text in enumerate(place)
        if isinstance(text, str) and text.split() == before.split()
    ]
    at = int(last) if int(last) in same else same[0]
    place[at] = after


def _part_of(section: Section) -> str:
    assert section.heading is not None
    return section.heading.anchor.strip("/")


def _fresh(resume: Resume, say: Say, scope: Mapping[str, str]) -> dict[str, Any]:
    whole: dict[str, Any] = {"basics": _basics(resume)}
    posts = {entry["kind"]: entry for entry in table()["posts"]}
    lines = {entry["kind"]: entry for entry in reversed(table()["lines"])}
    for section in resume.sections:
        texts = [line.text for line in section.lines]
        bullets = [say(bullet) for bullet in section.bullets]
        if section.kind == "summary" and "summary" not in whole["basics"]:
            whole["basics"]["summary"] = "\n".join([*texts, *bullets])
            texts, bullets = [], []
        elif section.kind in lines and (texts or bullets):
            entry = lines[section.kind]
            items = [{entry["into"]: text} for text in (*texts, *bullets)]
            whole.setdefault(entry["part"], []).extend(items)
            texts, bullets = [], []
        if section.positions:
            entry = posts.get(section.kind, posts["experience"])
            items = [_post(position, entry, say, scope) for position in section.positions]
            whole.setdefault(entry["part"], []).extend(items)
        if texts or bullets:
            heading = section.heading.text if section.heading else ""
            whole.setdefault(OTHER, []).append(
                {"kind": section.kind, "heading": heading, "lines": texts, "bullets": bullets}
            )
    if resume.unplaced:
        texts = [line.text for line in resume.unplaced]
        whole.setdefault(OTHER, []).append({"kind": "other", "heading": "", "lines": texts})
    return whole


def _post(
    position: Position, entry: Mapping[str, Any], say: Say, scope: Mapping[str, str]
) -> dict[str, Any]:
    known = " ".join((position.title, position.employer, position.location, position.dates))
    rest = [
        " ".join(line.text.split())
        for line in position.lines
        if any(
            word.strip(",;:|·•–—-()").casefold() not in known.casefold()
            for word in line.text.split()
        )
    ]
    line = scope.get(position.id, "")
    said = {
        entry["employer"]: position.employer,
        entry["title"]: position.title,
        "location": position.location,
        "startDate": position.start if position.current or position.start != position.end else "",
        "endDate": "" if position.current else position.end,
        "summary": " ".join(filter(None, [_ended(line), *rest])),
    }
    highlights = [say(bullet) for bullet in position.bullets]
    return {key: text for key, text in said.items() if text} | {"highlights": highlights}


def _basics(resume: Resume) -> dict[str, Any]:
    """Return name and contact: what is not known for certain stays a line of its own."""
    basics: dict[str, Any] = {"name": resume.name}
    left: list[str] = []
    for line in resume.contact:
        for piece in re.split(r"\s*[|•·]\s*|\t+|\s{3,}", line.text):
            if not piece or piece == resume.name:
                continue
            for key, pattern in (("email", _EMAIL), ("url", _URL), ("phone", _PHONE)):
                if key not in basics and (found := pattern.search(piece)):
                    basics[key] = found.group()
                    if found.group() != piece:
                        left.append(piece)
                    break
            else:
                if "location" not in basics and _ADDRESS.search(piece):
                    basics["location"] = {"address": piece}
                else:
                    left.append(piece)
    return basics | ({LINES: left} if left else {})


def _ended(line: str) -> str:
    return line if not line or line.endswith(".") else f"{line}."
