"""Forms about who is who: questions to be let in, and doubles."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from stegvis.participants.values.persons import Ground
from stegvis.participants.values.questions import LET_IN_BY

LONGEST_WHY = 500


class LetInForm(forms.Form):
    ground = forms.ChoiceField(
        label=_("På vilken grund?"),
        choices=lambda: [(code.value, _(name)) for code, name in LET_IN_BY.items()],
        widget=forms.RadioSelect,
    )

    @property
    def chosen(self) -> Ground:
        return Ground(self.cleaned_data["ground"])


class DoubleForm(forms.Form):
    """`found` are those that the viewer sees and that could be the same person."""

    double = forms.ChoiceField(label=_("Vem är samma person?"), widget=forms.RadioSelect)
    why = forms.CharField(
        label=_("Hur vet du det?"),
        max_length=LONGEST_WHY,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Skriv inte namn eller nummer här."),
    )

    def __init__(self, *args: Any, found: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices: Any = self.fields["double"]
        choices.choices = found


class DecisionForm(forms.Form):
    why = forms.CharField(
        label=_("Varför? Behövs bara om du säger nej"),
        required=False,
        max_length=LONGEST_WHY,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
