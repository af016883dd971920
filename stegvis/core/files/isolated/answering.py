"""Files in, messages out; whatever happens, an answer that the parent understands."""

import gc
import json
import os
from collections.abc import Iterator
from typing import Any, BinaryIO

from stegvis.core.files.isolated.messages import Table, write_end, write_table, write_unfit
from stegvis.core.files.isolated.problems import Unfit, unfit
from stegvis.core.files.isolated.restraint import restrain_look
from stegvis.core.files.isolated.sniffing import check_kind


def answer_all(request: str, out: BinaryIO) -> None:
    """`request` is JSON, for each file: an open descriptor, suffix, encoding, a name to use."""
    gc.disable()  # nothing here makes cycles; collecting two million cells costs half a second
    for asked in json.loads(request):
        restrain_look()
        with os.fdopen(asked["source"], "rb") as source:
            answer(asked, source=source, out=out)
        out.flush()


def answer(asked: dict[str, Any], *, source: BinaryIO, out: BinaryIO) -> None:
    try:
        check_kind(source, asked["suffix"])
        for table in _tables(source, asked["suffix"], asked["name"], asked["encoding"]):
            write_table(out, table)
        write_end(out)
    except Unfit as reason:
        write_unfit(out, reason)
    except MemoryError:
        write_unfit(out, unfit("too_heavy"))
    except BaseException:  # noqa: BLE001 - a native reader's panic is no Exception
        write_unfit(out, unfit("unreadable"))


def _tables(source: BinaryIO, suffix: str, name: str, encoding: str | None) -> Iterator[Table]:
    """The readers are imported when they are needed: a child should start quickly."""
    if suffix == ".xlsx":
        from stegvis.core.files.isolated.xlsx import read_workbook  # noqa: PLC0415

        return read_workbook(source)
    if suffix == ".csv":
        from stegvis.core.files.isolated.csv_text import read_csv  # noqa: PLC0415

        return read_csv(source, name, encoding)
    from stegvis.core.files.isolated.parquet import read_parquet  # noqa: PLC0415

    return read_parquet(source, name)
