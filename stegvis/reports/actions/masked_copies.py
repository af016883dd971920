"""A masked copy as PDF, set anew from what is left: what was masked was never given to it."""

from datetime import date

from stegvis.core.values.formatting import day
from stegvis.core.values.language import current_language
from stegvis.core.values.language import gettext as _
from stegvis.participants.values.disclosures import Copy, Told
from stegvis.participants.values.masking import check_gone, mark_of, text_of
from stegvis.reports.files.pdf import pdf_bytes
from stegvis.reports.values.document import Block, Document, Heading, Paragraph, Run


def masked_copy_pdf(
    copy: Copy, *, sender: str, ground: str, words: tuple[str, ...], on: date
) -> bytes:
    """Refused where a masked word stands in what surrounds the copy."""
    document = _document(copy, sender=sender, ground=ground, on=on)
    around = [document.title, document.running, *(text for fact in document.facts for text in fact)]
    check_gone(" ".join(around), words)
    return pdf_bytes(document)


def _document(copy: Copy, *, sender: str, ground: str, on: date) -> Document:
    facts = (
        (_("Lämnas ut av"), sender),
        (_("Dag"), day(on)),
        (_("Maskat med stöd av"), ground),
    )
    note = _("Det som står som {mark} är borttaget ur kopian.").format(mark=mark_of(ground))
    blocks = (_said(note), *(block for one in copy.items for block in _blocks(one)))
    return Document(
        title=_("Maskad kopia"),
        subtitle="",
        language=current_language(),
        facts=facts,
        blocks=blocks,
        running=_("Maskad kopia"),
        created_on=on,
    )


def _blocks(told: Told) -> list[Block]:
    lines = [line.strip() for line in f"{told.value}\n{text_of(told)}".splitlines()]
    return [Heading(2, told.label), *(_said(line) for line in lines if line)]


def _said(text: str) -> Paragraph:
    return Paragraph((Run(text),))
