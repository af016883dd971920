"""Thrift's compact protocol, as much of it as the footer of a Parquet file needs.

Source: Apache Thrift, "Thrift Compact protocol encoding" (specification in its repository).
Our own, so that a footer with absurd counts is met by twenty lines of Python and not by a
native reader that allocates first.
"""

import struct
from typing import Any

from stegvis.core.files.isolated.problems import unfit

STOP, TRUE, FALSE, BYTE, I16, I32, I64, DOUBLE, BINARY, LIST, SET, MAP, STRUCT = range(13)
DEEPEST = 12  # the footer of Parquet nests five structs
LONG_SIZE = 15  # in a list header: the size follows as a number of its own
VARINT_BITS = 64


class Reader:
    """Structs as dicts from field id to value; unknown fields are kept, nothing is interpreted."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._at = 0

    def struct(self, depth: int = 0) -> dict[int, Any]:
        if depth > DEEPEST:
            raise unfit("damaged_parquet")
        fields: dict[int, Any] = {}
        latest = 0
        while (header := self._byte()) & 0x0F != STOP:
            step, kind = header >> 4, header & 0x0F
            latest = latest + step if step else self._zigzag()
            fields[latest] = kind == TRUE if kind in (TRUE, FALSE) else self._value(kind, depth)
        return fields

    def _value(self, kind: int, depth: int) -> Any:
        if kind in (I16, I32, I64):
            return self._zigzag()
        if kind == BINARY:
            return self._bytes(self._varint())
        if kind == STRUCT:
            return self.struct(depth + 1)
        if kind in (LIST, SET):
            return self._list(depth)
        if kind == DOUBLE:
            return struct.unpack("<d", self._bytes(8))[0]
        if kind in (TRUE, FALSE, BYTE):
            return self._byte()
        raise unfit("damaged_parquet")  # a map: the footer of Parquet has none

    def _list(self, depth: int) -> list[Any]:
        header = self._byte()
        size, kind = header >> 4, header & 0x0F
        size = self._varint() if size == LONG_SIZE else size
        if size > len(self._data) - self._at or depth > DEEPEST:  # a value is a byte at least
            raise unfit("damaged_parquet")
        return [self._value(kind, depth + 1) for _index in range(size)]

    def _byte(self) -> int:
        if self._at >= len(self._data):
            raise unfit("damaged_parquet")
        self._at += 1
        return self._data[self._at - 1]

    def _bytes(self, size: int) -> bytes:
        if size > len(self._data) - self._at:
            raise unfit("damaged_parquet")
        self._at += size
        return self._data[self._at - size : self._at]

    def _varint(self) -> int:
        number = shift = 0
        while shift < VARINT_BITS:
            byte = self._byte()
            number |= (byte & 0x7F) << shift
            if byte < 0x80:  # noqa: PLR2004 - the highest bit says that more follows
                return number
            shift += 7
        raise unfit("damaged_parquet")

    def _zigzag(self) -> int:
        number = self._varint()
        return (number >> 1) ^ -(number & 1)
