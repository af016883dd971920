"""Fields that stand for keys of a definition."""

from collections.abc import Callable, Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from stegvis.core.values.formatting import NO_BREAK_SPACE
from stegvis.programmes.files.money import ore_of
from stegvis.programmes.values.code_lists import CodeList

Choices = Iterable[tuple[str, Any]]

MOST_ROWS = 200
FIRST_YEAR, LAST_YEAR = 1990, 2100


def words(label: Any, *, required: bool = True, longest: int = 500, help_text: Any = "") -> Any:
    return forms.CharField(label=label, required=required, max_length=longest, help_text=help_text)


def day(label: Any, *, required: bool = False, help_text: Any = "") -> Any:
    return forms.DateField(
        label=label, required=required, help_text=help_text, widget=forms.DateInput()
    )


def whole_number(label: Any, *, lowest: int, highest: int, required: bool = True) -> Any:
    return forms.IntegerField(label=label, min_value=lowest, max_value=highest, required=required)


def choice(label: Any, choices: Choices = (), *, required: bool = True) -> Any:
    return forms.ChoiceField(label=label, choices=list(choices), required=required)


def yes_or_no(label: Any, yes: Any, no: Any) -> Any:
    return forms.TypedChoiceField(
        label=label,
        choices=[("True", yes), ("False", no)],
        coerce=lambda value: str(value) == "True",
    )


def span() -> Any:
    choices = [("days", _("dagar")), ("weeks", _("veckor")), ("months", _("månader"))]
    return forms.ChoiceField(label=_("Räknat i"), choices=choices, initial="months")


def amount_written(kronor: float) -> str:
    """As Swedish people write it, whatever language they read in: that is how it is read back."""
    text = f"{kronor:,}" if float(kronor).is_integer() else f"{kronor:,.2f}"
    return text.removesuffix(".0").translate({ord(","): NO_BREAK_SPACE, ord("."): ","})


class AmountField(forms.CharField):
    """Kronor as people write them; kept as they were written."""

    def clean(self, value: Any) -> Any:
        written: str = super().clean(value)
        if ore_of(written) is None:
            raise forms.ValidationError(
                _("Beloppet går inte att läsa. Skriv det som 680 000 kr eller 680 tkr.")
            )
        return written


def listed(code_list: CodeList, *, blank: bool = False) -> list[tuple[str, str]]:
    """The codes of a list under their names, in the list's own order."""
    found = [(entry.code, entry.name) for entry in code_list.codes]
    return [("", "–"), *found] if blank else found


Lister = Callable[[Any], Choices]
