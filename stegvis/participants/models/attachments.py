"""Files about a person."""

from django.db import models

from stegvis.core.models import EncryptedText
from stegvis.core.values.privacy import CODE, DATE, KEY, NOBODY, NUMBER, SENSITIVE, STAFF, TEXT
from stegvis.participants.models.personal import PersonalModel


class Attachment(PersonalModel):
    """One file; who may read it is said by its owner and class, as for every row of a person.

    A file that has been removed keeps its row, without the content.
    """

    file = models.OneToOneField(
        "core.StoredFile", on_delete=models.PROTECT, related_name="+", null=True
    )
    title = EncryptedText()
    kind = models.CharField(max_length=40, blank=True)
    added_at = models.DateTimeField(auto_now_add=True)
    added_by = models.UUIDField()
    removed_at = models.DateTimeField(null=True)
    removed_by = models.UUIDField(null=True)
    removed_why = EncryptedText(default="")

    seen_because: str  # of a row that is read for a viewer

    class Privacy:
        id = NOBODY, KEY
        person = SENSITIVE, KEY
        owner = NOBODY, KEY
        about = NOBODY, CODE
        version = NOBODY, NUMBER
        file = SENSITIVE, KEY
        title = SENSITIVE, TEXT
        kind = SENSITIVE, CODE
        added_at = SENSITIVE, DATE
        added_by = STAFF, KEY
        removed_at = SENSITIVE, DATE
        removed_by = STAFF, KEY
        removed_why = SENSITIVE, TEXT

    def __str__(self) -> str:
        return str(self.pk)
