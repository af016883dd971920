"""Changing a row that others may change: only from the version that was read."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.db.models import F, QuerySet


class ChangedMeanwhileError(Exception):
    """Somebody has saved since the form was opened; nothing is changed. See web.shell.meanwhile."""


def change_versioned(
    rows: "QuerySet[Any]", key: UUID, values: Mapping[str, Any], *, version: int
) -> None:
    """One statement, so that of two who save at once only the first does."""
    changed = rows.filter(pk=key, version=version).update(version=F("version") + 1, **values)
    if not changed:
        raise ChangedMeanwhileError
