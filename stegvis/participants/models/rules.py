"""What an association has decided about consents."""

from django.core.validators import MaxValueValidator
from django.db import models

from stegvis.core.models import BaseModel
from stegvis.core.values.privacy import CODE, KEY, NOBODY, NUMBER, TEXT
from stegvis.participants.values.consents import LONGEST_WARNING, WARN_WEEKS


class ConsentRules(BaseModel):
    """One association's own; where there is no row, what stands here as default holds.

    Whatever is decided, data about one person go to others only by that person's consent.
    """

    association = models.OneToOneField(
        "organisations.Association", on_delete=models.PROTECT, related_name="+"
    )
    statistics_need_consent = models.BooleanField(default=False)
    extract_names_staff = models.BooleanField(default=False)
    warn_weeks = models.PositiveSmallIntegerField(
        default=WARN_WEEKS, validators=(MaxValueValidator(LONGEST_WARNING),)
    )
    minors_sentence = models.CharField(max_length=500, blank=True)

    class Privacy:
        id = NOBODY, KEY
        association = NOBODY, KEY
        statistics_need_consent = NOBODY, CODE
        extract_names_staff = NOBODY, CODE
        warn_weeks = NOBODY, NUMBER
        minors_sentence = NOBODY, TEXT

    def __str__(self) -> str:
        return str(self.association_id)
