"""A new version of a text, and what an association has decided about consents."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from stegvis.core.values.language import gettext
from stegvis.participants.actions.consent_texts import NewText
from stegvis.participants.actions.rules import NewRules
from stegvis.participants.values.consents import LONGEST_WARNING, PURPOSE_NAMES, Purpose
from stegvis.participants.values.text_languages import TEXT_LANGUAGES

MOST_MONTHS = 120
"""Own choice: ten years; longer is until withdrawn."""


class ConsentTextForm(forms.Form):
    purpose = forms.ChoiceField(label=_("Vad är samtycket till?"), widget=forms.RadioSelect)
    language = forms.ChoiceField(label=_("Språk"), choices=TEXT_LANGUAGES, initial="sv")
    title = forms.CharField(label=_("Rubrik"), max_length=200)
    body = forms.CharField(
        label=_("Text"),
        help_text=_("Skriv till deltagaren: vem som delar vad med vilka, varför och hur länge."),
        max_length=10_000,
        widget=forms.Textarea(attrs={"rows": 12}),
    )
    months_valid = forms.IntegerField(
        label=_("Hur många månader föreslås det gälla?"),
        help_text=_("Lämna tomt om det gäller tills det tas tillbaka."),
        min_value=1,
        max_value=MOST_MONTHS,
        required=False,
    )
    starts_on = forms.DateField(label=_("Gäller från och med"), widget=forms.DateInput())

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        purpose = self.fields["purpose"]
        if isinstance(purpose, forms.ChoiceField):
            purpose.choices = [(one.value, gettext(PURPOSE_NAMES[one])) for one in Purpose]

    def new(self) -> NewText:
        said = self.cleaned_data
        return NewText(
            purpose=Purpose(said["purpose"]),
            language=said["language"],
            title=said["title"].strip(),
            body=said["body"].strip(),
            starts_on=said["starts_on"],
            months_valid=said["months_valid"],
        )


class ConsentRulesForm(forms.Form):
    statistics_need_consent = forms.BooleanField(
        label=_("Den egna uppföljningen kräver samtycke till statistik"),
        help_text=_(
            "Utan samtycke räknas personen med år och kön och inget mer. Uppgifter om en enskild "
            "person lämnas aldrig till andra utan samtycke, vad du än väljer här."
        ),
        required=False,
    )
    extract_names_staff = forms.BooleanField(
        label=_("Deltagaren ser medarbetarnas namn i loggen"),
        help_text=_("Annars står roll, enhet och myndighet."),
        required=False,
    )
    warn_weeks = forms.IntegerField(
        label=_("Hur många veckor innan ett samtycke går ut sägs det till?"),
        min_value=1,
        max_value=LONGEST_WARNING,
    )
    minors_sentence = forms.CharField(
        label=_("Vad som sägs när personen kan vara under 18 år"),
        help_text=_("Lämna tomt för Stegvis egen mening."),
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def new(self) -> NewRules:
        return NewRules(**self.cleaned_data)
