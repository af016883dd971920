"""Whose home is their own page."""

from stegvis.core.values.viewers import Viewer
from stegvis.organisations.values.roles import OF_PARTICIPANTS


def has_own_page_only(viewer: Viewer) -> bool:
    """Somebody who also works here goes home to their work."""
    roles = {one.role for one in viewer.standings}
    return roles == {OF_PARTICIPANTS}
