"""What a participant asks for."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from stegvis.core.values.language import gettext
from stegvis.participants.values.wishes import WISH_NAMES, WishKind


class WishForm(forms.Form):
    kind = forms.ChoiceField(label=_("Vad gäller det?"), widget=forms.RadioSelect)
    text = forms.CharField(
        label=_("Berätta vad du vill"),
        help_text=_("Till exempel vem som inte ska få läsa om dig. Din handläggare svarar här."),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 5}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kind = self.fields["kind"]
        if isinstance(kind, forms.ChoiceField):
            kind.choices = [(one.value, gettext(WISH_NAMES[one])) for one in WishKind]

    @property
    def chosen(self) -> WishKind:
        return WishKind(self.cleaned_data["kind"])
