"""What the pages of administration show."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from stegvis.core.values.formatting import day
from stegvis.core.values.language import gettext as _
from stegvis.core.values.periods import Period
from stegvis.organisations.values.acts import SENTENCES, ActKind
from stegvis.organisations.values.roles import ROLE_OF


@dataclass(frozen=True)
class ActRow:
    at: datetime
    by: str
    about: str
    about_id: UUID | None
    words: str


@dataclass(frozen=True)
class AssociationCard:
    id: UUID
    name: str
    may_register: bool


@dataclass(frozen=True)
class MembershipRow:
    """`last_day` is the last one included; "" where the role goes on."""

    id: UUID
    association: str
    role: str
    unit: str
    first_day: str
    last_day: str
    is_to_come: bool


@dataclass(frozen=True)
class ColleagueRow:
    id: UUID
    name: str
    email: str
    roles: tuple[str, ...]
    is_active: bool


def act_rows(acts: Iterable[Any]) -> list[ActRow]:
    return [
        ActRow(
            act.at,
            act.by.name if act.by else _("Kommandoraden"),
            act.user.name if act.user_id else "",
            act.user_id,
            act_words(act),
        )
        for act in acts
    ]


def act_words(act: Any) -> str:
    role = _(ROLE_OF[act.role].name) if act.role in ROLE_OF else act.role
    sentence = _(SENTENCES[ActKind(act.kind)]).format(
        role=role, day=day(act.day) if act.day else ""
    )
    return f"{sentence}: {act.what}" if act.what else sentence


def association_cards(associations: Iterable[Any], *, on: date) -> list[AssociationCard]:
    return [AssociationCard(one.pk, one.name, one.may_register_persons(on)) for one in associations]


def membership_rows(memberships: Iterable[Any], *, on: date) -> list[MembershipRow]:
    return [_membership_row(one, on) for one in memberships]


def _membership_row(one: Any, on: date) -> MembershipRow:
    last = last_day(one.starts_on, one.ends_on)
    return MembershipRow(
        one.pk,
        one.association.name,
        _(ROLE_OF[one.role].name),
        f"{one.unit.agency.name}: {one.unit.name}" if one.unit else "",
        day(one.starts_on),
        last,
        one.starts_on > on,
    )


def last_day(starts_on: date, ends_on: date | None) -> str:
    if ends_on is None:
        return ""
    if ends_on <= starts_on:
        return _("gällde aldrig")
    return day(Period(starts_on, ends_on).last_day or ends_on)


def colleague_rows(users: Iterable[Any]) -> list[ColleagueRow]:
    return [
        ColleagueRow(one.pk, one.name, one.email, tuple(map(_held, one.held)), one.is_active)
        for one in users
    ]


def _held(membership: Any) -> str:
    role = _(ROLE_OF[membership.role].name)
    return f"{role}, {membership.unit.name}" if membership.unit else role
