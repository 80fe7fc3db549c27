"""Write a zip package, taking unchanged parts over as another zip has them packed.

Packing is most of what it costs to return a document, and nearly all of its parts are the
client's own. The zip module can read a part unpacked only, so the little that a package needs of
the format is written here: no archive of 4 GB, no passwords, no dates.
"""

import io
import struct
import zipfile
import zlib
from collections.abc import Mapping
from typing import Final, NamedTuple

# Pressing what is unusually large as hard as it goes takes seconds.
_LARGE: Final = 4 * 1024 * 1024
_STORED: Final = (".png", ".jpg", ".jpeg", ".gif")
_LOCAL: Final = struct.Struct("<4s5H3L2H")
_CENTRAL: Final = struct.Struct("<4s6H3L5H2L")
_END: Final = struct.Struct("<4s4H2LH")
_VERSION, _UTF8, _DEFLATED = 20, 0x800, 8
# The first of January 1980, the earliest day that a zip can name.
_DATE, _TIME = 0x21, 0
_PRIVATE = 0o600 << 16


class _Packed(NamedTuple):
    """A part as a zip holds it."""

    method: int
    crc: int
    size: int
    data: bytes


def pack(parts: Mapping[str, bytes], *, source: bytes = b"") -> bytes:
    """Return a zip of the parts; the same parts and source give the same bytes."""
    known = _entries(source) if source else {}
    out = io.BytesIO()
    directory = []
    for name, part in parts.items():
        packed = _taken_over(part, known.get(name), source) or _packed(name, part)
        encoded = name.encode()
        flags = 0 if encoded.isascii() else _UTF8
        shared = (_VERSION, flags, packed.method, _TIME, _DATE, packed.crc, len(packed.data))
        directory.append(
            _CENTRAL.pack(
                b"PK\x01\x02", _VERSION, *shared, packed.size, len(encoded), 0, 0, 0, 0,
                _PRIVATE, out.tell(),
            )
            + encoded
        )  # fmt: skip
        out.write(_LOCAL.pack(b"PK\x03\x04", *shared, packed.size, len(encoded), 0))
        out.write(encoded)
        out.write(packed.data)
    start, listed = out.tell(), b"".join(directory)
    out.write(listed)
    count = len(directory)
    out.write(_END.pack(b"PK\x05\x06", 0, 0, count, count, len(listed), start, 0))
    return out.getvalue()


def _entries(source: bytes) -> dict[str, zipfile.ZipInfo]:
    with zipfile.ZipFile(io.BytesIO(source)) as archive:
        return {entry.filename: entry for entry in archive.infolist()}


def _taken_over(part: bytes, entry: zipfile.ZipInfo | None, source: bytes) -> _Packed | None:
    """Return the part as the source has it packed, or None where it is not the same."""
    if entry is None or entry.file_size != len(part) or entry.compress_type not in (0, _DEFLATED):
        return None
    if zlib.crc32(part) != entry.CRC:
        return None
    at = entry.header_offset
    name, extra = struct.unpack_from("<2H", source, at + 26)
    start = at + _LOCAL.size + name + extra
    data = source[start : start + entry.compress_size]
    return _Packed(entry.compress_type, entry.CRC, entry.file_size, data)


def _packed(name: str, part: bytes) -> _Packed:
    crc = zlib.crc32(part)
    if name.lower().endswith(_STORED):
        return _Packed(0, crc, len(part), part)
    deflate = zlib.compressobj(1 if len(part) > _LARGE else -1, wbits=-zlib.MAX_WBITS)
    return _Packed(_DEFLATED, crc, len(part), deflate.compress(part) + deflate.flush())
