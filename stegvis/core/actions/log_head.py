"""The latest segment that this machine has sealed, in a file outside the database.

Whoever cuts off the end of the log leaves a chain that is whole: only something elsewhere knows
that it was longer. A backup that is read back is also shorter than what is remembered here.
"""

import os
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.db import connection


@dataclass(frozen=True)
class Head:
    number: int
    digest: bytes


def remember(number: int, digest: bytes) -> None:
    """Beside and then in place; of two that seal at once the later number stays."""
    known = remembered()
    if known is None or number > known.number:
        place = head_file()
        place.parent.mkdir(parents=True, exist_ok=True)
        own = place.with_name(f"{place.name}.{os.getpid()}")
        own.write_text(f"{number} {digest.hex()}\n", encoding="ascii")
        own.replace(place)


def remembered() -> Head | None:
    try:
        number, digest = head_file().read_text(encoding="ascii").split()
    except FileNotFoundError:
        return None
    return Head(int(number), bytes.fromhex(digest))


def forget() -> None:
    """When the database was emptied, or an older one was read back, and that is as it should be."""
    head_file().unlink(missing_ok=True)


def head_file() -> Path:
    return Path(settings.DATA) / f"log-head.{connection.settings_dict['NAME']}"
