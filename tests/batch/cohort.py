"""Make cohorts of invented résumés: Word, Markdown and text; paragraphs, lists and tables.

The same seed makes the same documents: ``python -m tests.batch.cohort 500 FOLDER``.
"""

import argparse
import io
import random
import tomllib
import zipfile
from pathlib import Path
from typing import Any

import docx

WORDS: dict[str, Any] = tomllib.loads(
    Path(__file__).with_suffix(".toml").read_text(encoding="utf-8")
)
EPOCH = (2020, 1, 1, 0, 0, 0)


def make_cohort(folder: Path, count: int, *, seed: int = 1, docx_only: bool = False) -> list[Path]:
    """Write ``count`` résumés under ``folder``, in groups of fifty, and return their paths."""
    paths = []
    for number in range(count):
        draw = random.Random(f"{seed}/{number}")
        person = make_person(draw)
        kind = "docx" if docx_only else draw.choices(("docx", "md", "txt"), (8, 1, 1))[0]
        path = folder / f"group-{number // 50:03}" / f"client-{number:05}.{kind}"
        path.parent.mkdir(parents=True, exist_ok=True)
        if kind == "docx":
            path.write_bytes(as_docx(person, draw))
        else:
            path.write_text(as_text(person, markdown=kind == "md"), encoding="utf-8")
        paths.append(path)
    return paths


def make_person(draw: random.Random) -> dict[str, Any]:
    """Draw a person with posts and duties."""
    trade = draw.choice(WORDS["trade"])
    year, posts = 2024, []
    for _ in range(draw.randint(1, 4)):
        began = year - draw.randint(1, 4)
        duties = [make_bullet(draw, trade) for _ in range(draw.randint(3, 8))]
        posts.append(
            {
                "title": draw.choice(trade["titles"]),
                "firm": draw.choice(WORDS["firm"]),
                "dates": f"{began} - {year if posts else 'Present'}",
                "duties": duties,
            }
        )
        year = began
    return {
        "name": f"{draw.choice(WORDS['first'])} {draw.choice(WORDS['last'])}",
        "town": draw.choice(WORDS["town"]),
        "summary": draw.choice(WORDS["summary"]),
        "headings": draw.choice(WORDS["headings"]),
        "posts": posts,
        "school": draw.choice(WORDS["school"]),
        "degree": draw.choice(WORDS["degree"]),
        "skills": draw.sample(WORDS["skills"], 4),
    }


def make_bullet(draw: random.Random, trade: dict[str, Any]) -> str:
    """Draw a duty: one or two acts, with or without a weak opener, a number, a tail."""
    opener = draw.choice(WORDS["opener"])
    acts = draw.sample(trade["acts"], draw.choice((1, 1, 2)))
    text = " and ".join(f"{act[1] if opener else act[0]} {act[2]}" for act in acts)
    text = f"{opener} {text}" if opener else text
    tail = draw.choice(WORDS["tail"]).format(n=draw.randint(2, 240))
    return text[:1].upper() + text[1:] + tail + draw.choice(("", "."))


def as_docx(person: dict[str, Any], draw: random.Random) -> bytes:
    """Set a person in one of several layouts."""
    document = docx.Document()
    layout = draw.choice(("styles", "plain", "table", "mixed"))
    contact = f"{person['town']} | {person['name'].split()[0].lower()}@example.com"
    if draw.random() < 0.5:
        document.add_heading(person["name"], level=0)
    else:
        document.add_paragraph().add_run(person["name"]).bold = True
    document.add_paragraph(contact)
    work, school, skills = person["headings"]
    document.add_paragraph(person["summary"])
    _heading(document, work, layout)
    for post in person["posts"]:
        _post(document, post, layout)
    _heading(document, school, layout)
    document.add_paragraph(f"{person['degree']}, {person['school']}")
    _heading(document, skills, layout)
    document.add_paragraph(", ".join(person["skills"]))
    out = io.BytesIO()
    document.save(out)
    return undated(out.getvalue())


def _heading(document: Any, text: str, layout: str) -> None:
    if layout in ("styles", "mixed"):
        document.add_heading(text, level=1)
    else:
        document.add_paragraph().add_run(text).bold = True


def _post(document: Any, post: dict[str, Any], layout: str) -> None:
    if layout == "table":
        table = document.add_table(rows=1, cols=2)
        table.rows[0].cells[0].text = f"{post['title']}, {post['firm']}"
        table.rows[0].cells[1].text = post["dates"]
    elif layout == "plain":
        document.add_paragraph(f"{post['title']}, {post['firm']}\t{post['dates']}")
    else:
        line = document.add_paragraph()
        line.add_run(post["title"]).bold = True
        line.add_run(f", {post['firm']}")
        document.add_paragraph(post["dates"])
    for number, duty in enumerate(post["duties"]):
        if layout == "plain":
            document.add_paragraph(f"• {duty}")
            continue
        line = document.add_paragraph(style="List Bullet")
        if layout == "mixed" and number % 2:
            # Word often splits a line into runs where somebody typed twice.
            half = len(duty) // 2
            line.add_run(duty[:half])
            line.add_run(duty[half:]).italic = number % 4 == 1
        else:
            line.add_run(duty)


def as_text(person: dict[str, Any], *, markdown: bool) -> str:
    """Set a person as Markdown or as plain text."""
    mark = "## " if markdown else ""
    work, school, skills = person["headings"]
    lines = [f"{'# ' if markdown else ''}{person['name']}", "", person["town"], "", mark + work, ""]
    for post in person["posts"]:
        title = f"**{post['title']}**" if markdown else post["title"]
        lines += [f"{title}, {post['firm']}", post["dates"], ""]
        lines += [f"- {duty}" for duty in post["duties"]] + [""]
    lines += [mark + school, "", f"{person['degree']}, {person['school']}", ""]
    lines += [mark + skills, "", ", ".join(person["skills"]), ""]
    return "\n".join(lines)


def undated(data: bytes) -> bytes:
    """Return a .docx whose parts carry no time of their making."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", 8) as new:
        for name in old.namelist():
            new.writestr(zipfile.ZipInfo(name, EPOCH), old.read(name), zipfile.ZIP_DEFLATED)
    return out.getvalue()


if __name__ == "__main__":
    options = argparse.ArgumentParser()
    options.add_argument("count", type=int)
    options.add_argument("folder", type=Path)
    options.add_argument("--docx-only", action="store_true")
    chosen = options.parse_args()
    print(len(make_cohort(chosen.folder, chosen.count, docx_only=chosen.docx_only)))
