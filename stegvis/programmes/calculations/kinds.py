"""What kind of value a goal gives."""

from stegvis.programmes.values.indicators import (
    AnyIndicator,
    Change,
    Conversion,
    DomainsImproved,
    Share,
    TimeToEvent,
)


def is_share(indicator: AnyIndicator) -> bool:
    """Whether the value is a share, 0–1."""
    match indicator:
        case Share() | Conversion() | DomainsImproved():
            return True
        case Change():
            return indicator.measure == "share_improved"
        case TimeToEvent():
            return indicator.measure == "share_at"
        case _:
            return False
