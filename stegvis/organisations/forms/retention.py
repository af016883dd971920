"""Forms about rules of retention, and about what they lead to."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from stegvis.core.values.language import gettext
from stegvis.core.values.retention import RecordKind
from stegvis.organisations.policies.two_steps import LONGEST_REASON
from stegvis.organisations.values.retention import LONGEST_MONTHS, NewRule


class RuleForm(forms.Form):
    """What the form says of a kind when it is opened is a suggestion, until there is a decision."""

    event = forms.ChoiceField(label=_("Tiden räknas från"), widget=forms.RadioSelect)
    months = forms.IntegerField(
        label=_("Hela månader som ska ha gått"), min_value=1, max_value=LONGEST_MONTHS
    )
    spares_births = forms.BooleanField(
        label=_("Spara för forskningen dem som är födda den 5, 15 eller 25"),
        required=False,
        help_text=_("Också den vars födelsedag inte är känd sparas då."),
    )
    decision = forms.CharField(
        label=_("Beslutet"),
        max_length=LONGEST_REASON,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_(
            "Vem som har beslutat och var det står, till exempel Direktionen, protokoll 4, § 12."
        ),
    )
    decided_on = forms.DateField(label=_("Beslutets dag"), widget=forms.DateInput())

    def __init__(self, *args: Any, kind: RecordKind, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.kind = kind
        event: Any = self.fields["event"]
        event.choices = [(code, gettext(words)) for code, words in kind.events.items()]
        if not kind.is_of_persons:
            del self.fields["spares_births"]

    def said(self) -> NewRule:
        given = {"spares_births": False} | self.cleaned_data
        return NewRule(kind=self.kind.code, **given)


class WithdrawForm(forms.Form):
    decision = RuleForm.base_fields["decision"]
    decided_on = RuleForm.base_fields["decided_on"]

    def said(self) -> tuple[str, date]:
        return self.cleaned_data["decision"], self.cleaned_data["decided_on"]


class PrepareForm(forms.Form):
    why = forms.CharField(
        label=_("Varför ni gallrar nu"),
        max_length=LONGEST_REASON,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Till exempel: årlig gallring 2026. Skriv inga namn."),
    )
