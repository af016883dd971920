"""How sure a sign-in an association asks for, where it is not what Stegvis suggests."""

from django.db import models

from stegvis.core.models import BaseModel
from stegvis.core.values.privacy import CODE, KEY, NOBODY, NUMBER
from stegvis.organisations.models.organisations import Association


class RoleLevel(BaseModel):
    """One role in one association; where there is no row, the role's own level holds."""

    association = models.ForeignKey(Association, on_delete=models.PROTECT, related_name="levels")
    role = models.CharField(max_length=40)
    level = models.PositiveSmallIntegerField()

    class Privacy:
        id = NOBODY, KEY
        association = NOBODY, KEY
        role = NOBODY, CODE
        level = NOBODY, NUMBER

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("association", "role"), name="one_level_a_role"),
        )

    def __str__(self) -> str:
        return f"{self.role} {self.level}"
