"""Builders of attachments that nobody should send, and of honest ones that tell too much."""

import io
import struct
import zipfile
import zlib

import docx
import pikepdf

from tests import hostile

TELLS = "Hemligsson"  # stands wherever a program writes who made the file, when and where
EICAR = (  # the agreed harmless sample of a virus; in two parts, or this file is one
    rb"X5O!P%@AP[4\PZX54(P^)7CC)7}$" + b"EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"
)
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = hostile.OFFICE
NAME = pikepdf.Name


def document(**changes):
    """A Word document; `changes` add or replace parts, or change them by a function."""
    made = docx.Document()
    made.core_properties.author = made.core_properties.comments = TELLS
    made.add_paragraph("Intyg om arbetsförmåga")
    out = io.BytesIO()
    made.save(out)
    parts = _parts(out.getvalue())
    for name, change in changes.items():
        parts[name] = change(parts[name]) if callable(change) else change
    return packed(parts)


def _parts(content):
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(parts):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def text_document(body, head=""):
    """A Word document whose text is this markup."""
    xml = (
        f'{hostile.HEAD}{head}<w:document xmlns:w="{WORD}" xmlns:r="{OFFICE}">'
        f"<w:body>{body}</w:body></w:document>"
    )
    return document(**{"word/document.xml": xml})


def linked(kind, target, *, mode="External"):
    """A Word document with one more link."""
    link = (
        f'<Relationship Id="rId99" Type="{OFFICE}/{kind}" Target="{target}"'
        f' TargetMode="{mode}"/></Relationships>'
    )
    return document(
        **{
            "word/_rels/document.xml.rels": lambda old: old.replace(
                b"</Relationships>", link.encode()
            )
        }
    )


def linked_archive(name):
    """A Word document where one part is a symbolic link."""
    out = io.BytesIO(document())
    with zipfile.ZipFile(out, "a") as archive:
        info = zipfile.ZipInfo(name)
        info.external_attr = 0o120777 << 16
        archive.writestr(info, "/etc/passwd")
    return out.getvalue()


def bomb(path, *, claimed=None):
    """A Word document whose text is ten gigabytes, with its true size or another claimed."""
    size = 10 << 30 if claimed is None else claimed
    parts = {name: hostile.deflated(text.decode()) for name, text in _texts().items()}
    parts["word/document.xml"] = (hostile.zeros(10), size)
    return hostile.raw_zip(path, parts).read_bytes()


def _texts():
    names = ("[Content_Types].xml", "_rels/.rels", "word/_rels/document.xml.rels")
    return {name: content for name, content in _parts(document()).items() if name in names}


def jpeg(*segments, width=8, height=8, data=b"\x12\x34", after=b""):
    """The bones of a picture: what stands in it is nothing, where it stands is right."""
    frame = struct.pack(">BHHB", 8, height, width, 1) + b"\x01\x11\0"
    parts = [
        *segments,
        (0xDB, b"\0" + bytes(range(1, 65))),
        (0xC0, frame),
        (0xC4, b"\0" + bytes(16)),
        (0xDA, b"\x01\x01\0\0\x3f\0"),
    ]
    body = b"".join(
        bytes((0xFF, marker)) + struct.pack(">H", len(part) + 2) + part for marker, part in parts
    )
    return b"\xff\xd8" + body + data + b"\xff\xd9" + after


def camera_notes(orientation=6):
    """Exif as a telephone writes it: who, how it was held, and where it was."""
    name = TELLS.encode() + b"\0"
    head = b"II*\0" + struct.pack("<L", 8)
    entries = [
        struct.pack("<HHLHH", 0x0112, 3, 1, orientation, 0),
        struct.pack("<HHLL", 0x013B, 2, len(name), 50),
        struct.pack("<HHLL", 0x8825, 4, 1, 50 + len(name)),
    ]
    directory = struct.pack("<H", len(entries)) + b"".join(entries) + struct.pack("<L", 0)
    place = struct.pack("<HHHLHHL", 1, 1, 2, 2, ord("N"), 0, 0)
    return (0xE1, b"Exif\0\0" + head + directory + name + place)


def png(*chunks, width=1, height=1, after=b""):
    head = struct.pack(">LLBBBBB", width, height, 8, 2, 0, 0, 0)
    data = zlib.compress(bytes(4))
    parts = [(b"IHDR", head), *chunks, (b"IDAT", data), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(*part) for part in parts) + after


def _chunk(name, body):
    whole = name + body
    return struct.pack(">L", len(body)) + whole + struct.pack(">L", zlib.crc32(whole))


def pdf(change=None, **saved):
    """A PDF of one page; `change` takes it in hand before it is saved."""
    made = pikepdf.new()
    made.add_blank_page()
    made.pages[0].Contents = made.make_stream(b"0 0 m 10 10 l S")
    if change:
        change(made)
    out = io.BytesIO()
    made.save(out, fix_metadata_version=False, **saved)
    return out.getvalue()


def telling(made):
    """Who made it, in every place where a program says so."""
    made.docinfo["/Author"] = TELLS
    made.Root.Metadata = made.make_stream(f"<x>{TELLS}</x>".encode())
    page = made.pages[0]
    page.PieceInfo = pikepdf.Dictionary(App=pikepdf.Dictionary(Private=pikepdf.String(TELLS)))
    note = pikepdf.Dictionary(
        Type=NAME.Annot, Subtype=NAME.Text, Rect=[0, 0, 9, 9], Contents="obs", T=TELLS
    )
    page.Annots = pikepdf.Array([made.make_indirect(note)])
    page.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Im=photograph(made)))


def photograph(made):
    stream = made.make_stream(jpeg(camera_notes()))
    stream.Type, stream.Subtype = NAME.XObject, NAME.Image
    stream.Width = stream.Height = stream.BitsPerComponent = 8
    stream.ColorSpace, stream.Filter = NAME.DeviceGray, NAME.DCTDecode
    return stream


def opens_with(kind, **more):
    """A PDF that does something when it is opened."""

    def change(made):
        made.Root.OpenAction = pikepdf.Dictionary(Type=NAME.Action, S=NAME("/" + kind), **more)

    return pdf(change)


def attached(made):
    made.attachments["inner.txt"] = b"what lies inside"


def locked(owner="a", user="b"):
    return pdf(encryption=pikepdf.Encryption(owner=owner, user=user))


def holding_zip():
    """A PDF whose last page is a zip: the same bytes are both."""
    inner = packed({"a.txt": b"a"})

    def change(made):
        made.pages[0].Contents = made.make_stream(inner, Filter=NAME.JPXDecode)

    return pdf(change)


def ole(*names):
    return hostile_ole() + b"".join(name.encode("utf-16-le") for name in names)


def hostile_ole():
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
