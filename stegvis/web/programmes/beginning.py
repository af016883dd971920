"""A programme that is not there yet: begun from a few answers, or from a file."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from stegvis.core.actions.pages import page, viewer_of
from stegvis.core.values.viewers import Viewer
from stegvis.programmes.actions.working_copies import keep_copy
from stegvis.programmes.files.toml_writing import toml_of
from stegvis.programmes.forms.beginning import BeginningFileForm, BeginningForm
from stegvis.programmes.queries.associations import definable_by, slugs_taken
from stegvis.programmes.queries.working_copies import new_copy_of
from stegvis.programmes.values.working_copy import WorkingCopy
from stegvis.web.programmes.changing import BOTH, MAY_DEFINE
from stegvis.web.programmes.texts import UPLOAD


@page(allow=MAY_DEFINE, methods=BOTH)
def new_programme(request: HttpRequest) -> HttpResponse:
    viewer = viewer_of(request)
    associations = definable_by(viewer)
    form = BeginningForm(associations=associations)
    file = BeginningFileForm(associations=associations)
    if request.method == "POST" and request.POST.get("do") == UPLOAD:
        file = BeginningFileForm(request.POST, request.FILES, associations=associations)
        if file.is_valid():
            return _begun(viewer, file.cleaned_data["file"], file, "new_change_text")
    elif request.method == "POST":
        form = BeginningForm(request.POST, associations=associations)
        if form.is_valid():
            text = toml_of(form.values(slugs_taken(form.association)))
            return _begun(viewer, text, form, "new_change")
    context = {"form": form, "file": file, "begun": new_copy_of(viewer)}
    return render(request, "programmes/new.html", context)


def _begun(
    viewer: Viewer, text: str, form: BeginningForm | BeginningFileForm, onwards: str
) -> HttpResponse:
    keep_copy(WorkingCopy(text, form.association), programme=None, viewer=viewer)
    return redirect(onwards)
