"""The programmes whose participants may be recorded on screen."""

from stegvis.core.values.viewers import Viewer
from stegvis.programmes.models import Programme
from stegvis.programmes.queries.definitions import newest_definitions
from stegvis.programmes.queries.programmes import programmes_of
from stegvis.results.policies.sources import delivered_among

INDIVIDUAL = "individual"


def programmes_to_record_in(viewer: Viewer, association: object) -> list[Programme]:
    """Those with participants, and their parts; not those whose participants come in files."""
    wholes = list(programmes_of(viewer).filter(association=association))
    delivered = delivered_among(one.pk for one in wholes)
    kept = [one for one in wholes if one.pk not in delivered]
    parts = Programme.objects.visible_to(viewer).filter(whole__in=kept).order_by("name")
    found = [*kept, *parts]
    definitions = newest_definitions(found)
    return [one for one in found if _has_participants(definitions.get(one.pk))]


def _has_participants(definition: object) -> bool:
    return getattr(definition, "kind", "") == INDIVIDUAL
