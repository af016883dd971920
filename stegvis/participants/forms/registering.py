"""Registering a person: the number or that there is none, who it is, and on what ground."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from stegvis.core.values.refusals import Refused
from stegvis.participants.values.numbers import OLDEST, Number, read_number
from stegvis.participants.values.persons import GENDER_NAMES, GROUND_NAMES, Gender, Ground
from stegvis.participants.values.registering import NewPerson, Seat

LONGEST_NAME = 200
LONGEST_WHY = 500
ASKED = _(
    "Om en annan enhet redan ansvarar för personen får den läsa detta och ditt namn, och"
    " avgöra om ni kan arbeta tillsammans. Du får inte veta om det är så."
)


def cleaned_number(written: str, on: date) -> Number:
    try:
        return read_number(written, on=on)
    except Refused as refused:
        raise forms.ValidationError(refused.sentence) from refused


def _chosen(names: dict[Any, str]) -> Any:
    return lambda: [(code.value, _(name)) for code, name in names.items()]


class RegistrationForm(forms.Form):
    number = forms.CharField(
        label=_("Personnummer eller samordningsnummer"),
        required=False,
        max_length=20,
        help_text=_(
            "Tolv siffror, eller tio. Det syns inte sedan för andra än dem som öppnar det."
        ),
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
    )
    has_none = forms.BooleanField(label=_("Numret är okänt eller finns inte"), required=False)
    given_name = forms.CharField(label=_("Förnamn"), max_length=LONGEST_NAME)
    family_name = forms.CharField(label=_("Efternamn"), max_length=LONGEST_NAME)
    birth_year = forms.IntegerField(
        label=_("Födelseår"),
        required=False,
        help_text=_("Behövs bara om numret är okänt. Annars står det i numret."),
    )
    gender = forms.ChoiceField(
        label=_("Kön"),
        required=False,
        choices=_chosen(GENDER_NAMES),
        initial=Gender.UNKNOWN,
        help_text=_("Behövs bara om numret är okänt. Annars står det i numret."),
    )
    municipality = forms.CharField(label=_("Kommun"), required=False, max_length=100)
    ground = forms.ChoiceField(
        label=_("Varför får personen registreras?"),
        choices=_chosen(GROUND_NAMES),
        widget=forms.RadioSelect,
    )
    ground_on = forms.DateField(
        label=_("Från vilken dag gäller det?"),
        help_text=_("Dagen för samtycket, eller när ärendet började. Till exempel 2026-05-31."),
        widget=forms.DateInput,
    )
    why = forms.CharField(
        label=_("Vad är ditt ärende?"),
        max_length=LONGEST_WHY,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=ASKED,
    )

    def __init__(self, *args: Any, seats: Sequence[Seat], on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.on, self.seats = on, {str(one.agency): one for one in seats}
        if len(seats) > 1:
            choices = [(key, one.name) for key, one in self.seats.items()]
            self.fields["seat"] = forms.ChoiceField(
                label=_("För vilken myndighet?"), choices=choices
            )
            self.order_fields(["seat"])

    def clean_number(self) -> Number | None:
        written = self.cleaned_data["number"].strip()
        return cleaned_number(written, self.on) if written else None

    def clean_birth_year(self) -> int | None:
        year: int | None = self.cleaned_data["birth_year"]
        if year is not None and not self.on.year - OLDEST <= year <= self.on.year:
            raise forms.ValidationError(_("Skriv året med fyra siffror, till exempel 1998."))
        return year

    def clean_ground_on(self) -> date:
        day: date = self.cleaned_data["ground_on"]
        if day > self.on:
            raise forms.ValidationError(_("Dagen har inte varit än."))
        return day

    def clean(self) -> dict[str, Any]:
        said: dict[str, Any] = super().clean() or self.cleaned_data
        if "number" in said and bool(said["number"]) == bool(said.get("has_none")):
            self.add_error(
                "number",
                _("Skriv numret, eller kryssa för att det är okänt eller inte finns."),
            )
        return said

    @property
    def seat(self) -> Seat:
        return self.seats[self.cleaned_data.get("seat") or next(iter(self.seats))]

    @property
    def new(self) -> NewPerson:
        said = self.cleaned_data
        return NewPerson(
            given_name=said["given_name"],
            family_name=said["family_name"],
            ground=Ground(said["ground"]),
            ground_on=said["ground_on"],
            why=said["why"],
            number=said["number"],
            birth_year=said["birth_year"],
            gender=Gender(said["gender"] or Gender.UNKNOWN),
            municipality=said["municipality"],
        )
