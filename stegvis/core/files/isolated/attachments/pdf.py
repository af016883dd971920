"""PDF with its pages and without the rest: made anew, so that nothing follows along unseen."""

import io
import zipfile
from collections.abc import Iterator
from typing import Any

import pikepdf

from stegvis.core.files.isolated.attachments import limits
from stegvis.core.files.isolated.attachments.cleaned import METADATA, TRAILING, Cleaned
from stegvis.core.files.isolated.attachments.pdf_objects import Sweep
from stegvis.core.files.isolated.problems import unfit

END, ENCRYPTED = b"%%EOF", b"/Encrypt"
ROOT_DROPPED = ("/AF", "/Perms", "/Legal", "/Requirements")
BROKEN = (pikepdf.PdfError, ValueError, TypeError, KeyError, RuntimeError, OverflowError)


def cleaned_pdf(content: bytes) -> Cleaned:
    out = io.BytesIO()
    try:
        with pikepdf.open(
            io.BytesIO(content), attempt_recovery=False, suppress_warnings=True
        ) as pdf:
            removed = _swept(pdf)
            pdf.save(
                out,
                stream_decode_level=pikepdf.StreamDecodeLevel.none,
                deterministic_id=True,
                fix_metadata_version=False,
            )
    except pikepdf.PasswordError as error:
        raise unfit("password") from error
    except BROKEN as error:  # what deciphers wants to open something, and may not
        raise unfit("password" if ENCRYPTED in content else "damaged") from error
    made = out.getvalue()
    if zipfile.is_zipfile(io.BytesIO(made[-limits.TAIL_BYTES :])):
        raise unfit("two_kinds")
    if _goes_on(content):
        removed |= {TRAILING}
    return Cleaned("pdf", made, frozenset(removed))


def _swept(pdf: pikepdf.Pdf) -> set[str]:
    _check(pdf)
    sweep = Sweep()
    for found in _objects(pdf):
        sweep.take(found)
    for key in ROOT_DROPPED:
        if key in pdf.Root:
            del pdf.Root[key]
    if "/Info" in pdf.trailer:
        sweep.removed.add(METADATA)
        del pdf.trailer["/Info"]
    return sweep.removed


def _check(pdf: pikepdf.Pdf) -> None:
    if pdf.is_encrypted:
        raise unfit("password")
    if len(pdf.objects) > limits.PDF_OBJECTS:
        raise unfit("many_objects", limit=limits.PDF_OBJECTS)
    if "/Collection" in pdf.Root:
        raise unfit("embedded")
    if not len(pdf.pages):
        raise unfit("damaged")


def _objects(pdf: pikepdf.Pdf) -> Iterator[pikepdf.Object]:
    """Each dictionary and stream once, also those that stand inside others, without recursion."""
    left = limits.PDF_VALUES
    for start in [pdf.trailer, *pdf.objects]:
        waiting = [start] if _stands_alone(start) else []
        while waiting:
            one = waiting.pop()
            inside = _inside(one)
            left -= len(inside)
            if left < 0:
                raise unfit("many_objects", limit=limits.PDF_VALUES)
            waiting.extend(filter(_stands_here, inside))
            if not isinstance(one, pikepdf.Array):
                yield one


def _inside(one: pikepdf.Object) -> list[Any]:
    return list(one) if isinstance(one, pikepdf.Array) else [value for _key, value in one.items()]


def _stands_alone(value: Any) -> bool:
    return isinstance(value, (pikepdf.Array, pikepdf.Dictionary, pikepdf.Stream))


def _stands_here(value: Any) -> bool:
    """Holds something, and is no reference to what is looked at for itself."""
    return _stands_alone(value) and not value.is_indirect


def _goes_on(content: bytes) -> bool:
    after = content.rpartition(END)[2]
    return len(after.strip(b"\0\r\n\t ")) > 0
