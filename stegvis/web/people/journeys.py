"""How a person comes into a programme and leaves it: small forms, one thing each."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from stegvis.core.actions.pages import page, viewer_of
from stegvis.core.values.language import gettext as _
from stegvis.core.values.viewers import MayAnywhere, Viewer
from stegvis.journeys.actions import enrolments
from stegvis.journeys.forms.recording import EnrolmentForm, ExitForm
from stegvis.journeys.queries.journeys import Journey, journey_of
from stegvis.journeys.queries.recording import why_not_record
from stegvis.organisations.values.roles import Permission
from stegvis.participants.queries.persons import Person, person_of
from stegvis.programmes.queries.definitions import decided
from stegvis.programmes.queries.programmes import Programme
from stegvis.results.queries.sources import programmes_to_record_in
from stegvis.web.people.presenters import person_head
from stegvis.web.people.recorded import Recording, Removal, answered
from stegvis.web.shell.sending import BOTH, sent

RECORDS = MayAnywhere(Permission.RECORD)


@page(allow=RECORDS, methods=BOTH)
def new_enrolment(request: HttpRequest, person_id: UUID) -> HttpResponse:
    """Which programme, where there are several; then the day and how they came."""
    viewer = viewer_of(request)
    person = person_of(viewer, person_id, Permission.RECORD)
    refusal = why_not_record(viewer, person)
    offered = [] if refusal else programmes_to_record_in(viewer, person.association_id)
    programme = None if refusal else _chosen(request, offered)
    if programme is None:
        context = {"head": person_head(person), "programmes": offered, "refusal": refusal}
        return render(request, "people/which_programme.html", context)
    form = EnrolmentForm(sent(request), definition=decided(programme).definition)

    def save() -> object:
        decision = form.decision
        return enrolments.enrol(person, programme, form.coming, viewer=viewer, decision=decision)

    asked = Recording(person, form, _("Skriv in i insatsen"), save, lead=programme.name)
    return answered(request, asked)


@page(allow=RECORDS, methods=BOTH)
def change_enrolment(request: HttpRequest, person_id: UUID, enrolment_id: UUID) -> HttpResponse:
    viewer, person, journey = _found(request, person_id, enrolment_id)
    row = journey.enrolment
    form = EnrolmentForm(sent(request), row=row, definition=journey.definition)

    def save() -> object:
        return enrolments.change_enrolment(
            row.pk, form.coming, version=form.version, viewer=viewer, decision=form.decision
        )

    def now() -> object:
        return journey_of(viewer, person, enrolment_id).enrolment

    lead = row.programme.name
    return answered(
        request, Recording(person, form, _("Ändra inskrivningen"), save, now, lead=lead)
    )


@page(allow=RECORDS, methods=BOTH)
def exit_enrolment(request: HttpRequest, person_id: UUID, enrolment_id: UUID) -> HttpResponse:
    """Also puts an exit right, or takes back one that never was."""
    viewer, person, journey = _found(request, person_id, enrolment_id)
    row = journey.enrolment
    form = ExitForm(sent(request), row=row, definition=journey.definition)

    def save() -> object:
        return enrolments.leave(row.pk, form.leaving, version=form.version, viewer=viewer)

    def stay(version: int) -> object:
        return enrolments.stay(row.pk, version=version, viewer=viewer)

    def now() -> object:
        return journey_of(viewer, person, enrolment_id).enrolment

    removal = Removal(_("Ta bort avslutet"), stay) if row.has_left else None
    lead = row.programme.name
    return answered(request, Recording(person, form, _("Avslut"), save, now, removal, lead))


def _found(
    request: HttpRequest, person_id: UUID, enrolment_id: UUID
) -> tuple[Viewer, Person, Journey]:
    viewer = viewer_of(request)
    person = person_of(viewer, person_id, Permission.RECORD)
    return viewer, person, journey_of(viewer, person, enrolment_id)


def _chosen(request: HttpRequest, offered: list[Programme]) -> Programme | None:
    """The one that is asked for, or the only one there is."""
    asked = request.GET.get("insats", "")
    if not asked:
        return offered[0] if len(offered) == 1 else None
    found = next((one for one in offered if str(one.pk) == asked), None)
    if found is None:
        raise Http404
    return found
