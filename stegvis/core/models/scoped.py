"""Rows that nobody reads before saying for whom, or why for nobody."""

from typing import Any, Self

from django.db import models

from stegvis.core.values.viewers import Viewer


class UnscopedError(RuntimeError):
    """Somebody asked the database without saying who is looking."""


class ScopedQuerySet(models.QuerySet[Any]):
    """Refuses to touch the database until `visible_to` or `unscoped` has been said.

    Does not stop `row.other`, `values("other__name")` or a subquery: hence the second wall.
    """

    is_scoped = False

    def visible_to(self, viewer: Viewer) -> Self:
        return self.narrowed_to(viewer).as_scoped()

    def unscoped(self, *, reason: str) -> Self:
        """For nobody in particular: a job, a constraint, the demo. The reason is for the reader."""
        if not reason:
            raise UnscopedError("a reason is needed")
        return self.as_scoped()

    def narrowed_to(self, viewer: Viewer) -> Self:
        """What a viewer may see; every scoped queryset says it for its own rows."""
        raise NotImplementedError

    def as_scoped(self) -> Self:
        clone = self.all()
        clone.is_scoped = True
        return clone

    def _clone(self) -> Self:
        clone: Self = super()._clone()  # type: ignore[misc]
        clone.is_scoped = self.is_scoped
        return clone

    def _check_scoped(self) -> None:
        if not self.is_scoped:
            sentence = f"{self.model.__name__}: say visible_to(viewer) or unscoped(reason=…) first"
            raise UnscopedError(sentence)

    def _fetch_all(self) -> None:
        self._check_scoped()
        super()._fetch_all()  # type: ignore[misc]

    def iterator(self, *args: Any, **kwargs: Any) -> Any:
        self._check_scoped()
        return super().iterator(*args, **kwargs)

    def count(self) -> int:
        self._check_scoped()
        return super().count()

    def exists(self) -> bool:
        self._check_scoped()
        return super().exists()

    def aggregate(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        self._check_scoped()
        return super().aggregate(*args, **kwargs)

    def update(self, **kwargs: Any) -> int:
        self._check_scoped()
        return super().update(**kwargs)

    def delete(self) -> tuple[int, dict[str, int]]:
        self._check_scoped()
        return super().delete()
