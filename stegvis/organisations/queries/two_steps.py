"""What waits for a second person, in the associations where somebody may decide it."""

from dataclasses import dataclass
from uuid import UUID

from django.db.models import QuerySet

from stegvis.core.values.viewers import Viewer
from stegvis.organisations.models import GrantRequest, TwoStep


@dataclass(frozen=True)
class GrantMatter:
    two_step: TwoStep
    asked: GrantRequest


def open_matters(viewer: Viewer, permission: str, kind: str = "") -> "QuerySet[TwoStep]":
    """Of one kind or of all, oldest first, where the viewer has the permission."""
    found = _matters(viewer, permission).filter(outcome="")
    found = found.filter(kind=kind) if kind else found
    return found.order_by("prepared_at", "pk")


def decided_matters(viewer: Viewer, permission: str, kind: str = "") -> "QuerySet[TwoStep]":
    found = _matters(viewer, permission).exclude(outcome="")
    found = found.filter(kind=kind) if kind else found
    return found.order_by("-decided_at", "pk")


def matter_of(viewer: Viewer, permission: str, key: UUID) -> TwoStep:
    return _matters(viewer, permission).get(pk=key)


def open_matter_about(kind: str, subject: UUID) -> TwoStep | None:
    """Whoever asks has been let see the subject."""
    return TwoStep.objects.filter(kind=kind, subject=subject, outcome="").first()


def grant_matter_of(viewer: Viewer, permission: str, key: UUID) -> GrantMatter:
    found = matter_of(viewer, permission, key)
    asked = GrantRequest.objects.select_related("user", "unit__agency", "association")
    return GrantMatter(found, asked.get(pk=found.subject))


def _matters(viewer: Viewer, permission: str) -> "QuerySet[TwoStep]":
    mine = viewer.associations_with(permission)
    found = TwoStep.objects.filter(association__in=mine)
    return found.select_related("association", "prepared_by", "decided_by")
