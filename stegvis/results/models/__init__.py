"""Facts without names, and the deliveries that brought them."""

from stegvis.results.models.computed import ComputedFollowUp
from stegvis.results.models.deliveries import Delivery, SavedMapping
from stegvis.results.models.facts import DeliveredTable, Fact

__all__ = ["ComputedFollowUp", "DeliveredTable", "Delivery", "Fact", "SavedMapping"]
