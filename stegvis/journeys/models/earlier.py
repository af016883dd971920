"""What was put right: nothing recorded of a person disappears without a trace."""

from django.db import models

from stegvis.core.models import EncryptedText
from stegvis.core.values.privacy import CODE, DATE, KEY, NOBODY, NUMBER, ORDINARY, STAFF, TEXT
from stegvis.journeys.values.journeys import Kind
from stegvis.participants.models.personal import PersonalModel


class Earlier(PersonalModel):
    """A row as it stood in one version, before it was changed or taken away; never changed itself.

    `row` is its key and `of_version` its version then; `stood` its fields as JSON.
    """

    kind = models.CharField(max_length=12, choices=[(one.value, one.value) for one in Kind])
    row = models.UUIDField()
    of_version = models.PositiveIntegerField()
    stood = EncryptedText()
    removed = models.BooleanField(default=False)
    recorded_at = models.DateTimeField(auto_now_add=True)
    recorded_by = models.UUIDField(null=True)

    class Privacy:
        id = NOBODY, KEY
        person = ORDINARY, KEY
        owner = NOBODY, KEY
        about = NOBODY, CODE
        version = NOBODY, NUMBER
        kind = ORDINARY, CODE
        row = ORDINARY, KEY
        of_version = NOBODY, NUMBER
        stood = ORDINARY, TEXT
        removed = ORDINARY, CODE
        recorded_at = NOBODY, DATE
        recorded_by = STAFF, KEY

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("row", "of_version"), name="each_version_stood_once"),
        )

    def __str__(self) -> str:
        return f"{self.kind} {self.of_version}"
