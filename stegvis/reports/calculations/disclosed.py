"""What has been told on purpose, as documents: a receipt without what was told, and the copy."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from hashlib import sha256

from stegvis.core.values.formatting import number
from stegvis.core.values.language import gettext as _
from stegvis.participants.values.disclosures import Copy, Told
from stegvis.participants.values.masking import TEXT, is_left_out, text_of
from stegvis.reports.values.document import Block, Document, Heading, Paragraph, Run, Table

GROUP = 8  # characters
Pairs = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Telling:
    """Who told whom, when and why, in words; of whom, and the copy that was kept."""

    whose: str
    facts: Pairs
    copy: Copy
    on: date
    language: str


def receipt_document(told: Telling) -> Document:
    """Says what was told, not what it said: it can be shown to somebody else."""
    rows = tuple((one.label, _kind_of(one)) for one in told.copy.items)
    blocks = (
        Table(_("Det här lämnades ut"), (_("Uppgift"), _("Slag")), rows),
        Paragraph((Run(_("Vad uppgifterna säger står inte på kvittot, bara i kopian.")),)),
        _matching(),
    )
    return _document(_("Kvitto på utlämnande"), told, blocks)


def copy_document(told: Telling) -> Document:
    blocks = [block for one in told.copy.items for block in _blocks(one)]
    return _document(_("Kopia av det som lämnades ut"), told, (*blocks, _matching()))


def _document(title: str, told: Telling, blocks: Iterable[Block]) -> Document:
    sum_of = (_("Kopians kontrollsumma"), in_groups(told.copy.fingerprint))
    return Document(
        title=title,
        subtitle=told.whose,
        language=told.language,
        facts=(*told.facts, sum_of),
        blocks=tuple(blocks),
        running=title,
        created_on=told.on,
    )


def _matching() -> Paragraph:
    said = _("Kvittot och kopian hör ihop när kontrollsumman är densamma (SHA-256).")
    return Paragraph((Run(said),), style="small")


def in_groups(digest: str) -> str:
    """So that it can be read aloud, and broken into lines."""
    return " ".join(digest[place : place + GROUP] for place in range(0, len(digest), GROUP))


def _kind_of(told: Told) -> str:
    if is_left_out(told):
        return _("fil, utelämnad")
    return _("fil") if told.content else _("uppgift")


def _blocks(told: Told) -> list[Block]:
    return [Heading(2, told.label), *(Paragraph((Run(line),)) for line in _lines(told))]


def _lines(told: Told) -> list[str]:
    """A file that is no plain text cannot be set on a page: it is told apart by its sum."""
    said = [told.value]
    if told.content and told.media_type.startswith(TEXT):
        said += text_of(told).splitlines()
    elif told.content:
        sentence = _("Filen lämnades ut som den är, {n} byte. Dess kontrollsumma är {digest}.")
        digest = in_groups(sha256(told.file).hexdigest())
        said.append(sentence.format(n=number(len(told.file)), digest=digest))
    return [line.strip() for line in "\n".join(said).splitlines() if line.strip()]
