"""The text under one heading, as it is sent; its heading stands in the address."""

from django import forms
from django.utils.translation import gettext_lazy as _

from stegvis.reports.forms.plain import plain
from stegvis.reports.values.texts import Place
from stegvis.reports.values.writing import Typed

LONGEST_TEXT = 100_000  # signs; own choice: a whole report has a tenth of it


class TextForm(forms.Form):
    """`base` is the version that the text was written on."""

    base = forms.IntegerField(min_value=0, widget=forms.HiddenInput)
    text = forms.CharField(
        label=_("Text"),
        required=False,
        strip=False,
        max_length=LONGEST_TEXT,
        widget=forms.Textarea,
    )

    def typed(self, place: Place) -> Typed:
        """Line ends as they are kept, without empty lines at the end."""
        text = plain(self.cleaned_data["text"]).rstrip()
        return Typed(place, text, self.cleaned_data["base"])
