"""Which sheets a workbook has and where they lie, and what it must not contain."""

import posixpath
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from xml.parsers import expat

from stegvis.core.files.isolated import limits
from stegvis.core.files.isolated.markup import small_part
from stegvis.core.files.isolated.problems import unfit

TYPES, ROOT_LINKS = "[Content_Types].xml", "_rels/.rels"
OFFICE_DOCUMENT = "/officeDocument"  # the last part of a relationship type, ECMA-376 part 1
STYLES, STRINGS, WORKSHEET = "/styles", "/sharedStrings", "/worksheet"
FORBIDDEN = (  # a part whose name holds this → the kind of problem
    ("vbaproject", "macros"),
    ("xl/macrosheets/", "macros"),
    ("xl/activex/", "macros"),
    ("xl/externallinks/", "external"),
    ("xl/connections.xml", "external"),
)
OTHERS = (  # another sort of file that also is a zip
    ("word/document.xml", "word"),
    ("ppt/presentation.xml", "powerpoint"),
    ("xl/workbook.bin", "xlsb"),
    ("content.xml", "opendocument"),
)


@dataclass(frozen=True)
class Workbook:
    sheets: tuple[tuple[str, str], ...]  # name on the tab, part in the archive
    strings: str | None
    parts: tuple[str, ...]  # everything else that the reader needs


def workbook_of(archive: zipfile.ZipFile) -> Workbook:
    names = {name.lower(): name for name in archive.namelist()}
    _check_parts(names)
    main = next(
        (
            target
            for kind, _id, target in _links(archive, ROOT_LINKS, "")
            if kind.endswith(OFFICE_DOCUMENT)
        ),
        "",
    )
    if TYPES.lower() not in names or main not in archive.NameToInfo:
        raise unfit("not_workbook")
    folder, leaf = posixpath.split(main)
    rels = f"{folder}/_rels/{leaf}.rels"
    links = {id_: (kind, target) for kind, id_, target in _links(archive, rels, folder)}
    sheets = tuple(_sheets(archive, main, links))
    found = {kind[kind.rfind("/") :]: target for kind, target in links.values()}
    styles = [found[STYLES]] if found.get(STYLES) in archive.NameToInfo else []
    strings = found.get(STRINGS)
    return Workbook(
        sheets,
        strings if strings in archive.NameToInfo else None,
        (names[TYPES.lower()], ROOT_LINKS, main, rels, *styles),
    )


def _check_parts(names: dict[str, str]) -> None:
    for part, kind in FORBIDDEN:
        if any(part in name for name in names):
            raise unfit(kind)
    for part, word in OTHERS:
        if part in names:
            raise unfit("wrong_kind", read=word)


def _sheets(
    archive: zipfile.ZipFile, main: str, links: dict[str, tuple[str, str]]
) -> Iterator[tuple[str, str]]:
    found = _elements(archive, main, "sheet")
    if len(found) > limits.SHEETS:
        raise unfit("many_sheets", number=len(found), limit=limits.SHEETS)
    for attributes in found:
        kind, target = links.get(attributes.get("id", ""), ("", ""))
        if not kind.endswith(WORKSHEET):
            continue  # a sheet that is a chart holds no cells
        if target not in archive.NameToInfo:
            raise unfit("damaged_xml", read=target)
        yield attributes.get("name", ""), target


def _links(archive: zipfile.ZipFile, part: str, folder: str) -> Iterator[tuple[str, str, str]]:
    """Type, id and target of each relationship that points inside the file."""
    if part not in archive.NameToInfo:
        return
    for attributes in _elements(archive, part, "Relationship"):
        if attributes.get("TargetMode") == "External":
            continue
        target = attributes.get("Target", "")
        inside = target.lstrip("/") if target.startswith("/") else posixpath.join(folder, target)
        yield attributes.get("Type", ""), attributes.get("Id", ""), posixpath.normpath(inside)


def _elements(archive: zipfile.ZipFile, part: str, wanted: str) -> list[dict[str, str]]:
    """Attributes by local name of the elements with this local name."""
    found: list[dict[str, str]] = []

    def started(tag: str, attributes: dict[str, str]) -> None:
        if tag.rpartition(":")[2] == wanted:
            found.append({key.rpartition(":")[2]: value for key, value in attributes.items()})

    parser = expat.ParserCreate("utf-8")
    parser.StartElementHandler = started
    try:
        parser.Parse(small_part(archive, part), True)  # noqa: FBT003 - expat takes it by position
    except expat.ExpatError as error:
        raise unfit("damaged_xml", read=part) from error
    return found
