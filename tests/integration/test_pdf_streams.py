"""A stream whose data ends in a carriage return is still as long as it says."""

import io
from itertools import count

import page
import pytest
from pypdf import PdfReader

from stegvis.reports.files.pdf_streams import with_plain_line_ends
from stegvis.reports.files.typesetting import CONFORMS_TO, compiler

SOURCE = '#set document(title: "t")\n#set text(lang: "sv")\n#title()\nText nummer {number}.'


def typeset(number):
    files = {"main": SOURCE.replace("{number}", str(number)).encode()}
    return compiler().compile(files, format="pdf", pdf_standards=CONFORMS_TO)


@pytest.fixture(scope="module")
def doubtful():
    """One in some fifty of these small documents."""
    return next(pdf for pdf in map(typeset, count()) if b"\r\nendstream" in pdf)


def rules(pdf, path):
    path.write_bytes(pdf)
    report = page.validate_pdf(str(path), profile="2a")
    return [failure.rule_id for failure in report.failures]


def test_doubtful_line_ends_are_made_plain(doubtful, tmp_path):
    plain = with_plain_line_ends(doubtful)

    assert rules(doubtful, tmp_path / "a.pdf") == ["PDFA2A-STREAM-LENGTH-001"]
    assert rules(plain, tmp_path / "b.pdf") == []
    assert len(plain) == len(doubtful) + doubtful.count(b"\r\nendstream")


def test_plain_line_ends_keep_every_object_in_its_place(doubtful):
    before, after = (
        PdfReader(io.BytesIO(pdf), strict=True)
        for pdf in (doubtful, with_plain_line_ends(doubtful))
    )

    assert after.pages[0].extract_text() == before.pages[0].extract_text()
    assert after.xref[0].keys() == before.xref[0].keys()
    assert after.metadata == before.metadata


def test_plain_line_ends_are_left_alone():
    assert with_plain_line_ends(b"no pdf") == b"no pdf"
    clear = next(pdf for pdf in map(typeset, count()) if b"\r\nendstream" not in pdf)
    assert with_plain_line_ends(clear) is clear
