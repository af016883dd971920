"""A masked copy as PDF, set anew from what is left: what was masked was never given to it."""

from datetime import date

from stegvis.core.values.formatting import day
from stegvis.core.values.language import current_language
from stegvis.core.values.language import gettext as _
from stegvis.participants.values.disclosures import Copy, Told
from stegvis.participants.values.masking import check_gone, is_left_out, kind_of, mark_of, text_of
from stegvis.reports.files.pdf import pdf_bytes
from stegvis.reports.values.document import Block, Document, Heading, Paragraph, Run, Table


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
    left_out = [one for one in copy.items if is_left_out(one)]
    kept = [one for one in copy.items if not is_left_out(one)]
    blocks = (
        _said(note),
        *(block for one in kept for block in _blocks(one)),
        *_left_out(left_out),
    )
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


def _left_out(files: list[Told]) -> list[Block]:
    """Each by its name, which may be masked too."""
    if not files:
        return []
    rows = tuple((one.value, kind_of(one.media_type)) for one in files)
    reason = _("Filerna är inte med: ord i dem kan inte maskas så att de är borta ur filen.")
    table = Table(_("Utelämnade filer"), (_("Fil"), _("Slag")), rows)
    return [Heading(2, _("Utelämnat")), _said(reason), table]


def _said(text: str) -> Paragraph:
    return Paragraph((Run(text),))
