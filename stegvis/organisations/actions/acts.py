"""What has been done is written down, in the transaction that does it."""

from uuid import UUID

from stegvis.organisations.models import Act
from stegvis.organisations.values.acts import ActKind, Told

NOTHING = Told()


def note(
    kind: ActKind,
    *,
    association: UUID,
    by: UUID | None,
    user: UUID | None = None,
    told: Told = NOTHING,
) -> None:
    Act.objects.create(
        kind=kind,
        association_id=association,
        user_id=user,
        by_id=by,
        role=told.role,
        what=told.what,
        day=told.day,
    )
