"""Which role may be given to whom, by whom, from when."""

from datetime import date, timedelta
from uuid import UUID

from stegvis.core.values.formatting import day
from stegvis.core.values.language import gettext as _
from stegvis.core.values.refusals import Refused
from stegvis.core.values.viewers import Viewer
from stegvis.organisations.models import Membership, Unit, User
from stegvis.organisations.policies.administration import check_administers, check_is_there
from stegvis.organisations.values.grants import Grant
from stegvis.organisations.values.roles import OF_PARTICIPANTS, ROLE_OF, Role


def needs_two(role: str) -> bool:
    """Who administers gives the others their roles: that one is not given by one person alone."""
    return ROLE_OF[role].administers


def check_can_grant(new: Grant, *, viewer: Viewer, instead_of: UUID | None = None) -> None:
    """Everything but the second person; `instead_of` is the membership that ends the same day."""
    check_administers(viewer, new.association)
    check_not_oneself(new.user, viewer)
    check_can_hold(new, on=viewer.on, instead_of=instead_of)


def check_can_hold(new: Grant, *, on: date, instead_of: UUID | None = None) -> None:
    """What is asked again when the second person has agreed."""
    check_role(new.role)
    if new.starts_on < on:
        raise Refused(_("En roll kan gälla tidigast från i dag, {day}.").format(day=day(on)))
    if not User.objects.get(pk=new.user).is_active:
        raise Refused(_("Kontot är stängt. Öppna det igen först."))
    check_place(new)
    check_go_together(new, instead_of=instead_of)


def check_not_oneself(user: UUID, viewer: Viewer) -> None:
    if user == viewer.user:
        raise Refused(_("Ingen ger sig själv en roll. Be en annan administratör."))


def check_role(role: str) -> None:
    if role == OF_PARTICIPANTS:
        raise Refused(_("Deltagare får sin egen sida av den som arbetar med dem."))
    if role not in ROLE_OF:
        raise Refused(_("Rollen {role} finns inte.").format(role=role))


def check_place(new: Grant) -> None:
    if new.unit is None:
        if ROLE_OF[new.role].sees_persons:
            raise Refused(_("Välj en enhet: den som ser deltagare gör det för sin myndighet."))
        return
    units = Unit.objects.select_related("agency")
    unit = units.get(pk=new.unit, agency__association=new.association)
    check_is_there(unit.agency, new.starts_on)
    check_is_there(unit, new.starts_on)


def check_go_together(new: Grant, *, instead_of: UUID | None = None) -> None:
    """Call with the user's row locked: the trigger refuses the same, without a sentence."""
    held = Membership.objects.filter(user=new.user, association=new.association)
    for one in held.lasting(new.starts_on).exclude(pk=instead_of):
        if (one.role, one.unit_id) == (new.role, new.unit):
            raise Refused(_("Personen har redan den rollen där."))
        check_roles_go_together(ROLE_OF[new.role], ROLE_OF[one.role])


def check_roles_go_together(first: Role, second: Role) -> None:
    for seeing, other in ((first, second), (second, first)):
        if seeing.sees_persons and (other.is_economic or other.administers):
            raise Refused(_why_apart(seeing, other))


def _why_apart(seeing: Role, other: Role) -> str:
    sentence = (
        _("{seeing} ser deltagare och {other} sköter förbundets pengar: ingen har båda.")
        if other.is_economic
        else _("{seeing} ser deltagare och {other} ger roller: ingen har båda.")
    )
    ending = _("Avsluta den ena rollen, eller ge uppgiften till någon annan.")
    apart = sentence.format(seeing=_(seeing.name), other=_(other.name))
    return f"{apart} {ending}"


def check_not_prolonged(membership: Membership, ends_on: date) -> None:
    """To end is never to give: a longer role is a new one, asked about as such."""
    if membership.ends_on is not None and ends_on > membership.ends_on:
        last = day(membership.ends_on - timedelta(days=1))
        sentence = _("Rollen slutar redan {day}. Ge en ny roll om den ska gälla längre.")
        raise Refused(sentence.format(day=last))


def check_somebody_is_left(membership: Membership, on: date) -> None:
    """An association is never left without anybody who can give roles."""
    if not ROLE_OF[membership.role].administers:
        return
    others = Membership.objects.filter(association=membership.association_id, role=membership.role)
    lasting = others.exclude(pk=membership.pk).filter(user__is_active=True, ends_on=None)
    if not lasting.current_on(on).exists():
        raise Refused(_("Det är förbundets enda administratör. Ge rollen till någon annan först."))
