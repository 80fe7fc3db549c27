"""Pages of HTML looked at strictly: what a browser would quietly mend is an error here."""

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

VOID = frozenset({"meta", "br", "img", "link", "input", "hr"})
# An end tag in a paragraph, or a block in one, is where browsers begin to guess.
BLOCKS = frozenset(
    {"div", "p", "ul", "ol", "dl", "section", "header", "h1", "h2", "h3", "h4", "table"}
)


@dataclass
class Element:
    """One element: its name, attributes, text (with that of the elements in it) and ancestors."""

    name: str
    attributes: dict[str, str]
    above: tuple[str, ...]
    text: str = ""


@dataclass
class Page(HTMLParser):
    """The elements of a page in order, and everything that is wrong with its nesting."""

    elements: list[Element] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    open: list[Element] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag, attrs):
        names = [name for name, _ in attrs]
        if len(set(names)) < len(names):
            self.problems.append(f"an attribute twice: {self.get_starttag_text()}")
        above = tuple(element.name for element in self.open)
        if tag in BLOCKS and "p" in above:
            self.problems.append(f"<{tag}> in a paragraph, line {self.getpos()[0]}")
        element = Element(tag, dict(attrs), above)
        self.elements.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_endtag(self, tag):
        if not self.open or self.open[-1].name != tag:
            self.problems.append(f"</{tag}> closes nothing, line {self.getpos()[0]}")
        else:
            self.open.pop()

    def handle_data(self, data):
        for element in self.open:
            element.text += data

    def all(self, name: str) -> list[Element]:
        return [element for element in self.elements if element.name == name]

    def marked(self, part: str) -> list[Element]:
        return [e for e in self.elements if part in e.attributes.get("class", "").split()]


def looked_at(text: str) -> Page:
    page = Page()
    page.feed(text)
    page.close()
    page.problems += [f"<{element.name}> is never closed" for element in page.open]
    return page


def accessibility_problems(page: Page) -> list[str]:
    """What a reader with a screen reader or a keyboard would stumble over."""
    found = []
    ids = [e.attributes["id"] for e in page.elements if "id" in e.attributes]
    found += [f"the id {name} stands twice" for name in set(ids) if ids.count(name) > 1]
    for element in page.elements:
        for name in element.attributes.get("aria-labelledby", "").split():
            found += [f"nothing is called {name}"] * (name not in ids)
        target = element.attributes.get("href", "")
        if target.startswith("#") and target[1:] not in ids:
            found.append(f"a link leads nowhere: {target}")
        if element.name == "svg" and element.attributes.get("role") != "img":
            found.append("a picture without a role")
        if element.name == "th" and "scope" not in element.attributes:
            found.append("a table's heading without its scope")
    levels = [int(e.name[1]) for e in page.elements if re.fullmatch("h[1-6]", e.name)]
    if levels[:1] != [1] or levels.count(1) != 1:
        found.append("a page has one h1, and it comes first")
    steps = pairwise(levels)
    found += [f"h{b} follows h{a}" for a, b in steps if b > a + 1]
    for landmark in ("header", "main", "footer"):
        found += [f"no <{landmark}>"] * (landmark not in {e.name for e in page.elements})
    if page.all("html")[0].attributes.get("lang") != "en":
        found.append("the language is not told")
    titles = sum("svg" in e.above for e in page.all("title"))
    return [*found, *(["a picture without a title"] * (titles != len(page.all("svg"))))]


def fetched(page: Page) -> list[str]:
    """Everything that a browser would fetch, or run."""
    found = [
        str(e.attributes[a])
        for e in page.elements
        for a in ("src", "srcset", "data")
        if a in e.attributes
    ]
    found += [e.attributes.get("href", "") for e in page.all("link")]
    found += [e.name for e in page.elements if e.name in {"script", "iframe", "object", "embed"}]
    found += [a for e in page.elements for a in e.attributes if a.startswith("on")]
    styles = " ".join(e.text for e in page.all("style"))
    found += re.findall(r"url\([^)]*\)|@import[^;]*|expression\(", styles)
    found += [h for e in page.all("a") if not (h := e.attributes.get("href", "")).startswith("#")]
    return found


def contrast(one: str, other: str) -> float:
    """The contrast of two colours (#rrggbb) by WCAG: 4.5 and more can be read."""

    def light(colour: str) -> float:
        parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
        linear = [p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    bright, dark = sorted((light(one), light(other)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


def colours(style: Path) -> dict[str, str]:
    """The named colours of a style sheet."""
    return dict(re.findall(r"--([\w-]+):\s*(#[0-9a-f]{6})", style.read_text(encoding="utf-8")))
