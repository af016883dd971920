"""One signature with its ticks, and which of them no longer hold."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import UUID

from django import forms
from django.forms import BoundField
from django.utils.translation import gettext_lazy as _

from stegvis.core.values.language import gettext
from stegvis.core.values.periods import add_months
from stegvis.core.values.privacy import About
from stegvis.core.values.viewers import Viewer
from stegvis.organisations.models import Agency
from stegvis.participants.models import Attachment, ConsentText, Representative
from stegvis.participants.values.consents import FORM_NAMES, NEEDS_RECIPIENTS, Form, Purpose
from stegvis.participants.values.shared import SHARED_NAMES
from stegvis.participants.values.signing import NewSigning, Tick

ONE_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Offer:
    """What can be chosen among: the words in force, whom they may name, who may have signed."""

    texts: Mapping[Purpose, ConsentText]
    senders: Iterable[Agency]
    agencies: Iterable[Agency]
    papers: Iterable[Attachment]
    representatives: Iterable[Representative]
    language: str = "sv"


@dataclass(frozen=True)
class Block:
    """One purpose as it stands on the form: its words, and its fields."""

    text: ConsentText
    tick: BoundField
    details: list[BoundField]


def several(label: Any, choices: Iterable[tuple[Any, str]], *, required: bool = False) -> Any:
    return forms.MultipleChoiceField(
        label=label,
        choices=list(choices),
        required=required,
        widget=forms.CheckboxSelectMultiple,
    )


class SigningForm(forms.Form):
    """`offer` decides what is asked; a purpose without words in force is not asked about."""

    sender = forms.ChoiceField(label=_("Vem lämnar uppgifterna?"), widget=forms.RadioSelect)
    form = forms.ChoiceField(label=_("Hur har personen samtyckt?"), widget=forms.RadioSelect)
    signed_on = forms.DateField(label=_("Vilken dag?"), widget=forms.DateInput())
    paper = forms.ChoiceField(
        label=_("Det inskannade pappret"),
        help_text=_("Bifoga det först under Filer, så går det att välja här."),
        required=False,
    )
    note = forms.CharField(
        label=_("Anteckning"),
        help_text=_(
            "E-underskrift: referensen. Muntligt: vad som sades och vem som hörde det. Papper: var "
            "originalet finns, om det inte är inskannat."
        ),
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    signed_for_by = forms.ChoiceField(label=_("Vem skrev under?"), required=False)

    def __init__(self, *args: Any, offer: Offer, viewer: Viewer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer = offer
        senders = [(one.pk, one.name) for one in offer.senders]
        self._choose("sender", senders)
        self._choose("form", [(one.value, gettext(FORM_NAMES[one])) for one in Form])
        self._choose("paper", [("", "–"), *((one.pk, str(one.title)) for one in offer.papers)])
        own = [("", gettext("Personen själv"))]
        self._choose(
            "signed_for_by", [*own, *((one.pk, str(one.name)) for one in offer.representatives)]
        )
        self.fields["signed_on"].initial = viewer.on
        if len(senders) == 1:
            self.fields["sender"].widget = forms.HiddenInput()
            self.fields["sender"].initial = senders[0][0]
        for purpose, text in offer.texts.items():
            self._ask(purpose, text, viewer)

    def _choose(self, name: str, choices: list[tuple[Any, str]]) -> None:
        field = self.fields[name]
        if isinstance(field, forms.ChoiceField):
            field.choices = choices

    def _ask(self, purpose: Purpose, text: ConsentText, viewer: Viewer) -> None:
        last = add_months(viewer.on, text.months_valid) - ONE_DAY if text.months_valid else None
        self.fields[purpose] = forms.BooleanField(label=text.title, required=False)
        if purpose in NEEDS_RECIPIENTS:
            agencies = [(one.pk, one.name) for one in self.offer.agencies]
            classes = [(one.value, gettext(name)) for one, name in SHARED_NAMES.items()]
            self.fields[f"{purpose}_to"] = several(_("Vilka får uppgifterna?"), agencies)
            self.fields[f"{purpose}_classes"] = several(_("Vilka uppgifter?"), classes)
        self.fields[f"{purpose}_last"] = forms.DateField(
            label=_("Till och med"),
            help_text=_("Lämna tomt om det ska gälla tills personen tar tillbaka det."),
            required=False,
            initial=last,
            widget=forms.DateInput(),
        )

    @property
    def blocks(self) -> list[Block]:
        return [
            Block(text, self[purpose], [self[name] for name in self._details(purpose)])
            for purpose, text in self.offer.texts.items()
        ]

    @property
    def around(self) -> list[BoundField]:
        """The fields of the signature itself."""
        names = ("form", "signed_on", "signed_for_by", "paper", "note")
        return [self[name] for name in names if name != "paper" or self.offer.papers]

    def signing(self) -> NewSigning:
        said = self.cleaned_data
        return NewSigning(
            form=Form(said["form"]),
            signed_on=said["signed_on"],
            ticks=tuple(self._tick(one) for one in self.offer.texts if said[one]),
            note=said["note"].strip(),
            paper=UUID(said["paper"]) if said["paper"] else None,
            signed_for_by=UUID(said["signed_for_by"]) if said["signed_for_by"] else None,
            language=self.offer.language,
        )

    @property
    def chosen_sender(self) -> UUID:
        return UUID(self.cleaned_data["sender"])

    def _details(self, purpose: Purpose) -> list[str]:
        names = (f"{purpose}_to", f"{purpose}_classes", f"{purpose}_last")
        return [name for name in names if name in self.fields]

    def _tick(self, purpose: Purpose) -> Tick:
        said = self.cleaned_data
        last = said[f"{purpose}_last"]
        return Tick(
            purpose=purpose,
            recipients=frozenset(map(UUID, said.get(f"{purpose}_to", []))),
            classes=frozenset(map(About, said.get(f"{purpose}_classes", []))),
            ends_on=last + ONE_DAY if last else None,
        )


class WithdrawalForm(forms.Form):
    consents = forms.MultipleChoiceField(
        label=_("Vilka samtycken tas tillbaka?"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Kryssa för minst ett samtycke.")},
    )

    def __init__(self, *args: Any, choices: Iterable[tuple[UUID, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["consents"]
        if isinstance(field, forms.MultipleChoiceField):
            field.choices = [(str(key), words) for key, words in choices]

    @property
    def chosen(self) -> list[UUID]:
        return [UUID(one) for one in self.cleaned_data["consents"]]
