"""What a Parquet file says that it holds, read and limited before any value is decoded.

Field numbers: apache/parquet-format, parquet.thrift.
"""

import io
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, BinaryIO

from stegvis.core.files.isolated import limits
from stegvis.core.files.isolated.problems import Problem, Unfit, unfit
from stegvis.core.files.isolated.thrift import Reader

MAGIC, MAGIC_ENCRYPTED = b"PAR1", b"PARE"
TAIL_BYTES = 8  # length of the footer, four bytes, and the magic
SCHEMA, ROWS, ROW_GROUPS, ENCRYPTION = 2, 3, 4, 8  # FileMetaData
REPETITION, NAME, CHILDREN = 3, 4, 5  # SchemaElement
KIND, CONVERTED, LOGICAL = 1, 6, 10
GROUP_COLUMNS, GROUP_ROWS = 1, 3  # RowGroup
ELSEWHERE, COLUMN = 1, 3  # ColumnChunk
VALUES, UNPACKED = 5, 6  # ColumnMetaData
REPEATED = 2
BYTE_ARRAY, FIXED = 6, 7
TEXT_LOGICAL, DECIMAL_LOGICAL = {1, 4}, {5}  # STRING, ENUM; DECIMAL
REFUSED_LOGICAL = {2, 3, 7, 11, 12, 13, 14, 15, 16, 17, 18}  # MAP, LIST, TIME, UNKNOWN, JSON …
TEXT_CONVERTED, DECIMAL_CONVERTED = {0, 4}, {5}
REFUSED_CONVERTED = {1, 2, 3, 7, 8, 19, 20, 21}


@dataclass(frozen=True)
class Footer:
    names: tuple[str, ...]
    rows: int
    unpacked: int  # bytes, as the file says
    start: int  # where in the file the footer begins

    @property
    def cells(self) -> int:
        return (self.rows + 1) * len(self.names)


def footer_of(source: BinaryIO) -> Footer:
    raw = _raw_footer(source)
    start = source.seek(0, io.SEEK_END) - TAIL_BYTES - len(raw)
    source.seek(0)
    metadata = Reader(raw).struct()
    if ENCRYPTION in metadata:
        raise unfit("password")
    try:
        return _checked(metadata, start)
    except (AttributeError, IndexError, KeyError, TypeError) as error:
        raise unfit("damaged_parquet") from error


def _raw_footer(source: BinaryIO) -> bytes:
    size = source.seek(0, io.SEEK_END)
    source.seek(max(0, size - TAIL_BYTES))
    tail = source.read(TAIL_BYTES)
    if tail.endswith(MAGIC_ENCRYPTED):
        raise unfit("password")
    length = int.from_bytes(tail[:4], "little")
    if size < TAIL_BYTES + len(MAGIC) or not tail.endswith(MAGIC):
        raise unfit("damaged_parquet")
    if length > limits.FOOTER_BYTES:
        raise unfit("large_footer", number=length, limit=limits.FOOTER_BYTES)
    if length > size - TAIL_BYTES - len(MAGIC):
        raise unfit("damaged_parquet")
    source.seek(size - TAIL_BYTES - length)
    return source.read(length)


def _checked(metadata: dict[int, Any], start: int) -> Footer:
    columns = _columns(metadata[SCHEMA])
    _check_columns(columns)
    groups = metadata[ROW_GROUPS]
    footer = Footer(
        tuple(column[NAME].decode(errors="replace") for column in columns),
        _rows(metadata[ROWS], groups, len(columns)),
        sum(_unpacked(groups)),
        start,
    )
    if footer.unpacked > limits.UNPACKED_BYTES:
        raise unfit("unpacked", number=footer.unpacked, limit=limits.UNPACKED_BYTES)
    return footer


def _rows(declared: int, groups: list[dict[int, Any]], columns: int) -> int:
    if declared * max(columns, 1) > limits.CELLS:
        raise unfit("many_cells", limit=limits.CELLS)
    if declared < 0 or sum(group[GROUP_ROWS] for group in groups) != declared:
        raise unfit("damaged_parquet")
    if any(group[GROUP_ROWS] < 0 for group in groups):
        raise unfit("damaged_parquet")
    return declared


def _unpacked(groups: list[dict[int, Any]]) -> Iterator[int]:
    for group in groups:
        for chunk in group[GROUP_COLUMNS]:
            column = chunk[COLUMN]
            # columns are flat: one value a row, and never in another file
            if ELSEWHERE in chunk or column[VALUES] != group[GROUP_ROWS] or column[UNPACKED] < 0:
                raise unfit("damaged_parquet")
            yield column[UNPACKED]


def _columns(schema: list[dict[int, Any]]) -> list[dict[int, Any]]:
    """The columns at the top; what lies within a composite column is passed over."""
    columns, waiting = [], 0
    for element in schema[1:]:
        if waiting:
            waiting -= 1
        else:
            columns.append(element)
        waiting += element.get(CHILDREN, 0)
    if waiting or len(columns) != schema[0][CHILDREN]:
        raise unfit("damaged_parquet")
    return columns


def _check_columns(columns: list[dict[int, Any]]) -> None:
    if len(columns) > limits.COLUMNS:
        raise unfit("many_columns", number=len(columns), limit=limits.COLUMNS)
    problems = [
        Problem("column_type", column=position, read=column[NAME].decode(errors="replace"))
        for position, column in enumerate(columns, 1)
        if not _is_plain(column)
    ]
    if problems:
        raise Unfit(*problems[: limits.FAULTS], count=len(problems))


def _is_plain(column: dict[int, Any]) -> bool:
    """One number, truth value, text or date a row."""
    logical, converted = set(column.get(LOGICAL, {})), {column.get(CONVERTED, -1)}
    if column.get(CHILDREN) or column.get(REPETITION) == REPEATED:
        return False
    if logical & REFUSED_LOGICAL or converted & REFUSED_CONVERTED:
        return False
    if column[KIND] in (BYTE_ARRAY, FIXED):
        text = column[KIND] == BYTE_ARRAY and (logical & TEXT_LOGICAL or converted & TEXT_CONVERTED)
        return bool(text or logical & DECIMAL_LOGICAL or converted & DECIMAL_CONVERTED)
    return True
