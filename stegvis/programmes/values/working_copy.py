"""A definition that somebody is changing and has not yet saved as a version."""

from dataclasses import dataclass, replace
from uuid import UUID

NEW_PROGRAMME = "/insatser/ny/kopia/"


@dataclass(frozen=True)
class WorkingCopy:
    """`started_from` is the number of the version that was changed; 0 for a new programme.

    `is_kept` says that it differs from that version and is kept for its writer.
    """

    text: str
    association: UUID
    started_from: int = 0
    is_kept: bool = False

    def saying(self, text: str) -> "WorkingCopy":
        return replace(self, text=text, is_kept=True)


def place_of(programme: UUID | None) -> str:
    """Where a copy is kept: under the address at which it is changed, where no form is sent.

    What the end of a session keeps of a form stands at the form's own address.
    """
    return NEW_PROGRAMME if programme is None else f"/insatser/{programme}/andra/kopia/"
