"""Files that belong to a row: encrypted in the database, so that a backup has them too."""

from django.db import models

from stegvis.core.models.base import BaseModel
from stegvis.core.models.encrypted import EncryptedBytes
from stegvis.core.values.privacy import CODE, DATE, FILE, IDENTITY, KEY, NOBODY, NUMBER, STAFF, TEXT


class StoredFile(BaseModel):
    """One file as it came or was made; `digest` is the SHA-256 of the content, in hex.

    Who may read it is said by the row that it belongs to, never here.
    """

    name = models.CharField(max_length=255)
    media_type = models.CharField(max_length=120)
    size = models.PositiveBigIntegerField()
    digest = models.CharField(max_length=64)
    content = EncryptedBytes()
    stored_by = models.UUIDField(null=True)
    stored_at = models.DateTimeField(auto_now_add=True)

    class Privacy:
        id = NOBODY, KEY
        name = NOBODY, TEXT
        media_type = NOBODY, CODE
        size = NOBODY, NUMBER
        digest = NOBODY, CODE
        content = IDENTITY, FILE
        stored_by = STAFF, KEY
        stored_at = NOBODY, DATE

    def __str__(self) -> str:
        return self.name
