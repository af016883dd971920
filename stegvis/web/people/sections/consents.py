"""What the person has agreed to, who is shut out, and what they have asked for themself."""

from stegvis.core.values.language import gettext as _
from stegvis.core.values.viewers import Viewer
from stegvis.organisations.queries.names import is_unused
from stegvis.organisations.values.roles import Permission
from stegvis.participants.queries.acting import acting_for, agencies_of
from stegvis.participants.queries.consents import consents_of, exceptions_of, signings_of
from stegvis.participants.queries.own import wishes_of
from stegvis.participants.queries.persons import Person
from stegvis.participants.queries.rules import rules_of
from stegvis.web.consents.presenters import chips, consent_row, exception_row
from stegvis.web.people.section import Section


def section(viewer: Viewer, person: Person) -> Section:
    consents, signings = consents_of(viewer, person), signings_of(viewer, person)
    weeks = rules_of(person.association_id).warn_weeks
    acting = acting_for(viewer, person)
    own = {one.pk for one in acting}
    rows = [
        consent_row(one, viewer.on, weeks=weeks, signing=signings.get(one.signing_id))
        for one in consents
    ]
    agencies = agencies_of(person.association_id, viewer) if acting else []
    told = {
        "chips": chips(consents, agencies, own, viewer.on),
        "consents": rows,
        "has_held": any(row.is_held for row in rows),
        "exceptions": [exception_row(one) for one in exceptions_of(viewer, person)],
        "wishes": [(one, one.owner_id in own) for one in wishes_of(viewer, person)],
        "may": bool(acting) and viewer.may(Permission.TAKE_CONSENT, person.association_id),
    }
    told["has_unused_page"] = told["may"] and is_unused(person.account_id)
    return Section("consents", _("Samtycken"), "people/sections/consents.html", told)
