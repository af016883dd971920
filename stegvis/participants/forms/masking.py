"""What is let out of a public document, and what is masked in it."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from stegvis.participants.forms.consents import several
from stegvis.participants.values.disclosures import NAME, Item
from stegvis.participants.values.masking import Masking, can_be_masked

LONGEST_GROUND = 300  # as a disclosure keeps it


class MaskingForm(forms.Form):
    """Files that cannot be masked are chosen from the beginning: none is left out in silence."""

    what = several(_("Vad ska vara med?"), [])
    whole = several(_("Vad ska maskas helt?"), [])
    words = forms.CharField(
        label=_("Ord och meningar som ska maskas var de än står"),
        help_text=_("En på varje rad, så som de står i handlingen."),
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    ground = forms.CharField(
        label=_("Med stöd av"),
        help_text=_("Paragrafen, till exempel 26 kap. 1 § OSL. Den står i kopian."),
        max_length=LONGEST_GROUND,
    )
    why = forms.CharField(
        label=_("Hur du har prövat begäran"),
        help_text=_("Står hos er, inte i kopian."),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    outside = forms.CharField(
        label=_("Vem som har begärt handlingen"),
        help_text=_("Bara om det behövs för prövningen: den som begär får vara anonym."),
        max_length=300,
        required=False,
    )

    def __init__(self, *args: Any, items: Iterable[Item], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offered = list(items)
        named = [(one.code, _named(one)) for one in offered]
        self._choose("what", [one for one in named if one[0] != NAME])
        self._choose("whole", [(one.code, f"{one.label}: {one.value}") for one in offered])
        self.initial["what"] = [one.code for one in offered if not can_be_masked(one)]

    def _choose(self, name: str, choices: list[tuple[str, str]]) -> None:
        field: Any = self.fields[name]
        field.choices = choices

    def said(self) -> Masking:
        given = self.cleaned_data
        lines = (line.strip() for line in given["words"].splitlines())
        return Masking(
            what=tuple(given["what"]),
            whole=frozenset(given["whole"]),
            words=tuple(line for line in lines if line),
            ground=given["ground"].strip(),
            why=given["why"].strip(),
            outside=given["outside"].strip(),
        )


def _named(one: Item) -> str:
    if can_be_masked(one):
        return f"{one.label}: {one.value}"
    sentence = _("{label}: {name} (kan inte maskas; kopian säger att den är utelämnad)")
    return str(sentence).format(label=one.label, name=one.value)
