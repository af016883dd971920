"""Plain text: letters, spaces and ends of lines, kept as they are."""

import codecs
import re

from stegvis.core.files.isolated.attachments.cleaned import Cleaned
from stegvis.core.files.isolated.problems import Problem, Unfit

CONTROL = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f]")  # form feed ends a page, and stays
UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


CODINGS = "utf-8-sig", "utf-16"
for coding in CODINGS:
    codecs.lookup(coding)  # nothing can be imported later


def cleaned_text(content: bytes) -> Cleaned:
    coding = CODINGS[content.startswith(UTF_16)]
    try:
        text = content.decode(coding)
    except UnicodeDecodeError as error:
        row = content.count(b"\n", 0, error.start) + 1
        raise Unfit(Problem("encoding", row=row)) from error
    strange = CONTROL.search(text)
    if strange:
        raise Unfit(Problem("control", row=text.count("\n", 0, strange.start()) + 1))
    return Cleaned("text", text.encode())
