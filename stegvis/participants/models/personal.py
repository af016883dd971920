"""Rows about a person: seen only by those with a reason, and noted in the log when they are."""

from typing import Any, ClassVar, Self
from uuid import UUID

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from stegvis.core.models import BaseModel, ScopedQuerySet, UnscopedError
from stegvis.core.values.privacy import ABOUT_NAMES, About
from stegvis.core.values.sightings import saw
from stegvis.core.values.viewers import Viewer
from stegvis.participants.calculations.grants import Grants
from stegvis.participants.models.granting import grants_of, kinds_in
from stegvis.participants.models.seeing import because_of_row, sees_row
from stegvis.participants.values.reasons import TEAM_CONSENT

KINDS = [(about.value, ABOUT_NAMES[about]) for about in About]


class PersonalQuerySet(ScopedQuerySet):
    """What is fetched for a viewer is noted, so that no page can read a person in silence.

    Each row then says why it is seen, in `seen_because`: a code of `values.reasons`.
    """

    seen_by: Viewer | None = None
    granted: Grants | None = None
    otherwise = TEAM_CONSENT

    def visible_to(self, viewer: Viewer) -> Self:
        seen = super().visible_to(viewer)
        seen.seen_by = viewer
        return seen

    def narrowed_to(self, viewer: Viewer) -> Self:
        return self.filter(sees_row(viewer)).annotate(seen_because=because_of_row(viewer))

    def of(self, viewer: Viewer, person: Any) -> Self:
        """Rows about one person: the same as `visible_to` shows of them, and quicker to ask."""
        granted = grants_of(viewer, person)
        rows = self.filter(self.seen_with(granted), person=person.pk).as_scoped()
        rows.seen_by, rows.granted = viewer, granted
        return rows

    def seen_with(self, granted: Grants) -> Q:
        return kinds_in(granted)

    def because(self, granted: Grants, row: Any) -> str:
        """Why a row is seen that was found by `seen_with`."""
        return granted.because.get((row.owner_id, About(row.about)), self.otherwise)

    def _clone(self) -> Self:
        clone = super()._clone()
        clone.seen_by, clone.granted = self.seen_by, self.granted
        return clone

    def _fetch_all(self) -> None:
        is_new = self._result_cache is None  # type: ignore[has-type]
        super()._fetch_all()
        if is_new and self.seen_by is not None:
            for row in self._result_cache or ():
                self._note(row)

    def iterator(self, *args: Any, **kwargs: Any) -> Any:
        if self.seen_by is not None:
            raise UnscopedError("what is read for a viewer is read whole, so that it is logged")
        return super().iterator(*args, **kwargs)

    def aggregate(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        if self.seen_by is not None:
            raise UnscopedError("what is read for a viewer is read whole, so that it is logged")
        return super().aggregate(*args, **kwargs)

    def _note(self, row: Any) -> None:
        if not hasattr(row, "subject"):
            sentence = f"{self.model.__name__}: read whole rows, so that the log knows of whom"
            raise UnscopedError(sentence)
        if self.granted is not None:
            row.seen_because = self.because(self.granted, row)
        saw(row.subject, about=row.information, ground=row.seen_because)


class PersonalModel(BaseModel):
    """A row about a person: `owner` is the agency that answers for it, `about` how guarded it is.

    Whoever changes it sends the `version` that they read.
    """

    person = models.ForeignKey("participants.Person", on_delete=models.PROTECT, related_name="+")
    owner = models.ForeignKey("organisations.Agency", on_delete=models.PROTECT, related_name="+")
    about = models.CharField(max_length=10, choices=KINDS, default=About.ORDINARY)
    version = models.PositiveIntegerField(default=1)

    objects: ClassVar[Any] = PersonalQuerySet.as_manager()

    class Meta:
        abstract = True

    @property
    def subject(self) -> UUID:
        found: UUID = self.person_id
        return found

    @property
    def information(self) -> tuple[About, ...]:
        """The classes that are read with the row."""
        return (About(self.about),)


def codes(*, blank: bool = True) -> "ArrayField[Any, Any]":
    return ArrayField(models.CharField(max_length=40), default=list, blank=blank)
