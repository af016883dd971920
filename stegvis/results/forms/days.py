"""Which day the figures are wanted for, and from which day people were enrolled."""

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from stegvis.core.values.formatting import day
from stegvis.core.values.refusals import Refused
from stegvis.results.calculations.days import earlier_days
from stegvis.results.policies.levels import check_days
from stegvis.results.queries.standing import Standing
from stegvis.results.values.figures import DisclosureLevel

CHOOSE_A_DAY = _("Skriv dagen så här: 2026-06-30.")


class DayField(forms.DateField):
    """Drawn by the browser as a calendar; read as ISO whatever the browser shows."""

    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    input_formats = ("%Y-%m-%d",)

    def __init__(self, **options: Any) -> None:
        super().__init__(required=False, error_messages={"invalid": CHOOSE_A_DAY}, **options)


class HalfYearField(forms.TypedChoiceField):
    """A choice of days; nothing chosen is None."""

    def __init__(self, *, days: list[tuple[date, str]], **options: Any) -> None:
        choices = [(day(one), words) for one, words in days]
        super().__init__(
            required=False,
            choices=choices,
            coerce=date.fromisoformat,
            empty_value=None,
            error_messages={"invalid_choice": _("Välj en dag ur listan.")},
            **options,
        )


class DaysForm(forms.Form):
    """Any days for those who see exact figures, half-years for the others."""

    def __init__(self, data: Any, standing: Standing) -> None:
        asked = {name: data[name] for name in ("till", "fran") if data.get(name)}
        super().__init__(asked or None)
        self.standing = standing
        exact = standing.level is DisclosureLevel.INTERNAL
        self.fields |= _days() if exact else _half_years(standing)
        self.fields["till"].initial = standing.usual_day

    def clean(self) -> dict[str, Any]:
        found: dict[str, Any] = self.cleaned_data
        standing = self.standing
        try:
            check_days(
                standing.decided.definition,
                usual=standing.usual_day,
                as_of=found.get("till") or standing.usual_day,
                since=found.get("fran"),
                level=standing.level,
            )
        except Refused as refused:
            raise ValidationError(str(refused)) from refused
        return found

    def chosen(self) -> Standing:
        """As asked for; what cannot be is said in the form, and the usual day shown."""
        if not self.is_bound or not self.is_valid():
            return self.standing
        return self.standing.on(self.cleaned_data.get("till"), self.cleaned_data.get("fran"))


def _days() -> dict[str, forms.Field]:
    return {
        "till": DayField(label=_("Till och med")),
        "fran": DayField(label=_("Bara inskrivna från och med")),
    }


def _half_years(standing: Standing) -> dict[str, forms.Field]:
    """`fran` is there to be refused, should somebody write it in the address."""
    usual = standing.usual_day
    ends = (usual, *earlier_days(standing.decided.definition, usual))
    return {
        "till": HalfYearField(label=_("Till och med"), days=[(one, day(one)) for one in ends]),
        "fran": DayField(widget=forms.HiddenInput),
    }
