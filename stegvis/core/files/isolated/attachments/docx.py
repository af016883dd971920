"""A Word document made anew: the parts that hold its text and pictures, and no others."""

import codecs
import io
import stat
import zipfile

from stegvis.core.files.isolated.attachments import limits
from stegvis.core.files.isolated.attachments.cleaned import METADATA, SIGNATURE, Cleaned
from stegvis.core.files.isolated.attachments.document_rules import DocumentRules
from stegvis.core.files.isolated.attachments.jpeg import START as JPEG
from stegvis.core.files.isolated.attachments.jpeg import cleaned_jpeg
from stegvis.core.files.isolated.attachments.package_rules import LinkRules, TypeRules
from stegvis.core.files.isolated.attachments.png import START as PNG
from stegvis.core.files.isolated.attachments.png import cleaned_png
from stegvis.core.files.isolated.attachments.rewriting import Rules, rewritten
from stegvis.core.files.isolated.markup import BROKEN, pieces
from stegvis.core.files.isolated.problems import unfit
from stegvis.core.files.isolated.zip_directory import open_zip

MAIN, TYPES = "word/document.xml", "[Content_Types].xml"
TYPES_LOW = TYPES.lower()
HOLDS = ("word/", "_rels/")  # where text and pictures lie
SIGNED = "_xmlsignatures/"
DROPPED = (  # left out; no reader misses them
    SIGNED,
    "docprops/",
    "docmetadata/",
    "customxml/",
    "word/fonts/",
    "word/printersettings/",
    "word/webextensions/",
    "word/people.xml",
    "word/commentsids.xml",
    "word/commentsextensible.xml",
    "word/recipientdata",
    "word/intelligence",
)
REFUSED = (  # a part whose name holds this → the kind of problem
    ("vbaproject", "macros"),
    ("vbadata", "macros"),
    ("activex/", "macros"),
    ("customui/", "macros"),
    ("embeddings/", "embedded"),
    ("afchunk", "embedded"),
)
OTHERS = (  # another sort of file that also is a zip
    ("xl/workbook.xml", "workbook"),
    ("xl/workbook.bin", "xlsb"),
    ("ppt/presentation.xml", "powerpoint"),
    ("content.xml", "opendocument"),
)
PICTURES = {JPEG: cleaned_jpeg, PNG: cleaned_png}
codecs.lookup("cp437")  # names in a zip; nothing can be imported later

MADE_AT = (1980, 1, 1, 0, 0, 0)  # the earliest that a zip can say


def cleaned_docx(content: bytes) -> Cleaned:
    with open_zip(io.BytesIO(content)) as archive:
        names = {info.filename.lower(): info.filename for info in archive.infolist()}
        _check(archive, names)
        kept = {low: names[low] for low in sorted(names, key=_order) if _is_kept(low)}
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w") as made:
            for name in kept.values():
                part = _part(archive, name, kept)
                made.writestr(zipfile.ZipInfo(name, MADE_AT), part, zipfile.ZIP_DEFLATED)
    signed = {SIGNATURE} if any(name.startswith(SIGNED) for name in names) else set()
    return Cleaned("docx", out.getvalue(), frozenset({METADATA} | signed))


def _order(low: str) -> tuple[bool, str]:
    return low != TYPES_LOW, low  # the list of parts first, where programs look for it


def _check(archive: zipfile.ZipFile, names: dict[str, str]) -> None:
    if any(stat.S_ISLNK(info.external_attr >> 16) for info in archive.infolist()):
        raise unfit("symlink")
    for part, kind in REFUSED:
        if any(part in name for name in names):
            raise unfit(kind)
    for part, word in OTHERS:
        if part in names:
            raise unfit("wrong_kind", read=word)
    if names.get(TYPES_LOW) != TYPES or names.get(MAIN) != MAIN:
        raise unfit("wrong_kind", read="zip")
    size = sum(info.file_size for info in archive.infolist() if _is_xml(info.filename))
    if size > limits.XML_BYTES:
        raise unfit("unpacked", number=size, limit=limits.XML_BYTES)


def _is_kept(low: str) -> bool:
    return not low.startswith(DROPPED) and not low.endswith("/")


def _is_xml(name: str) -> bool:
    return name.lower().endswith((".xml", ".rels"))


def _part(archive: zipfile.ZipFile, name: str, kept: dict[str, str]) -> bytes:
    if not name.startswith(HOLDS) and name != TYPES:
        raise unfit("odd_part", read=name)
    if _is_xml(name):
        return rewritten(pieces(archive, name), _rules(name, kept), name)
    try:
        content = archive.read(name)
    except BROKEN as error:
        raise unfit("damaged_zip") from error
    clean = next((found for start, found in PICTURES.items() if content.startswith(start)), None)
    if clean is None:
        raise unfit("odd_part", read=name)
    return clean(content).content


def _rules(name: str, kept: dict[str, str]) -> Rules:
    if name == TYPES:
        return TypeRules(kept)
    return LinkRules(name, kept) if name.lower().endswith(".rels") else DocumentRules()
