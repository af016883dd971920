"""What is asked before a version is saved: its name, why, from when, and that doubts were read."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from stegvis.programmes.values.definition import LONGEST_VERSION


class ReviewForm(forms.Form):
    """`started_from` is the version that was changed, `seen` the text that was shown."""

    why = forms.CharField(
        label=_("Varför"),
        help_text=_("Det står i versionslistan, för den som undrar om ett år."),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    effective_on = forms.DateField(label=_("Gäller från"), widget=forms.DateInput())
    label = forms.CharField(label=_("Versionens namn"), max_length=LONGEST_VERSION)
    understood = forms.BooleanField(
        label=_("Jag har läst det som är att tänka på och vill spara ändå"), required=False
    )
    started_from = forms.IntegerField(widget=forms.HiddenInput)
    seen = forms.CharField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, has_doubts: bool, taken: set[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.taken = taken
        self.fields["understood"].required = has_doubts
        if not has_doubts:
            del self.fields["understood"]

    def clean_label(self) -> str:
        label = str(self.cleaned_data["label"]).strip()
        if label in self.taken:
            raise forms.ValidationError(_("Det finns redan en version med det namnet."))
        return label

    def clean_effective_on(self) -> date:
        on: date = self.cleaned_data["effective_on"]
        if not 1990 <= on.year <= 2200:  # noqa: PLR2004 - as in the file
            raise forms.ValidationError(_("Datumet kan inte stämma."))
        return on
