"""What every part of a definition is built from."""

from datetime import date
from operator import attrgetter
from typing import Annotated

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    PlainSerializer,
    PlainValidator,
    model_validator,
)

from stegvis.core.values.language import gettext as _
from stegvis.core.values.periods import Period
from stegvis.programmes.values.condition_text import Criterion, Quantity

Slug = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
Code = Annotated[str, Field(pattern=r"^[a-z0-9]+(_[a-z0-9]+)*$")]
Words = Annotated[str, Field(min_length=1)]
Source = Annotated[str, Field(pattern=r"^[A-Z][A-Za-z0-9-]*(:.+)?$")]
AS_WRITTEN = PlainSerializer(attrgetter("text"), return_type=str)
ConditionText = Annotated[Criterion, PlainValidator(Criterion.read), AS_WRITTEN]
TermText = Annotated[Quantity, PlainValidator(Quantity.read), AS_WRITTEN]


class Record(BaseModel):
    """A frozen part of a definition; an unknown key is a fault, never ignored."""

    model_config = ConfigDict(extra="forbid", frozen=True, arbitrary_types_allowed=True)


class Dated(Record):
    """Something that holds from one day to another, the last included; open ends are allowed."""

    first: date | None = None
    last: date | None = None

    @model_validator(mode="after")
    def _ends_after_it_begins(self) -> "Dated":
        if self.first and self.last and self.last < self.first:
            message = _("Perioden slutar {last}, innan den börjar {first}.")
            raise ValueError(message.format(first=self.first, last=self.last))
        return self

    @property
    def period(self) -> Period | None:
        return None if self.first is None else Period.from_days(self.first, self.last)
