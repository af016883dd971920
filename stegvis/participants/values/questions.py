"""How a question to be let in is answered."""

from enum import StrEnum

from stegvis.core.values.language import gettext_noop as N_
from stegvis.participants.values.persons import Ground


class Answer(StrEnum):
    LET_IN = "let_in"
    REFUSED = "refused"


LET_IN_BY = {
    Ground.CONSENT: N_("Personen har samtyckt till det, och samtycket gäller nu"),
    Ground.OWN: N_("De har själva en grund för att arbeta med personen"),
}
