"""What every stored row has."""

from uuid import uuid4

from django.db import models


class BaseModel(models.Model):
    """A row with a key that is made here, not by the database, and says nothing."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)

    class Meta:
        abstract = True
