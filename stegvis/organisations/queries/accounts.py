"""A person's own account: who they are here, and how they sign in."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from allauth.mfa.models import Authenticator

from stegvis.organisations.models import Membership, User
from stegvis.organisations.values.roles import ROLE_OF, Role


@dataclass(frozen=True)
class Belonging:
    association: str
    unit: str
    role: Role


@dataclass(frozen=True)
class Passkey:
    id: int
    name: str
    made_on: date
    used_on: date | None


@dataclass(frozen=True)
class Account:
    """`codes_left` is None where there are no recovery codes at all."""

    email: str
    name: str
    language: str
    has_password: bool
    belongings: tuple[Belonging, ...]
    has_app: bool
    passkeys: tuple[Passkey, ...]
    codes_left: int | None


def account_of(user_id: UUID, *, on: date) -> Account:
    user = User.objects.get(pk=user_id)
    ways = list(Authenticator.objects.filter(user_id=user_id).order_by("created_at"))
    kinds = {way.type: way for way in ways}
    codes = kinds.get(Authenticator.Type.RECOVERY_CODES)
    return Account(
        email=user.email,
        name=user.name,
        language=user.language,
        has_password=user.has_usable_password(),
        belongings=_belongings(user_id, on),
        has_app=Authenticator.Type.TOTP in kinds,
        passkeys=tuple(_passkey(way) for way in ways if way.type == Authenticator.Type.WEBAUTHN),
        codes_left=len(codes.wrap().get_unused_codes()) if codes else None,
    )


def _belongings(user_id: UUID, on: date) -> tuple[Belonging, ...]:
    found = Membership.objects.filter(user_id=user_id).current_on(on)
    ordered = found.select_related("association", "unit").order_by("association__name", "role")
    return tuple(
        Belonging(one.association.name, one.unit.name if one.unit else "", ROLE_OF[one.role])
        for one in ordered
    )


def _passkey(way: Authenticator) -> Passkey:
    used = way.last_used_at
    return Passkey(way.pk, way.wrap().name, way.created_at.date(), used.date() if used else None)
