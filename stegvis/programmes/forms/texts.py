"""A definition as one whole text, written here or read from a file."""

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from stegvis.programmes.files.toml_text import LARGEST_FILE, not_utf8

TOO_LARGE = _("Texten är för stor för en definition.")


class DefinitionTextForm(forms.Form):
    text = forms.CharField(
        label=_("Definitionen som TOML"),
        strip=False,
        widget=forms.Textarea(
            attrs={"rows": 32, "spellcheck": "false", "autocomplete": "off", "wrap": "off"}
        ),
    )

    def clean_text(self) -> str:
        """Browsers send the ends of lines in their own way."""
        text = str(self.cleaned_data["text"]).replace("\r\n", "\n")
        if len(text.encode()) > LARGEST_FILE:
            raise forms.ValidationError(TOO_LARGE)
        return text


class DefinitionFileForm(forms.Form):
    file = forms.FileField(
        label=_("En TOML-fil"),
        help_text=_(
            "Den ersätter texten här. Inget sparas som version förrän du har granskat det."
        ),
        widget=forms.FileInput(attrs={"accept": ".toml"}),
    )

    def clean_file(self) -> str:
        """The text of the file."""
        sent: UploadedFile = self.cleaned_data["file"]
        if (sent.size or 0) > LARGEST_FILE:
            raise forms.ValidationError(TOO_LARGE)
        content: Any = sent.read()
        try:
            return str(content.decode("utf-8-sig")).replace("\r\n", "\n")
        except UnicodeDecodeError as error:
            name = str(sent.name)
            raise forms.ValidationError(not_utf8(name, content, error.start)) from None
