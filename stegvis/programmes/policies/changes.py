"""Who may change what a programme is, and what is asked of a change before it is kept."""

from datetime import date
from uuid import UUID

from stegvis.core.values.formatting import day
from stegvis.core.values.language import gettext as _
from stegvis.core.values.refusals import Refused
from stegvis.core.values.viewers import Viewer
from stegvis.organisations.values.roles import Permission
from stegvis.programmes.models import DefinitionVersion, Programme
from stegvis.programmes.values.definition import Definition


class ChangedMeanwhileError(Refused):
    """Somebody else has saved a version since the writer began."""


def check_can_define(association: UUID, viewer: Viewer) -> None:
    if not viewer.may(Permission.DEFINE_PROGRAMMES, association):
        raise Refused(
            _("Den som leder insatsen och förbundschefen kan ändra den. Du kan läsa allt som står.")
        )


def why_not_define(association: UUID, viewer: Viewer) -> str:
    """The sentence on the disabled button; nothing when it may be pressed."""
    try:
        check_can_define(association, viewer)
    except Refused as refused:
        return refused.sentence
    return ""


def check_place(definition: Definition, programme: Programme) -> None:
    """An id never changes, nor which programme it is a part of."""
    if definition.id != programme.slug:
        sentence = _(
            "Definitionen har id {other}, men insatsen har id {own}. Ett id ändras aldrig."
        )
        raise Refused(sentence.format(other=definition.id, own=programme.slug))
    whole = programme.whole.slug if programme.whole else None
    if definition.part_of != whole:
        sentence = _("Vilken insats den är en del av (part_of) ändras aldrig; här står {other}.")
        raise Refused(sentence.format(other=definition.part_of or "–"))


def check_started_from(newest: DefinitionVersion | None, started_from: int | None) -> None:
    if newest is None or started_from is None or newest.number == started_from:
        return
    who = newest.recorded_by.name if newest.recorded_by else _("Någon annan")
    sentence = _(
        "{who} sparade version {label} medan du skrev. Inget av ditt har gått förlorat: "
        "jämför nedan och bestäm vad som ska gälla."
    )
    raise ChangedMeanwhileError(sentence.format(who=who, label=newest.label))


def check_effective(newest: DefinitionVersion | None, effective_on: date) -> None:
    if newest is not None and effective_on < newest.effective_on:
        sentence = _(
            "Den senaste versionen gäller från {first}. "
            "En ny kan gälla från samma dag eller senare."
        )
        raise Refused(sentence.format(first=day(newest.effective_on)))


def check_changed(before: Definition | None, after: Definition) -> None:
    """The name of the version is no change; neither are comments and spaces."""
    nameless = {"version": "", "versions": ()}
    if before and before.model_copy(update=nameless) == after.model_copy(update=nameless):
        raise Refused(_("Det som står är likadant som förut. Det finns inget att spara."))
