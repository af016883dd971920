"""Two-person control: one prepares a matter, another decides it; whoever asked acts on it."""

from uuid import UUID

from django.db import transaction
from django.utils import timezone

from stegvis.core.values.language import gettext as _
from stegvis.core.values.refusals import Refused
from stegvis.organisations.models import TwoStep
from stegvis.organisations.policies.two_steps import check_can_decide, check_open, check_reason
from stegvis.organisations.values.grants import Matter
from stegvis.organisations.values.two_steps import Outcome


def prepare(matter: Matter, *, by: UUID, why: str) -> TwoStep:
    """Refused while the same matter waits already. `why` names no participant."""
    check_reason(why)
    found = TwoStep.objects.filter(kind=matter.kind, subject=matter.subject, outcome="")
    if found.exists():
        raise Refused(_("Det väntar redan på ett beslut av någon annan."))
    return TwoStep.objects.create(
        kind=matter.kind,
        subject=matter.subject,
        association_id=matter.association,
        prepared_by_id=by,
        why=why.strip(),
    )


def decide(two_step: UUID, *, by: UUID, outcome: Outcome, why: str = "") -> TwoStep:
    """Call inside the transaction that then carries it out; that `by` may decide is asked first.

    A refusal and a return need their reason; to return is to ask for more, and it may be prepared
    anew.
    """
    with transaction.atomic():
        found = _locked(two_step)
        check_can_decide(found, by=by, outcome=outcome, why=why)
        found.decided_by_id, found.decided_at = by, timezone.now()
        found.outcome, found.decided_why, found.is_on_hold = outcome, why.strip(), False
        found.save()
    return found


def hold(two_step: UUID, *, on_hold: bool) -> TwoStep:
    """Set aside, or taken up again: what is on hold is not decided."""
    with transaction.atomic():
        found = _locked(two_step)
        check_open(found)
        found.is_on_hold = on_hold
        found.save(update_fields=["is_on_hold"])
    return found


def _locked(two_step: UUID) -> TwoStep:
    return TwoStep.objects.select_for_update().get(pk=two_step)
