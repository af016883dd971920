"""A file about a person, and why one is taken away."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from stegvis.core.files.isolated.attachments.limits import FILE_BYTES
from stegvis.core.values.language import gettext
from stegvis.core.values.privacy import About
from stegvis.organisations.models import Agency
from stegvis.participants.values.attachments import (
    FILE_KIND_NAMES,
    GUARDED_NAMES,
    FileKind,
    NewFile,
)

MEGABYTE = 1024 * 1024
ACCEPTED = ".pdf,.docx,.jpg,.jpeg,.png,.txt"
LONGEST_REASON = 500


class AttachForm(forms.Form):
    file = forms.FileField(
        label=_("Fil"),
        help_text=_(
            "PDF, Word (.docx), bild (JPEG, PNG) eller ren text, högst {limit} MB. Det filen säger "
            "om vem som gjort den, när och var tas bort."
        ),
        error_messages={"required": _("Välj en fil."), "empty": _("Filen är tom.")},
        max_length=255,
        widget=forms.FileInput(attrs={"accept": ACCEPTED}),
    )
    called = forms.CharField(
        label=_("Vad den ska heta"),
        help_text=_("Lämna tomt om filens eget namn är bra."),
        max_length=100,
        required=False,
    )
    kind = forms.ChoiceField(label=_("Slag"))
    owner = forms.ChoiceField(label=_("Ansvarig"), widget=forms.RadioSelect)
    about = forms.ChoiceField(
        label=_("Uppgifterna i den"),
        help_text=_("Avgör vilka som kan läsa filen. Välj hellre den känsligare."),
        widget=forms.RadioSelect,
    )

    def __init__(
        self,
        *args: Any,
        opened: Mapping[Agency, frozenset[About]],
        too_large: int = 0,
        **kwargs: Any,
    ) -> None:
        """`too_large` is the size in bytes of what was sent and not received."""
        super().__init__(*args, **kwargs)
        self.too_large = too_large
        every = frozenset().union(*opened.values())
        guarded = [one for one in GUARDED_NAMES if one in every]
        file, kind, owner, about = (
            self.fields[name] for name in ("file", "kind", "owner", "about")
        )
        file.help_text = str(file.help_text).format(limit=FILE_BYTES // MEGABYTE)
        _choices(kind, [(one, gettext(FILE_KIND_NAMES[one])) for one in FileKind])
        _choices(owner, [(agency.pk, agency.name) for agency in opened])
        _choices(about, [(one.value, gettext(GUARDED_NAMES[one])) for one in guarded])
        about.initial = About.SENSITIVE if About.SENSITIVE in guarded else guarded[0]
        if len(opened) == 1:
            owner.widget = forms.HiddenInput()
            owner.initial = next(iter(opened)).pk

    def clean(self) -> dict[str, Any]:
        if self.too_large:
            self.errors.pop("file", None)
            sentence = gettext("Filen är {size} MB, och högst {limit} MB tas emot.")
            size, limit = -(-self.too_large // MEGABYTE), FILE_BYTES // MEGABYTE
            self.add_error("file", sentence.format(size=size, limit=limit))
        return self.cleaned_data

    def new_file(self) -> NewFile:
        told = self.cleaned_data
        return NewFile(
            content=told["file"].read(),
            name=told["file"].name or "",
            kind=FileKind(told["kind"]),
            owner=UUID(told["owner"]),
            about=About(told["about"]),
            called=told["called"],
        )


class RemovalForm(forms.Form):
    why = forms.CharField(
        label=_("Varför tas filen bort?"),
        help_text=_("Sparas tillsammans med ditt namn. Innehållet går inte att få tillbaka."),
        max_length=LONGEST_REASON,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


def _choices(field: forms.Field, choices: list[tuple[Any, str]]) -> None:
    if isinstance(field, forms.ChoiceField):
        field.choices = choices
