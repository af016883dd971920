"""Searching and filtering persons. What is searched for never stands in the address."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from stegvis.participants.forms.registering import cleaned_number
from stegvis.participants.values.numbers import SEPARATORS, Number
from stegvis.participants.values.reasons import REASON_NAMES

FEWEST_LETTERS = 2
LONGEST = 100


class SearchForm(forms.Form):
    """A whole number, or how a name begins."""

    sought = forms.CharField(
        label=_("Sök på namn eller hela personnumret"),
        max_length=LONGEST,
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )

    def __init__(self, *args: Any, on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.on = on
        self.number: Number | None = None

    def clean_sought(self) -> str:
        written: str = self.cleaned_data["sought"].strip()
        if written.translate(SEPARATORS).isdecimal():
            self.number = cleaned_number(written, self.on)
        elif len(written) < FEWEST_LETTERS:
            raise forms.ValidationError(_("Skriv minst två bokstäver av namnet."))
        return written


def _reasons() -> list[tuple[str, str]]:
    named = [(one.value, str(_(name))) for one, name in REASON_NAMES.items()]
    return [("", str(_("Alla"))), *named]


class PersonFilter(forms.Form):
    """Only codes: the names of the fields and what is chosen stand in the address."""

    varfor = forms.ChoiceField(label=_("Varför du ser dem"), required=False, choices=_reasons)
    skydd = forms.ChoiceField(
        label=_("Skydd"),
        required=False,
        choices=(("", _("Alla")), ("ja", _("Skyddade personuppgifter"))),
    )
