"""What a consent may be to, and how it was given."""

from enum import StrEnum

from stegvis.core.values.language import gettext_noop as N_
from stegvis.core.values.privacy import About


class Purpose(StrEnum):
    """Each is a tick of its own on one signature."""

    TEAM = "team"
    STATISTICS = "statistics"
    FORWARD = "forward"
    PERSON_DATA = "person_data"


PURPOSE_NAMES = {
    Purpose.TEAM: N_("Samarbete i teamet"),
    Purpose.STATISTICS: N_("Statistik"),
    Purpose.FORWARD: N_("Skicka vidare en handling"),
    Purpose.PERSON_DATA: N_("Uppgifter om mig till andra"),
}


class Form(StrEnum):
    PAPER = "paper"
    ESIGNATURE = "esignature"
    ORAL = "oral"


FORM_NAMES = {
    Form.PAPER: N_("På papper, inskannat"),
    Form.ESIGNATURE: N_("E-underskrift"),
    Form.ORAL: N_("Muntligt, antecknat"),
}

MAY_BE_SHARED = (About.ORDINARY, About.SENSITIVE)
"""Never what is closed: its very existence is hidden from others than the owner's named few."""
