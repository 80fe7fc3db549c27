"""Selection and order: what serves the target comes first, and little is left out."""

from hypothesis import given
from hypothesis import strategies as st

from reframe.core.bullet import ParsedBullet
from reframe.core.naming import bullet_id
from reframe.core.resume import Bullet, Line, Position
from reframe.core.target import Dot, Requirement, Row, Target
from reframe.core.target_order import Weighed, standings
from reframe.tables.target import load_target_table

TABLE = load_target_table()
VALUES = ("RISK", "TIME")


def post(number: int, texts: list[str]) -> Position:
    bullets = tuple(Bullet(bullet_id(t), t, Line(t, "l1")) for t in texts)
    return Position(f"p{number}", "Clerk", "", "", "", "", "", False, (), bullets)


def row(weight: str, *served: str) -> Row:
    dots = tuple(Dot(bullet_id(text), "", text, True, False, (), ()) for text in served)
    return Row(Requirement("r", weight), "declared" if dots else "missing", dots, (), ())


def placed(posts, lexicon, *rows, values=None, target=None):
    weighed = {
        b.id: Weighed(ParsedBullet(b.text, (), (), (), True), (values or {}).get(b.text, ()))
        for p in posts for b in p.bullets
    }  # fmt: skip
    found = standings(posts, weighed, target or Target("Clerk"), rows, None, lexicon, TABLE)
    texts = {b.id: b.text for p in posts for b in p.bullets}
    return [(texts[s.bullet_id], s.left_out) for s in found]


def test_musts_come_before_duties_and_what_serves_nothing_is_left_out(lexicon):
    found = placed(
        [post(1, ["a", "b", "c", "d"])],
        lexicon,
        row("duty", "c"),
        row("must", "d"),
        row("nice", "a"),
    )
    assert found == [("d", False), ("c", False), ("a", False), ("b", True)]


def test_a_post_keeps_two_lines_whatever_is_asked(lexicon):
    found = placed([post(1, ["a"]), post(2, ["b", "c", "d"])], lexicon, row("must", "a"))
    assert found == [("a", False), ("b", False), ("c", False), ("d", True)]


def test_where_nothing_serves_nothing_moves(lexicon):
    found = placed([post(1, ["a", "b", "c"])], lexicon, row("must"))
    assert found == [("a", False), ("b", False), ("c", False)]


def test_wanted_values_count_and_the_first_one_most(lexicon):
    values = {"b": ("TIME",), "c": ("RISK",)}
    target = Target("Clerk", value=VALUES)
    found = placed([post(1, ["a", "b", "c"])], lexicon, values=values, target=target)
    assert [text for text, _ in found] == ["c", "b", "a"]


@given(st.lists(st.lists(st.sampled_from("abcdefgh"), unique=True, max_size=6), max_size=3),
       st.lists(st.tuples(st.sampled_from(["must", "nice", "duty"]),
                          st.lists(st.sampled_from("abcdefgh"), max_size=3)), max_size=4))  # fmt: skip
def test_every_line_has_one_place_and_served_lines_stay(lexicon, texts, asked):
    posts = [post(n, [f"{n}{t}" for t in found]) for n, found in enumerate(texts)]
    rows = [row(weight, *(f"{n}{t}" for n in range(3) for t in served)) for weight, served in asked]
    found = placed(posts, lexicon, *rows)
    assert sorted(text for text, _ in found) == sorted(b.text for p in posts for b in p.bullets)
    served = {dot.text for r in rows for dot in r.dots}
    assert not any(out for text, out in found if text in served)
