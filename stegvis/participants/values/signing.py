"""What is handed over when somebody has signed."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from stegvis.core.values.privacy import About
from stegvis.participants.values.consents import Form, Purpose


@dataclass(frozen=True)
class Tick:
    """One consent of a signature; `ends_on` is the first day on which it no longer holds."""

    purpose: Purpose
    recipients: frozenset[UUID] = frozenset()
    classes: frozenset[About] = frozenset()
    ends_on: date | None = None


@dataclass(frozen=True)
class NewSigning:
    """`note` is what was said, or the reference of an e-signature; `paper` is a scan."""

    form: Form
    signed_on: date
    ticks: tuple[Tick, ...]
    note: str = ""
    paper: UUID | None = None
    signed_for_by: UUID | None = None
    language: str = "sv"
