"""PDF with its pages and without the rest: made anew, so that nothing follows along unseen."""

import io
import zipfile
from collections.abc import Iterator
from typing import Any

import pikepdf

from stegvis.core.files.isolated.attachments import limits
from stegvis.core.files.isolated.attachments.cleaned import METADATA, TRAILING, Cleaned
from stegvis.core.files.isolated.attachments.pdf_objects import Said, Sweep
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
    for found, said in _objects(pdf):
        sweep.take(found, said)
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


def _objects(pdf: pikepdf.Pdf) -> Iterator[tuple[pikepdf.Object, Said]]:
    """Each dictionary and stream once, with what it says, also those that stand inside others."""
    left = limits.PDF_VALUES
    for start in [pdf.trailer, *pdf.objects]:
        waiting = [start] if _stands_alone(start) else []
        while waiting:
            one = waiting.pop()
            is_list = isinstance(one, pikepdf.Array)
            said: Said = {} if is_list else dict(one.items())
            inside = list(one) if is_list else said.values()
            left -= len(inside)
            if left < 0:
                raise unfit("many_objects", limit=limits.PDF_VALUES)
            waiting.extend(filter(_stands_here, inside))
            if not is_list:
                yield one, said


def _stands_alone(value: Any) -> bool:
    return isinstance(value, (pikepdf.Array, pikepdf.Dictionary, pikepdf.Stream))


def _stands_here(value: Any) -> bool:
    """Holds something, and is no reference to what is looked at for itself."""
    return isinstance(value, pikepdf.Object) and not value.is_indirect and _stands_alone(value)


def _goes_on(content: bytes) -> bool:
    after = content.rpartition(END)[2]
    return len(after.strip(b"\0\r\n\t ")) > 0
