"""A rule as a page that a coach can read."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from reframe.core.evidence import FIGURES
from reframe.core.rule import Ask, Need, Rule, RuleBook, Say, ValueCategory


def describe(rule: Rule, *, values: Mapping[str, ValueCategory] | None = None) -> str:
    """Return the Markdown page of a rule: what it does, why, when, and on what evidence.

    ``values`` gives the value codes their names.
    """
    lines = [
        f"# {rule.title}",
        "",
        f"`{rule.id}`, version {rule.version}",
        "",
        rule.why,
        "",
        f"**Worth:** {', '.join(_worth(rule, values or {}))}",
        "",
        "## When it applies",
        "",
        *_when(rule),
        "",
        "## What it asks",
        "",
        *(_question(ask) for ask in rule.asks),
        "",
        "## What it may say",
        "",
        "The first wording whose needs are all met is drafted.",
        "",
        *_wordings(rule),
        "## Before and after",
        "",
        *_examples(rule),
        "## When it stays silent",
        "",
        *(f"* {bullet}" for bullet in rule.silent),
    ]
    if rule.unless:
        lines += ["", f"It never applies beside {_any(rule.unless)}."]
    return "\n".join(lines) + "\n"


def rule_pages(book: RuleBook) -> dict[str, str]:
    """Return the pages of a book by their names in a folder: ``index.md``, ``<family>/index.md``
    and ``<family>/<rule>.md``."""
    pages: dict[str, str] = {}
    families: dict[str, list[Rule]] = {}
    for rule in book.rules:
        families.setdefault(rule.family, []).append(rule)
    rows = []
    for name, rules in sorted(families.items()):
        title = name.replace("-", " ").capitalize()
        rows.append(f"* [{title}]({name}/index.md): {len(rules)} rules")
        items = []
        for rule in sorted(rules, key=lambda rule: rule.title):
            page = f"{rule.id.partition('.')[2]}.md"
            items.append(f"* [{rule.title}]({page}): {rule.why}")
            back = f"[{title}](index.md) · [all families](../index.md)\n\n"
            pages[f"{name}/{page}"] = back + describe(rule, values=book.values)
        pages[f"{name}/index.md"] = "\n".join(
            [f"# {title}", "", "[All families](../index.md)", "", *items, ""]
        )
    pages["index.md"] = "\n".join(
        ["# The rules", "", f"{len(book.rules)} rules in {len(rows)} families.", "", *rows, ""]
    )
    return pages


def _worth(rule: Rule, values: Mapping[str, ValueCategory]) -> Iterator[str]:
    for code in rule.value:
        yield f"{values[code].title} ({values[code].purpose})" if code in values else code


def _when(rule: Rule) -> Iterator[str]:
    if rule.verbs:
        yield f"* The verb is {_any(sorted(rule.verbs))}."
    if rule.object:
        heads = [f"a noun of the domain {d.replace('_', ' ')}" for d in sorted(rule.object.domains)]
        heads += [f'"{noun}"' for noun in sorted(rule.object.nouns)]
        if heads:
            yield f"* Its object is {_or(heads)}."
        if rule.object.cues:
            cues = _any(sorted(rule.object.cues))
            yield f"* The object says {cues}, or the position is of the family {rule.family}."
    if rule.mentions:
        yield f"* The clause mentions {_any(sorted(rule.mentions))}."
    if rule.frames:
        yield f"* It stands under {_any(f.replace('_', ' ') for f in sorted(rule.frames))}."
    if rule.phrases:
        yield f"* The bullet has the words {_any(rule.phrases)}."
    parts = _or(sorted(rule.participation))
    yield f"* The client's part is: {parts}."


def _question(ask: Ask) -> str:
    choices = f" ({' / '.join(ask.of)})" if ask.of else ""
    figure = (
        " With where the figure comes from, and leave to print it." if ask.kind in FIGURES else ""
    )
    note = " For the coach; it licenses nothing." if ask.context else ""
    return f"* `{ask.name}`: {ask.text}{choices}{figure}{note}"


def _wordings(rule: Rule) -> Iterator[str]:
    for say in rule.says:
        yield f"* {say.draft}"
        yield f"    * needs {_needs(say)}"
        claims = sorted(say.claims, key=lambda claim: claim.rank)
        yield f"    * claims {', '.join(claims)}"
    yield ""


def _needs(say: Say) -> str:
    return "; ".join(f"`{name}`: {_need(need)}" for name, need in say.needs.items()) or "nothing"


def _need(need: Need) -> str:
    match need.kind:
        case "any":
            return "answered"
        case "one_of":
            return _any(need.values)
        case "none_of":
            return f"answered, and not {_any(need.values)}"
        case "at_least":
            among = f" of {', '.join(need.of)}" if need.of else ""
            with_ = f", {' and '.join(need.values)} among them" if need.values else ""
            return f"at least {need.count} ticked{among}{with_}"
    return need.kind


def _examples(rule: Rule) -> Iterator[str]:
    for example in rule.examples:
        yield f"* Before: {example.before}"
        for name, value in example.answers.items():
            said = value if isinstance(value, str) else ", ".join(value)
            basis = f" ({example.bases[name]})" if name in example.bases else ""
            unprinted = ", not to be printed" if name in example.unprinted else ""
            yield f"    * `{name}`: {said}{basis}{unprinted}"
        after = "left as it is" if example.after == example.before else example.after
        yield f"    * After: {after}"
    yield ""


def _any(words: Iterable[str]) -> str:
    return _or([f'"{word}"' for word in words])


def _or(items: Sequence[str]) -> str:
    return " or ".join(filter(None, (", ".join(items[:-1]), items[-1]))) if items else "any"
