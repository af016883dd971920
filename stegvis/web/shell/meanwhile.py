"""Two have written in the same form: both texts, and nothing that was entered is lost."""

from dataclasses import dataclass
from typing import Any

from django.forms import BoundField
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from stegvis.core.forms.versioned import VersionedForm
from stegvis.core.values.language import gettext as _

CHANGED_MEANWHILE = 409  # HTTP: in conflict with what is there now


@dataclass(frozen=True)
class Differing:
    label: str
    theirs: str
    mine: str


def written_meanwhile(
    request: HttpRequest, form: VersionedForm, now: Any, *, template: str = "shell/meanwhile.html"
) -> HttpResponse:
    """`now` is the row as it stands; the form is shown again, made from that, with what I wrote."""
    theirs = form.values_of(now)
    again = request.POST.copy()
    again[form.add_prefix(form.version_field)] = str(theirs[form.version_field])
    differing = [one for one in _compared(form, theirs) if one.theirs != one.mine]
    form.data = again
    context = {"form": form, "differing": differing}
    return render(request, template, context, status=CHANGED_MEANWHILE)


def _compared(form: VersionedForm, theirs: dict[str, Any]) -> list[Differing]:
    return [
        Differing(str(bound.label), _said(bound, theirs.get(bound.name)), _said(bound, mine))
        for bound, mine in ((form[name], value) for name, value in form.values.items())
    ]


def _said(bound: BoundField, value: Any) -> str:
    if isinstance(value, bool):
        return _("Ja") if value else _("Nej")
    if value in (None, "", []):
        return _("(tomt)")
    names = {str(key): str(name) for key, name in getattr(bound.field, "choices", ())}
    each = value if isinstance(value, list | tuple) else [value]
    return ", ".join(names.get(str(one), str(one)) for one in each)
