"""Title, employer, place and dates of a post, out of the lines above its bullets."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

from reframe.formats.outline.dates import Dates, find_dates
from reframe.formats.outline.duties import opens_as_duty
from reframe.formats.outline.line import SourceLine
from reframe.formats.outline.words import fold, words

_LABEL: Final = re.compile(r"^\W*([^\W\d_][^:\t]{1,24}?)\s*(?::[-–]?|\t+\s*:?)\s*(?=\S)")
# What separates the parts of a header line: tabs, bars, wide gaps, dashes between blanks.
_SPLIT: Final = re.compile(r"\t+|\s*[|•·⋅]\s*|\s{3,}|\s+[-–—]\s*|\s*[–—]\s+|(?<=\w)—(?=\w)")
# "Sable Bank (Millport)": what stands in brackets at the end is a part of its own.
_BRACKETS: Final = re.compile(r"\s*\(([^()]*)\)?\s*$")
_AT: Final = re.compile(
    r"(?i)^(?:.*?\b(?:worked|working|work|employed|served|serving|joined)\s+(?:as\s+)?)?(?:an?\s+|the\s+)?(.{3,60}?)\s+(?:at|with|for|@)\s+(.{3,})$"
)
_PLACE: Final = re.compile(
    r"^[A-Z][\w.’' -]{1,28},\s*(?:[A-Z]{2}\b|[A-Z][\w.’' -]{2,28})(?:\s+\d{5})?$"
)
_UNKNOWN_LABEL: Final = re.compile(r"^\W*[^\W\d_][\w /&.’'-]{1,24}?\s*:")
_DASHES: Final = ("-", "–", "—")
_EDGE: Final = " \t,;:.|-–—()/[]•·"
_TOKEN: Final = re.compile(r"[^\W\d_][\w.'’-]*")
# Header lines are short; a longer one is cut, so that no pattern meets a megabyte.
_MAX_LENGTH: Final = 600
_MAX_PART_WORDS: Final = 10
_MAX_PLACE_WORDS: Final = 5
_MAX_VALUE_WORDS: Final = 14


@dataclass(frozen=True, slots=True)
class Post:
    """What the header lines say; empty where they do not. ``dates`` is the source's wording."""

    title: str = ""
    employer: str = ""
    location: str = ""
    dates: str = ""
    start: str = ""
    end: str = ""
    current: bool = False

    @property
    def stated(self) -> bool:
        """Whether the lines read like a post at all."""
        return bool(self.dates and (self.title or self.employer)) or bool(
            self.title and self.employer
        )


def labelled(text: str) -> tuple[str, str] | None:
    """Return (field, value) of a line such as "Designation : Clerk", or None.

    >>> labelled("Duration : 2012 to 2014"), labelled("Responsible for: filing")
    (('dates', '2012 to 2014'), None)
    """
    found = _LABEL.match(text[:_MAX_LENGTH])
    if found is None:
        return None
    field = words().post_labels.get(fold(found.group(1)))
    value = text[found.end() :].strip(" \t:")
    if not field or not value:
        return None
    # "Role : The portal replaced a queue at the town hall ..." describes, it does not name.
    return ("context" if len(value.split()) > _MAX_VALUE_WORDS else field), value


def has_title_word(text: str) -> bool:
    """Whether a text holds a word that names posts."""
    return any(token in words().post_words for token in _tokens(text))


def has_employer_word(text: str) -> bool:
    """Whether a text holds a word that names employers."""
    return any(token in words().employer_words for token in _tokens(text))


def has_degree_word(text: str) -> bool:
    """Whether a text names a degree or a school leaving certificate."""
    padded = f" {re.sub(r'[(),:;/|]', ' ', text.casefold())} "
    return any(f" {word} " in padded or f" {word}. " in padded for word in words().degrees)


def read_post(lines: Sequence[SourceLine]) -> Post:
    """Return the post that these header lines state."""
    fields: dict[str, str] = {}
    rows: list[list[str]] = []
    dates: Dates | None = None
    wording = ""
    for line in lines:
        text = line.text[:_MAX_LENGTH]
        pair = labelled(text)
        if pair is not None and pair[0] != "dates":
            fields.setdefault(pair[0], _clean(pair[1]))
            continue
        found = find_dates(text)
        if found is not None:
            if dates is None or (found.ranged and not dates.ranged):
                dates, wording = found, text[found.begin : found.stop]
            text = f"{text[: found.begin]}\t{text[found.stop :]}"
        if pair is None and not _UNKNOWN_LABEL.match(text):
            rows.append(_parts(text))
    post = _assign([row for row in rows if row], fields)
    if dates is None:
        return post
    return replace(
        post,
        dates=" ".join(wording.split()).strip(" ,;("),
        start=dates.start,
        end=dates.end,
        current=dates.current,
    )


