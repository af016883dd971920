"""How a list of programmes is narrowed; the names of the fields stand in the address."""

from django import forms
from django.utils.translation import gettext_lazy as _

from stegvis.programmes.calculations.states import state_name
from stegvis.programmes.values.states import ProgrammeState

IN_THE_LIST = (ProgrammeState.ONGOING, ProgrammeState.PLANNED, ProgrammeState.ENDED)


def _states() -> list[tuple[str, str]]:
    return [("", str(_("Alla"))), *((state.value, state_name(state)) for state in IN_THE_LIST)]


class ProgrammeFilter(forms.Form):
    lage = forms.ChoiceField(
        label=_("Läge"),
        required=False,
        choices=_states,
    )
    sok = forms.CharField(label=_("Namnet innehåller"), required=False, max_length=80)
