"""What somebody asks for when following a programme up."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from stegvis.results.values.figures import DisclosureLevel


@dataclass(frozen=True)
class FollowUpRequest:
    """Files in and a folder out; what is None is chosen from the definition and the data."""

    definition: Path
    data: Path | None
    out: Path
    as_of: date | None = None
    template: str | None = None
    texts: Path | None = None
    level: DisclosureLevel = DisclosureLevel.INTERNAL
    mapping: Path | None = None
    house_style: Path | None = None
    final: bool = False
