"""Lines that say who the client is and how to reach them."""

import re
from typing import Final

from reframe.formats.outline.line import SourceLine
from reframe.formats.outline.words import fold, words

_EMAIL: Final = re.compile(r"[\w.+-]{1,64}@[\w-]{1,64}\.\w")
_URL: Final = re.compile(r"(?i)\b(?:https?://|www\.)|linkedin\.com|github\.com")
_PHONE: Final = re.compile(r"(?<![\d/.])\+?\(?\d[\d\s().-]{7,17}\d(?!\d)")
_POSTCODE: Final = re.compile(r"\b[A-Z]{2}\s+\d{5}(?:-\d{4})?\b|[-–]\s?\d{5,6}\b")
_LABEL: Final = re.compile(r"^\W*([^:\t–-]{1,20}?)\s*\.?\s*(?::|\t|[-–]|\s{2,})")
_NUMBERED_STREET: Final = re.compile(r"^\W*(?:no\.?\s*)?\d{1,6}(?:[/-]\d+)?[A-Za-z]?[,\s]")
_NAME_LABEL: Final = re.compile(r"(?i)^(?:full\s+)?name\s*[:\-–][\s:]*")
_DIGITS: Final = re.compile(r"\D")
# Contact lines are short; a longer line is looked at no further.
_MAX_LENGTH: Final = 600
_MAX_NAME_WORDS: Final = 6


def has_address_mark(text: str) -> bool:
    """Whether a text holds an e-mail address, a web address or a telephone number."""
    return bool(_EMAIL.search(text) or _URL.search(text) or has_phone(text))


def has_phone(text: str) -> bool:
    """Whether a text holds a telephone number; years and amounts are none.

    >>> has_phone("Cell. 202 555 0180"), has_phone("2009 - 2013"), has_phone("2009-2013, 410,000 h")
    (True, False, False)
    """
    return any(len(_DIGITS.sub("", match.group())) >= 9 for match in _PHONE.finditer(text))


def is_contact(line: SourceLine) -> bool:
    """Whether a line by itself is one of contact: a label, an address, a number."""
    text = line.text[:_MAX_LENGTH]
    if _EMAIL.search(text):
        return True
    labelled = _LABEL.match(text)
    label = fold(labelled.group(1)) if labelled else ""
    if label in words().contact_labels:
        return True
    if len(text.split()) > 14:
        return False
    return has_phone(text) or bool(_URL.search(text)) or is_street(text)


def is_personal(text: str) -> bool:
    """Whether a line states personal data ("Date of birth : ...")."""
    found = _LABEL.match(text[:_MAX_LENGTH])
    return found is not None and fold(found.group(1)) in words().personal_labels


def is_street(text: str) -> bool:
    """Whether a text reads like a postal address."""
    tokens = set(re.findall(r"[a-z.]+", text.casefold()))
    streets = words().streets
    return bool(_POSTCODE.search(text) or (_NUMBERED_STREET.match(text) and tokens & streets))


def is_title(text: str) -> bool:
    """Whether a line only says that this is a résumé."""
    return fold(text) in words().titles


def has_name_label(text: str) -> bool:
    """Whether a line states the client's own name behind a label."""
    return bool(_NAME_LABEL.match(text))


def name_in(text: str) -> str:
    """Return the name that a line at the top holds, or an empty string.

    >>> name_in("DEVI\\t\\t25/12, Demo Court"), name_in("Name: Ada Example"), name_in("Page 2")
    ('DEVI', 'Ada Example', '')
    """
    text = _NAME_LABEL.sub("", text[:_MAX_LENGTH].strip())
    first = re.split(r"\t|\||\s{3,}|•|,\s", text)[0].strip(" .,:;-–—")
    tokens = first.split()
    if "," in first and is_street(f"1 {first}"):
        return ""
    if not tokens or len(tokens) > _MAX_NAME_WORDS or any(char.isdigit() for char in first):
        return ""
    if has_address_mark(first) or is_title(first) or fold(first) in words().headings:
        return ""
    if ":" in first or fold(first) in words().contact_labels:
        return ""
    if len(tokens) == 1 and not first.isupper() and len(first) < 3:
        return ""
    return " ".join(tokens) if any(char.isalpha() for char in first) else ""
