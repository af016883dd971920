"""How a list of programmes is narrowed; the names of the fields stand in the address."""

from django import forms
from django.utils.translation import gettext_lazy as _

from stegvis.programmes.values.states import ProgrammeState


class ProgrammeFilter(forms.Form):
    lage = forms.ChoiceField(
        label=_("Läge"),
        required=False,
        choices=[
            ("", _("Alla")),
            (ProgrammeState.ONGOING, _("Pågår")),
            (ProgrammeState.PLANNED, _("Planerad")),
            (ProgrammeState.ENDED, _("Avslutad")),
        ],
    )
    sok = forms.CharField(label=_("Namnet innehåller"), required=False, max_length=80)
