"""What consents, wishes and tellings give somebody to do: how many and when, never whose."""

from dataclasses import dataclass
from datetime import timedelta

from django.urls import reverse

from stegvis.core.values.formatting import day, number
from stegvis.core.values.language import gettext as _
from stegvis.core.values.language import ngettext
from stegvis.core.values.viewers import Viewer
from stegvis.organisations.values.roles import Permission
from stegvis.participants.queries.consents import endings_of
from stegvis.participants.queries.disclosures import unreceived
from stegvis.participants.queries.own import unanswered
from stegvis.participants.values.consents import PURPOSE_NAMES, Purpose

ONE_DAY = timedelta(days=1)


@dataclass(frozen=True)
class ToDo:
    sentence: str
    href: str
    action: str


def to_do(viewer: Viewer) -> list[ToDo]:
    if not viewer.may(Permission.SEE_PERSONS):
        return []
    return [*_received(viewer), *_asked(viewer), *_ending(viewer)]


def _received(viewer: Viewer) -> list[ToDo]:
    count = unreceived(viewer)
    said = ngettext(
        "{n} utlämnande väntar på att du kvitterar.",
        "{n} utlämnanden väntar på att du kvitterar.",
        count,
    )
    line = ToDo(said.format(n=number(count)), reverse("received"), _("Till Mottaget"))
    return [line] if count else []


def _asked(viewer: Viewer) -> list[ToDo]:
    if not viewer.may(Permission.TAKE_CONSENT):
        return []
    count = unanswered(viewer).count()
    said = ngettext(
        "{n} önskemål från en deltagare väntar på svar.",
        "{n} önskemål från deltagare väntar på svar.",
        count,
    )
    line = ToDo(said.format(n=number(count)), reverse("wishes"), _("Till önskemålen"))
    return [line] if count else []


def _ending(viewer: Viewer) -> list[ToDo]:
    said = _("Ett samtycke går ut {day}: {purpose}.")
    return [
        ToDo(
            said.format(
                day=day(one.ends_on - ONE_DAY), purpose=_(PURPOSE_NAMES[Purpose(one.purpose)])
            ),
            reverse("person", args=[one.person_id]),
            _("Till personen"),
        )
        for one in endings_of(viewer)
        if one.ends_on
    ]
