"""Deliveries that wait for somebody, over everything that a person may deliver to."""

from stegvis.core.values.viewers import Viewer
from stegvis.results.models import Delivery
from stegvis.results.models.deliveries import DeliveryQuerySet

__all__ = ["Delivery", "waiting_deliveries"]

MOST = 20


def waiting_deliveries(viewer: Viewer) -> list[Delivery]:
    """Neither read in nor dismissed, the oldest first."""
    seen: DeliveryQuerySet = Delivery.objects.visible_to(viewer)
    unseen = ("told", "excerpt", "proposal", "mapping")  # large, and not in a list
    found = seen.open().select_related("programme").defer(*unseen)
    return list(found.order_by("delivered_at")[:MOST])
