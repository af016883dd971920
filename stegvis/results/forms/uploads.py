"""Files that somebody sends."""

from typing import Any

from django import forms
from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from stegvis.core.values.language import gettext
from stegvis.results.actions.deliveries import ReceivedFile

MEGABYTE = 1024 * 1024
ACCEPTED = ".xlsx,.csv,.parquet"
ENCODINGS = (
    ("", _("UTF-8, som är vanligast")),
    ("cp1252", _("Windows-1252, från äldre Excel")),
    ("utf-16", _("UTF-16, Unicode-text från Excel")),
)


class SeveralFiles(forms.ClearableFileInput):
    allow_multiple_selected = True


class FilesField(forms.FileField):
    """One or more files: each is cleaned as Django cleans one."""

    widget = SeveralFiles

    def clean(self, data: Any, initial: Any = None) -> list[UploadedFile]:
        given = data if isinstance(data, list | tuple) else [data]
        return [super(FilesField, self).clean(one, initial) for one in given or [None]]


class UploadForm(forms.Form):
    sent = FilesField(
        label=_("Fil eller filer"),
        help_text=_(
            "En arbetsbok (.xlsx), en CSV- eller Parquet-fil, eller flera CSV-filer, en för varje "
            "tabell. Högst {limit} MB."
        ),
        error_messages={
            "required": _("Välj en fil."),
            "empty": _("Filen är tom. Välj en fil med innehåll."),
        },
    )
    encoding = forms.ChoiceField(
        label=_("Teckenkodning i CSV-filer"),
        choices=ENCODINGS,
        required=False,
        help_text=_("Ändra bara om å, ä och ö blir fel."),
    )

    def __init__(self, *args: Any, too_large: int = 0, **kwargs: Any) -> None:
        """`too_large` is the size in bytes of what was sent and not received."""
        super().__init__(*args, **kwargs)
        self.too_large = too_large
        field = self.fields["sent"]
        field.help_text = str(field.help_text).format(limit=largest_megabytes())
        field.widget.attrs["accept"] = ACCEPTED

    def clean(self) -> dict[str, Any]:
        if self.too_large:
            self.errors.pop("sent", None)
            self.add_error("sent", too_large_sentence(self.too_large))
        return self.cleaned_data

    def received(self) -> list[ReceivedFile]:
        return [
            ReceivedFile(file.name or "", file.content_type or "", file.read())
            for file in self.cleaned_data["sent"]
        ]


def largest_megabytes() -> int:
    return int(settings.STEGVIS_LARGEST_UPLOAD_BYTES) // MEGABYTE


def too_large_sentence(size: int) -> str:
    sentence = gettext(
        "Det du skickade är {size} MB, och högst {limit} MB tas emot. "
        "Dela upp det, eller spara tabellerna som Parquet."
    )
    return sentence.format(size=-(-size // MEGABYTE), limit=largest_megabytes())
