"""Doubles that somebody has found, and wait for another to decide."""

from dataclasses import dataclass

from stegvis.core.values.viewers import Viewer
from stegvis.organisations.models import TwoStep
from stegvis.participants.models import Merge, Person
from stegvis.participants.queries.persons import persons_of

MERGING = "merge_persons"


@dataclass(frozen=True)
class WaitingMerge:
    merge: Merge
    double: Person
    matter: TwoStep


def merges_waiting(viewer: Viewer, person: Person) -> list[WaitingMerge]:
    """Those where the person is to be kept, and the viewer sees the double too."""
    merges = {one.pk: one for one in Merge.objects.visible_to(viewer).filter(person=person)}
    matters = list(
        TwoStep.objects.filter(kind=MERGING, subject__in=merges, outcome="")
        .select_related("prepared_by")
        .order_by("prepared_at", "pk")
    )
    doubles = {one.double_id for one in merges.values()} if matters else set()
    seen = {one.pk: one for one in persons_of(viewer).filter(pk__in=doubles)}
    return [
        WaitingMerge(merges[one.subject], seen[merges[one.subject].double_id], one)
        for one in matters
        if merges[one.subject].double_id in seen
    ]
