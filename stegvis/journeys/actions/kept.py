"""Rows of a journey changed in place: what stood before is kept, with who and when."""

import json
from typing import Any, TypeVar
from uuid import UUID

from django.core.serializers.json import DjangoJSONEncoder
from django.db.models import Model

from stegvis.core.actions.versions import ChangedMeanwhileError
from stegvis.core.values.language import gettext as _
from stegvis.core.values.refusals import Refused
from stegvis.core.values.viewers import Viewer
from stegvis.journeys.models import Earlier, Enrolment, Income, Plan
from stegvis.journeys.values.journeys import Kind
from stegvis.organisations.values.roles import Permission
from stegvis.participants.models.personal import PersonalModel

Row = TypeVar("Row", bound=PersonalModel)

KIND_OF: dict[type[Model], Kind] = {
    Enrolment: Kind.ENROLMENT,
    Plan: Kind.PLAN,
    Income: Kind.INCOME,
}
KEPT = {
    Kind.ENROLMENT: (
        "enrolled_on",
        "referral_source",
        "education",
        "exited_on",
        "exit_reason",
        "completed",
        "destination",
        "doubts",
        "decided_by",
        "decided_why",
    ),
    Kind.PLAN: ("plan_kind", "established_on", "accepted"),
    Kind.INCOME: ("moment", "income", "known_on"),
}


def to_change(model: type[Row], viewer: Viewer, row_id: UUID, version: int) -> Row:
    """Locked, the viewer's own agency's, and as the viewer last saw it."""
    rows: Any = model._default_manager  # noqa: SLF001 - the public name is not known to all types
    seen = rows.visible_to(viewer)
    _check_own(seen.get(pk=row_id), viewer)  # what is let in is read, and cannot be locked
    row: Row = seen.select_for_update(of=("self",)).get(pk=row_id)
    if row.version != version:
        raise ChangedMeanwhileError
    return row


def change(row: PersonalModel, by: UUID | None, **fields: object) -> bool:
    """Whether anything was different."""
    if all(getattr(row, name) == value for name, value in fields.items()):
        return False
    _keep(row, by)
    for name, value in fields.items():
        setattr(row, name, value)
    row.version += 1
    row.save(update_fields=[*fields, "version"])
    return True


def take_away(row: PersonalModel, by: UUID | None) -> None:
    _keep(row, by, removed=True)
    row.delete()


def _keep(row: PersonalModel, by: UUID | None, *, removed: bool = False) -> None:
    kind = KIND_OF[type(row)]
    stood = {name: getattr(row, name) for name in KEPT[kind]}
    Earlier.objects.create(
        person_id=row.person_id,
        owner_id=row.owner_id,
        about=row.about,
        kind=kind,
        row=row.pk,
        of_version=row.version,
        stood=json.dumps(stood, cls=DjangoJSONEncoder, ensure_ascii=False),
        removed=removed,
        recorded_by=by,
    )


def _check_own(row: PersonalModel, viewer: Viewer) -> None:
    """What another agency answers for can be read here, and is put right there."""
    mine = {one.agency for one in viewer.standings if Permission.RECORD in one.permissions}
    if row.owner_id not in mine:
        raise Refused(_("Uppgiften hör till en annan part. Be dem rätta den."))
