"""What the classes are called where somebody agrees to tell them, or shuts them."""

from stegvis.core.values.language import gettext_noop as N_
from stegvis.core.values.privacy import About

SHARED_NAMES = {
    About.ORDINARY: N_("Vanliga uppgifter: planering, deltagande, steg framåt"),
    About.SENSITIVE: N_("Känsliga uppgifter: hälsa, familj, socialtjänst"),
}

SHORT_NAMES = {
    About.IDENTITY: N_("vem personen är"),
    About.ORDINARY: N_("vanliga uppgifter"),
    About.SENSITIVE: N_("känsliga uppgifter"),
}
