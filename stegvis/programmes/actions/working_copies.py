"""A definition that is being changed: kept for its writer, or thrown away."""

from uuid import UUID

from stegvis.core.actions.drafts import forget, keep
from stegvis.core.values.viewers import Viewer
from stegvis.programmes.values.working_copy import WorkingCopy, place_of


def keep_copy(copy: WorkingCopy, *, programme: UUID | None, viewer: Viewer) -> None:
    if viewer.user is None:
        return
    fields = {
        "text": copy.text,
        "association": str(copy.association),
        "started_from": str(copy.started_from),
    }
    keep(viewer.user, place_of(programme), fields)


def forget_copy(*, programme: UUID | None, viewer: Viewer) -> None:
    if viewer.user is not None:
        forget(viewer.user, place_of(programme))
