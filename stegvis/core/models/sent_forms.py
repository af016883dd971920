"""Forms that have been sent, so that a second click does nothing twice."""

from django.db import models

from stegvis.core.models.base import BaseModel
from stegvis.core.values.privacy import CODE, DATE, KEY, NOBODY, STAFF


class SentForm(BaseModel):
    """One sending of one form by one person; `answer` is where it led."""

    user = models.UUIDField(null=True)
    key = models.UUIDField()
    answer = models.CharField(max_length=500, blank=True)
    sent_at = models.DateTimeField(auto_now_add=True)

    class Privacy:
        id = NOBODY, KEY
        user = STAFF, KEY
        key = NOBODY, KEY
        answer = NOBODY, CODE
        sent_at = NOBODY, DATE

    class Meta:
        constraints = (models.UniqueConstraint(fields=("key",), name="a_form_is_sent_once"),)

    def __str__(self) -> str:
        return str(self.key)
