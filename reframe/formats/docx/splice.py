"""Tracked changes inside one paragraph: runs are cut at characters, never rebuilt.

Old words stay in their own runs, wrapped in ``w:del``; new words are new runs in ``w:ins``.
Rejecting the changes therefore gives back every character with the format it had.
"""

import copy
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from lxml import etree

from reframe.formats.docx.atoms import Atom, Element, Layout
from reframe.formats.docx.dress import dressed, format_key, set_format, worn
from reframe.formats.docx.names import W_NS, XML_SPACE, W
from reframe.formats.docx.pen import Pen
from reframe.formats.docx.phrases import Phrase
from reframe.formats.docx.text import as_shown, parent_of, printable, runs

_LINK = W + "hyperlink"
# Older revisions around a run: new ones never go inside them.
_OLDER = (W + "ins", W + "moveTo")
_AS_ELEMENT = {"\t": "tab", "\n": "br", "\u2011": "noBreakHyphen", "\u00ad": "softHyphen"}
_STRUCK = {W + "t": W + "delText", W + "instrText": W + "delInstrText"}


def refusal(layout: Layout, phrase: Phrase) -> str:
    """Return why a phrase cannot be changed, or an empty string when it can."""
    start, end = phrase.start, phrase.end
    if any(stretch.locked for stretch in layout.within(start, end)):
        return "the words are part of a field, a symbol or a fixed content control"
    if any(start < barrier < end for barrier in layout.barriers):
        return "a drawing, a field or a footnote stands between the words"
    if start < end or not layout.text:
        return ""
    beside = [stretch.locked for stretch in layout.within(start - 1, start + 1)]
    if 0 < start < len(layout.text) and all(beside):
        return "the place is inside a field or a fixed content control"
    if all(stretch.locked for stretch in layout.stretches):
        return "all words of the line are part of a field or a fixed content control"
    return ""


def settle(paragraph: Element) -> bool:
    """Rewrite each ``w:t`` as what it shows, so that it can be cut; nothing visible changes.

    Return whether any was rewritten: an earlier layout of the paragraph is then void.
    """
    rewritten = False
    for run in runs(paragraph):
        for node in run.iterchildren(W + "t"):
            shown = as_shown(node)[1]
            if shown != (node.text or ""):
                _set_text(node, shown)
                rewritten = True
    return rewritten


def track(
    paragraph: Element, layout: Layout, changes: Sequence[Phrase], pen: Pen, *, italic: bool = False
) -> list[list[Element]]:
    """Mark phrases of a settled paragraph as changed; return the marks made for each of them,
    in the order of the paragraph.

    ``layout`` is the paragraph's; ``changes`` are ordered, touch only where an insertion
    follows, and are none that :func:`refusal` finds fault with.
    """
    made: list[list[Element]] = []
    # From the right: cutting a run leaves all that stands to the left of the cut in place.
    for phrase in reversed(changes):
        atoms = layout.atoms[phrase.start : phrase.end]
        marks = [_strike(run, pen) for run in _carved(atoms)]
        _join_neighbours(marks)
        if phrase.text:
            new = pen.mark("ins")
            at = 0
            if atoms:
                pieces = [(text, worn(run)) for text, run in dressed(phrase.text, atoms)]
                behind = _most_open(marks, paragraph)
                _place(new, after=behind, pen=pen)
                at = marks.index(behind) + 1
            else:
                pieces = [(phrase.text, _insert(new, paragraph, layout, phrase, pen))]
            for text, properties in pieces:
                new.append(new_run(text, properties, italic=italic))
            marks.insert(at, new)
        made.append(marks)
    return made[::-1]


def new_run(text: str, properties: Element | None, *, italic: bool = False) -> Element:
    """Return a ``w:r`` of a text; ``properties`` become its own."""
    run = etree.Element(W + "r", nsmap={"w": W_NS})
    if italic:
        properties = etree.Element(W + "rPr") if properties is None else properties
        set_format(properties, "i")
    if properties is not None and len(properties):
        run.append(properties)
    for special, chars in groupby(printable(text), key=_AS_ELEMENT.get):
        if special:
            for _ in chars:
                etree.SubElement(run, W + special)
        else:
            _set_text(etree.SubElement(run, W + "t"), "".join(chars))
    return run


