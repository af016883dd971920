"""What has been delivered to a programme, for those who may deliver."""

from collections.abc import Iterable
from uuid import UUID

from django.db.models import Count

from stegvis.core.values.viewers import Viewer
from stegvis.organisations.values.roles import Permission
from stegvis.programmes.models import Programme
from stegvis.programmes.queries.programmes import programme_of
from stegvis.results.calculations.told import proposal_of
from stegvis.results.models import DeliveredTable, Delivery, Fact
from stegvis.results.models.deliveries import DeliveryQuerySet
from stegvis.results.values.checked import Excerpt, KeptProposal, Told
from stegvis.results.values.mapping import Proposal

__all__ = [
    "Delivery",
    "deliverable",
    "deliveries_of",
    "deliveries_seen",
    "delivery_of",
    "excerpt_in",
    "open_deliveries_of",
    "proposal_in",
    "rows_kept",
    "told_in",
]

WHY = "counts of a programme that was found"


def deliverable(viewer: Viewer, programme_id: UUID) -> Programme:
    """A programme that the viewer may deliver to: DoesNotExist for every other."""
    programme = programme_of(viewer, programme_id)
    if not viewer.may(Permission.DELIVER_FACTS, programme.association_id):
        raise Programme.DoesNotExist
    return programme


def deliveries_of(viewer: Viewer, programme: Programme) -> DeliveryQuerySet:
    seen: DeliveryQuerySet = Delivery.objects.visible_to(viewer)
    people = ("delivered_by", "applied_by", "undone_by")
    unseen = ("told", "excerpt", "proposal", "mapping")  # large, and not in a list
    return seen.filter(programme=programme).select_related(*people).defer(*unseen)


def open_deliveries_of(viewer: Viewer, programme: Programme) -> list[Delivery]:
    return list(deliveries_of(viewer, programme).open().order_by("-delivered_at"))


def delivery_of(viewer: Viewer, delivery_id: UUID, programme: Programme | None = None) -> Delivery:
    """DoesNotExist for what is hidden, not there, or of another programme."""
    seen = Delivery.objects.visible_to(viewer).select_related(
        "programme__association", "delivered_by", "applied_by", "undone_by"
    )
    of = {} if programme is None else {"programme": programme}
    found: Delivery = seen.get(pk=delivery_id, **of)
    return found


def deliveries_seen(viewer: Viewer, ids: Iterable[UUID]) -> set[UUID]:
    seen = Delivery.objects.visible_to(viewer).filter(pk__in=ids)
    return set(seen.values_list("pk", flat=True))


def told_in(delivery: Delivery) -> Told:
    return Told.model_validate_json(str(delivery.told)) if delivery.told else Told()


def excerpt_in(delivery: Delivery) -> Excerpt:
    return Excerpt.model_validate_json(str(delivery.excerpt)) if delivery.excerpt else Excerpt()


def proposal_in(delivery: Delivery) -> Proposal | None:
    if not delivery.proposal:
        return None
    return proposal_of(KeptProposal.model_validate_json(str(delivery.proposal)))


def rows_kept(programme: Programme) -> dict[str, int]:
    """Rows that stand in each table that has been delivered, also where there are none."""
    delivered = DeliveredTable.objects.unscoped(reason=WHY).standing().filter(programme=programme)
    facts = Fact.objects.unscoped(reason=WHY).standing().filter(programme=programme)
    counted = dict(facts.values("table").annotate(rows=Count("id")).values_list("table", "rows"))
    return {one: counted.get(one, 0) for one in delivered.values_list("table", flat=True)}
