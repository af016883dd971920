"""What somebody wrote and has not sent: kept for them alone, in one place, encrypted."""

import json
from collections.abc import Mapping
from typing import cast
from uuid import UUID

from stegvis.core.models import Draft

Fields = Mapping[str, str | list[str]]


def keep(user: UUID, place: str, fields: Fields) -> None:
    """Replaces what was kept there before."""
    content = json.dumps(dict(fields), ensure_ascii=False)
    Draft.objects.update_or_create(user=user, place=place, defaults={"content": content})


def kept(user: UUID, place: str) -> dict[str, str | list[str]] | None:
    draft = Draft.objects.filter(user=user, place=place).first()
    return cast("dict[str, str | list[str]]", json.loads(str(draft.content))) if draft else None


def forget(user: UUID, place: str) -> None:
    Draft.objects.filter(user=user, place=place).delete()
