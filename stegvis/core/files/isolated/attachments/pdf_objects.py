"""What one object of a PDF may be, and which of its keys are not carried along."""

from typing import Any

import pikepdf

from stegvis.core.files.isolated.attachments.cleaned import METADATA, SIGNATURE
from stegvis.core.files.isolated.attachments.jpeg import START as JPEG_START
from stegvis.core.files.isolated.attachments.jpeg import cleaned_jpeg
from stegvis.core.files.isolated.problems import Unfit, unfit

# Source: ISO 32000-1 12.6.4 (actions), 12.5.6 (annotations), 7.11.4 (files), 14.3 (metadata)
ACTIVE = {"/JavaScript", "/Launch", "/SubmitForm", "/ImportData", "/Rendition", "/RichMediaExecute"}
ELSEWHERE = {"/GoToR", "/GoToE", "/Thread"}
CARRIES = {"/FileAttachment", "/RichMedia", "/3D", "/Movie", "/Sound", "/Screen"}
RUN = {"/JS", "/XFA"}
METADATA_KEYS = {"/Metadata", "/PieceInfo", "/LastModified", "/Thumb", "/CreatorInfo", "/OPI"}
STARTS_BY_ITSELF = {"/OpenAction", "/AA"}
LISTS = {"/JavaScript", "/EmbeddedFiles", "/Renditions", "/AlternatePresentations"}
NOTE_KEYS = {"/T", "/M", "/CreationDate", "/NM"}  # whose remark it is, and when
TOLD = (b"Exif\0", b"http://ns.adobe.com/", b"Photoshop")


Said = dict[str, Any]
"""What stands in an object, by its keys."""


class Sweep:
    """Goes over the objects one by one; refuses, or takes away and remembers that it did."""

    def __init__(self) -> None:
        self.removed: set[str] = set()

    def take(self, one: pikepdf.Object, said: Said) -> None:
        """Slow to ask, a PDF has many: what it says is read once."""
        keys = said.keys()
        is_stream = isinstance(one, pikepdf.Stream)
        _check(said, is_stream=is_stream)
        self._drop(one, keys & METADATA_KEYS, METADATA)
        self._drop(one, keys & (STARTS_BY_ITSELF | LISTS), "")
        if "/Rect" in keys and "/Subtype" in keys:
            is_field = _name(said, "/Subtype") == "/Widget"
            unneeded = NOTE_KEYS - {"/T"} if is_field else NOTE_KEYS
            self._drop(one, keys & unneeded, METADATA)
        if "/ByteRange" in keys:
            self._drop(one, set(keys), SIGNATURE)
        if is_stream:
            self._picture(one)

    def _drop(self, one: pikepdf.Object, keys: set[str], why: str) -> None:
        for key in keys:
            del one[key]
            if why:
                self.removed.add(why)

    def _picture(self, stream: pikepdf.Object) -> None:
        """A photograph inside a page can say where it was taken."""
        if _only_filter(stream) != "/DCTDecode":
            return
        raw = stream.read_raw_bytes()
        if not raw.startswith(JPEG_START) or not any(mark in raw for mark in TOLD):
            return
        try:
            made = cleaned_jpeg(raw, turns=False).content
        except Unfit as error:
            raise unfit("damaged") from error
        how = stream.get("/DecodeParms")
        known = how if isinstance(how, (pikepdf.Dictionary, pikepdf.Array)) else None
        stream.write(made, filter=pikepdf.Name.DCTDecode, decode_parms=known)
        self.removed.add(METADATA)


def _check(said: Said, *, is_stream: bool) -> None:
    action = _name(said, "/S")
    if action in ACTIVE or said.keys() & RUN:
        raise unfit("active")
    carries = _name(said, "/Subtype") in CARRIES or _name(said, "/Type") == "/EmbeddedFile"
    if "/EF" in said or carries:
        raise unfit("embedded")
    if action in ELSEWHERE or (is_stream and "/F" in said):
        raise unfit("external")


def _name(said: Said, key: str) -> str:
    value = said.get(key)
    return str(value) if isinstance(value, pikepdf.Name) else ""


def _only_filter(stream: pikepdf.Object) -> str:
    found = stream.get("/Filter")
    if isinstance(found, pikepdf.Array) and len(found) == 1:
        found = found[0]
    return str(found) if isinstance(found, pikepdf.Name) else ""
