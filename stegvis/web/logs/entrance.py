"""Who enters here."""

from stegvis.core.values.viewers import MayAnywhere
from stegvis.organisations.values.roles import Permission

REVIEWS = MayAnywhere(Permission.REVIEW_LOG)
