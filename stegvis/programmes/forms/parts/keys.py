"""Forms of single keys on top of a definition."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from stegvis.programmes.forms.parts import fields
from stegvis.programmes.values.definition import LONGEST_NAME

Values = Mapping[str, Any]

KINDS = [
    ("individual", _("Individinriktad: har deltagare")),
    ("structural", _("Strukturövergripande: ändrar hur parterna arbetar")),
    ("volume", _("Följs bara upp med antal, till exempel intyg eller ärenden")),
]


class KeysForm(forms.Form):
    """Keys of the text that have no table of their own; what is emptied is taken away."""

    @classmethod
    def shown(cls, values: Values) -> dict[str, Any]:
        return {name: values.get(name) for name in cls.base_fields}

    def keys(self) -> dict[str, Any]:
        """What was changed, None where it was emptied."""
        return {
            name: self.cleaned_data[name] if self.cleaned_data[name] not in ("", False) else None
            for name in self.changed_data
        }


class BasicsForm(KeysForm):
    name = fields.words(_("Namn"), longest=LONGEST_NAME)
    kind = forms.ChoiceField(label=_("Slag"), choices=KINDS, widget=forms.RadioSelect)
    associations = forms.CharField(
        label=_("Förbund som finansierar"),
        help_text=_("Ett på varje rad."),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    reference = fields.words(_("Diarienummer"), required=False, longest=100)

    @classmethod
    def shown(cls, values: Values) -> dict[str, Any]:
        return {**super().shown(values), "associations": "\n".join(values.get("associations", []))}

    def clean_associations(self) -> list[str]:
        lines = str(self.cleaned_data["associations"]).splitlines()
        return [line.strip() for line in lines if line.strip()]


class IntakeForm(KeysForm):
    intake_stop = fields.day(_("Sista dag för nya deltagare"))


class OrderForm(KeysForm):
    steps_ordered = forms.BooleanField(label=_("Stegen måste komma i ordning"), required=False)