def strike_all(paragraph: Element, pen: Pen) -> list[Element]:
    """Mark every run of a paragraph as deleted; return the marks."""
    return [_strike(run, pen) for run in list(runs(paragraph)) if _has_content(run)]


def _has_content(run: Element) -> bool:
    kept = (W + "rPr", W + "commentReference", W + "annotationRef")
    return any(child.tag not in kept for child in run.iterchildren(tag=etree.Element))


def _set_text(node: Element, text: str) -> None:
    node.text = text
    if text != text.strip():
        node.set(XML_SPACE, "preserve")


def _carved(atoms: Sequence[Atom]) -> list[Element]:
    """Cut runs so that these characters stand in runs of their own; return those, in order.

    What is cut off to the right becomes a new run, so that atoms further left stay valid.
    """
    found: list[Element] = []
    for run, group in reversed([(run, list(group)) for run, group in groupby(atoms, _run_of)]):
        last, first = group[-1], group[0]
        _cut_after(run, last)
        struck = _cut_before(run, first)
        found += reversed(list(_without_references(struck)))
    return found[::-1]


def _run_of(atom: Atom) -> Element:
    return atom.run


def _cut_after(run: Element, atom: Atom) -> None:
    """Move all that follows an atom in its run to a new run behind it."""
    if atom.node.tag == W + "t" and atom.offset + 1 < len(atom.node.text or ""):
        tail = _clone(run)
        rest = etree.SubElement(tail, W + "t")
        _set_text(rest, (atom.node.text or "")[atom.offset + 1 :])
        _set_text(atom.node, (atom.node.text or "")[: atom.offset + 1])
        _move_following(atom.node, tail)
        run.addnext(tail)
    elif atom.node.getnext() is not None:
        tail = _clone(run)
        _move_following(atom.node, tail)
        run.addnext(tail)


def _cut_before(run: Element, atom: Atom) -> Element:
    """Move an atom and all that follows it to a new run; return the run that begins with it."""
    node = atom.node
    previous = node.getprevious()
    if not atom.offset and (previous is None or previous.tag == W + "rPr"):
        return run
    tail = _clone(run)
    if atom.offset:
        rest = etree.SubElement(tail, W + "t")
        _set_text(rest, (node.text or "")[atom.offset :])
        _set_text(node, (node.text or "")[: atom.offset])
        _move_following(node, tail)
    else:
        _move_following(node, tail)
        tail.insert(1 if tail.find(W + "rPr") is not None else 0, node)
    run.addnext(tail)
    return tail


def _clone(run: Element) -> Element:
    """Return an empty run with the attributes and the format of another."""
    new = etree.Element(W + "r", nsmap={"w": W_NS})
    new.attrib.update(run.attrib)
    properties = run.find(W + "rPr")
    if properties is not None:
        new.append(copy.deepcopy(properties))
    return new


def _move_following(node: Element, to: Element) -> None:
    for sibling in list(node.itersiblings()):
        to.append(sibling)


def _without_references(run: Element) -> Iterator[Element]:
    """Cut comment references out of a run that is to be deleted: older comments stay."""
    while True:
        reference = run.find(W + "commentReference")
        if reference is None:
            break
        rest, alone = _clone(run), _clone(run)
        _move_following(reference, rest)
        alone.append(reference)
        run.addnext(alone)
        alone.addnext(rest)
        if _has_content(run):
            yield run
        run = rest
    if _has_content(run):
        yield run


def _strike(run: Element, pen: Pen) -> Element:
    mark = pen.mark("del")
    run.addprevious(mark)
    mark.append(run)
    for child in run.iterchildren(tag=etree.Element):
        if child.tag in _STRUCK:
            child.tag = _STRUCK[child.tag]
            _set_text(child, child.text or "")
    return mark


def _join_neighbours(marks: list[Element]) -> None:
    """Put runs side by side that were struck together under one mark."""
    for left, right in reversed(list(pairwise(marks))):
        if left.getnext() is right:
            left.extend(right)
            parent_of(right).remove(right)
            marks.remove(right)


def _container(element: Element) -> Element:
    """Return what holds an element, older revisions aside."""
    parent = parent_of(element)
    while parent.tag in _OLDER:
        parent = parent_of(parent)
    return parent


