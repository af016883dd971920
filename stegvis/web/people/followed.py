"""What is recorded along a person's way, again and again: plans, and what they lived on."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse

from stegvis.core.actions.pages import page, viewer_of
from stegvis.core.values.language import gettext as _
from stegvis.core.values.language import gettext_noop as N_
from stegvis.core.values.viewers import MayAnywhere, Viewer
from stegvis.journeys.actions import followed
from stegvis.journeys.forms.recording import FollowedForm, IncomeForm, PlanForm
from stegvis.journeys.queries.journeys import income_of, journey_of, plan_of
from stegvis.organisations.values.roles import Permission
from stegvis.participants.queries.persons import Person, person_of
from stegvis.programmes.queries.definitions import decided
from stegvis.web.people.recorded import Recording, Removal, answered
from stegvis.web.shell.sending import BOTH, sent

RECORDS = MayAnywhere(Permission.RECORD)


@dataclass(frozen=True)
class Kind:
    """`new` and `known` are the titles of its pages, `removal` the second button."""

    told: type[followed.Told]
    form: type[FollowedForm]
    find: Callable[[Viewer, Person, UUID], Any]
    new: str
    known: str
    removal: str


PLANS = Kind(followed.Planned, PlanForm, plan_of, N_("Ny plan"), N_("Planen"), N_("Ta bort planen"))
INCOMES = Kind(
    followed.LivedOn,
    IncomeForm,
    income_of,
    N_("Försörjning"),
    N_("Försörjning"),
    N_("Ta bort uppgiften"),
)


def adding(kind: Kind) -> Callable[..., HttpResponse]:
    @page(allow=RECORDS, methods=BOTH)
    def new(request: HttpRequest, person_id: UUID, enrolment_id: UUID) -> HttpResponse:
        viewer = viewer_of(request)
        person = person_of(viewer, person_id, Permission.RECORD)
        journey = journey_of(viewer, person, enrolment_id)
        form = kind.form(sent(request), definition=journey.definition)

        def save() -> object:
            return followed.record(journey.enrolment.pk, form.told, viewer=viewer)

        lead = journey.enrolment.programme.name
        return answered(request, Recording(person, form, _(kind.new), save, lead=lead))

    return new  # type: ignore[no-any-return] # as declared


def changing(kind: Kind) -> Callable[..., HttpResponse]:
    @page(allow=RECORDS, methods=BOTH)
    def known(request: HttpRequest, person_id: UUID, row_id: UUID) -> HttpResponse:
        viewer = viewer_of(request)
        person = person_of(viewer, person_id, Permission.RECORD)
        now = partial(kind.find, viewer, person, row_id)
        row = now()
        definition = decided(row.enrolment.programme).definition
        form = kind.form(sent(request), row=row, definition=definition)

        def save() -> object:
            return followed.correct(row.pk, form.told, version=form.version, viewer=viewer)

        def remove(version: int) -> None:
            followed.remove(kind.told, row.pk, version=version, viewer=viewer)

        removal = Removal(_(kind.removal), remove)
        return answered(request, Recording(person, form, _(kind.known), save, now, removal))

    return known  # type: ignore[no-any-return] # as declared
