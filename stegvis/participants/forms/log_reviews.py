"""Forms about checks of the access log, and about its alarms."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django import forms
from django.forms import BoundField
from django.utils.translation import gettext_lazy as _

from stegvis.core.values.language import gettext
from stegvis.participants.forms.registering import cleaned_number
from stegvis.participants.values.log_reviews import (
    LARGEST_SAMPLE,
    LONGEST_NOTE,
    VERDICT_NAMES,
    NewReview,
    Said,
    Verdict,
)
from stegvis.participants.values.log_risks import ALARMING, Limits
from stegvis.participants.values.numbers import Number

MOST = 100_000
HOURS = 24
PER = {10: _("Fler än så inom 10 minuter."), 60: _("Fler än så inom en timme.")}


class ReviewForm(forms.Form):
    unit = forms.ChoiceField(label=_("Enhet"), widget=forms.RadioSelect)
    first = forms.DateField(label=_("Första dag"), widget=forms.DateInput())
    last = forms.DateField(label=_("Sista dag"), widget=forms.DateInput())

    def __init__(self, *args: Any, units: Iterable[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        unit: Any = self.fields["unit"]
        unit.choices = [(str(one.pk), f"{one.name}, {one.agency.name}") for one in units]
        self.known = {str(one.pk): one.pk for one in units}

    def new(self) -> NewReview:
        said = self.cleaned_data
        return NewReview(self.known[said["unit"]], said["first"], said["last"])


class AskedForm(forms.Form):
    """Whoever asks who has looked: found by the number that they have shown."""

    unit = forms.ChoiceField(label=_("Enhet"), widget=forms.RadioSelect)
    number = forms.CharField(
        label=_("Personnummer eller samordningsnummer"),
        max_length=20,
        help_text=_("Se efter att det är personen själv som frågar, eller någon som får göra det."),
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
    )
    names = forms.BooleanField(label=_("Med medarbetarnas namn"), required=False)

    def __init__(self, *args: Any, units: Iterable[Any], on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        unit: Any = self.fields["unit"]
        unit.choices = [(str(one.pk), f"{one.name}, {one.agency.name}") for one in units]
        unit.initial = unit.choices[0][0] if unit.choices else ""
        self.on = on

    def clean_number(self) -> Number:
        return cleaned_number(self.cleaned_data["number"], self.on)


class JudgementForm(forms.Form):
    """Two fields for each row: what it is, and a note. A row that nothing is said of waits."""

    def __init__(self, *args: Any, rows: Iterable[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.rows = list(rows)
        for number, row in enumerate(self.rows, 1):
            self._add(number, row)

    def _add(self, number: int, row: Any) -> None:
        said = row.judgement
        what, why = _names(row.number)
        self.fields[what] = forms.ChoiceField(
            label=gettext("Bedömning av rad {n}").format(n=number),
            choices=[("", gettext("Inte bedömd")), *_choices()],
            required=False,
            initial=said.verdict if said else "",
        )
        self.fields[why] = forms.CharField(
            label=gettext("Anteckning till rad {n}").format(n=number),
            max_length=LONGEST_NOTE,
            required=False,
            widget=forms.TextInput(),
            initial=said.note if said else "",
        )

    def clean(self) -> dict[str, Any]:
        for row in self.rows:
            what, why = _names(row.number)
            verdict, note = self.cleaned_data.get(what, ""), self.cleaned_data.get(why, "")
            if verdict and verdict != Verdict.JUSTIFIED and not note:
                self.add_error(why, gettext("Skriv en anteckning om det som inte är motiverat."))
            if note and not verdict:
                self.add_error(what, gettext("Välj en bedömning till anteckningen."))
        return self.cleaned_data

    @property
    def pairs(self) -> list[tuple[Any, BoundField, BoundField]]:
        """Each row with its fields."""
        names = [(row, *_names(row.number)) for row in self.rows]
        return [(row, self[what], self[why]) for row, what, why in names]

    def said(self) -> list[Said]:
        found = [(row.number, *_names(row.number)) for row in self.rows]
        return [
            Said(number, Verdict(self.cleaned_data[what]), self.cleaned_data[why])
            for number, what, why in found
            if self.cleaned_data[what]
        ]


class AnswerForm(forms.Form):
    note = forms.CharField(
        label=_("Vad har du gjort eller kommit fram till?"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Skriv inga namn på deltagare. Anteckningen sparas och ändras inte."),
    )


class LogRulesForm(forms.Form):
    sample_size = forms.IntegerField(
        label=_("Rader i ett slumpmässigt urval"), min_value=1, max_value=LARGEST_SAMPLE
    )
    opens = forms.IntegerField(
        label=_("Arbetsdagen börjar, hel timme"), min_value=0, max_value=HOURS - 1
    )
    closes = forms.IntegerField(
        label=_("Arbetsdagen slutar, hel timme"), min_value=1, max_value=HOURS
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for rule in ALARMING:
            self.fields[rule.risk.value] = forms.IntegerField(
                label=gettext(rule.name),
                min_value=0,
                max_value=MOST,
                help_text=PER.get(rule.minutes, gettext("Fler än så inom ett dygn.")),
            )

    def clean(self) -> dict[str, Any]:
        opens, closes = self.cleaned_data.get("opens"), self.cleaned_data.get("closes")
        if opens is not None and closes is not None and closes <= opens:
            self.add_error("closes", gettext("Arbetsdagen slutar efter att den har börjat."))
        return self.cleaned_data

    def new(self) -> Limits:
        said = self.cleaned_data
        limits = {rule.risk.value: said[rule.risk.value] for rule in ALARMING}
        return Limits(said["sample_size"], said["opens"], said["closes"], limits)


def _names(number: int) -> tuple[str, str]:
    return f"verdict-{number}", f"note-{number}"


def _choices() -> list[tuple[str, str]]:
    return [(one.value, gettext(VERDICT_NAMES[one])) for one in Verdict]
