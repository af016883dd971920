"""Follow-ups that have been computed, so that nobody has to wait for the usual day."""

from typing import ClassVar

from django.db import models

from stegvis.core.models import BaseModel
from stegvis.core.values.privacy import CODE, DATE, KEY, NOBODY, ORDINARY, TEXT


class ComputedFollowUp(BaseModel):
    """Every figure of one programme on one day, at one level, in one language.

    Only ever a copy of what evaluating again would give: `definition_digest`, `data_state` and
    `counted_by` (the program itself) say of what. It is never corrected and may be thrown away.
    """

    programme = models.ForeignKey(
        "programmes.Programme",
        on_delete=models.CASCADE,  # a copy goes with what it is a copy of
        related_name="+",
    )
    as_of = models.DateField()
    level = models.CharField(max_length=10)
    language = models.CharField(max_length=2)
    definition_digest = models.CharField(max_length=64)
    data_state = models.CharField(max_length=64)
    counted_by = models.CharField(max_length=64)
    extracted_on = models.DateField(null=True)
    content = models.TextField()
    computed_at = models.DateTimeField(auto_now=True)

    class Privacy:
        id = NOBODY, KEY
        programme = NOBODY, KEY
        as_of = NOBODY, DATE
        level = NOBODY, CODE
        language = NOBODY, CODE
        definition_digest = NOBODY, CODE
        data_state = NOBODY, CODE
        counted_by = NOBODY, CODE
        extracted_on = NOBODY, DATE
        content = ORDINARY, TEXT
        computed_at = NOBODY, DATE

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=(
                    "programme",
                    "as_of",
                    "level",
                    "language",
                    "definition_digest",
                    "data_state",
                    "counted_by",
                ),
                name="one_computed_follow_up_of_each_state",
            )
        ]

    def __str__(self) -> str:
        return f"{self.programme_id} {self.as_of} {self.level}"
