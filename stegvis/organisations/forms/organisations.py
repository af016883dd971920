"""Forms about agencies, units, agreements and how sure a sign-in is asked for."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from stegvis.core.values.language import gettext
from stegvis.organisations.values.changes import AgencySaid, Agreements, UnitSaid
from stegvis.organisations.values.levels import LEVEL_NAMES

KINDS = (
    ("MUNICIPALITY", _("Kommun")),
    ("REGION", _("Region")),
    ("SOCIAL_INSURANCE", _("Försäkringskassan")),
    ("EMPLOYMENT_SERVICE", _("Arbetsförmedlingen")),
    ("ASSOCIATION_OFFICE", _("Förbundets kansli")),
    ("PERFORMER", _("Utförare")),
)
RECORDS = (
    ("follow_up_only", _("Bara uppföljning: journalen förs någon annanstans")),
    ("full", _("Stegvis är journalen")),
)
LAST_DAY = _("Sista dag")


def last_day(help_text: Any) -> forms.DateField:
    return forms.DateField(
        label=LAST_DAY, required=False, widget=forms.DateInput(), help_text=help_text
    )


class AgencyForm(forms.Form):
    name = forms.CharField(label=_("Namn"), max_length=200)
    kind = forms.ChoiceField(label=_("Slag"), choices=KINDS)
    records = forms.ChoiceField(
        label=_("Vad myndigheten för i Stegvis"), choices=RECORDS, widget=forms.RadioSelect
    )
    last_day = last_day(_("Bara när myndigheten har lämnat förbundet."))

    def said(self) -> AgencySaid:
        return AgencySaid(**self.cleaned_data)


class UnitForm(forms.Form):
    name = forms.CharField(label=_("Namn"), max_length=200)
    last_day = last_day(_("Bara när enheten har upphört."))

    def said(self) -> UnitSaid:
        return UnitSaid(**self.cleaned_data)


def agreement(label: Any, help_text: Any) -> forms.DateField:
    return forms.DateField(
        label=label, required=False, widget=forms.DateInput(), help_text=help_text
    )


class AgreementsForm(forms.Form):
    """`on` is today: an agreement that is still to come is not there yet."""

    processor_agreement_on = agreement(
        _("Personuppgiftsbiträdesavtal"),
        _("Dagen då förbundet och den som driver Stegvis skrev under."),
    )
    joint_controllers_on = agreement(
        _("Överenskommelse om gemensamt personuppgiftsansvar"),
        _("Dagen då parterna kom överens om vem som svarar för vad (artikel 26)."),
    )
    impact_assessment_on = agreement(
        _("Konsekvensbedömning"), _("Dagen då bedömningen blev klar (artikel 35).")
    )

    def __init__(self, *args: Any, on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.on = on

    def clean(self) -> dict[str, Any]:
        said: dict[str, Any] = super().clean() or self.cleaned_data
        for name in self.fields:
            if said.get(name) and said[name] > self.on:
                self.add_error(name, _("Dagen har inte varit än."))
        return said

    def said(self) -> Agreements:
        return Agreements(**self.cleaned_data)


class LevelForm(forms.Form):
    level = forms.ChoiceField(label=_("Kräver inloggning med"), required=False)

    def __init__(self, *args: Any, suggested: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        named = [(str(level), gettext(name)) for level, name in LEVEL_NAMES.items()]
        usual = gettext("Det vanliga: {level}").format(level=gettext(LEVEL_NAMES[suggested]))
        field: Any = self.fields["level"]
        field.choices = [("", usual), *named]

    def said(self) -> int | None:
        return int(self.cleaned_data["level"]) if self.cleaned_data["level"] else None
