"""Two rows become one person: prepared by one, decided by another; what was recorded moves."""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from django.apps import apps
from django.db import IntegrityError, transaction

from stegvis.core.actions import row_security
from stegvis.core.values.language import gettext as _
from stegvis.core.values.privacy import IDENTITY
from stegvis.core.values.refusals import Refused
from stegvis.core.values.sightings import Action, did
from stegvis.core.values.viewers import Viewer
from stegvis.organisations.actions.accounts import end_other_sessions
from stegvis.organisations.actions.forgetting import forget_participant
from stegvis.organisations.actions.two_steps import decide, prepare
from stegvis.organisations.queries.two_steps import open_matter_about
from stegvis.organisations.values.grants import Matter
from stegvis.organisations.values.two_steps import Outcome
from stegvis.participants.actions.counting import count_anew
from stegvis.participants.models import ContactSafety, Involvement, Merge, Person
from stegvis.participants.policies.merging import check_can_merge
from stegvis.participants.queries.acting import acting_for
from stegvis.participants.queries.changing import check_can_act
from stegvis.participants.queries.merging import MERGING
from stegvis.participants.queries.persons import person_of
from stegvis.participants.values.persons import NumberKind, Protection
from stegvis.participants.values.reasons import Reason

MERGED = "merged"
"""Ground in the log, which keeps what was logged of either."""

NEVER = datetime.min.replace(tzinfo=UTC)


def prepare_merge(kept: Person, double: UUID, *, why: str, viewer: Viewer) -> Merge:
    """Both are seen by whoever prepares it."""
    check_can_act(viewer, kept)
    other = person_of(viewer, double)
    check_can_merge(kept, other)
    merge: Merge = Merge.objects.create(
        person=kept, double=other, owner=acting_for(viewer, kept)[0], about=IDENTITY
    )
    matter = Matter(kind=MERGING, subject=merge.pk, association=kept.association_id)
    prepare(matter, by=_user(viewer), why=why)
    return merge


def decide_merge(merge_id: UUID, *, outcome: Outcome, why: str, viewer: Viewer) -> Person:
    """By another person, who sees both. The one that is kept."""
    merge = Merge.objects.visible_to(viewer).get(pk=merge_id)
    kept, double = person_of(viewer, merge.person_id), person_of(viewer, merge.double_id)
    check_can_act(viewer, kept)
    matter = open_matter_about(MERGING, merge.pk)
    if matter is None:
        raise Refused(_("Ärendet är redan avgjort."))
    decide(matter.pk, by=_user(viewer), outcome=outcome, why=why)
    if outcome == Outcome.APPROVED:
        check_can_merge(kept, double)
        merge_into(kept.pk, double.pk)
        count_anew(kept.association_id)
    return kept


def merge_into(kept_id: UUID, double_id: UUID) -> None:
    """All that is about the double is then about the kept, whose own words stand."""
    with row_security.unscoped(reason="two rows become one person"):
        kept, double = _locked(kept_id), _locked(double_id)
        _move_number(kept, double)
        spare = _move_account(kept, double)
        if double.is_protected and not kept.is_protected:
            kept.protection = Protection(double.protection)
        kept.version += 1
        double.merged_into = kept
        double.save()
        kept.save()
        for model in _models_about_persons():
            _move(model, double, kept)
        doubles = Person.objects.unscoped(reason="doubles of the double lead on")
        doubles.filter(merged_into=double).update(merged_into=kept)
        if spare:
            _close(spare)
    for one in (kept_id, double_id):
        did(Action.CHANGE, one, about=IDENTITY, ground=MERGED)


def _locked(key: UUID) -> Person:
    rows = Person.objects.unscoped(reason="two rows become one person")
    found: Person = rows.select_for_update().get(pk=key)
    return found


def _move_number(kept: Person, double: Person) -> None:
    """The kept one's own, where it has one; a personal number before a co-ordination number."""
    better = kept.number_kind == NumberKind.NONE or (
        kept.number_kind == NumberKind.COORDINATION and double.number_kind == NumberKind.PERSONAL
    )
    if better:
        kept.personal_number, kept.number_kind = double.personal_number, double.number_kind
        kept.number_index = double.number_index
    double.personal_number = double.number_index = None
    double.number_kind = NumberKind.NONE


def _move_account(kept: Person, double: Person) -> UUID | None:
    """The one sign-in that leads to the kept: of two the one used last. The key of the other."""
    held = [one.account for one in (kept, double) if one.account]
    used = sorted(held, key=lambda one: one.last_login or NEVER, reverse=True)
    kept.account, double.account = used[0] if used else None, None
    return used[1].pk if len(used) > 1 else None


def _close(account: UUID) -> None:
    """A participant has one page, and whoever erases them later finds one account."""
    rows = Involvement.objects.unscoped(reason="a second page of the same person")
    rows.filter(user=account, reason=Reason.OWN).delete()
    end_other_sessions(account, keeping=None)
    forget_participant(account)


def _models_about_persons() -> Iterator[type[Any]]:
    """Of every room, whatever they are."""
    for model in apps.get_models():
        fields = {one.name: one.related_model for one in model._meta.concrete_fields}  # noqa: SLF001
        if fields.get("person") is Person and model is not Merge:
            yield model


def _move(model: type[Any], double: Person, kept: Person) -> None:
    """Past the first wall: rows of every agency move, not those of who decides."""
    rows = model._base_manager  # noqa: SLF001 - documented by Django
    for key in list(rows.filter(person=double).values_list("pk", flat=True)):
        try:
            with transaction.atomic():
                rows.filter(pk=key).update(person=kept)
        except IntegrityError as error:
            if model is ContactSafety:
                continue  # that of the kept stands
            raise Refused(
                _(
                    "Båda har något som en person bara kan ha ett av, till exempel samma insats."
                    " Avsluta det ena först."
                )
            ) from error


def _user(viewer: Viewer) -> UUID:
    if viewer.user is None:
        raise Refused(_("Logga in först."))
    return viewer.user
