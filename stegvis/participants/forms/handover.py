"""The form where a unit head chooses who takes over."""

from collections.abc import Iterable
from datetime import date
from typing import Any
from uuid import UUID

from django import forms
from django.forms import BoundField
from django.utils.translation import gettext_lazy as _

from stegvis.core.values.language import gettext
from stegvis.participants.values.handover import Case, HandOver

NOBODY = "nobody"
Named = tuple[UUID, str]


class HandOverForm(forms.Form):
    """One choice for all, and one for each case that goes before it; what is not chosen waits."""

    on = forms.DateField(
        label=_("Från och med"),
        widget=forms.DateInput(),
        help_text=_("Den dagen slutar den ena se dem, och den andra börjar."),
    )
    everybody = forms.ChoiceField(
        label=_("Alla som du inte väljer någon för nedan"), required=False
    )

    def __init__(
        self,
        *args: Any,
        cases: Iterable[Case],
        workers: Iterable[Named],
        first: date,
        **kwargs: Any,
    ) -> None:
        kwargs["initial"] = {"on": first}
        super().__init__(*args, **kwargs)
        self.cases = list(cases)
        people = [(str(key), name) for key, name in workers]
        everybody: Any = self.fields["everybody"]
        everybody.choices = [("", gettext("Väntar")), *people]
        for number, case in enumerate(self.cases, 1):
            nobody = [(NOBODY, gettext("Ingen: andra hos oss har personen"))] if case.others else []
            self.fields[_name(case)] = forms.ChoiceField(
                label=gettext("Ny handläggare, rad {n}").format(n=number),
                choices=[("", gettext("Som för alla")), *people, *nobody],
                required=False,
            )

    def clean(self) -> dict[str, Any]:
        if not self._said():
            raise forms.ValidationError(gettext("Välj vem som tar över."))
        return self.cleaned_data

    @property
    def pairs(self) -> list[tuple[Case, BoundField]]:
        return [(case, self[_name(case)]) for case in self.cases]

    @property
    def chosen(self) -> HandOver:
        to = {key: None if said == NOBODY else UUID(said) for key, said in self._said().items()}
        return HandOver(self.cleaned_data["on"], to)

    def _said(self) -> dict[UUID, str]:
        everybody = self.cleaned_data.get("everybody", "")
        said = {x.key: self.cleaned_data.get(_name(x), "") or everybody for x in self.cases}
        return {key: to for key, to in said.items() if to}


class GiveCaseForm(forms.Form):
    to = forms.ChoiceField(label=_("Vem tar ärendet?"))

    def __init__(self, *args: Any, workers: Iterable[Named], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        to: Any = self.fields["to"]
        to.choices = [("", gettext("Välj"))] + [(str(key), name) for key, name in workers]

    @property
    def chosen(self) -> UUID:
        return UUID(self.cleaned_data["to"])


def _name(case: Case) -> str:
    return f"to-{case.key}"
