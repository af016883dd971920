"""What is told on purpose: the pieces, the ground, and the copy that is kept."""

import hashlib
from base64 import b64decode, b64encode
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Self
from uuid import UUID

from pydantic import BaseModel

from stegvis.core.values.language import gettext_noop as N_
from stegvis.core.values.privacy import About


class Ground(StrEnum):
    CONSENT = "consent"
    LAW = "law"
    NECESSITY = "necessity"


GROUND_NAMES = {
    Ground.CONSENT: N_("Samtycke"),
    Ground.LAW: N_("Lag"),
    Ground.NECESSITY: N_("Nödvändigt för arbetet"),
}

NAME = "identity.name"
"""Goes with whatever is told: nobody can receive something about nobody."""


@dataclass(frozen=True)
class Item:
    """One thing that may be told; `code` is its own within the person.

    A file has content, which is read only when it is about to be told.
    """

    code: str
    label: str
    about: About
    value: str
    media_type: str = ""
    content: Callable[[], bytes] = bytes


@dataclass(frozen=True)
class NewDisclosure:
    """`what` are codes of items; `seen` the fingerprint of the preview they were shown in.

    `outside` is who receives it, where that is nobody of the association's agencies.
    """

    ground: Ground
    purpose: str
    what: tuple[str, ...]
    recipient: UUID | None = None
    to_user: UUID | None = None
    outside: str = ""
    legal_text: str = ""
    why: str = ""
    seen: str = ""


class Told(BaseModel):
    """One item as it was told; the content of a file in base64."""

    code: str
    label: str
    about: About
    value: str
    media_type: str = ""
    content: str = ""

    @property
    def file(self) -> bytes:
        return b64decode(self.content)


class Copy(BaseModel):
    """All that was told: what the recipient sees, and nothing else."""

    format: int = 1
    items: tuple[Told, ...]

    @classmethod
    def of(cls, items: Iterable[Item]) -> Self:
        return cls(
            items=tuple(
                Told(
                    code=one.code,
                    label=one.label,
                    about=one.about,
                    value=one.value,
                    media_type=one.media_type,
                    content=b64encode(one.content()).decode(),
                )
                for one in items
            )
        )

    @property
    def fingerprint(self) -> str:
        """SHA-256 in hex: the preview and what is sent are the same, or are not."""
        return hashlib.sha256(self.model_dump_json().encode()).hexdigest()

    @property
    def classes(self) -> frozenset[About]:
        return frozenset(one.about for one in self.items)

    @property
    def guarded_as(self) -> About:
        """The row is as guarded as the most guarded thing in it."""
        return max(self.classes, key=list(About).index)
