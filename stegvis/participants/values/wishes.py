"""What a participant may ask for on their own page."""

from enum import StrEnum

from stegvis.core.values.language import gettext_noop as N_


class WishKind(StrEnum):
    EXCEPTION = "exception"
    OTHER = "other"


WISH_NAMES = {
    WishKind.EXCEPTION: N_("Någon ska inte få läsa om mig"),
    WishKind.OTHER: N_("Något annat"),
}
