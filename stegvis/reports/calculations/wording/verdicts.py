"""Verdicts as words, alone in a table and as a sentence."""

from stegvis.core.values.language import gettext as _
from stegvis.core.values.language import gettext_noop as N_
from stegvis.results.values.figures import Verdict

VERDICT_WORDS = {
    Verdict.REACHED: N_("nådd"),
    Verdict.PARTLY: N_("delvis nådd"),
    Verdict.NOT_REACHED: N_("inte nådd"),
    Verdict.NOT_MEASURED: N_("inte mätt"),
    Verdict.NO_BASELINE: N_("utgångsvärde saknas"),
    Verdict.TOO_FEW: N_("för få"),
    Verdict.NONE: N_("–"),
}

VERDICT_SENTENCES = {
    Verdict.REACHED: N_("Målet är nått."),
    Verdict.PARTLY: N_("Målet är delvis nått."),
    Verdict.NOT_REACHED: N_("Målet är inte nått."),
    Verdict.NOT_MEASURED: N_("Inte mätt: uppgifterna räcker inte för att säga hur det gick."),
    Verdict.NO_BASELINE: N_(
        "Utgångsvärde saknas: ingen är mätt två gånger, så en förändring går inte att se."
    ),
    Verdict.TOO_FEW: N_("För få för ett omdöme: enstaka personer skulle avgöra utfallet."),
    Verdict.NONE: "",
}

UNDECIDED = frozenset({Verdict.NOT_MEASURED, Verdict.NO_BASELINE, Verdict.TOO_FEW})


def verdict_word(verdict: Verdict) -> str:
    return _(VERDICT_WORDS[verdict])


def verdict_sentence(verdict: Verdict) -> str:
    sentence = VERDICT_SENTENCES[verdict]
    return _(sentence) if sentence else ""
