"""Frozen versions: read as they were, and only when their digests are right."""

import json
from typing import Any
from uuid import UUID

from stegvis.core.models import StoredFile
from stegvis.core.values.language import gettext as _
from stegvis.core.values.refusals import Refused
from stegvis.core.values.viewers import Viewer
from stegvis.programmes.models import Programme
from stegvis.reports.calculations.canonical import digest_of
from stegvis.reports.models import FrozenFile, FrozenReport, Report
from stegvis.reports.models.frozen import FrozenReportQuerySet

__all__ = ["FrozenReport"]


def frozen_of(viewer: Viewer, programme: Programme) -> FrozenReportQuerySet:
    """The newest first, without what they say."""
    seen: FrozenReportQuerySet = FrozenReport.objects.visible_to(viewer)
    found: FrozenReportQuerySet = seen.filter(programme=programme)
    return found.select_related("frozen_by").defer("canonical").order_by("-frozen_at")


def frozen_report(viewer: Viewer, programme: Programme, frozen_id: UUID) -> FrozenReport:
    """FrozenReport.DoesNotExist for what is hidden and for what is not there."""
    seen = FrozenReport.objects.visible_to(viewer).select_related("frozen_by", "report")
    found: FrozenReport = seen.get(programme=programme, pk=frozen_id)
    return found


def latest_frozen(report: Report) -> FrozenReport | None:
    found = FrozenReport.objects.unscoped(reason="versions of a report that was found")
    latest: FrozenReport | None = found.filter(report=report).order_by("-number").first()
    return latest


def content_of(frozen: FrozenReport) -> dict[str, Any]:
    """What it says; refused when it is not what was frozen."""
    if digest_of(frozen.canonical) != frozen.digest:
        raise Refused(_not_as_frozen())
    content: dict[str, Any] = json.loads(frozen.canonical)
    return content


def frozen_file(frozen: FrozenReport, name: str) -> StoredFile:
    """The bytes as they were frozen. FrozenFile.DoesNotExist for a name that there is none of."""
    if not name.isprintable():  # from the address; the database would not take it
        raise FrozenFile.DoesNotExist
    found = FrozenFile.objects.select_related("stored").get(frozen=frozen, name=name)
    if digest_of(bytes(found.stored.content)) != found.digest:
        raise Refused(_not_as_frozen())
    return found.stored


def _not_as_frozen() -> str:
    return _(
        "Den låsta rapporten är inte längre som den låstes: kontrollsumman stämmer inte. "
        "Säg till den som sköter Stegvis."
    )
