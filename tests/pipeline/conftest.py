"""A treebank of three sentences of our own, and the words of the bundled tables."""

import random
import tomllib
from pathlib import Path

import pytest

from reframe.bundled import bundled
from reframe.pipeline.treebank import read_conllu
from reframe.pipeline.trees import Sentence
from reframe.pipeline.words import Draw, Inflector, Words, inflector, load_words

CONLLU = """\
# text = They have reviewed the old contracts.
1\tThey\tthey\tPRON\tPRP\tNumber=Plur\t3\tnsubj\t_\t_
2\thave\thave\tAUX\tVBP\tTense=Pres|VerbForm=Fin\t3\taux\t_\t_
3\treviewed\treview\tVERB\tVBN\tTense=Past|VerbForm=Part\t0\troot\t_\t_
4\tthe\tthe\tDET\tDT\t_\t6\tdet\t_\t_
5\told\told\tADJ\tJJ\tDegree=Pos\t6\tamod\t_\t_
6\tcontracts\tcontract\tNOUN\tNNS\tNumber=Plur\t3\tobj\t_\tSpaceAfter=No
7\t.\t.\tPUNCT\t.\t_\t3\tpunct\t_\t_

# text = She doesn't quickly sell bread and weighs flour in the back.
1\tShe\tshe\tPRON\tPRP\t_\t5\tnsubj\t_\t_
2-3\tdoesn't\t_\t_\t_\t_\t_\t_\t_\t_
2\tdoes\tdo\tAUX\tVBZ\tMood=Ind|Tense=Pres|VerbForm=Fin\t5\taux\t_\t_
3\tn't\tnot\tPART\tRB\t_\t5\tadvmod\t_\t_
4\tquickly\tquickly\tADV\tRB\t_\t5\tadvmod\t_\t_
5\tsell\tsell\tVERB\tVB\tVerbForm=Inf\t0\troot\t_\t_
6\tbread\tbread\tNOUN\tNN\tNumber=Sing\t5\tobj\t_\t_
7\tand\tand\tCCONJ\tCC\t_\t8\tcc\t_\t_
8\tweighs\tweigh\tVERB\tVBZ\tTense=Pres|VerbForm=Fin\t5\tconj\t_\t_
9\tflour\tflour\tNOUN\tNN\tNumber=Sing\t8\tobj\t_\t_
10\tin\tin\tADP\tIN\t_\t12\tcase\t_\t_
11\tthe\tthe\tDET\tDT\t_\t12\tdet\t_\t_
12\tback\tback\tNOUN\tNN\tNumber=Sing\t8\tobl\t_\tSpaceAfter=No
13\t.\t.\tPUNCT\t.\t_\t5\tpunct\t_\t_

# text = The bread was sold yesterday
1\tThe\tthe\tDET\tDT\t_\t2\tdet\t_\t_
2\tbread\tbread\tNOUN\tNN\tNumber=Sing\t4\tnsubj:pass\t_\t_
3\twas\tbe\tAUX\tVBD\t_\t4\taux:pass\t_\t_
4\tsold\tsell\tVERB\tVBN\tTense=Past|VerbForm=Part|Voice=Pass\t0\troot\t_\t_
5\tyesterday\tyesterday\tNOUN\tNN\tNumber=Sing\t4\tobl:unmarked\t_\t_

"""


@pytest.fixture(scope="session")
def sentences() -> list[Sentence]:
    return list(read_conllu(CONLLU.split("\n")))


@pytest.fixture(scope="session")
def inflect() -> Inflector:
    path = bundled("data", "tables", "templates.toml")
    return inflector(tomllib.loads(path.read_text(encoding="utf-8"))["irregular"])


@pytest.fixture(scope="session")
def words(sentences: list[Sentence]) -> Words:
    return load_words(bundled("data", "tables"), sentences)


@pytest.fixture
def draw(words: Words, inflect: Inflector) -> Draw:
    return Draw(words, inflect, random.Random(11))


@pytest.fixture(scope="session")
def treebank(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the three parts that training reads."""
    folder = tmp_path_factory.mktemp("treebank")
    for part in ("train", "dev", "test"):
        (folder / f"own-{part}.conllu").write_text(CONLLU, encoding="utf-8")
    return folder
