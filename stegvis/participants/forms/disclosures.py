"""Something is to be told: to whom, what, on which ground and why."""

from collections.abc import Iterable
from itertools import groupby
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from stegvis.core.values.language import gettext
from stegvis.organisations.models import Agency
from stegvis.participants.forms.consents import several
from stegvis.participants.queries.recipients import Colleague
from stegvis.participants.values.disclosures import (
    GROUND_NAMES,
    NAME,
    Ground,
    Item,
    NewDisclosure,
)

OUTSIDE = "outside"


class DisclosureForm(forms.Form):
    to = forms.ChoiceField(label=_("Till vem?"))
    outside = forms.CharField(
        label=_("Mottagare utanför förbundet"),
        help_text=_("Myndighet och namn. Fyll i bara om du har valt någon utanför."),
        max_length=300,
        required=False,
    )
    what = several(_("Vad ska lämnas ut?"), [])
    ground = forms.ChoiceField(label=_("Med vilken grund?"), widget=forms.RadioSelect)
    legal_text = forms.CharField(
        label=_("Paragraf"),
        help_text=_("Om grunden är lag: vilken, till exempel 10 kap. 28 § OSL."),
        max_length=300,
        required=False,
    )
    why = forms.CharField(
        label=_("Varför är det nödvändigt?"),
        help_text=_("Om grunden är att det är nödvändigt: vad du har vägt mot varandra."),
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    purpose = forms.CharField(
        label=_("Ändamål"),
        help_text=_("Vad mottagaren ska ha uppgifterna till."),
        max_length=300,
    )

    def __init__(
        self,
        *args: Any,
        items: Iterable[Item],
        agencies: Iterable[Agency],
        colleagues: Iterable[Colleague],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        whole = gettext("De som redan arbetar med personen")
        people = groupby(colleagues, key=lambda one: one.agency.pk)
        by_agency = {agency: list(found) for agency, found in people}
        groups = [
            (one.name, [(_place(one.pk), whole), *_named(by_agency.get(one.pk, []))])
            for one in agencies
        ]
        self._choose("to", [*groups, (OUTSIDE, gettext("Någon utanför förbundet"))])
        offered = [(one.code, f"{one.label}: {one.value}") for one in items if one.code != NAME]
        self._choose("what", offered)
        self.fields["what"].help_text = _("Namnet följer alltid med.")
        self._choose("ground", [(one.value, gettext(GROUND_NAMES[one])) for one in Ground])

    def _choose(self, name: str, choices: Any) -> None:
        field = self.fields[name]
        if isinstance(field, forms.ChoiceField):
            field.choices = choices

    def new(self, seen: str = "") -> NewDisclosure:
        said = self.cleaned_data
        agency, _between, user = said["to"].partition(":")
        is_outside = said["to"] == OUTSIDE
        return NewDisclosure(
            ground=Ground(said["ground"]),
            purpose=said["purpose"].strip(),
            what=tuple(said["what"]),
            recipient=None if is_outside else UUID(agency),
            to_user=UUID(user) if user else None,
            outside=said["outside"].strip() if is_outside else "",
            legal_text=said["legal_text"].strip(),
            why=said["why"].strip(),
            seen=seen,
        )

    @property
    def recipient_words(self) -> str:
        """As it was chosen, for the preview."""
        chosen = self.cleaned_data["to"]
        if chosen == OUTSIDE:
            return str(self.cleaned_data["outside"])
        field = self.fields["to"]
        rows: Any = field.choices if isinstance(field, forms.ChoiceField) else []
        for group, choices in rows:
            for value, words in choices if isinstance(choices, list) else []:
                if value == chosen:
                    return f"{group}, {words}"
        return ""


def _place(agency: UUID, user: UUID | None = None) -> str:
    return f"{agency}:{user or ''}"


def _named(colleagues: Iterable[Colleague]) -> list[tuple[str, str]]:
    return [(_place(one.agency.pk, one.user), one.name) for one in colleagues]
