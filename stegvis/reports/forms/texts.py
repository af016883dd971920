"""The text under one heading, as it is sent."""

from django import forms
from django.utils.translation import gettext_lazy as _

from stegvis.reports.values.texts import Place
from stegvis.reports.values.writing import Typed

LONGEST_TEXT = 100_000  # signs; own choice: a whole report has a tenth of it
LONGEST_NAME = 120


class PlaceForm(forms.Form):
    heading = forms.CharField(max_length=LONGEST_NAME, widget=forms.HiddenInput)
    part = forms.CharField(max_length=80, required=False, widget=forms.HiddenInput)

    def place(self) -> Place:
        return Place(self.cleaned_data["heading"], self.cleaned_data["part"])


class TextForm(PlaceForm):
    base = forms.IntegerField(min_value=0, widget=forms.HiddenInput)
    text = forms.CharField(
        label=_("Text"),
        required=False,
        strip=False,
        max_length=LONGEST_TEXT,
        widget=forms.Textarea,
    )

    def typed(self) -> Typed:
        """Line ends as they are kept, without empty lines at the end."""
        text = self.cleaned_data["text"].replace("\r\n", "\n").rstrip()
        return Typed(self.place(), text, self.cleaned_data["base"])
