"""A check of the log as a document to print and keep."""

from collections.abc import Iterable
from datetime import date

from stegvis.core.values.language import gettext as _
from stegvis.reports.values.document import Block, Document, Heading, Paragraph, Run, Table

Facts = tuple[tuple[str, str], ...]
Rows = tuple[tuple[str, ...], ...]


def protocol_document(
    rows: Iterable[tuple[str, ...]],
    *,
    facts: Facts,
    rules: Facts,
    outcomes: Facts,
    digest: str,
    on: date,
) -> Document:
    """The rows have no names of participants but those that the reader is involved with."""
    lines = tuple(rows)
    return Document(
        title=_("Protokoll över loggkontroll"),
        subtitle=facts[0][1],
        language="sv",
        facts=facts,
        blocks=(
            Heading(2, _("Utfall")),
            Table(_("Vad som bedömdes"), (_("Bedömning"), _("Rader")), outcomes, numeric=(1,)),
            Heading(2, _("Rader")),
            _lines(lines),
            Heading(2, _("Regler")),
            Table(_("Regler som gällde"), (_("Regel"), _("Gräns")), rules),
            Paragraph((Run(_("Kontrollsumma: {digest}").format(digest=digest)),), style="small"),
        ),
        running=_("Loggkontroll"),
        created_on=on,
    )


def _lines(lines: Rows) -> Block:
    if not lines:
        return Paragraph((Run(_("Ingen rad drogs: det fanns inget att granska i perioden.")),))
    header = (_("När"), _("Vem"), _("Om vem"), _("Vad"), _("Draget"), _("Bedömning"))
    return Table(_("Granskade rader"), header, lines)
