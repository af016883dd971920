"""Where a definition is being changed: which programme, whose copy, and the addresses around it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from stegvis.core.actions.pages import viewer_of
from stegvis.core.values.language import gettext as _
from stegvis.core.values.refusals import Fault, Refused
from stegvis.core.values.viewers import Viewer
from stegvis.programmes.actions.working_copies import forget_copy, keep_copy
from stegvis.programmes.files.definition import Reading, read_definition_text
from stegvis.programmes.policies.changes import check_can_define
from stegvis.programmes.queries.definitions import decided, definition_of
from stegvis.programmes.queries.programmes import Programme, programme_of
from stegvis.programmes.queries.versions import version_numbered
from stegvis.programmes.queries.working_copies import copy_of, new_copy_of
from stegvis.programmes.values.definition import Definition
from stegvis.programmes.values.working_copy import WorkingCopy
from stegvis.results.calculations.examples import check_examples
from stegvis.web.programmes.presenters import programme_head


@dataclass(frozen=True)
class Workplace:
    """`programme` is None while a new one is described."""

    viewer: Viewer
    programme: Programme | None
    copy: WorkingCopy

    @property
    def programme_id(self) -> UUID | None:
        return self.programme.pk if self.programme else None

    def address(self, page: str = "change", **more: str) -> str:
        if self.programme is None:
            return reverse(f"new_{page}", kwargs=more)
        return reverse(page, kwargs={"programme_id": self.programme.pk, **more})

    @property
    def leaving(self) -> str:
        """Where one comes who stops changing."""
        if self.programme is None:
            return reverse("programmes")
        return reverse("programme", args=[self.programme.pk])

    @property
    def title(self) -> str:
        return _("Ny insats") if self.programme is None else _("Ändra insatsen")

    def before(self) -> Definition | None:
        """The version that was changed."""
        if self.programme is None:
            return None
        return definition_of(version_numbered(self.programme, self.copy.started_from))

    def read(self) -> tuple[Reading | None, Refused | None]:
        """What the copy says, or everything that is wrong with it."""
        try:
            return read(self.copy.text), None
        except Refused as refused:
            return None, refused

    def keep(self, text: str) -> "Workplace":
        copy = self.copy.saying(text)
        keep_copy(copy, programme=self.programme_id, viewer=self.viewer)
        return replace(self, copy=copy)

    def keep_from(self, number: int) -> None:
        """Go on from another version, with the same text."""
        copy = replace(self.copy, started_from=number)
        keep_copy(copy, programme=self.programme_id, viewer=self.viewer)

    def forget(self) -> None:
        forget_copy(programme=self.programme_id, viewer=self.viewer)


def workplace(request: HttpRequest, programme_id: UUID | None) -> Workplace:
    """404 for what one may not change, as for what is not there."""
    viewer = viewer_of(request)
    if programme_id is None:
        copy = new_copy_of(viewer)
        if copy is None:
            raise Http404
        programme = None
    else:
        programme = programme_of(viewer, programme_id)
        copy = copy_of(programme, viewer)
    try:
        check_can_define(copy.association, viewer)
    except Refused as refused:
        raise Http404 from refused
    return Workplace(viewer, programme, copy)


def read(text: str) -> Reading:
    return read_definition_text(text, name=_("Definitionen"))


def read_with_examples(text: str) -> Reading:
    """As `read`, and refused when a worked example does not come out as it says."""
    reading = read(text)
    wrong: list[Fault] = list(check_examples(reading.definition))
    if wrong:
        raise Refused(_("Definitionen har räkneexempel som inte stämmer."), wrong)
    return reading


def shown(
    request: HttpRequest, place: Workplace, template: str, context: Mapping[str, object]
) -> HttpResponse:
    """A page of the change, in the frame of its programme or of none."""
    head = None
    if place.programme is not None:
        now = decided(place.programme)
        head = programme_head(place.programme, now, "programme", on=place.viewer.on)
    frame = "programmes/programme.html" if head else "programmes/frame.html"
    around = {
        "head": head,
        "frame": frame,
        "place": place,
        "hub": place.address(),
        "text_page": place.address("change_text"),
    }
    return render(request, template, {**around, **context})


def to_hub(place: Workplace) -> HttpResponse:
    return redirect(place.address())
