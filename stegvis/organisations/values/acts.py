"""What an administrator can do, and the sentence that is kept of it."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from stegvis.core.values.language import gettext_noop as N_


class ActKind(StrEnum):
    INVITED = "invited"
    ASKED = "asked"
    GRANTED = "granted"
    ENDED = "ended"
    LEFT = "left"
    CLOSED = "closed"
    REOPENED = "reopened"
    RESET = "reset"
    SIGNED_OUT = "signed_out"
    UNBOUND = "unbound"
    AGENCY = "agency"
    UNIT = "unit"
    AGREEMENTS = "agreements"
    LEVEL = "level"
    RETENTION = "retention"
    CONSENT_TEXT = "consent_text"
    CONSENT_RULES = "consent_rules"
    LOG_RULES = "log_rules"


SENTENCES = {
    ActKind.INVITED: N_("Kontot skapades"),
    ActKind.ASKED: N_("Rollen {role} föreslogs från {day}"),
    ActKind.GRANTED: N_("Rollen {role} från {day}"),
    ActKind.ENDED: N_("Rollen {role} avslutad, sista dag {day}"),
    ActKind.LEFT: N_("Slutade"),
    ActKind.CLOSED: N_("Kontot stängdes"),
    ActKind.REOPENED: N_("Kontot öppnades igen"),
    ActKind.RESET: N_("Fick en länk för att välja lösenord"),
    ActKind.SIGNED_OUT: N_("Loggades ut överallt"),
    ActKind.UNBOUND: N_("Kopplingen till organisationens inloggning togs bort"),
    ActKind.AGENCY: N_("Myndighet eller utförare ändrad"),
    ActKind.UNIT: N_("Enhet ändrad"),
    ActKind.AGREEMENTS: N_("Avtalens datum ändrade"),
    ActKind.LEVEL: N_("Krav på inloggning ändrat för rollen {role}"),
    ActKind.RETENTION: N_("Gallringsregel, beslut {day}"),
    ActKind.CONSENT_TEXT: N_("Ny version av en samtyckestext, gäller från {day}"),
    ActKind.CONSENT_RULES: N_("Reglerna för samtycken ändrade"),
    ActKind.LOG_RULES: N_("Reglerna för loggkontroll ändrade"),
}


@dataclass(frozen=True)
class Told:
    """What an act is about, where its kind has it; `what` is a name, such as that of a unit."""

    role: str = ""
    what: str = ""
    day: date | None = None
