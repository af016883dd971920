"""Who enters here."""

from stegvis.core.values.viewers import MayAnywhere
from stegvis.organisations.values.roles import Permission

ADMINISTERS = MayAnywhere(Permission.ADMINISTER)
DECIDES = MayAnywhere(Permission.DECIDE_GRANTS)
