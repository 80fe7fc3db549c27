"""Good lines stay as they are: no rewording, no repair, no remark."""

import json
from collections import Counter
from pathlib import Path

from reframe.core.remark import Place
from reframe.core.remark_phrases import line_remarks
from reframe.core.remark_posts import post_remarks
from reframe.engine.remarking import post_of
from reframe.tables.checks import load_checks

STRONG = [
    json.loads(line)
    for line in (Path(__file__).parents[1] / "corpus" / "strong.jsonl").read_text().splitlines()
]


def posts(*kinds):
    """The lines of each title, with whether it is held today."""
    titles = dict.fromkeys((r["title"], r["kind"]) for r in STRONG if r["kind"] in kinds)
    return [
        (title, kind, [r["text"] for r in STRONG if (r["title"], r["kind"]) == (title, kind)])
        for title, kind in titles
    ]


def test_there_are_three_hundred_of_every_family(reframer):
    assert len(STRONG) >= 300
    counts = Counter(row["family"] for row in STRONG)
    families = {name for name, family in reframer.book.families.items() if not family.anywhere}
    assert families <= set(counts)
    assert min(counts.values()) >= 12


def test_strong_bullets_are_left_alone(reframer):
    changed = [
        (s.before, s.after, s.explanation)
        for title, kind, texts in posts("ended", "held")
        for s in reframer.suggest_all(texts, position=title, current=kind == "held")
        if s.changed or s.alternatives or s.doubts or s.split or s.withheld
    ]
    assert changed == []


def test_strong_bullets_give_rise_to_no_remark(reframer):
    book = load_checks()
    found = []
    for _, kind, texts in posts("ended", "held"):
        places = [Place(text, "bullets", number=n) for n, text in enumerate(texts, start=1)]
        for place in places:
            found += line_remarks(place, book, reframer.lexicon)
        found += post_remarks(post_of(places, kind, reframer), book, reframer.lexicon)
    for _, _, texts in posts("summary"):
        for text in texts:
            found += line_remarks(Place(text, "prose"), book, reframer.lexicon)
    # A post of one title here is as long as its family has lines.
    assert [(r.code, r.text) for r in found if r.code != "many-bullets"] == []
