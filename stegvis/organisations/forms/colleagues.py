"""Forms about colleagues: who they are, and which role they have from which day."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from stegvis.core.values.language import gettext
from stegvis.organisations.policies.two_steps import LONGEST_REASON
from stegvis.organisations.values.grants import Grant, Invited
from stegvis.organisations.values.roles import OF_PARTICIPANTS, ROLES

Units = Sequence[tuple[UUID, str]]

SHOWN = (
    ("active", _("De som har en roll")),
    ("left", _("De som har slutat")),
    ("", _("Alla")),
)


def role_choices() -> list[tuple[str, str]]:
    """By name, in the reader's language; the participant's is given by who works with them."""
    named = [(one.code, gettext(one.name)) for one in ROLES if one.code != OF_PARTICIPANTS]
    return sorted(named, key=lambda one: one[1])


class ColleagueFilter(forms.Form):
    sok = forms.CharField(label=_("Namn eller e-post innehåller"), required=False, max_length=80)
    lage = forms.ChoiceField(
        label=_("Visa"),
        required=False,
        choices=SHOWN,
    )


class RoleForm(forms.Form):
    """`on` is today: a role may begin then or later."""

    role = forms.ChoiceField(label=_("Roll"), choices=role_choices)
    unit = forms.ChoiceField(
        label=_("Enhet"),
        required=False,
        help_text=_("Behövs för den som ser deltagare: hen gör det för sin myndighet."),
    )
    starts_on = forms.DateField(label=_("Från och med"), widget=forms.DateInput())
    why = forms.CharField(
        label=_("Varför"),
        required=False,
        max_length=LONGEST_REASON,
        help_text=_("Behövs när rollen är administratör: då godkänner en annan person."),
    )

    def __init__(self, *args: Any, units: Units, on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        unit: Any = self.fields["unit"]
        unit.choices = [("", "–"), *((str(key), name) for key, name in units)]
        self.fields["starts_on"].initial = on

    def grant_in(self, association: UUID) -> Callable[[UUID], Grant]:
        said = self.cleaned_data
        unit = UUID(said["unit"]) if said["unit"] else None

        def for_user(user: UUID) -> Grant:
            return Grant(user, association, said["role"], unit, said["starts_on"])

        return for_user


class InviteForm(RoleForm):
    name = forms.CharField(label=_("Namn"), max_length=200)
    email = forms.EmailField(label=_("E-post"))
    field_order = ("name", "email", "role", "unit", "starts_on", "why")

    @property
    def invited(self) -> Invited:
        return Invited(self.cleaned_data["name"], self.cleaned_data["email"])


class EndForm(forms.Form):
    last_day = forms.DateField(
        label=_("Sista dag"),
        required=False,
        widget=forms.DateInput(),
        help_text=_("Lämna tomt för att avsluta direkt."),
    )


class DecisionForm(forms.Form):
    why = forms.CharField(
        label=_("Motivering"),
        required=False,
        max_length=LONGEST_REASON,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Behövs för att avslå eller skicka tillbaka."),
    )
