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

MAY_BE_TOLD = (About.IDENTITY, *MAY_BE_SHARED)
"""What may leave by a purposeful telling: who somebody is goes with whatever is told."""

PERMITS_TELLING = (Purpose.TEAM, Purpose.FORWARD, Purpose.PERSON_DATA)
"""A consent to statistics opens no road for anything about a person by name."""

NEEDS_RECIPIENTS = PERMITS_TELLING

WARN_WEEKS = 8
"""Own choice, where the association has said nothing: so long before a consent ends."""

LONGEST_WARNING = 52
"""Own choice: weeks; a warning that always stands is none."""

COMES_OF_AGE = 18
"""Years. Source: SFS-1949-381:9 kap. 1 §."""
