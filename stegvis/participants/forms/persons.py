"""Who a person is, how they are reached without harm, and who acts for them."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from stegvis.core.forms.versioned import VersionedForm
from stegvis.participants.forms.registering import (
    ASKED,
    LONGEST_NAME,
    LONGEST_WHY,
    cleaned_number,
)
from stegvis.participants.queries.contacts import NOT_OF_PROTECTED
from stegvis.participants.values.consents import PURPOSE_NAMES
from stegvis.participants.values.numbers import OLDEST, Number
from stegvis.participants.values.persons import (
    GENDER_NAMES,
    PROTECTION_NAMES,
    REPRESENTATIVE_NAMES,
    Gender,
    NumberKind,
)


def _codes(names: dict[Any, str]) -> Any:
    return lambda: [(code.value, _(name)) for code, name in names.items()]


class PersonForm(VersionedForm):
    """A number tells the year and the gender; where a protected person lives is not asked."""

    given_name = forms.CharField(label=_("Förnamn"), max_length=LONGEST_NAME)
    family_name = forms.CharField(label=_("Efternamn"), max_length=LONGEST_NAME)
    birth_year = forms.IntegerField(label=_("Födelseår"), required=False)
    gender = forms.ChoiceField(label=_("Kön"), choices=_codes(GENDER_NAMES))
    municipality = forms.CharField(label=_("Kommun"), required=False, max_length=100)
    secret_from_guardians = forms.BooleanField(
        label=_("Hemligt för vårdnadshavare"),
        required=False,
        help_text=_("Då står det överst på alla sidor om personen."),
    )

    def __init__(self, *args: Any, row: Any, year: int, **kwargs: Any) -> None:
        super().__init__(*args, row=row, **kwargs)
        self.year = year
        if row.number_kind != NumberKind.NONE:
            del self.fields["birth_year"], self.fields["gender"]
        if row.is_protected:
            del self.fields["municipality"]

    def clean_birth_year(self) -> int | None:
        year: int | None = self.cleaned_data["birth_year"]
        if year is not None and not self.year - OLDEST <= year <= self.year:
            raise forms.ValidationError(_("Skriv året med fyra siffror, till exempel 1998."))
        return year

    def clean_gender(self) -> Gender:
        return Gender(self.cleaned_data["gender"])


class NumberForm(VersionedForm):
    """Of somebody who was registered without a number."""

    number = forms.CharField(
        label=_("Personnummer eller samordningsnummer"),
        max_length=20,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
    )
    why = forms.CharField(
        label=_("Vad är ditt ärende?"),
        max_length=LONGEST_WHY,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=ASKED,
    )

    def __init__(self, *args: Any, on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.on = on

    def clean_number(self) -> Number:
        return cleaned_number(self.cleaned_data["number"], self.on)


class ContactForm(VersionedForm):
    """Nothing is allowed until somebody has asked the person."""

    phone = forms.CharField(label=_("Telefon"), required=False, max_length=40)
    may_call = forms.BooleanField(label=_("Vi får ringa"), required=False)
    may_leave_message = forms.BooleanField(label=_("Vi får lämna meddelande"), required=False)
    may_text = forms.BooleanField(label=_("Vi får skicka sms"), required=False)
    email = forms.EmailField(label=_("E-post"), required=False)
    may_email = forms.BooleanField(label=_("Vi får skicka e-post"), required=False)
    address = forms.CharField(
        label=_("Adress dit vi får skicka brev"),
        required=False,
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    may_post = forms.BooleanField(label=_("Vi får skicka brev"), required=False)
    neutral_sender = forms.BooleanField(
        label=_("Bara med neutral avsändare"),
        required=False,
        initial=True,
        help_text=_("Varken kuvert, sms eller visat nummer får säga varifrån det kommer."),
    )
    note = forms.CharField(
        label=_("Att tänka på"),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Till exempel vilka tider det är säkert att ringa."),
    )

    def __init__(self, *args: Any, is_protected: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if is_protected:
            for name in NOT_OF_PROTECTED:
                del self.fields[name]


class RepresentativeForm(VersionedForm):
    kind = forms.ChoiceField(label=_("Vad är personen?"), choices=_codes(REPRESENTATIVE_NAMES))
    name = forms.CharField(label=_("Namn"), max_length=LONGEST_NAME)
    phone = forms.CharField(label=_("Telefon"), required=False, max_length=40)
    may_sign = forms.MultipleChoiceField(
        label=_("Får skriva under samtycke till"),
        required=False,
        choices=_codes(PURPOSE_NAMES),
        widget=forms.CheckboxSelectMultiple,
    )
    evidence = forms.CharField(
        label=_("Hur vet ni det?"),
        required=False,
        max_length=200,
        help_text=_("Till exempel registerutdrag eller förordnande, med datum."),
    )
    starts_on = forms.DateField(label=_("Från och med"), widget=forms.DateInput)
    ends_on = forms.DateField(
        label=_("Till, den dagen inte med"), required=False, widget=forms.DateInput
    )

    def clean(self) -> dict[str, Any]:
        said: dict[str, Any] = super().clean() or self.cleaned_data
        first, last = said.get("starts_on"), said.get("ends_on")
        if first and last and last <= first:
            self.add_error("ends_on", _("Slutet kommer inte efter början."))
        return said


class ProtectionForm(VersionedForm):
    protection = forms.ChoiceField(
        label=_("Skydd"), choices=_codes(PROTECTION_NAMES), widget=forms.RadioSelect
    )
    why = forms.CharField(
        label=_("Varför?"), max_length=LONGEST_WHY, widget=forms.Textarea(attrs={"rows": 3})
    )


class NamedForm(forms.Form):
    user = forms.ChoiceField(label=_("Vem ska få se personen?"))

    def __init__(self, *args: Any, found: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices: Any = self.fields["user"]
        choices.choices = found
