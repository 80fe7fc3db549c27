"""Turn gold.txt, the marked-up gold bullets, into gold_dev.jsonl and gold_test.jsonl.

Run ``python tests/corpus/gold/build.py`` after an edit. The conventions and the marks are
described at the head of gold.txt. Every problem is reported with its line; nothing is written
while there is one.
"""

import json
import re
import sys
from pathlib import Path

HERE = Path(__file__).parent
SOURCE = HERE / "gold.txt"
MARK = re.compile(
    r"\[(?P<role>[~>]?)(?P<verb>[^\]=]+)(?:=(?P<lemma>[^\]]+))?\]"
    r"|\{(?P<noun>!?)(?P<head>[^}^]+)(?:\^(?P<share>\d+))?\}"
)
LAST_DEVELOPMENT_ID = 1891
ROLES = {"": "head", "~": "frame", ">": "under"}


def strip_marks(marked: str) -> tuple[str, list[dict], list[dict]]:
    """Return the plain text, its actions with their objects, and the nouns under a frame.

    Offsets count characters of the plain text. Raises ValueError for a mark that makes no sense.
    """
    text, last = "", 0
    actions: list[dict] = []
    nouns: list[dict] = []
    for mark in MARK.finditer(marked):
        text += marked[last : mark.start()]
        last = mark.end()
        words = mark["verb"] or mark["head"]
        span = {"text": words, "start": len(text), "end": len(text) + len(words)}
        text += words
        if mark["verb"]:
            lemma = mark["lemma"] or words.lower()
            actions.append(
                {
                    "start": span["start"],
                    "end": span["end"],
                    "text": words,
                    "role": ROLES[mark["role"]],
                    "lemma": lemma,
                    "objs": [],
                }
            )
        elif mark["noun"]:
            nouns.append(span)
        else:
            share = int(mark["share"] or 1)
            if not 1 <= share <= len(actions):
                raise ValueError(f"object {words!r} has no {share} actions before it")
            for action in actions[-share:]:
                action["objs"].append(dict(span))
    text += marked[last:]
    if set(text) & set("[]{}=^~>"):
        raise ValueError(f"a mark is left in {text!r}")
    return text, actions, nouns


def to_record(row: str, occupation: str) -> dict:
    """Return one gold record from one marked line of ``occupation``."""
    fields = row.split(" | ", 4)
    if len(fields) != 5:
        raise ValueError("expected: id | form | hard | frame | marked text")
    number, form, hard, frame, marked = (field.strip() for field in fields)
    text, actions, nouns = strip_marks(marked)
    under = [action for action in actions if action["role"] == "under"]
    return {
        "id": int(number),
        "split": "dev" if int(number) <= LAST_DEVELOPMENT_ID else "test",
        "text": text,
        "occupation": occupation,
        "form": form,
        "actions": actions,
        "weak_frame": None if frame == "-" else frame,
        "real_actions": [
            {"lemma": a["lemma"], "objs": [obj["text"] for obj in a["objs"]]} for a in under
        ],
        "real_nouns": nouns,
        "hard": None if hard == "-" else hard,
    }


def problems(record: dict, forms: set[str], hards: set[str]) -> list[str]:
    """Return what is wrong with one record: offsets, word edges, frames and declared names."""
    found = []
    text, actions = record["text"], record["actions"]
    if record["form"] not in forms:
        found.append(f"undeclared form {record['form']!r}")
    if record["hard"] is not None and record["hard"] not in hards:
        found.append(f"undeclared hard class {record['hard']!r}")
    spans = actions + [obj for action in actions for obj in action["objs"]] + record["real_nouns"]
    for span in spans:
        start, end = span["start"], span["end"]
        if text[start:end] != span["text"]:
            found.append(f"{span['text']!r} is not at {start}:{end}")
        if re.match(r"\w", text[end : end + 1]) or re.match(r"\w", text[max(start - 1, 0) : start]):
            found.append(f"{span['text']!r} stops inside a word")
        if span["text"] != span["text"].strip():
            found.append(f"{span['text']!r} has a blank at its edge")
    leads = any(action["role"] != "head" for action in actions) or bool(record["real_nouns"])
    if leads != (record["weak_frame"] is not None):
        found.append("a weak frame needs its name, and a name needs its frame")
    if (record["form"] == "noun-line") != (not actions and record["weak_frame"] is None):
        found.append("a bullet without actions or frame is a noun-line, and no other is")
    if "  " in text or text != text.strip():
        found.append("stray blanks")
    return found


def read_gold(source: Path = SOURCE) -> tuple[list[dict], dict[str, str]]:
    """Return all gold records and the hard classes with their descriptions.

    Raises ValueError that lists every problem of the file with its line.
    """
    records: list[dict] = []
    hards: dict[str, str] = {}
    forms: set[str] = set()
    errors: list[str] = []
    ids: set[int] = set()
    texts: set[str] = set()
    occupation = ""
    for number, line in enumerate(source.read_text(encoding="utf-8").splitlines(), start=1):
        if not line.strip() or line.startswith("#"):
            continue
        if line.startswith("== "):
            occupation = line[3:].strip()
        elif line.startswith("@form "):
            forms |= set(line.split()[1:])
        elif line.startswith("@hard "):
            name, _, description = line[6:].partition(": ")
            hards[name] = description
        else:
            try:
                record = to_record(line, occupation)
                found = problems(record, forms, set(hards))
            except ValueError as error:
                errors.append(f"{source.name}:{number}: {error}")
                continue
            if not occupation:
                found.append("no '== occupation' above")
            if record["id"] in ids or record["text"] in texts:
                found.append("id or text is already taken")
            ids.add(record["id"])
            texts.add(record["text"])
            records.append(record)
            errors += [f"{source.name}:{number}: {problem}" for problem in found]
    if errors:
        raise ValueError("\n".join(errors))
    return records, hards


def to_lines(records: list[dict], split: str) -> str:
    """Return the records of one split as JSON lines."""
    chosen = [record for record in records if record["split"] == split]
    return "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in chosen)


def main() -> int:
    """Write both files; return 1 and print every problem if there is one."""
    try:
        records, _ = read_gold()
    except ValueError as error:
        print(error, file=sys.stderr)
        return 1
    for split in ("dev", "test"):
        (HERE / f"gold_{split}.jsonl").write_text(to_lines(records, split), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
