"""What those who administer have done: added to, never changed."""

from django.conf import settings
from django.db import models

from stegvis.core.models import BaseModel
from stegvis.core.values.privacy import CODE, DATE, KEY, NOBODY, STAFF, TEXT
from stegvis.organisations.models.organisations import Association


class Act(BaseModel):
    """One thing done, in one association, about one colleague or about the association itself.

    `role`, `what` and `day` are filled where the kind has them; `what` is the name of a unit, an
    agency or a setting. `by` is nobody for what is done from the command line.
    """

    association = models.ForeignKey(Association, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=40)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True
    )
    role = models.CharField(max_length=40, blank=True)
    what = models.CharField(max_length=300, blank=True)
    day = models.DateField(null=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True
    )
    at = models.DateTimeField(auto_now_add=True)

    class Privacy:
        id = NOBODY, KEY
        association = NOBODY, KEY
        kind = NOBODY, CODE
        user = STAFF, KEY
        role = STAFF, CODE
        what = NOBODY, TEXT
        day = STAFF, DATE
        by = STAFF, KEY
        at = STAFF, DATE

    class Meta:
        indexes = (models.Index(fields=("association", "-at"), name="acts_of_association"),)

    def __str__(self) -> str:
        return self.kind
