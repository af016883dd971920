"""Somebody is to be shut out; a wish of that is answered; a page of one's own is opened."""

from collections.abc import Iterable
from datetime import timedelta
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from stegvis.core.values.language import gettext
from stegvis.core.values.privacy import About
from stegvis.core.values.viewers import Viewer
from stegvis.organisations.models import Agency
from stegvis.participants.forms.consents import several
from stegvis.participants.queries.recipients import Colleague
from stegvis.participants.values.exceptions import NewException
from stegvis.participants.values.shared import SHARED_NAMES

ALL = ""
AGENCY, USER = "agency:", "user:"


class ExceptionForm(forms.Form):
    against = forms.ChoiceField(
        label=_("Mot vem?"),
        help_text=_("Mot en medarbetare: personen syns inte alls för den medarbetaren."),
        required=False,
    )
    owner = forms.ChoiceField(label=_("Vems uppgifter?"), required=False)
    classes = several(
        _("Vilka uppgifter?"), [(one.value, name) for one, name in SHARED_NAMES.items()]
    )
    starts_on = forms.DateField(label=_("Från och med"), widget=forms.DateInput())
    last = forms.DateField(
        label=_("Till och med"),
        help_text=_("Lämna tomt om det ska gälla tills vidare."),
        required=False,
        widget=forms.DateInput(),
    )
    why = forms.CharField(
        label=_("Varför?"),
        help_text=_("Det läses av dem som ser personen."),
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(
        self,
        *args: Any,
        viewer: Viewer,
        own: Iterable[Agency],
        agencies: Iterable[Agency],
        colleagues: Iterable[Colleague],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        classes = [(one.value, gettext(name)) for one, name in SHARED_NAMES.items()]
        self._choose("classes", classes)
        self.fields["classes"].help_text = _("Kryssa inget om det gäller alla.")
        every = (ALL, gettext("Alla andra myndigheter"))
        named = [(f"{AGENCY}{one.pk}", one.name) for one in agencies]
        people = [(f"{USER}{one.user}", f"{one.name}, {one.agency.name}") for one in colleagues]
        groups = [(gettext("Myndigheter"), named), (gettext("Medarbetare"), people)]
        self._choose("against", [every, *((name, rows) for name, rows in groups if rows)])
        whose = [(ALL, gettext("Alla myndigheters")), *((one.pk, one.name) for one in own)]
        self._choose("owner", whose)
        self.fields["starts_on"].initial = viewer.on

    def _choose(self, name: str, choices: Any) -> None:
        field = self.fields[name]
        if isinstance(field, forms.ChoiceField):
            field.choices = choices

    def exception(self) -> NewException:
        said = self.cleaned_data
        last, against = said["last"], said["against"]
        return NewException(
            starts_on=said["starts_on"],
            ends_on=last + timedelta(days=1) if last else None,
            owner=UUID(said["owner"]) if said["owner"] else None,
            against_agency=_key(against, AGENCY),
            against_user=_key(against, USER),
            classes=frozenset(map(About, said["classes"])),
            why=said["why"].strip(),
        )


class AnswerForm(forms.Form):
    text = forms.CharField(
        label=_("Ditt svar"),
        help_text=_("Deltagaren läser det på sin egen sida."),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )


ON_PAPER = _("Deltagaren loggar in med den. Här skickas inga brev: du får ett på papper att lämna.")


class OwnPageForm(forms.Form):
    email = forms.EmailField(
        label=_("Deltagarens e-post"),
        help_text=_("Som bara deltagaren läser. Dit kommer ett neutralt brev med en länk."),
        max_length=254,
    )

    def __init__(self, *args: Any, on_paper: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if on_paper:
            self.fields["email"].help_text = ON_PAPER


def _key(value: str, kind: str) -> UUID | None:
    return UUID(value.removeprefix(kind)) if value.startswith(kind) else None
