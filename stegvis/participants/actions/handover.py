"""A unit head hands over the cases of somebody who leaves: nothing in between is lost."""

from datetime import date
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db import transaction

from stegvis.core.actions import row_security
from stegvis.core.values.language import gettext as _
from stegvis.core.values.privacy import IDENTITY
from stegvis.core.values.refusals import Refused
from stegvis.core.values.sightings import Action, did
from stegvis.core.values.viewers import Viewer
from stegvis.organisations.models import Membership
from stegvis.organisations.queries.heads import Leaver
from stegvis.participants.actions.involvements import end_rows, involve
from stegvis.participants.models import Involvement, LinkRequest, Person
from stegvis.participants.policies.handover import (
    check_day,
    check_may_be_let_in,
    check_not_shut_out,
    check_not_to_oneself,
    check_somebody_has,
)
from stegvis.participants.policies.involvements import check_can_take_over
from stegvis.participants.queries.giving import shut_to
from stegvis.participants.queries.handover import cases_of, left_by
from stegvis.participants.queries.unheard import unheard_question_of
from stegvis.participants.values.handover import NAMES_SHOWN, NOT_ANOTHERS, Case, HandOver
from stegvis.participants.values.involving import NewInvolvement
from stegvis.participants.values.reasons import Reason

if TYPE_CHECKING:
    from stegvis.participants.models.involvements import DecidingQuerySet

HANDED_OVER = "handed_over"
"""Ground in the log."""
FOR = "a colleague leaves, and somebody takes over"


def show_names(leaver: Leaver, *, viewer: Viewer) -> int:
    """The head is then involved, with the name only and for a while; not with the protected."""
    with transaction.atomic():
        told = [one for one in cases_of(viewer, leaver) if one.may_be_named]
        new = NewInvolvement(
            Reason.HANDOVER,
            leaver.agency,
            user=viewer.user,
            classes=(),
            source=leaver.membership,
            starts_on=viewer.on,
            ends_on=viewer.on + NAMES_SHOWN,
        )
        for one in told:
            involve(one.person, new, by=viewer.user)
    return len(told)


def hand_over(leaver: Leaver, chosen: HandOver, *, viewer: Viewer) -> int:
    """How many persons. What the leaver has ends the day when the colleagues' begins."""
    check_day(chosen.on, today=viewer.on, leaves_on=leaver.leaves_on)
    with transaction.atomic():
        by_key = {one.key: one for one in cases_of(viewer, leaver)}
        if not chosen.to.keys() <= by_key.keys():
            raise Refused(_("Något har ändrats under tiden. Ladda om sidan och välj igen."))
        picked = [(by_key[key], to) for key, to in chosen.to.items()]
        _check(picked, leaver, chosen.on, viewer)
        with row_security.unscoped(reason=FOR):
            for case, to in picked:
                _hand_over(case, to, leaver, chosen.on, viewer)
    return len(picked)


def give_case(question_id: UUID, to: UUID, *, viewer: Viewer) -> None:
    """Somebody asks of a person with whom nobody works: a colleague has the case, and answers."""
    with transaction.atomic():
        question = unheard_question_of(viewer, question_id)
        check_can_take_over(to, [question.agency], on=viewer.on)
        with row_security.unscoped(reason=FOR):
            person: Any = Person.objects.unscoped(reason=FOR).get(pk=question.person)
            check_not_shut_out(shut_to(to, [person.pk], viewer.on))
            check_may_be_let_in(person, to, viewer)
            new = NewInvolvement(
                Reason.CASE_WORKER,
                question.agency,
                user=to,
                named=person.is_protected,
                starts_on=viewer.on,
            )
            involve(person.pk, new, by=viewer.user)
            _ask_there(person.pk, to, question.agency, viewer.on)
    did(Action.CHANGE, question.person, about=IDENTITY, ground=HANDED_OVER, agency=question.agency)


def _check(
    picked: list[tuple[Case, UUID | None]], leaver: Leaver, on: date, viewer: Viewer
) -> None:
    for case, to in picked:
        check_somebody_has(case, to)
        check_not_to_oneself(case, to, viewer.user)
    takers = {to for _case, to in picked if to}
    for to in takers:
        check_can_take_over(to, [leaver.agency], on=on)
    with row_security.unscoped(reason=FOR):
        for to in takers:
            theirs = [case.person for case, taker in picked if taker == to]
            check_not_shut_out(shut_to(to, theirs, on))


def _hand_over(case: Case, to: UUID | None, leaver: Leaver, on: date, viewer: Viewer) -> None:
    theirs = left_by(leaver, viewer).filter(person=case.person).exclude(ends_on__lte=on)
    rows = list(theirs.select_for_update(of=("self",)).select_related("person"))
    keys = [one.pk for one in rows]
    taken = [_take_over(one, to, on=on, viewer=viewer) for one in rows] if to else []
    end_rows(_all().filter(pk__in=keys), on)
    if any(taken):
        did(Action.CHANGE, case.person, about=IDENTITY, ground=HANDED_OVER, agency=leaver.agency)
    end_rows(_all().filter(person=case.person, source=leaver.membership), viewer.on)
    if to:
        _ask_there(case.person, to, leaver.agency, on)


def _take_over(one: Involvement, to: UUID, *, on: date, viewer: Viewer) -> bool:
    """The same on behalf of the same agency; not again where they have it all the while."""
    new = Involvement(
        person_id=one.person_id,
        user_id=to,
        agency_id=one.agency_id,
        programme_id=one.programme_id,
        classes=one.classes,
        reason=_reason_of(one),
        named=one.named,
        consent_id=one.consent_id,
        source=one.source,
        starts_on=max(one.starts_on, on),
        ends_on=one.ends_on,
        recorded_by=viewer.user,
    )
    if _has(new, but=one):
        return False
    new.save(force_insert=True)
    return True


def _has(new: Involvement, *, but: Involvement) -> bool:
    """Something at least as wide, from no later and to no sooner, that rests on no less."""
    held = _all().filter(
        person=new.person_id,
        user=new.user_id,
        agency=new.agency_id,
        programme=new.programme_id,
        reason=new.reason,
        classes__contains=new.classes,
        starts_on__lte=new.starts_on,
        ends_on=None,
        consent=None,
    )
    held = held.filter(named=True) if new.named else held
    return held.exclude(pk=but.pk).exists()


def _reason_of(one: Any) -> str:
    if one.reason not in NOT_ANOTHERS:
        return str(one.reason)
    is_responsible = one.person.owner_id == one.agency_id
    return Reason.CASE_WORKER if is_responsible else Reason.PARTNER


def _ask_there(person: UUID, to: UUID, agency: UUID, on: date) -> None:
    """Questions about the person go where the case goes."""
    held = Membership.objects.filter(user=to, unit__agency=agency).current_on(on)
    unit = held.order_by("starts_on", "pk").values_list("unit", flat=True).first()
    asked = LinkRequest.objects.unscoped(reason=FOR).filter(person=person, answer="")
    asked.filter(to_unit__agency=agency).update(to_unit=unit)


def _all() -> "DecidingQuerySet":
    found: DecidingQuerySet = Involvement.objects.unscoped(reason=FOR)
    return found
