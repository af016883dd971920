"""Everything that an answer says."""

import io
import zipfile

from pypdf import PdfReader


def told_by(answer):
    """The body, files unpacked, and the headers, in small letters."""
    content = b"".join(answer) if answer.streaming else answer.content
    parts = [content, *(f"{name}: {value}\n".encode() for name, value in answer.items())]
    if content.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts += [archive.read(name) for name in archive.namelist()]
    if content.startswith(b"%PDF"):
        pages = PdfReader(io.BytesIO(content)).pages
        parts += [page.extract_text().encode() for page in pages]
    return b"\n".join(parts).decode(errors="replace").lower()
