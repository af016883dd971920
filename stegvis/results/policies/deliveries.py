"""What may be done with a delivery now; each refusal is the sentence on the button."""

from collections.abc import Collection
from uuid import UUID

from stegvis.core.models import Job
from stegvis.core.values.language import gettext as _
from stegvis.core.values.refusals import Refused
from stegvis.programmes.models import Programme
from stegvis.results.models import Delivery
from stegvis.results.values.deliveries import (
    APPLIED,
    APPLYING,
    ASKING,
    CHECKED,
    CHECKING,
    DISMISSED,
    TRANSITIONS,
    UNDER_WAY,
)

WHY = "what else is going on in the programme"


def check_can_receive(programme: Programme) -> None:
    if programme.whole_id:
        raise Refused(_("Uppgifterna om en delinsats lämnas tillsammans med hela insatsens."))
    if _under_way(programme.pk, UNDER_WAY):
        sentence = _("En leverans kontrolleras eller läses in just nu. Vänta tills den är klar.")
        raise Refused(sentence)


def check_can_apply(delivery: Delivery) -> None:
    if delivery.state == APPLYING:
        raise Refused(_("Leveransen läses in just nu."))
    if delivery.state != CHECKED:
        raise Refused(_("Leveransen är inte kontrollerad, så den går inte att läsa in."))
    _refuse_during_reading(delivery)


def check_can_check(delivery: Delivery) -> None:
    """Also one whose work was lost on the way."""
    if CHECKING not in TRANSITIONS[delivery.state] | {delivery.state}:
        raise Refused(_("Leveransen är redan avslutad."))
    if delivery.state in UNDER_WAY and is_worked_on(delivery):
        raise Refused(_("Leveransen kontrolleras eller läses in just nu."))


def check_can_answer(delivery: Delivery) -> None:
    if delivery.state not in {ASKING, CHECKED} or not delivery.proposal:
        raise Refused(_("Leveransen har ingen översättning att se över."))


def check_can_dismiss(delivery: Delivery) -> None:
    if delivery.state == APPLYING and is_worked_on(delivery):
        raise Refused(_("Leveransen läses in just nu och går inte att avbryta."))
    if DISMISSED not in TRANSITIONS[delivery.state]:
        raise Refused(_("Leveransen är redan avslutad."))


def check_can_undo(delivery: Delivery) -> None:
    if delivery.state != APPLIED:
        raise Refused(_("Leveransen är inte inläst, så det finns inget att ångra."))
    ours = Delivery.objects.unscoped(reason=WHY).filter(programme_id=delivery.programme_id)
    _refuse_during_reading(delivery)
    if ours.by_file().applied().first() != delivery:
        sentence = _("Bara den senaste inläsningen går att ångra. Ångra den först, sedan den här.")
        raise Refused(sentence)


def is_worked_on(delivery: Delivery) -> bool:
    """Its job has not ended: a job that was lost ends without an answer."""
    if delivery.job is None:
        return False
    return Job.objects.filter(pk=delivery.job, ended_at=None).exists()


def _refuse_during_reading(delivery: Delivery) -> None:
    if _under_way(delivery.programme_id, {APPLYING}):
        raise Refused(_("En annan leverans läses in just nu. Vänta tills den är klar."))


def _under_way(programme: UUID, states: Collection[str]) -> bool:
    found = Delivery.objects.unscoped(reason=WHY).filter(programme_id=programme, state__in=states)
    jobs = list(found.values_list("job", flat=True))
    return bool(jobs) and Job.objects.filter(pk__in=jobs, ended_at=None).exists()
