"""A verdict as a word, a sign and a colour: never the colour alone."""

from dataclasses import dataclass

from stegvis.reports.calculations.wording.verdicts import verdict_word
from stegvis.results.values.figures import Verdict

SIGNS = {
    Verdict.REACHED: ("✓", "success"),
    Verdict.PARTLY: ("◐", "warning"),
    Verdict.NOT_REACHED: ("✕", "danger"),
    Verdict.NOT_MEASURED: ("?", "neutral"),
    Verdict.NO_BASELINE: ("?", "neutral"),
    Verdict.TOO_FEW: ("…", "neutral"),
}


@dataclass(frozen=True)
class VerdictTag:
    text: str
    kind: str

    def __bool__(self) -> bool:
        return bool(self.text)


def verdict_tag(verdict: Verdict) -> VerdictTag:
    """Empty where nothing is judged."""
    if verdict not in SIGNS:
        return VerdictTag("", "neutral")
    sign, kind = SIGNS[verdict]
    return VerdictTag(f"{sign} {verdict_word(verdict)}", kind)
