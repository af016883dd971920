"""A new report: which form, until which day, in which language."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from stegvis.core.values.language import gettext
from stegvis.reports.files.templates import SHIPPED, load_template
from stegvis.reports.values.purposes import PURPOSES
from stegvis.reports.values.writing import NewReport

LANGUAGES = (("sv", "Svenska"), ("en", "English"))
LONGEST_NOTE = 200


def _templates() -> list[tuple[str, str]]:
    """Each with what it is for, in the reader's language."""
    known = [(name, load_template(name).name, gettext(PURPOSES[name])) for name in SHIPPED]
    return [(name, f"{title}. {purpose}") for name, title, purpose in known]


class NewReportForm(forms.Form):
    template = forms.ChoiceField(label=_("Mall"), widget=forms.RadioSelect)
    as_of = forms.DateField(
        label=_("Räkna till och med"),
        help_text=_("Den sista dagen med uppgifter, eller sista dagen i ett halvår."),
        widget=forms.DateInput(format="%Y-%m-%d"),
    )
    language = forms.ChoiceField(label=_("Språk"), choices=LANGUAGES, initial="sv")
    note = forms.CharField(
        label=_("Anteckning"),
        help_text=_("Till exempel vilket möte rapporten är till. Syns i listan över rapporter."),
        required=False,
        max_length=LONGEST_NOTE,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        templates: Any = self.fields["template"]
        templates.choices = _templates()

    def new_report(self) -> NewReport:
        return NewReport(**self.cleaned_data)
