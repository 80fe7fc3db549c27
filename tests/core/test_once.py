"""Work on a table is done once, and kept by which table it is, not by what is in it."""

from reframe.core.once import once_for


def test_the_same_table_is_worked_on_once():
    seen = []

    @once_for
    def size(table):
        seen.append(table)
        return len(table)

    table = ("a", "b")
    assert (size(table), size(table)) == (2, 2)
    assert len(seen) == 1


def test_another_table_is_another_piece_of_work():
    @once_for
    def size(table):
        return len(table)

    assert [size(["x"] * n) for n in range(200)] == list(range(200))