def _assign(rows: Sequence[Sequence[str]], fields: dict[str, str]) -> Post:
    """Tell title, employer and place apart: by labels, then by words, then by position.

    Without a word that gives it away, a part becomes the title only when it has a line to
    itself: a title that is not one would be printed as if it were.
    """
    title, employer, location = (fields.get(key, "") for key in ("title", "employer", "location"))
    own_line: list[str] = []
    beside: list[str] = []
    places: list[str] = []
    for row in rows:
        for part in row:
            match = _AT.match(part)
            if match and has_title_word(match.group(1)) and not (title and employer):
                title = title or _clean(match.group(1))
                rest = _comma_parts(_clean(match.group(2)))
                employer = employer or rest[0]
                location = location or ", ".join(rest[1:])
                continue
            if _is_place(part):
                places.append(part)
                continue
            pieces = _split_commas(part)
            for piece in pieces:
                is_title, is_employer = has_title_word(piece), has_employer_word(piece)
                if is_title and not title and not _ends_as_employer(piece):
                    title = piece
                elif is_employer and not employer:
                    employer = piece
                elif _is_place(piece):
                    places.append(piece)
                else:
                    (own_line if len(row) == len(pieces) == 1 else beside).append(piece)
    for piece in [*own_line, *beside]:
        if not employer and (title or piece in beside):
            employer = piece
        elif not title and piece in own_line:
            title = piece
        elif not location and not places and len(piece.split()) <= _MAX_PLACE_WORDS:
            location = piece
    if places and not employer and not own_line and not beside:
        employer, _, rest_place = places.pop(0).partition(",")
        location = location or rest_place.strip()
    return Post(title=title, employer=employer, location=location or (places[0] if places else ""))


def _is_place(text: str) -> bool:
    """Whether a text reads like "Millport, OH" or "Millport, Eastmere"."""
    return bool(_PLACE.match(text)) and not has_title_word(text) and not has_employer_word(text)


def _ends_as_employer(piece: str) -> bool:
    tokens = _tokens(piece)
    return (
        bool(tokens)
        and tokens[-1] in words().employer_words
        and tokens[-1] not in words().post_words
    )


def _split_commas(part: str) -> list[str]:
    """Split "Staff Nurse, Willowmere Hospital, Millport"; keep "Millport, OH" together."""
    pieces = _comma_parts(part)
    if len(pieces) == 1:
        return pieces
    if len(pieces) >= 2 and len(pieces[-1]) == 2 and pieces[-1].isupper():
        pieces[-2:] = [f"{pieces[-2]}, {pieces[-1]}"]
    if has_title_word(pieces[0]) and _names_function(pieces[1]):
        return [part[: part.index(pieces[1]) + len(pieces[1])], *pieces[2:]]
    return pieces


def _names_function(piece: str) -> bool:
    """Whether a piece behind a title says what it is a title of: "Sales and Marketing"."""
    table = words()
    tokens = [token for token in _tokens(piece) if token not in table.filler]
    return bool(tokens) and all(token in table.functions for token in tokens)


def _comma_parts(text: str) -> list[str]:
    parts = [piece for raw in text.split(",") if (piece := _clean(raw))]
    # "Sable & Sons, Inc." is one name.
    joined: list[str] = []
    for piece in parts:
        if joined and fold(piece) in ("inc", "llc", "ltd", "co", "llp", "pvt ltd", "corp"):
            joined[-1] += f", {piece}"
        else:
            joined.append(piece)
    return joined or [text]


def _parts(text: str) -> list[str]:
    found = _BRACKETS.search(text)
    aside = []
    if found is not None and found.start() and not has_title_word(found.group(1)):
        aside = [found.group(1)]
        text = text[: found.start()]
    spans: list[tuple[int, int]] = []
    at = 0
    for gap in [*_SPLIT.finditer(text), None]:
        stop = len(text) if gap is None else gap.start()
        before = text[spans[-1][1] : at] if spans else ""
        if before.strip(" ") in _DASHES and spans and _one_title(text, spans[-1], (at, stop)):
            spans[-1] = (spans[-1][0], stop)
        else:
            spans.append((at, stop))
        at = stop if gap is None else gap.end()
    return [
        part
        for raw in [*(text[start:stop] for start, stop in spans), *aside]
        if (part := _clean(raw)) and any(char.isalpha() for char in part) and _is_part(part)
    ]


def _one_title(text: str, first: tuple[int, int], second: tuple[int, int]) -> bool:
    """Whether a dash stands inside a title: "Apprentice - Electrician"."""
    return all(
        has_title_word(text[slice(*span)]) and not has_employer_word(text[slice(*span)])
        for span in (first, second)
    )


def _is_part(part: str) -> bool:
    folded = fold(part)
    return (
        len(part.split()) <= _MAX_PART_WORDS
        and not (len(part.split()) > 3 and opens_as_duty(part) and not has_title_word(part))
        and folded not in words().duty_labels
        and folded not in words().post_labels
        and folded not in words().months
    )


def _clean(text: str) -> str:
    stripped = " ".join(text.split()).strip(_EDGE)
    if stripped.count("(") > stripped.count(")"):
        stripped += ")"
    # Keep the point of an abbreviation: "Pvt. Ltd."
    if stripped and f"{stripped}." in text and stripped.rpartition(" ")[2].casefold() in (
        "ltd", "inc", "co", "corp", "s.a", "s.l",
    ):  # fmt: skip
        return stripped + "."
    return stripped


@lru_cache(maxsize=256)
def _tokens(text: str) -> tuple[str, ...]:
    return tuple(token.casefold().strip(".'’-") for token in _TOKEN.findall(text))
