"""Forms about who is involved with a person."""

from django import forms
from django.utils.translation import gettext_lazy as _

from stegvis.participants.values.involving import BECAUSE_ENDED, Because


class EndInvolvementForm(forms.Form):
    because = forms.ChoiceField(
        label=_("Varför?"),
        choices=lambda: [(code.value, _(name)) for code, name in BECAUSE_ENDED.items()],
        widget=forms.RadioSelect,
        help_text=_("Det står sedan under Tidigare, för dem som får se personen."),
    )

    @property
    def chosen(self) -> Because:
        return Because(self.cleaned_data["because"])
