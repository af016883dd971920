"""Joiner and mover: roles are granted, exchanged and ended, each from a day."""

from datetime import date, timedelta
from uuid import UUID

from django.db import transaction

from stegvis.core.values.language import gettext as _
from stegvis.core.values.refusals import Refused
from stegvis.core.values.viewers import Viewer
from stegvis.organisations.actions.acts import note
from stegvis.organisations.actions.two_steps import decide, prepare
from stegvis.organisations.models import GrantRequest, Membership, TwoStep, Unit, User
from stegvis.organisations.policies.administration import check_administers
from stegvis.organisations.policies.grants import (
    check_can_grant,
    check_can_hold,
    check_not_oneself,
    check_not_prolonged,
    check_somebody_is_left,
    needs_two,
)
from stegvis.organisations.values.acts import ActKind, Told
from stegvis.organisations.values.grants import Grant, Matter
from stegvis.organisations.values.roles import Permission
from stegvis.organisations.values.two_steps import Outcome

GRANT = "grant"
"""The kind of a two-step matter whose subject is a request for a role."""


def grant(
    new: Grant, *, viewer: Viewer, why: str = "", instead_of: UUID | None = None
) -> Membership | TwoStep:
    """The membership; or the matter that waits for a second person, who has to be told `why`.

    `instead_of` is the membership that ends when the new one begins: so somebody moves.
    """
    with transaction.atomic():
        _lock(new.user)
        check_can_grant(new, viewer=viewer, instead_of=instead_of)
        replaced = _membership(instead_of, viewer) if instead_of else None
        if replaced and replaced.user_id != new.user:
            raise Refused(_("Den rollen är någon annans."))
        if needs_two(new.role):
            return _ask(new, viewer=viewer, why=why, replaced=replaced)
        return _give(new, by=viewer.user, replaced=replaced)


def decide_grant(
    two_step: UUID, *, viewer: Viewer, outcome: Outcome, why: str = ""
) -> Membership | None:
    """By another administrator or the association's manager, never by whom it is about."""
    matter = TwoStep.objects.get(pk=two_step, kind=GRANT)
    if viewer.user is None or not viewer.may(Permission.DECIDE_GRANTS, matter.association_id):
        raise Refused(_("En annan administratör eller förbundschefen avgör det här."))
    asked = GrantRequest.objects.get(pk=matter.subject)
    check_not_oneself(asked.user_id, viewer)
    with transaction.atomic():
        decide(matter.pk, by=viewer.user, outcome=outcome, why=why)
        if outcome != Outcome.APPROVED:
            return None
        _lock(asked.user_id)
        new = _grant_of(asked, earliest=viewer.on)
        check_can_hold(new, on=viewer.on, instead_of=asked.replaces_id)
        return _give(new, by=viewer.user, replaced=asked.replaces)


def end(membership: UUID, *, viewer: Viewer, last_day: date | None = None) -> None:
    """From the next request on, or after a last day that is still to come."""
    with transaction.atomic():
        found = _membership(membership, viewer)
        check_not_oneself(found.user_id, viewer)
        ends_on = max(last_day + timedelta(days=1) if last_day else viewer.on, viewer.on)
        check_not_prolonged(found, ends_on)
        check_somebody_is_left(found, viewer.on)
        end_on(found, ends_on, by=viewer.user)


def end_on(membership: Membership, ends_on: date, *, by: UUID | None) -> None:
    """One that has not begun never will: it ends the day it was to begin."""
    membership.ends_on = max(ends_on, membership.starts_on)
    membership.save(update_fields=["ends_on"])
    told = Told(membership.role, day=membership.ends_on - timedelta(days=1))
    where = membership.association_id
    note(ActKind.ENDED, association=where, by=by, user=membership.user_id, told=told)


def _give(new: Grant, *, by: UUID | None, replaced: Membership | None) -> Membership:
    if replaced and (replaced.ends_on is None or replaced.ends_on > new.starts_on):
        check_somebody_is_left(replaced, new.starts_on)
        end_on(replaced, new.starts_on, by=by)
    made = Membership.objects.create(
        user_id=new.user,
        association_id=new.association,
        unit_id=new.unit,
        role=new.role,
        starts_on=new.starts_on,
    )
    note(ActKind.GRANTED, association=new.association, by=by, user=new.user, told=_told(new))
    return made


def _ask(new: Grant, *, viewer: Viewer, why: str, replaced: Membership | None) -> TwoStep:
    if viewer.user is None:
        raise Refused(_("Någon måste föreslå rollen."))
    waiting = TwoStep.objects.filter(kind=GRANT, outcome="").values("subject")
    same = GrantRequest.objects.filter(user=new.user, role=new.role, association=new.association)
    if same.filter(pk__in=waiting).exists():
        raise Refused(_("Det väntar redan på ett beslut av någon annan."))
    asked = GrantRequest.objects.create(
        user_id=new.user,
        association_id=new.association,
        unit_id=new.unit,
        role=new.role,
        starts_on=new.starts_on,
        replaces=replaced,
    )
    note(ActKind.ASKED, association=new.association, by=viewer.user, user=new.user, told=_told(new))
    return prepare(Matter(GRANT, asked.pk, new.association), by=viewer.user, why=why)


def _grant_of(asked: GrantRequest, *, earliest: date) -> Grant:
    starts_on = max(asked.starts_on, earliest)
    return Grant(asked.user_id, asked.association_id, asked.role, asked.unit_id, starts_on)


def _told(new: Grant) -> Told:
    unit = Unit.objects.filter(pk=new.unit).first() if new.unit else None
    return Told(new.role, unit.name if unit else "", new.starts_on)


def _membership(key: UUID, viewer: Viewer) -> Membership:
    """Locked, and one of staff in an association where the viewer administers; or none at all."""
    found: Membership = (
        Membership.objects.of_staff().lasting(viewer.on).select_for_update().get(pk=key)
    )
    check_administers(viewer, found.association_id)
    return found


def _lock(user: UUID) -> User:
    return User.objects.select_for_update().get(pk=user)
