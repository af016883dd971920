"""Those who work in an association, for whoever administers it. Participants are not among them."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet

from stegvis.core.values.viewers import Viewer
from stegvis.organisations.models import Act, GrantRequest, Membership, User
from stegvis.organisations.models.memberships import MembershipQuerySet
from stegvis.organisations.values.roles import OF_PARTICIPANTS, Permission

LATEST_ACTS = 50


@dataclass(frozen=True)
class Colleague:
    """One person and what they hold and have held, where the viewer administers."""

    user: User
    memberships: tuple[Membership, ...]
    acts: tuple[Act, ...]
    has_second_factor: bool
    is_bound: bool

    def lasting(self, on: date) -> list[Membership]:
        return [one for one in self.memberships if lasts(one, on)]

    def ended(self, on: date) -> list[Membership]:
        return [one for one in self.memberships if not lasts(one, on)]


def lasts(membership: Membership, on: date) -> bool:
    ends_on = membership.ends_on
    return ends_on is None or (ends_on > on and ends_on > membership.starts_on)


def colleagues_of(viewer: Viewer) -> "QuerySet[User]":
    """Who holds, has held or is proposed for a role, other than the participant's."""
    mine = viewer.associations_with(Permission.ADMINISTER)
    asked = GrantRequest.objects.filter(association__in=mine, user=OuterRef("pk"))
    held = _held(viewer).filter(user=OuterRef("pk"))
    return User.objects.filter(Exists(held) | Exists(asked))


def people_of(viewer: Viewer, *, words: str = "", state: str = "") -> "QuerySet[User]":
    """With `held`, their memberships as they stand; `state` is active, left or all ("")."""
    found = colleagues_of(viewer)
    if words.strip():
        found = found.filter(Q(name__icontains=words.strip()) | Q(email__icontains=words.strip()))
    lasting = _held(viewer).lasting(viewer.on)
    if state:
        has_role = Exists(lasting.filter(user=OuterRef("pk")))
        found = found.filter(has_role if state == "active" else ~has_role)
    ordered = lasting.select_related("unit__agency", "association").order_by("starts_on", "pk")
    return found.prefetch_related(Prefetch("memberships", queryset=ordered, to_attr="held"))


def membership_of(viewer: Viewer, key: UUID) -> Membership:
    """One that holds, or is to begin."""
    found: Membership = _held(viewer).lasting(viewer.on).select_related("user").get(pk=key)
    return found


def colleague_of(viewer: Viewer, user: UUID) -> Colleague:
    found = colleagues_of(viewer).get(pk=user)
    memberships = _held(viewer).filter(user=found).select_related("unit__agency", "association")
    mine = viewer.associations_with(Permission.ADMINISTER)
    acts = Act.objects.filter(user=found, association__in=mine).select_related("by")
    return Colleague(
        found,
        tuple(memberships.order_by("-starts_on", "pk")),
        tuple(acts.order_by("-at", "pk")[:LATEST_ACTS]),
        Authenticator.objects.filter(user=found).exists(),
        SocialAccount.objects.filter(user=found).exists(),
    )


def is_only_ours(viewer: Viewer, user: UUID) -> bool:
    """Nobody but those whom the viewer administers has anything to do with the account."""
    mine = viewer.associations_with(Permission.ADMINISTER)
    held = Membership.objects.filter(user=user)
    others = (
        held.exclude(association__in=mine),
        held.filter(role=OF_PARTICIPANTS),
        GrantRequest.objects.filter(user=user).exclude(association__in=mine),
        Act.objects.filter(user=user).exclude(association__in=mine),
    )
    return not any(rows.exists() for rows in others)


def _held(viewer: Viewer) -> MembershipQuerySet:
    mine = viewer.associations_with(Permission.ADMINISTER)
    found: MembershipQuerySet = Membership.objects.of_staff().filter(association__in=mine)
    return found
