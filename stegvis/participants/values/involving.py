"""What is said when somebody is to be involved with a person."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from stegvis.core.values.language import gettext_noop as N_
from stegvis.core.values.privacy import About
from stegvis.participants.values.reasons import Reason

WORKING = (About.ORDINARY, About.SENSITIVE)
"""What those who work with a person see beside who it is."""


class Because(StrEnum):
    """Why somebody ended an involvement by hand."""

    DONE = "done"
    OTHER = "other"
    WISH = "wish"
    MISTAKE = "mistake"


BECAUSE_ENDED = {
    Because.DONE: N_("Ärendet är avslutat där"),
    Because.OTHER: N_("Någon annan har tagit över"),
    Because.WISH: N_("Personen vill det"),
    Because.MISTAKE: N_("Det var ett misstag"),
}


@dataclass(frozen=True)
class NewInvolvement:
    """One user, or everybody at one unit, on behalf of one agency.

    No classes: the name only. `source` is the row that it comes of, such as an enrolment;
    a `consent` that ends takes it with it. From today, where no day is said.
    """

    reason: Reason
    agency: UUID
    user: UUID | None = None
    unit: UUID | None = None
    classes: tuple[About, ...] = WORKING
    programme: UUID | None = None
    consent: UUID | None = None
    source: UUID | None = None
    named: bool = False
    starts_on: date | None = None
    ends_on: date | None = None
