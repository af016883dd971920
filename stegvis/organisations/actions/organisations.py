"""Agencies, units and agreements are written in and changed; nothing of it is taken away."""

from dataclasses import asdict
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db import transaction

from stegvis.core.values.language import gettext as _
from stegvis.core.values.refusals import Refused
from stegvis.core.values.viewers import Viewer
from stegvis.organisations.actions.acts import note
from stegvis.organisations.models import Agency, Association, RoleLevel, Unit
from stegvis.organisations.policies.administration import check_administers, check_can_end
from stegvis.organisations.values.acts import ActKind, Told
from stegvis.organisations.values.changes import AgencySaid, Agreements, LevelSaid, UnitSaid
from stegvis.organisations.values.levels import HIGHEST
from stegvis.organisations.values.roles import ROLE_OF


def add_agency(association: UUID, said: AgencySaid, *, viewer: Viewer) -> Agency:
    return _save_agency(Agency(association_id=association), said, viewer)


def change_agency(agency: Agency, said: AgencySaid, *, viewer: Viewer) -> Agency:
    return _save_agency(agency, said, viewer)


def add_unit(agency: Agency, said: UnitSaid, *, viewer: Viewer) -> Unit:
    return _save_unit(Unit(agency=agency), said, viewer)


def change_unit(unit: Unit, said: UnitSaid, *, viewer: Viewer) -> Unit:
    return _save_unit(unit, said, viewer)


def say_agreements(association: UUID, said: Agreements, *, viewer: Viewer) -> None:
    with transaction.atomic():
        check_administers(viewer, association)
        Association.objects.filter(pk=association).update(**asdict(said))
        days = (day.isoformat() if day else "–" for day in asdict(said).values())
        told = Told(what=", ".join(days))
        note(ActKind.AGREEMENTS, association=association, by=viewer.user, told=told)


def say_level(said: LevelSaid, *, viewer: Viewer) -> None:
    """How sure a sign-in a role asks for here; it holds from the next request."""
    with transaction.atomic():
        check_administers(viewer, said.association)
        if said.role not in ROLE_OF or (said.level or 0) not in range(HIGHEST + 1):
            raise Refused(_("Välj en roll och en nivå 0–3."))
        key: dict[str, Any] = {"association_id": said.association, "role": said.role}
        if said.level is None:
            RoleLevel.objects.filter(**key).delete()
        else:
            RoleLevel.objects.update_or_create(**key, defaults={"level": said.level})
        told = Told(said.role, "–" if said.level is None else str(said.level))
        note(ActKind.LEVEL, association=said.association, by=viewer.user, told=told)


def _save_agency(agency: Agency, said: AgencySaid, viewer: Viewer) -> Agency:
    with transaction.atomic():
        check_administers(viewer, agency.association_id)
        same = Agency.objects.filter(association=agency.association_id, name__iexact=said.name)
        if same.exclude(pk=agency.pk).exists():
            raise Refused(_("Det finns redan en med det namnet."))
        agency.name, agency.kind, agency.records = said.name, said.kind, said.records
        _end(agency, said.last_day)
        agency.save()
        told = Told(what=said.name, day=said.last_day)
        note(ActKind.AGENCY, association=agency.association_id, by=viewer.user, told=told)
    return agency


def _save_unit(unit: Unit, said: UnitSaid, viewer: Viewer) -> Unit:
    association = unit.agency.association_id
    with transaction.atomic():
        check_administers(viewer, association)
        same = Unit.objects.filter(agency=unit.agency, name__iexact=said.name)
        if same.exclude(pk=unit.pk).exists():
            raise Refused(_("Det finns redan en enhet med det namnet."))
        unit.name = said.name
        _end(unit, said.last_day)
        unit.save()
        told = Told(what=f"{unit.agency.name}: {said.name}", day=said.last_day)
        note(ActKind.UNIT, association=association, by=viewer.user, told=told)
    return unit


def _end(place: Agency | Unit, last_day: date | None) -> None:
    if last_day is not None:
        check_can_end(place, last_day)
    place.ends_on = last_day + timedelta(days=1) if last_day else None
