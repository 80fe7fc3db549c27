"""Universal Dependencies treebanks: CoNLL-U in, sentences and spaCy training documents out."""

import lzma
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from spacy.tokens import Doc
from spacy.vocab import Vocab

from reframe.errors import PipelineError
from reframe.pipeline.trees import ROOT, Sentence, Word

# A small parser learns few labels better than many; these subtypes tell clauses apart.
_SUBTYPES = frozenset(
    {"nsubj:pass", "aux:pass", "compound:prt", "acl:relcl", "nmod:poss", "obl:agent"}
)
_RENAMED = {
    "root": ROOT,
    "reparandum": "dep",
    "orphan": "dep",
    "dislocated": "dep",
    "goeswith": "fixed",
    "list": "parataxis",
}
_FEATURES = frozenset({"VerbForm", "Tense", "Voice", "Degree", "Number"})
_SINGULAR_VERB = "Number=Sing|Person=3|Tense=Pres|VerbForm=Fin"


def simple_label(label: str) -> str:
    """Return the label to train on: the subtype goes, save for six that tell clauses apart."""
    if label in _SUBTYPES:
        return label
    bare = label.partition(":")[0]
    return _RENAMED.get(bare, bare)


def simple_features(features: str, upos: str, xpos: str) -> str:
    """Return the morphology to train on: verb form, tense, comparison and the number of nouns.

    Third-person verbs keep ``Number=Sing``: spaCy's lemmatizer takes them for base forms without.
    """
    if features == "_":
        return ""
    if xpos == "VBZ":
        return _SINGULAR_VERB
    kept = []
    for feature in features.split("|"):
        name, _, value = feature.partition("=")
        if name not in _FEATURES or feature == "Degree=Pos":
            continue
        if name == "Number" and upos not in {"NOUN", "PROPN"}:
            continue
        kept.append(f"{name}={value}")
    return "|".join(sorted(kept))


def read_conllu(lines: Iterable[str]) -> Iterator[Sentence]:
    """Yield the sentences of a CoNLL-U text; empty nodes are left out.

    A word written as one and analysed as two ("don't") comes as two words without a space.
    """
    words: list[Word] = []
    span_end, span_space = 0, True
    for line in lines:
        fields = line.rstrip("\n").split("\t")
        if len(fields) != 10:
            if words and not line.startswith("#"):
                yield tuple(words)
                words, span_end = [], 0
            continue
        number, form, lemma, upos, xpos, features, head, label, _, misc = fields
        space = "SpaceAfter=No" not in misc
        if "." in number:
            continue
        if "-" in number:
            span_end, span_space = int(number.partition("-")[2]), space
            continue
        if int(number) <= span_end:
            space = span_space if int(number) == span_end else False
        words.append(
            Word(
                form,
                upos,
                xpos,
                simple_features(features, upos, xpos),
                int(head) - 1,
                simple_label(label),
                lemma,
                space,
            )
        )
    if words:
        yield tuple(words)


def read_part(folder: Path, part: str) -> list[Sentence]:
    """Return the sentences of a treebank's ``train``, ``dev`` or ``test`` file, plain or xz.

    Raises:
        PipelineError: when the folder holds no such file.
    """
    for path in sorted(folder.glob(f"*-{part}.conllu*")):
        data = path.read_bytes()
        text = (lzma.decompress(data) if path.suffix == ".xz" else data).decode("utf-8")
        return list(read_conllu(text.split("\n")))
    raise PipelineError(
        f"{folder}: no *-{part}.conllu or *-{part}.conllu.xz; give the folder of a UD treebank"
    )


def to_doc(vocab: Vocab, sentences: Sequence[Sentence]) -> Doc:
    """Return one gold document of one or more sentences."""
    columns: dict[str, Any] = {
        name: [] for name in ("words", "spaces", "tags", "pos", "morphs", "heads", "deps")
    }
    offset = 0
    for k, sentence in enumerate(sentences):
        for i, word in enumerate(sentence):
            ends = i == len(sentence) - 1
            columns["words"].append(word.form)
            columns["spaces"].append(k < len(sentences) - 1 if ends else word.space)
            columns["tags"].append(word.xpos)
            columns["pos"].append(word.upos)
            columns["morphs"].append(word.feats)
            columns["heads"].append(offset + (word.head if word.head >= 0 else i))
            columns["deps"].append(word.dep)
        offset += len(sentence)
    return Doc(vocab, **columns)
