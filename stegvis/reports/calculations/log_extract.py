"""Who has looked, as a document to hand over."""

from collections.abc import Iterable
from datetime import date

from stegvis.core.values.formatting import day
from stegvis.core.values.language import gettext as _
from stegvis.reports.values.document import Document, Paragraph, Run, Table

Line = tuple[str, str, str, str]
"""When, who, what and why, in words."""


def extract_document(
    lines: Iterable[Line], *, whose: str, on: date, language: str, about: str
) -> Document:
    """`about` says what is in it and what is not."""
    rows = tuple(lines)
    header = (_("När"), _("Vem"), _("Vad"), _("Varför"))
    body = Table(_("Vem som har läst"), header, rows) if rows else _nothing()
    return Document(
        title=_("Loggutdrag"),
        subtitle=whose,
        language=language,
        facts=((_("Uttaget"), day(on)), (_("Antal rader"), str(len(rows)))),
        blocks=(Paragraph((Run(about),)), body),
        running=_("Loggutdrag"),
        created_on=on,
    )


def _nothing() -> Paragraph:
    return Paragraph((Run(_("Ingen har läst något.")),))
