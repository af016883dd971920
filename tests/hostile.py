"""Builders of files that nobody should send, small to make and dangerous to open."""

import io
import struct
import zipfile
import zlib
from pathlib import Path

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
HEAD = '<?xml version="1.0" encoding="UTF-8"?>'
SHEET_PART = "xl/worksheets/sheet1.xml"
PARTS = {
    "[Content_Types].xml": f'{HEAD}<Types xmlns="{PACKAGE}/content-types"/>',
    "_rels/.rels": f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1"'
    f' Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    "xl/workbook.xml": f'{HEAD}<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>'
    '<sheet name="Deltagare" sheetId="1" r:id="rId1"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels": f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>'
    f'<Relationship Id="rId2" Type="{OFFICE}/styles" Target="styles.xml"/>'
    f'<Relationship Id="rId3" Type="{OFFICE}/sharedStrings" Target="sharedStrings.xml"/>'
    "</Relationships>",
    "xl/styles.xml": f'{HEAD}<styleSheet xmlns="{MAIN}"><numFmts count="1">'
    '<numFmt numFmtId="164" formatCode="yyyy-mm-dd hh:mm"/></numFmts><cellXfs count="3">'
    '<xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/></cellXfs></styleSheet>',
    "xl/sharedStrings.xml": f'{HEAD}<sst xmlns="{MAIN}"><si><t>Kod</t></si></sst>',
}


def sheet_xml(data: str, before: str = "", after: str = "") -> str:
    opened = f'{HEAD}<worksheet xmlns="{MAIN}">{before}<sheetData>'
    return f"{opened}{data}</sheetData>{after}</worksheet>"


def row(cells: str, number: int = 1) -> str:
    return f'<row r="{number}">{cells}</row>'


def workbook(path: Path, sheet: str | bytes = "", **changes: str | bytes | None) -> Path:
    """A workbook with one sheet; `parts` replace or add, None takes away."""
    parts = {**PARTS, SHEET_PART: sheet or sheet_xml(row('<c r="A1"><v>1</v></c>')), **changes}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, content in parts.items():
            if content is not None:
                archive.writestr(name, content)
    return path


def cells(path: Path, data: str) -> Path:
    """A workbook whose only row holds these cells."""
    return workbook(path, sheet_xml(row(data)))


def zeros(gigabytes: int) -> bytes:
    """Deflated zeros: one block of 8 MB that stands alone, again and again."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    block = packer.compress(bytes(8 << 20)) + packer.flush(zlib.Z_FULL_FLUSH)
    return block * (gigabytes << 7) + packer.flush()


def raw_zip(path: Path, parts: dict[str, tuple[bytes, int]]) -> Path:
    """A zip written by hand: deflated bytes and the unpacked size that is claimed."""
    body, directory = io.BytesIO(), io.BytesIO()
    for name, (packed, claimed) in parts.items():
        offset, small = body.tell(), min(claimed, 0xFFFFFFFF)
        extra = struct.pack("<HHQ", 1, 8, claimed) if claimed > small else b""
        sizes = struct.pack("<LLLHH", 0, len(packed), small, len(name), len(extra))
        body.write(b"PK\x03\x04" + struct.pack("<5H", 45, 0, 8, 0, 0) + sizes)
        body.write(name.encode() + extra + packed)
        directory.write(b"PK\x01\x02" + struct.pack("<6H", 45, 45, 0, 8, 0, 0) + sizes)
        directory.write(struct.pack("<3H2L", 0, 0, 0, 0, offset) + name.encode() + extra)
    count, length = len(parts), directory.tell()
    end = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, count, count, length, body.tell(), 0)
    path.write_bytes(body.getvalue() + directory.getvalue() + end)
    return path


def deflated(text: str) -> tuple[bytes, int]:
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    content = text.encode()
    return packer.compress(content) + packer.flush(), len(content)


def bomb(path: Path, *, gigabytes: int, claimed: int | None = None) -> Path:
    """A workbook whose sheet is zeros, with its true size or another one claimed."""
    size = gigabytes << 30 if claimed is None else claimed
    parts = {name: deflated(content) for name, content in PARTS.items()}
    return raw_zip(path, {**parts, SHEET_PART: (zeros(gigabytes), size)})


def thrift_footer(path: Path, footer: bytes) -> Path:
    """A Parquet file that is a footer and nothing else."""
    path.write_bytes(b"PAR1" + footer + struct.pack("<L", len(footer)) + b"PAR1")
    return path
