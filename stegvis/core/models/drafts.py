"""What somebody has written and not yet sent."""

from django.db import models

from stegvis.core.models.base import BaseModel
from stegvis.core.models.encrypted import EncryptedText
from stegvis.core.values.privacy import CODE, DATE, KEY, NOBODY, SENSITIVE, STAFF, TEXT


class Draft(BaseModel):
    """One person's unfinished text in one place (`place` is the address of the form).

    Never read by anybody else, and never a record of what was decided.
    """

    user = models.UUIDField()
    place = models.CharField(max_length=300)
    content = EncryptedText()
    saved_at = models.DateTimeField(auto_now=True)

    class Privacy:
        id = NOBODY, KEY
        user = STAFF, KEY
        place = NOBODY, CODE
        content = SENSITIVE, TEXT
        saved_at = NOBODY, DATE

    class Meta:
        constraints = (models.UniqueConstraint(fields=("user", "place"), name="one_draft_a_place"),)

    def __str__(self) -> str:
        return self.place
