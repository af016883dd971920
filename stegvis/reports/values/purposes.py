"""What each shipped template is for, in a sentence."""

from stegvis.core.values.language import gettext_noop as N_

PURPOSES = {
    "status": N_("Mål, flöde, pengar och det som saknas, att ta med till mötet."),
    "half-year": N_("Vad som har hänt sedan sist. Rubrikerna är våra egna."),
    "final-2025": N_("När insatsen är slut. Blankettens egna rubriker, ord för ord."),
    "final-2016": N_("För en insats som ska lämna på den äldre blanketten."),
    "annual-chapter": N_("Insatsens del av det som förbundet berättar om året."),
}
