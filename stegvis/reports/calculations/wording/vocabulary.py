"""The words of one definition: what its codes, reasons and figures are called."""

from dataclasses import dataclass
from functools import cached_property

from stegvis.core.values.language import gettext as _
from stegvis.core.values.language import gettext_noop as N_
from stegvis.programmes.values.definition import Definition
from stegvis.programmes.values.indicators import AnyIndicator, LeftOut
from stegvis.results.values.figures import Figure

GENDER = "gender"
RULE_PERIOD = "rule_period"
"""The time during which one set of target-group rules held, named by its first day."""

WOMAN, MAN, UNKNOWN = "woman", "man", ""
GENDERS_IN_THE_PLURAL = {WOMAN: N_("Kvinnor"), MAN: N_("Män"), UNKNOWN: N_("Kön saknas")}

OUR_REASONS = {
    "unclear": N_("oklart om de hör till basen"),
    "registered_in_error": N_("inskrivna av misstag"),
}
"""Left out by the counting itself, not by a definition."""


@dataclass(frozen=True)
class Vocabulary:
    definition: Definition

    @cached_property
    def _indicators(self) -> dict[str, AnyIndicator]:
        return {one.id: one for one in (*self.definition.goals, *self.definition.figures)}

    def indicator(self, figure: Figure) -> AnyIndicator | None:
        return self._indicators.get(figure.id)

    def title(self, figure: Figure) -> str:
        return figure.goal or figure.id

    def group_name(self, grouping: str, code: str) -> str:
        if grouping == GENDER and code in GENDERS_IN_THE_PLURAL:
            return _(GENDERS_IN_THE_PLURAL[code])
        if not code:
            return _("Uppgift saknas")
        if grouping == RULE_PERIOD:
            return _("Inskrivna från {day}").format(day=code)
        return self.definition.codes(grouping).name_of(code)

    def reason_name(self, figure: Figure, code: str) -> str:
        """What an exclusion or exception of this figure is called."""
        indicator = self.indicator(figure)
        reasons: tuple[LeftOut, ...] = ()
        if indicator is not None:
            reasons = (*indicator.exclusions, *indicator.exceptions)
        ours = _(OUR_REASONS[code]) if code in OUR_REASONS else code
        return next((reason.name for reason in reasons if reason.id == code), ours)