def _most_open(marks: Sequence[Element], paragraph: Element) -> Element:
    """Return the mark to put new words behind: not inside a link, when there is a choice."""
    free = [mark for mark in marks if _container(mark) is paragraph]
    return (free or list(marks))[-1]


def _insert(
    new: Element, paragraph: Element, layout: Layout, phrase: Phrase, pen: Pen
) -> Element | None:
    """Put a pure insertion in its place; return the format for its words."""
    at = phrase.start
    before = layout.atoms[at - 1] if at else None
    after = layout.atoms[at] if at < len(layout.atoms) else None
    if before is not None and not before.locked:
        if after is not None and before.run is after.run:
            _cut_after(before.run, before)
            _place(new, after=before.run, pen=pen)
            return worn(before.run)
        home = None if after is None else _container(after.run)
        _place(new, after=_out_of_links(before.run, home, paragraph), pen=pen)
    elif after is not None and not after.locked:
        home = None if before is None else _container(before.run)
        begins = _cut_before(after.run, after)
        _place(new, before=_out_of_links(begins, home, paragraph), pen=pen)
    elif before is None:
        properties = paragraph.find(W + "pPr")
        paragraph.insert(0 if properties is None else 1, new)
    else:
        paragraph.append(new)
    like = None if phrase.like is None else layout.atoms[phrase.like]
    if like is not None and not like.locked and not _linked(like):
        return worn(like.run)
    if len(phrase.text.split()) > 1 and not layout.text[at:].strip(" .;"):
        # More words at the end of a line are no part of the bold figure that it ends with.
        return worn(_mostly(layout))
    return _worn_by_insertion(phrase.text, before, after, layout)


def _mostly(layout: Layout) -> Element | None:
    """Return a run that looks as most letters of a line do; links and tags apart."""
    looks: Counter[bytes] = Counter()
    wearers: dict[bytes, Element] = {}
    for run, atoms in groupby(layout.atoms, key=lambda atom: atom.run):
        letters = [atom for atom in atoms if not (atom.locked or _linked(atom))]
        if letters:
            look = format_key(run)
            looks[look] += len(letters)
            wearers.setdefault(look, run)
    return wearers[looks.most_common(1)[0][0]] if looks else None


def _out_of_links(run: Element, home: Element | None, paragraph: Element) -> Element:
    """Climb out of a link, a tag or a control that the neighbour is not part of."""
    node = run
    while True:
        holder = _container(node)
        if holder is paragraph or holder is home or (home is not None and _within(home, holder)):
            return node
        node = holder


def _within(element: Element, holder: Element) -> bool:
    return any(ancestor is holder for ancestor in element.iterancestors())


def _worn_by_insertion(
    text: str, before: Atom | None, after: Atom | None, layout: Layout
) -> Element | None:
    near = [atom for atom in (before, after) if atom is not None and not atom.locked]
    # Words that lean on what follows ("only " before "two") look like what follows.
    if len(near) == 2 and text[-1:].isspace() and not text[:1].isspace():
        near.reverse()
    plain = [atom for atom in near if not _linked(atom)]
    if plain:
        return worn(plain[0].run)
    if len(near) == 2:  # between two links, or in one
        return worn(near[0].run, as_link=_container(near[0].run) is _container(near[1].run))
    others = [atom for atom in layout.atoms if not atom.locked and not _linked(atom)]
    if others:
        return worn(others[-1].run)
    return worn(near[0].run, as_link=False) if near else None


def _linked(atom: Atom) -> bool:
    return next(atom.run.iterancestors(_LINK), None) is not None


def _place(
    new: Element, *, pen: Pen, after: Element | None = None, before: Element | None = None
) -> None:
    """Put a mark beside an element; an older revision around the place is split in two."""
    node = after if after is not None else before
    assert node is not None
    while (older := parent_of(node)).tag in _OLDER:
        inside = list(node.itersiblings()) if after is not None else [node, *node.itersiblings()]
        if after is None and older.index(node) == 0:
            node = older
            continue
        if inside:
            second = etree.Element(older.tag, nsmap={"w": W_NS})
            second.attrib.update(older.attrib)
            second.set(W + "id", pen.fresh_id())
            second.extend(inside)
            older.addnext(second)
            node = older if after is not None else second
        else:
            node = older
    if after is not None:
        node.addnext(new)
    else:
        node.addprevious(new)
