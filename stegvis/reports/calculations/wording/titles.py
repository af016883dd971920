"""Titles of the figures that every programme gets beside its goals."""

from stegvis.core.values.language import gettext as _
from stegvis.core.values.language import gettext_noop as N_
from stegvis.programmes.values.definition import Definition

TITLES = {
    "persons": N_("Deltagare"),
    "enrolments": N_("Inskrivningar"),
    "ages": N_("Ålder vid inskrivning"),
    "municipalities": N_("Kommun"),
    "stock-flow": N_("In, ut och kvar"),
    "exits-by-reason": N_("Avslutsorsaker"),
    "destinations": N_("Vart deltagarna gick vidare"),
    "days-enrolled": N_("Tid i insatsen"),
    "occupancy": N_("Inskrivna samtidigt"),
    "time-to-work-or-studies": N_("Tid till arbete eller studier"),
    "attrition": N_("Från intresse till avslut"),
    "income-before-after": N_("Försörjning före och efter"),
    "occupation-before-after": N_("Sysselsättning före och efter"),
    "education": N_("Utbildning"),
    "coverage-statistics-consent": N_("Samtycke till statistik"),
    "money-used": N_("Pengar"),
    "referral-sources": N_("Kom genom"),
    "opening-balances": N_("Ingående värden"),
}
COVERAGE, VOLUME = "coverage-", "volumes-"


def titled(figure_id: str, definition: Definition) -> str:
    if figure_id in TITLES:
        return _(TITLES[figure_id])
    for prefix, code_list in ((COVERAGE, "instrument"), (VOLUME, "volume")):
        if figure_id.startswith(prefix):
            code = figure_id.removeprefix(prefix).replace("-", "_")
            return definition.codes(code_list).name_of(code)
    return figure_id
