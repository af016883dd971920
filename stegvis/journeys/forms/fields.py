"""The fields that forms about a journey are made of: the programme's own words to choose from."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from stegvis.core.values.language import gettext as now
from stegvis.programmes.values.definition import Definition

YES, NO = "yes", "no"
DAY_HELP = _("Till exempel 2026-05-31.")


class DayField(forms.DateField):
    input_formats = ("%Y-%m-%d",)
    widget = forms.DateInput(format="%Y-%m-%d")

    def __init__(self, **options: Any) -> None:
        told = {"invalid": _("Skriv dagen så här: 2026-05-31.")}
        super().__init__(help_text=DAY_HELP, error_messages=told, **options)


class CodeField(forms.ChoiceField):
    """One code of a list; the list is the programme's and is given by the form."""

    def __init__(self, code_list: str, **options: Any) -> None:
        self.code_list = code_list
        super().__init__(**options)

    def offer(self, definition: Definition) -> None:
        codes = [(entry.code, entry.name) for entry in definition.codes(self.code_list).codes]
        self.choices = [("", now("Välj …") if self.required else now("Vet inte")), *codes]


class YesNoField(forms.TypedChoiceField):
    """True, False, or None where nobody knows."""

    def __init__(self, **options: Any) -> None:
        choices = [("", _("Vet inte")), (YES, _("Ja")), (NO, _("Nej"))]
        super().__init__(choices=choices, coerce=_said, empty_value=None, required=False, **options)

    def prepare_value(self, value: Any) -> Any:
        return {True: YES, False: NO, None: ""}.get(value, value)


def _said(code: str) -> bool:
    return code == YES
