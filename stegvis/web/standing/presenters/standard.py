"""What the figures that every programme has count, in a sentence each."""

from stegvis.core.values.language import gettext as _
from stegvis.core.values.language import gettext_noop as N_

SENTENCES = {
    "ages": N_("Åldern vid den första inskrivningen, räknad i hela år."),
    "attrition": N_(
        "Hur många som kom i kontakt med insatsen, skrevs in, lämnade den, och gick vidare till "
        "arbete eller studier."
    ),
    "budget": N_("Den planerade budgeten i definitionen, efter år, kostnadsslag och betalare."),
    "days-enrolled": N_("Dagar mellan inskrivning och avslut, i medeltal för dem som har lämnat."),
    "days-enrolled-median": N_(
        "Dagar mellan inskrivning och avslut: hälften av dem som har lämnat var inskrivna "
        "kortare tid."
    ),
    "destinations": N_("Vart de gick som har lämnat insatsen."),
    "education": N_("Utbildningen när personen skrevs in första gången."),
    "enrolments": N_("Alla inskrivningar; den som skrivs in igen räknas en gång till."),
    "exits-by-reason": N_("Varför inskrivningar har avslutats."),
    "income-before-after": N_("Försörjningen vid varje tillfälle då den är känd."),
    "money-used": N_(
        "Rekvirerade pengar mot dem som är beviljade, minskade med det som är återfört."
    ),
    "municipalities": N_("Kommunen när personen skrevs in första gången."),
    "occupancy": N_(
        "Hur många som är inskrivna samtidigt: i medeltal över alla dagar, och i slutet av varje "
        "månad."
    ),
    "occupation-before-after": N_("Sysselsättningen vid varje tillfälle då den är känd."),
    "opening-balances": N_("Antal från tiden före de enskilda uppgifterna, som de har lämnats."),
    "persons": N_("Alla som har skrivits in, varje person en gång."),
    "referral-sources": N_("Hur personen kom till insatsen."),
    "stock-flow": N_(
        "Hur många inskrivningar som fanns från början, kom till, gick och är kvar. Överst står "
        "de som är kvar."
    ),
    "time-to-work-or-studies": N_(
        "Tiden från inskrivning till arbete eller studier för alla inskrivna, även dem som är kvar."
    ),
}
COVERAGE = N_("Hur många som är mätta eller har samtyckt, av dem som skulle vara det.")
VOLUME = N_("Summan av de antal som är lämnade.")


def standard_sentence(figure_id: str) -> str:
    if figure_id in SENTENCES:
        return _(SENTENCES[figure_id])
    if figure_id.startswith("coverage-"):
        return _(COVERAGE)
    return _(VOLUME) if figure_id.startswith("volumes-") else ""
