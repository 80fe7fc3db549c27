"""What is packed can be unpacked, whether it was taken over or packed anew."""

import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reframe.formats.docx.packing import pack

NAMES = st.text("abcé/._", min_size=1, max_size=12)
PARTS = st.dictionaries(NAMES, st.binary(max_size=3000), max_size=8)


def unpacked(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def zipped(parts: dict[str, bytes], method: int) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return out.getvalue()


@given(PARTS, PARTS, st.sampled_from([zipfile.ZIP_DEFLATED, zipfile.ZIP_STORED]))
def test_every_part_comes_back_as_it_is_now(old, new, method):
    parts = {**old, **new}
    assert unpacked(pack(parts)) == parts
    assert unpacked(pack(parts, source=zipped(old, method))) == parts


def test_what_did_not_change_keeps_its_packing_and_what_did_does_not():
    old = {"a.xml": b"x" * 5000, "b.xml": b"y" * 5000}
    source = zipped(old, zipfile.ZIP_STORED)
    made = pack({"a.xml": old["a.xml"], "b.xml": b"z" * 5000}, source=source)
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        methods = {entry.filename: entry.compress_type for entry in archive.infolist()}
    assert methods == {"a.xml": zipfile.ZIP_STORED, "b.xml": zipfile.ZIP_DEFLATED}
    assert unpacked(made)["b.xml"] == b"z" * 5000


@pytest.mark.parametrize("name", ["résumé.xml", "picture.PNG"])
def test_names_are_kept(name):
    assert unpacked(pack({name: b"1234"})) == {name: b"1234"}
