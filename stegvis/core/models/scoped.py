"""Rows that nobody reads before saying for whom, or why for nobody."""

from collections.abc import Callable
from functools import lru_cache
from typing import Any, Self, cast

from django.db import models

from stegvis.core.values.viewers import Viewer

VIEWERS_REMEMBERED = 512  # times the kinds of rows that each looks at


class UnscopedError(RuntimeError):
    """Somebody asked the database without saying who is looking."""


class ScopedQuerySet(models.QuerySet[Any]):
    """Refuses to touch the database until `visible_to` or `unscoped` has been said.

    Does not stop `row.other`, `values("other__name")` or a subquery: hence the second wall.
    """

    is_scoped = False

    def visible_to(self, viewer: Viewer) -> Self:
        if self._is_whole:
            kind = type(self)
            model: Any = self.model
            return cast("Self", _narrowed(kind, model, kind.narrowed_to, viewer).all())
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

    @property
    def _is_whole(self) -> bool:
        """Nothing has been asked of it yet: then what a viewer sees of it is always the same."""
        query = self.query
        asked = (query.where, query.annotations, query.order_by, query.select_related)
        elsewhere = self._hints, self._db  # type: ignore[attr-defined]
        return not any(asked) and not any(elsewhere) and not query.is_sliced

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

    def aiterator(self, chunk_size: int = 0) -> Any:
        del chunk_size
        raise UnscopedError("rows are read within the transaction that knows who is looking")

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


@lru_cache(maxsize=VIEWERS_REMEMBERED)
def _narrowed(
    kind: type[ScopedQuerySet], model: Any, _narrow: Callable[..., Any], viewer: Viewer
) -> ScopedQuerySet:
    """A question is built once for each viewer, which takes longer than to ask it; never answers.

    So `narrowed_to` rests on the viewer and nothing else. `_narrow` is how it narrows, so that
    another way is another question.
    """
    return kind(model).narrowed_to(viewer).as_scoped()


def forget_questions() -> None:
    """For who changes the code itself, as tests of the walls do."""
    _narrowed.cache_clear()
