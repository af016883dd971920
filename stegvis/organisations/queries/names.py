"""What users, units and agencies are called, by their keys: for the log and for receipts."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any
from uuid import UUID

from stegvis.organisations.models import Agency, Unit, User

if TYPE_CHECKING:
    from django.db.models import Model


def name_of(user: UUID | None) -> str:
    """Nothing where nobody did it."""
    return user_names([user]).get(user, "") if user else ""


def user_names(keys: Iterable[UUID | None]) -> dict[UUID, str]:
    return _names(User, keys)


def unit_names(keys: Iterable[UUID | None]) -> dict[UUID, str]:
    return _names(Unit, keys)


def agency_names(keys: Iterable[UUID | None]) -> dict[UUID, str]:
    return _names(Agency, keys)


def addresses_there(addresses: Iterable[str]) -> set[str]:
    """Those that open an account."""
    return set(User.objects.filter(email__in=list(addresses)).values_list("email", flat=True))


def is_unused(user: UUID | None) -> bool:
    """An account that nobody has signed in to."""
    return user is not None and User.objects.filter(pk=user, last_login=None).exists()


def _names(model: "type[Model]", keys: Iterable[UUID | None]) -> dict[UUID, str]:
    wanted = {key for key in keys if key is not None}
    rows: Any = model._default_manager.filter(pk__in=wanted)  # noqa: SLF001 - Django's own name
    return dict(rows.values_list("pk", "name"))
