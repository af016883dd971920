"""A link as a presenter hands it over."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Link:
    text: str
    href: str
    is_current: bool = False
