"""A file's name is somebody's words: shown, taken home, never steering anything."""

import pytest

from stegvis.core.files.attachments.names import safe_name


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("intyg.pdf", "intyg.pdf"),
        ("Läkarintyg v1.2.PDF", "Läkarintyg v1.2.pdf"),
        ("../../etc/passwd", "passwd.pdf"),
        ("C:\\Users\\Anna\\intyg.docx", "intyg.pdf"),
        ("rad\r\nX-Evil: 1.pdf", "rad X-Evil 1.pdf"),
        ("gpj\u202efdp.exe", "gpj fdp.exe.pdf"),
        ('a"b;c<d>.pdf', "a b;c d.pdf"),
        ("CON.pdf", "fil.pdf"),
        (".pdf", "fil.pdf"),
        ("", "fil.pdf"),
        ("å" * 300 + ".pdf", "å" * 100 + ".pdf"),
    ],
)
def test_name_is_made_harmless(written, shown):
    assert safe_name(written, ".pdf") == shown
