"""An association's own Word document, looked through before it is opened."""

import re
from collections.abc import Iterator
from pathlib import Path
from zipfile import BadZipFile, ZipFile

import docx
from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml
from docx.oxml.xmlchemy import BaseOxmlElement

from stegvis.core.files.isolated.problems import Unfit
from stegvis.core.files.isolated.zip_directory import open_zip
from stegvis.core.values.language import gettext as _
from stegvis.core.values.language import gettext_noop as N_
from stegvis.core.values.refusals import Fault, Refused

_SUFFIX = ".docx"
_WORD_BYTES = 25 << 20  # a front page with pictures; a larger file is not a template
_XML_BYTES = 16 << 20  # one part of XML; a long report of ours has half a megabyte

_PART_FAULTS = {
    re.compile(r"vbaProject|vbaData", re.IGNORECASE): N_("Filen innehåller makron."),
    re.compile(r"/(embeddings|activeX)/", re.IGNORECASE): N_(
        "Filen innehåller inbäddade objekt, till exempel ett kalkylblad."
    ),
}
_MAIN_PART = "wordprocessingml.document.main+xml"
_IMPORTED = ("/aFChunk", "/attachedTemplate", "/subDocument", "/frame")
_WEB_LINKS = ("http:", "https:", "mailto:")
_ACTIVE_FIELD = re.compile(
    r"\b(DDEAUTO|DDE|INCLUDETEXT|INCLUDEPICTURE|IMPORT|LINK|DATABASE|MACROBUTTON)\b"
)


def open_house_style(path: Path) -> WordDocument:
    """The document, when nothing in it fetches or runs something else."""
    faults = list(_faults(path))
    if faults:
        sentence = _("Ordmallen {file} kan inte användas. Rätta den i Word och spara som .docx.")
        raise Refused(sentence.format(file=path.name), faults)
    try:
        return docx.Document(str(path))
    except Exception as error:  # python-docx names no error of its own for a broken part
        raise Refused(_damaged(path)) from error


def _faults(path: Path) -> Iterator[Fault]:
    if path.suffix.lower() != _SUFFIX:
        raise Refused(
            _("Ordmallen ska vara ett Worddokument som slutar på .docx. Där står: {file}.").format(
                file=path.name
            )
        )
    try:
        if path.stat().st_size > _WORD_BYTES:
            raise Refused(_too_large(path))
        with path.open("rb") as source, open_zip(source) as archive:
            yield from _faults_of(archive)
    except FileNotFoundError as missing:
        raise Refused(_("Filen {file} finns inte.").format(file=path)) from missing
    except Unfit as unfit:
        raise Refused(_too_large(path) if _is_size(unfit) else _damaged(path)) from unfit
    except (BadZipFile, OSError, EOFError) as error:
        raise Refused(_damaged(path)) from error


def _is_size(unfit: Unfit) -> bool:
    return unfit.problems[0].kind in {"unpacked", "packed_ratio", "zip_entries"}


def _too_large(path: Path) -> str:
    return _("Ordmallen {file} är för stor, packad eller uppackad, för att öppnas.").format(
        file=path.name
    )


def _damaged(path: Path) -> str:
    return _("Ordmallen {file} är skadad eller inget Worddokument.").format(file=path.name)


def _faults_of(archive: ZipFile) -> Iterator[Fault]:
    names = archive.namelist()
    for pattern, what in _PART_FAULTS.items():
        found = next((name for name in names if pattern.search(name)), None)
        if found:
            yield Fault(found, _(what))
    for name in names:
        if name.endswith((".xml", ".rels")):
            yield from _faults_in_part(archive, name)


def _faults_in_part(archive: ZipFile, name: str) -> Iterator[Fault]:
    if archive.getinfo(name).file_size > _XML_BYTES:
        yield Fault(name, _("Delen är för stor."))
        return
    try:
        root = parse_xml(archive.read(name))
    except SyntaxError:
        yield Fault(name, _("Delen är ingen giltig XML."))
        return
    if root.getroottree().docinfo.doctype:
        yield Fault(name, _("Delen har en dokumenttyp, som Word aldrig skriver."))
    elif name == "[Content_Types].xml":
        yield from _faults_in_types(name, root)
    elif name.endswith(".rels"):
        yield from _faults_in_relations(name, root)
    else:
        yield from _faults_in_fields(name, root)


def _faults_in_types(name: str, root: BaseOxmlElement) -> Iterator[Fault]:
    types = [part.get("ContentType", "") for part in root]
    if any("macroenabled" in one.casefold() for one in types):
        yield Fault(name, _("Filen är sparad för makron."))
    elif not any(_MAIN_PART in one for one in types):
        yield Fault(name, _("Filen är inget vanligt Worddokument, kanske en mall (.dotx)."))


def _faults_in_relations(name: str, root: BaseOxmlElement) -> Iterator[Fault]:
    """Links to web pages stay; anything else from outside the file is refused."""
    for relation in root:
        kind, target = relation.get("Type", ""), relation.get("Target", "")
        outside = relation.get("TargetMode", "").casefold() == "external"
        is_link = kind.endswith("/hyperlink") and target.casefold().startswith(_WEB_LINKS)
        if kind.endswith(_IMPORTED) or (outside and not is_link):
            what = _("Filen hämtar något utifrån, till exempel en kopplad mall eller bild.")
            yield Fault(name, what, target)


def _faults_in_fields(name: str, root: BaseOxmlElement) -> Iterator[Fault]:
    for code in _field_codes(root):
        if _ACTIVE_FIELD.search(code.upper()):
            yield Fault(name, _("Ett fält hämtar eller kör något."), code.strip())


def _field_codes(root: BaseOxmlElement) -> Iterator[str]:
    """A field's code may be split over several pieces, up to its next mark."""
    code = ""
    for element in root.iter(qn("w:instrText"), qn("w:fldChar"), qn("w:fldSimple")):
        if element.tag == qn("w:instrText"):
            code += element.text or ""
        else:
            yield code
            yield element.get(qn("w:instr"), "")
            code = ""
    yield code
