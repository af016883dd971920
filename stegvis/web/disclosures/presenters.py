"""What has been told, as one reads it afterwards."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils import timezone

from stegvis.core.values.language import gettext as _
from stegvis.participants.values.disclosures import GROUND_NAMES, Copy, Ground


@dataclass(frozen=True)
class DisclosureRow:
    """`masked_copy` is where the PDF of one is, made on a request for a public document."""

    id: UUID
    sent_at: datetime
    sender: str
    recipient: str
    ground: str
    purpose: str
    received_at: datetime | None
    masked_copy: str


@dataclass(frozen=True)
class ToldLine:
    """One thing of the copy; a file has an address."""

    label: str
    value: str
    file: str = ""


def disclosure_row(one: Any) -> DisclosureRow:
    return DisclosureRow(
        id=one.pk,
        sent_at=one.sent_at,
        sender=one.owner.name,
        recipient=one.recipient.name if one.recipient else str(one.outside),
        ground=ground_words(one),
        purpose=one.purpose,
        received_at=one.received_at,
        masked_copy=_masked_copy(one),
    )


def told_facts(one: Any, sent_by: str, received_by: str, *, why: str) -> list[tuple[str, str]]:
    """What stands on the receipt and on the copy."""
    row = disclosure_row(one)
    said = [
        (_("Från"), _joined(row.sender, sent_by)),
        (_("Till"), row.recipient),
        (_("Skickat"), _moment(row.sent_at)),
        (_("Grund"), row.ground),
        (_("Varför det är nödvändigt"), why),
        (_("Ändamål"), row.purpose),
    ]
    got = _joined(_moment(row.received_at), received_by) if row.received_at else _("Inte än")
    return [(name, text) for name, text in (*said, (_("Mottaget"), got)) if text]


def _moment(at: datetime) -> str:
    return timezone.localtime(at).strftime("%Y-%m-%d %H:%M")


def _joined(*texts: str) -> str:
    return ", ".join(text for text in texts if text)


def _masked_copy(one: Any) -> str:
    is_one = one.recipient_id is None and one.legal_text
    return reverse("masked_copy_file", args=[one.person_id, one.pk]) if is_one else ""


def ground_words(one: Any) -> str:
    ground = _(GROUND_NAMES[Ground(one.ground)])
    return f"{ground}: {one.legal_text}" if one.legal_text else ground


def told_lines(copy: Copy, address: str = "", *place: Any) -> list[ToldLine]:
    return [
        ToldLine(
            one.label,
            one.value,
            reverse(address, args=[*place, number]) if address and one.content else "",
        )
        for number, one in enumerate(copy.items)
    ]
