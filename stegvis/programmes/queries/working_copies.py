"""What somebody is changing: their own kept copy, or the version that holds."""

from uuid import UUID

from stegvis.core.actions.drafts import kept
from stegvis.core.values.viewers import Viewer
from stegvis.programmes.models import Programme
from stegvis.programmes.queries.versions import newest_version
from stegvis.programmes.values.working_copy import WorkingCopy, place_of


def copy_of(programme: Programme, viewer: Viewer) -> WorkingCopy:
    found = _kept(programme.pk, viewer)
    if found is not None:
        return found
    newest = newest_version(programme)
    return WorkingCopy(newest.text, programme.association_id, newest.number)


def new_copy_of(viewer: Viewer) -> WorkingCopy | None:
    """The programme that somebody has begun to describe."""
    return _kept(None, viewer)


def _kept(programme: UUID | None, viewer: Viewer) -> WorkingCopy | None:
    fields = kept(viewer.user, place_of(programme)) if viewer.user else None
    if fields is None:
        return None
    started_from = int(str(fields["started_from"]))
    association = UUID(str(fields["association"]))
    return WorkingCopy(str(fields["text"]), association, started_from, is_kept=True)
