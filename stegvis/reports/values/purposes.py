"""What each shipped template is for, in a sentence."""

from stegvis.core.values.language import gettext_noop as N_

PURPOSES = {
    "status": N_("Läget på en sida, till styrgruppen."),
    "half-year": N_("Vad som har hänt sedan sist, med våra egna rubriker."),
    "final-2025": N_("Slutrapport på 2025 års blankett, till förbundet."),
    "final-2016": N_("Slutrapport på 2016 års blankett, till förbundet."),
    "annual-chapter": N_("Insatsens kapitel i förbundets årsredovisning."),
}
