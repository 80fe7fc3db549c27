"""Bullets for a terminal: before and after as a coloured word diff, the reason under it."""

import textwrap
from collections.abc import Sequence
from pathlib import Path

import click

from reframe.core.counting import counted
from reframe.core.diffs import word_diff
from reframe.core.evidence import Question
from reframe.core.remark import Remark
from reframe.core.suggestion import Suggestion, rewords

_WIDTH = 96


def show_suggestion(suggestion: Suggestion, *, questions: int = 3) -> None:
    """Print a suggestion with its reason and its first questions."""
    if suggestion.changed:
        click.echo("- " + _side(suggestion, before=True))
        click.echo("+ " + _side(suggestion, before=False))
        _note(suggestion.explanation)
        for other in suggestion.alternatives:
            _note(f"or: {other.text}")
        if not suggestion.confident:
            done = (
                "Only reworded where it is certain"
                if rewords(suggestion.edits)
                else "Only repaired"
            )
            _note(f"{done}: not certain how to read the whole, ask.")
    else:
        click.echo("= " + suggestion.before)
        _note("Left as it is." if suggestion.confident else "Not certain how to read this: ask.")
    for doubt in suggestion.doubts:
        _note(doubt)
    for withheld in suggestion.withheld:
        _note(f"Not printed: “{withheld.text}”. {withheld.reason}")
    if suggestion.split:
        _note("Works better as bullets of their own:")
        for part in suggestion.split:
            _note(f"  {part}")
    for question in suggestion.questions[:questions]:
        show_question(question)


def show_question(question: Question) -> None:
    """Print a question, with what its answer would unlock."""
    click.echo(_wrapped(f"? {question.text}", indent="    ", hang="      "))
    if question.unlocks:
        click.echo(_wrapped(f"-> {question.unlocks}", indent="      ", hang="         "))


def _side(suggestion: Suggestion, *, before: bool) -> str:
    parts = []
    for stretch in word_diff(suggestion.before, suggestion.after):
        text = stretch.before if before else stretch.after
        if stretch.same or not text:
            parts.append(text)
        else:
            parts.append(click.style(text, fg="red" if before else "green", strikethrough=before))
    return "".join(parts)


def _note(text: str) -> None:
    click.echo(click.style(_wrapped(text, indent="    ", hang="    "), dim=True))


def _wrapped(text: str, *, indent: str, hang: str) -> str:
    return textwrap.fill(text, _WIDTH, initial_indent=indent, subsequent_indent=hang)


def show_step(label: str, text: str) -> None:
    """Print what a line becomes at one step."""
    arrow = click.style("->", fg="green")
    click.echo(f"    {arrow} {text}  " + click.style(f"({label})", dim=True))


def show_remarks(path: Path, remarks: Sequence[Remark]) -> None:
    """Print the remarks on a file: where, the words, the reason and what to do."""
    count = counted(len(remarks), "remark") if remarks else "no remarks"
    click.echo(f"{path}: {count}")
    under = None
    for remark in remarks:
        if remark.under != under:
            under = remark.under
            click.echo(f"\n  {under or 'other lines'}")
        lines = ", ".join(map(str, (remark.number, *remark.also)))
        quote = textwrap.shorten(remark.quote, _WIDTH - 20, placeholder=" ...")
        code = click.style(remark.code, fg="yellow")
        click.echo(f"  line {lines}: “{quote}”  {code}")
        if remark.doubt:
            _note(f"The employer thinks: {remark.doubt}.")
        _note(remark.reason)
        click.echo(_wrapped(f"-> {remark.alternative}", indent="    ", hang="       "))
    click.echo()
