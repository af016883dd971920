"""What may be done with a delivery now; each refusal is the sentence on the button."""

from stegvis.core.values.language import gettext as _
from stegvis.core.values.refusals import Refused
from stegvis.programmes.models import Programme
from stegvis.results.models import Delivery
from stegvis.results.values.deliveries import (
    APPLIED,
    APPLYING,
    ASKING,
    CHECKED,
    DISMISSED,
    TRANSITIONS,
    UNDER_WAY,
)

WHY = "what else is going on in the programme"


def check_can_receive(programme: Programme) -> None:
    if programme.whole_id:
        raise Refused(_("Uppgifterna om en delinsats lämnas tillsammans med hela insatsens."))
    busy = Delivery.objects.unscoped(reason=WHY).filter(programme=programme, state__in=UNDER_WAY)
    if busy.exists():
        sentence = _("En leverans kontrolleras eller läses in just nu. Vänta tills den är klar.")
        raise Refused(sentence)


def check_can_apply(delivery: Delivery) -> None:
    if delivery.state == APPLYING:
        raise Refused(_("Leveransen läses in just nu."))
    if delivery.state != CHECKED:
        raise Refused(_("Leveransen är inte kontrollerad, så den går inte att läsa in."))
    busy = Delivery.objects.unscoped(reason=WHY).filter(programme_id=delivery.programme_id)
    if busy.filter(state=APPLYING).exists():
        raise Refused(_("En annan leverans läses in just nu. Vänta tills den är klar."))


def check_can_answer(delivery: Delivery) -> None:
    if delivery.state not in {ASKING, CHECKED} or not delivery.proposal:
        raise Refused(_("Leveransen har ingen översättning att se över."))


def check_can_dismiss(delivery: Delivery) -> None:
    if delivery.state == APPLYING:
        raise Refused(_("Leveransen läses in just nu och går inte att avbryta."))
    if DISMISSED not in TRANSITIONS[delivery.state]:
        raise Refused(_("Leveransen är redan avslutad."))


def check_can_undo(delivery: Delivery) -> None:
    if delivery.state != APPLIED:
        raise Refused(_("Leveransen är inte inläst, så det finns inget att ångra."))
    ours = Delivery.objects.unscoped(reason=WHY).filter(programme_id=delivery.programme_id)
    if ours.filter(state=APPLYING).exists():
        raise Refused(_("En annan leverans läses in just nu. Vänta tills den är klar."))
    if ours.applied().first() != delivery:
        sentence = _("Bara den senaste inläsningen går att ångra. Ångra den först, sedan den här.")
        raise Refused(sentence)
