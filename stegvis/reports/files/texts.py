"""A person's texts from a Markdown file."""

from pathlib import Path

from stegvis.core.values.language import gettext as _
from stegvis.core.values.refusals import Refused
from stegvis.programmes.files.toml_text import not_utf8
from stegvis.reports.calculations.texts.markdown import parse_texts
from stegvis.reports.values.texts import ReportTexts

LARGEST_FILE = 5_000_000  # bytes; own choice: a report's texts are a hundredth of it


def read_texts(path: Path) -> ReportTexts:
    try:
        with path.open("rb") as opened:
            content = opened.read(LARGEST_FILE + 1)
    except OSError:
        raise Refused(_("Textfilen {file} går inte att öppna.").format(file=path)) from None
    if len(content) > LARGEST_FILE:
        raise Refused(_("Textfilen {file} är för stor.").format(file=path.name))
    try:
        return parse_texts(content.decode("utf-8-sig"), path.name)
    except UnicodeDecodeError as error:
        raise Refused(not_utf8(path.name, content, error.start)) from None
