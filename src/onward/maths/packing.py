"""Arrays of numbers in one small file, written and read by the standard library alone."""

from __future__ import annotations

import json
import sys
import zlib
from array import array
from collections.abc import Mapping

Arrays = dict[str, "array[int] | array[float]"]
_HEAD = 4  # bytes that say how long the list of names is


def write_arrays(arrays: Mapping[str, array[int] | array[float]]) -> bytes:
    """The file: a list of names, types and lengths, then the numbers of each array, all compressed."""
    names = json.dumps([[name, one.typecode, len(one)] for name, one in arrays.items()]).encode()
    parts = [
        len(names).to_bytes(_HEAD, "little"),
        names,
        *(_to_little_endian(one).tobytes() for one in arrays.values()),
    ]
    return zlib.compress(b"".join(parts), 9)


def read_arrays(raw: bytes) -> Arrays:
    """The arrays that `write_arrays` wrote."""
    told = zlib.decompress(raw)
    at = _HEAD + int.from_bytes(told[:_HEAD], "little")
    found: Arrays = {}
    for name, code, count in json.loads(told[_HEAD:at]):
        one = array(code)
        end = at + count * one.itemsize
        one.frombytes(told[at:end])
        found[name], at = _to_little_endian(one), end
    return found


def _to_little_endian(one: array[int] | array[float]) -> array[int] | array[float]:
    """The array itself, or with its bytes turned round where the machine counts from the other end."""
    if sys.byteorder == "little":
        return one
    turned = one[:]
    turned.byteswap()
    return turned
