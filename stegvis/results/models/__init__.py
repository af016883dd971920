"""Facts without names, and the deliveries that brought them."""

from stegvis.results.models.computed import ComputedFollowUp
from stegvis.results.models.deliveries import Delivery, SavedMapping
from stegvis.results.models.facts import DeliveredTable, Fact
from stegvis.results.models.kept import KeptFact

__all__ = ["ComputedFollowUp", "DeliveredTable", "Delivery", "Fact", "KeptFact", "SavedMapping"]
