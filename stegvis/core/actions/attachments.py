"""Takes in a file that somebody attaches: examined, scanned where there is clamd, and stored."""

from hashlib import sha256
from pathlib import PurePosixPath
from uuid import UUID

from django.conf import settings

from stegvis.core.files.attachments import Examined, examined, scan
from stegvis.core.models import StoredFile

NEUTRAL = "bilaga"  # what somebody called it can name the person, and stands where it is encrypted


def is_scanned() -> bool:
    return bool(settings.STEGVIS_CLAMD)


def received(content: bytes, name: str) -> Examined:
    """What was sent is scanned as it came; what is given back is made anew."""
    found = examined(content, name)
    if is_scanned():
        scan(content, settings.STEGVIS_CLAMD, name)
    return found


def stored(file: Examined, *, by: UUID | None) -> StoredFile:
    return StoredFile.objects.create(
        name=NEUTRAL + PurePosixPath(file.name).suffix,
        media_type=file.media_type,
        size=len(file.content),
        digest=sha256(file.content).hexdigest(),
        content=file.content,
        stored_by=by,
    )
