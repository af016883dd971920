"""The few things that a description of a new programme begins with."""

from collections.abc import Container, Sequence
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from stegvis.programmes.forms.parts import fields
from stegvis.programmes.forms.parts.keys import KINDS
from stegvis.programmes.forms.texts import DefinitionFileForm
from stegvis.programmes.values.definition import FORMAT, LONGEST_NAME
from stegvis.programmes.values.identifiers import slug_from

Associations = Sequence[tuple[UUID, str]]


class ForAssociation(forms.Form):
    """For whom it is, asked only of those who may describe programmes for several."""

    def __init__(self, *args: Any, associations: Associations, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.names = {str(key): name for key, name in associations}
        if len(associations) > 1:
            self.fields["association"] = forms.ChoiceField(
                label=_("Förbund"), choices=list(self.names.items())
            )

    @property
    def association(self) -> UUID:
        return UUID(self.cleaned_data.get("association") or next(iter(self.names)))


class BeginningForm(ForAssociation):
    name = fields.words(_("Vad heter insatsen?"), longest=LONGEST_NAME)
    kind = forms.ChoiceField(
        label=_("Slag"), choices=KINDS, initial="individual", widget=forms.RadioSelect
    )
    owner = fields.words(_("Vem äger insatsen?"), help_text=_("Till exempel Älvnäs kommun."))
    first = fields.day(_("Första dagen"), required=True)
    last = fields.day(_("Sista dagen"), required=True)

    def clean(self) -> dict[str, Any]:
        said: dict[str, Any] = super().clean() or self.cleaned_data
        if "first" in said and "last" in said and said["last"] < said["first"]:
            self.add_error("last", _("Sista dagen kommer före den första."))
        return said

    def values(self, taken: Container[str]) -> dict[str, Any]:
        """The beginning of a definition, under an id that is not taken."""
        said = self.cleaned_data
        return {
            "format": FORMAT,
            "id": slug_from(said["name"], taken),
            "name": said["name"],
            "version": "1",
            "kind": said["kind"],
            "associations": [self.names[str(self.association)]],
            "source": "Beslut",
            "parties": [{"id": "owner", "name": said["owner"], "role": "owner"}],
            "decisions": [{"first": said["first"], "last": said["last"], "kind": "first"}],
        }


class BeginningFileForm(ForAssociation, DefinitionFileForm):
    """A definition that somebody has already as a file."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["file"].help_text = _("Du får se vad som står i den innan något sparas.")
