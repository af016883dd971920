"""One file in, one message out; whatever happens, an answer that the parent understands."""

import json
import os
from binascii import b2a_base64
from collections.abc import Callable
from typing import BinaryIO

from stegvis.core.files.isolated.attachments import limits
from stegvis.core.files.isolated.attachments.cleaned import Cleaned
from stegvis.core.files.isolated.attachments.jpeg import cleaned_jpeg
from stegvis.core.files.isolated.attachments.plain import cleaned_text
from stegvis.core.files.isolated.attachments.png import cleaned_png
from stegvis.core.files.isolated.messages import write_line, write_unfit
from stegvis.core.files.isolated.problems import Unfit, unfit
from stegvis.core.files.isolated.restraint import allow_cleaning, seal
from stegvis.core.files.isolated.sniffing import kind_of, why_not_ole

Cleaner = Callable[[bytes], Cleaned]


def answer(request: str, out: BinaryIO) -> None:
    """`request` is JSON: the open descriptor."""
    try:
        with os.fdopen(json.loads(request)["source"], "rb") as source:
            cleaner = _cleaner(source)
            content = source.read(limits.FILE_BYTES + 1)
        allow_cleaning(limits.CLEAN_SECONDS, limits.CLEAN_MEMORY)
        seal()
        _write(out, cleaner(content))
    except Unfit as reason:
        write_unfit(out, reason)
    except MemoryError:
        write_unfit(out, unfit("too_heavy"))
    except BaseException:  # noqa: BLE001 - a native reader's panic is no Exception
        write_unfit(out, unfit("unreadable"))
    out.flush()


def _cleaner(source: BinaryIO) -> Cleaner:
    """By the first bytes, whatever the file is called; imported before nothing can be opened."""
    start = source.read(512)
    source.seek(0)
    kind = kind_of(start) if start else "empty"
    if kind == "empty":
        raise unfit("empty")
    if kind == "ole":
        raise why_not_ole(source)
    found = _imported(kind)
    if found is None:
        raise unfit("wrong_kind", read=kind)
    return found


def _imported(kind: str) -> Cleaner | None:
    """Only what this file needs: a child should start quickly, and know little."""
    if kind == "pdf":
        from stegvis.core.files.isolated.attachments.pdf import cleaned_pdf  # noqa: PLC0415

        return cleaned_pdf
    if kind == "zip":
        from stegvis.core.files.isolated.attachments.docx import cleaned_docx  # noqa: PLC0415

        return cleaned_docx
    return {"jpeg": cleaned_jpeg, "png": cleaned_png, "text": cleaned_text}.get(kind)


def _write(out: BinaryIO, cleaned: Cleaned) -> None:
    body = b2a_base64(cleaned.content, newline=False).decode("ascii")
    write_line(out, {"kind": cleaned.kind, "removed": sorted(cleaned.removed), "body": body})
