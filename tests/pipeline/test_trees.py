from reframe.pipeline.trees import (
    Node,
    Word,
    coordinate,
    flatten,
    nest,
    size,
    with_stop,
)


def text(root: Node) -> str:
    return "".join(w.form + " " * w.space for w in flatten(root)).strip()


def act(verb: str, thing: str) -> Node:
    return Node(verb, "VERB", "VBD", right=(Node(thing, "NOUN", "NNS", "obj"),))


def heads(root: Node) -> dict[str, tuple[str, str]]:
    words = flatten(root)
    return {w.form: (w.dep, words[w.head].form if w.head >= 0 else "") for w in words}


def test_nesting_and_flattening_give_the_sentence_back(sentences):
    for sentence in sentences:
        root = nest(sentence)
        assert root is not None
        assert size(root) == len(sentence)
        assert flatten(root)[:-1] == sentence[:-1]


def test_a_sentence_with_crossing_branches_has_no_nested_tree():
    crossing = [
        Word("a", "X", "X", "", 2, "dep"),
        Word("b", "X", "X", "", -1, "ROOT"),
        Word("c", "X", "X", "", 1, "dep"),
        Word("d", "X", "X", "", 0, "dep"),
    ]
    assert nest(crossing) is None


def test_coordinated_acts_hang_on_the_first():
    root = coordinate([act("Took", "orders"), act("served", "drinks"), act("ran", "tills")])
    assert text(root) == "Took orders, served drinks and ran tills"
    assert heads(root)["ran"] == ("conj", "Took")
    assert heads(root)["tills"] == ("obj", "ran")
    assert heads(root)["and"] == ("cc", "ran")


def test_a_serial_comma_and_a_list_without_a_conjunction():
    parts = [act("Took", "orders"), act("served", "drinks"), act("ran", "tills")]
    assert text(coordinate(parts, serial=True)) == "Took orders, served drinks, and ran tills"
    assert text(coordinate(parts, word="")) == "Took orders, served drinks, ran tills"


def test_an_object_behind_coordinated_verbs_hangs_on_the_first():
    verbs = [Node(form, "VERB", "VBD") for form in ("Drafted", "reviewed", "filed")]
    root = coordinate(verbs).then(Node("contracts", "NOUN", "NNS", "obj"))
    assert text(root) == "Drafted, reviewed and filed contracts"
    assert heads(root)["contracts"] == ("obj", "Drafted")


def test_a_full_stop_is_set_once():
    assert text(with_stop(with_stop(act("Ran", "tills")))) == "Ran tills."
