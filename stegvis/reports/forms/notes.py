"""A note saved from any page to a heading of a report."""

from typing import Any
from uuid import UUID

from django import forms
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext_lazy as _

from stegvis.reports.forms.plain import plain
from stegvis.reports.values.headings_to_choose import ReportToChoose
from stegvis.reports.values.texts import Place
from stegvis.reports.values.writing import NewNote

LONGEST_NOTE = 2_000  # signs
LONGEST_SAID = 2_000


class NoteForm(forms.Form):
    """`where` is `report/heading`; the hidden fields are what the page said."""

    where = forms.ChoiceField(label=_("Rapport och rubrik"))
    text = forms.CharField(
        label=_("Din anteckning"),
        required=False,
        max_length=LONGEST_NOTE,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    source = forms.CharField(max_length=300, widget=forms.HiddenInput)
    address = forms.CharField(max_length=500, required=False, widget=forms.HiddenInput)
    figure = forms.CharField(max_length=200, required=False, widget=forms.HiddenInput)
    said = forms.CharField(max_length=LONGEST_SAID, required=False, widget=forms.HiddenInput)
    cut_off = forms.DateField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, reports: list[ReportToChoose], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        where: Any = self.fields["where"]
        where.choices = [
            (one.name, [(f"{one.id}/{heading}", words) for heading, words in one.headings])
            for one in reports
        ]

    def clean_text(self) -> str:
        return plain(self.cleaned_data["text"])

    def clean_said(self) -> str:
        return plain(self.cleaned_data["said"])

    def clean_address(self) -> str:
        """A page of ours: others are to follow it."""
        address: str = self.cleaned_data["address"]
        is_ours = address.startswith("/") and url_has_allowed_host_and_scheme(address, None)
        if address and not is_ours:
            raise forms.ValidationError(_("Anteckningen kan bara leda till en sida i Stegvis."))
        return address

    def report_id(self) -> UUID:
        return UUID(self._where()[0])

    def new_note(self) -> NewNote:
        given = {name: value for name, value in self.cleaned_data.items() if name != "where"}
        return NewNote(place=Place(self._where()[1]), **given)

    def _where(self) -> tuple[str, str]:
        report, _slash, heading = self.cleaned_data["where"].partition("/")
        return report, heading
