"""What has been delivered to a programme, for those who may deliver."""

from uuid import UUID

from stegvis.core.values.viewers import Viewer
from stegvis.organisations.values.roles import Permission
from stegvis.programmes.models import Programme
from stegvis.programmes.queries.programmes import programme_of
from stegvis.results.models import Delivery
from stegvis.results.models.deliveries import DeliveryQuerySet

__all__ = ["Delivery", "deliverable", "deliveries_of", "delivery_of", "open_deliveries_of"]


def deliverable(viewer: Viewer, programme_id: UUID) -> Programme:
    """A programme that the viewer may deliver to: DoesNotExist for every other."""
    programme = programme_of(viewer, programme_id)
    if not viewer.may(Permission.DELIVER_FACTS, programme.association_id):
        raise Programme.DoesNotExist
    return programme


def deliveries_of(viewer: Viewer, programme: Programme) -> DeliveryQuerySet:
    seen: DeliveryQuerySet = Delivery.objects.visible_to(viewer)
    people = ("delivered_by", "applied_by", "undone_by")
    return seen.filter(programme=programme).select_related(*people).order_by("-delivered_at")


def open_deliveries_of(viewer: Viewer, programme: Programme) -> list[Delivery]:
    return list(deliveries_of(viewer, programme).open())


def delivery_of(viewer: Viewer, delivery_id: UUID) -> Delivery:
    seen = Delivery.objects.visible_to(viewer).select_related(
        "programme__association", "delivered_by", "applied_by", "undone_by"
    )
    found: Delivery = seen.get(pk=delivery_id)
    return found
