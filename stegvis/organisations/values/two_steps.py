"""How a matter of two persons can end."""

from enum import StrEnum

from stegvis.core.values.language import gettext_noop as N_


class Outcome(StrEnum):
    APPROVED = "APPROVED"
    RETURNED = "RETURNED"
    REFUSED = "REFUSED"


OUTCOME_NAMES = {
    Outcome.APPROVED: N_("Godkänt"),
    Outcome.RETURNED: N_("Skickat tillbaka"),
    Outcome.REFUSED: N_("Avslaget"),
}
