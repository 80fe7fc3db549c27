"""Replies to the questions in a draft's comments, as the sheet of answers they stand for."""

import re
from collections.abc import Iterable, Iterator, Sequence

from reframe.core.evidence import FIGURES
from reframe.core.needs import folded
from reframe.core.rule import RuleBook
from reframe.engine.answering import Refusal, ask_of
from reframe.engine.asking import Asked, find_asked, is_ours
from reframe.formats.docx.threads import Remark
from reframe.formats.sheet_words import BASIS, Filled

# A comma inside a figure ("1,200") parts nothing.
_CLAUSE = re.compile(r"[;\n()]|,\s|\s[–—-]\s")
_ITEM = re.compile(r"[;\n]|,\s")
# The long words of a basis' label name it ("a record or report"), the short ones do not.
_TELLING = 6
_QUOTED = 60


def read_replies(
    threads: Sequence[Remark], book: RuleBook
) -> tuple[tuple[Filled, ...], tuple[Refusal, ...]]:
    """Return what was answered in the comments, not yet validated, and what cannot be told.

    A reply in the thread of a question, a comment of somebody's own at the same paragraph, and
    text typed into the question's comment are answers to it. A question that more than one
    person answered is left to them.
    """
    filled: list[Filled] = []
    refused: list[Refusal] = []
    for asked, said in _answered(threads):
        place = f'the reply to "{_short(asked.text)}"'
        people = {author for author, _ in said}
        text = "\n".join(text for _, text in said)
        if len(people) > 1:
            names = " and ".join(sorted(people))
            reason = f"{names} both answered. Leave one answer, or use the question sheet."
            refused.append(Refusal(place, asked.question_id, reason))
        else:
            filled.append(_filled(asked, place, text, book))
    return tuple(filled), tuple(refused)


def _answered(threads: Sequence[Remark]) -> Iterator[tuple[Asked, list[tuple[str, str]]]]:
    """Yield each question with what was said to it: (author, text)."""
    others = [thread for thread in threads if not is_ours(thread.lines)]
    questions = [(thread, found) for thread in threads if (found := find_asked(thread.lines))]
    alone = [thread.paragraph for thread, _ in questions]
    for thread, found in questions:
        remarks = list(thread.replies)
        # Beside two questions of one text box it is not certain which one is meant.
        if thread.paragraph >= 0 and alone.count(thread.paragraph) == 1:
            for other in others:
                if other.paragraph == thread.paragraph:
                    remarks += [other, *other.replies]
        said = [(remark.author, "\n".join(remark.lines)) for remark in remarks if remark.lines]
        if found.typed:
            said.insert(0, (said[0][0] if said else thread.author, found.typed))
        yield found, said


def _filled(asked: Asked, place: str, text: str, book: RuleBook) -> Filled:
    ask = ask_of(asked.question_id, book)
    ticks: tuple[str, ...] = ()
    basis: tuple[str, ...] = ()
    if ask is not None and ask.kind == "several":
        whole = folded(text) in {folded(choice) for choice in ask.of}
        items = [text] if whole else _ITEM.split(text)
        text, ticks = "", tuple(item.strip() for item in items if item.strip())
    elif ask is not None and ask.kind in FIGURES:
        text, basis = _figure(text)
    return Filled(asked.question_id, place, asked.text, text, ticks, basis, None)


def _figure(text: str) -> tuple[str, tuple[str, ...]]:
    """Part a figure from the words that say where it comes from."""
    kept: list[str] = []
    basis: list[str] = []
    for clause in _CLAUSE.split(text):
        found = list(_bases(clause))
        basis += found
        if clause.strip() and not found:
            kept.append(clause.strip())
        elif found and any(char.isdigit() for char in clause):
            # "I counted 12": the figure alone is the answer.
            kept += re.findall(r"[$€£]?\d[\d.,]*\d%?|[$€£]?\d%?", clause)
    return ", ".join(kept), tuple(dict.fromkeys(basis))


def _bases(clause: str) -> Iterable[str]:
    words = re.findall(r"\w+", clause.casefold())
    for key, label in BASIS.items():
        telling = (key, *(word for word in label.casefold().split() if len(word) >= _TELLING))
        if any(word.startswith(telling) for word in words):
            yield key


def _short(text: str) -> str:
    return text if len(text) <= _QUOTED else text[: _QUOTED - 1].rstrip() + "…"
