"""How the person may be reached without harm, and who acts for them."""

from typing import Any

from django.urls import reverse

from stegvis.core.values.formatting import day
from stegvis.core.values.language import gettext as _
from stegvis.core.values.language import gettext_noop as N_
from stegvis.core.values.viewers import Viewer
from stegvis.participants.queries.contacts import contacts_of, representatives_of
from stegvis.participants.queries.persons import Person
from stegvis.participants.values.consents import PURPOSE_NAMES, Purpose
from stegvis.participants.values.persons import REPRESENTATIVE_NAMES, RepresentativeKind
from stegvis.web.people.section import Section

WAYS = (
    ("may_call", N_("ringa")),
    ("may_leave_message", N_("lämna meddelande")),
    ("may_text", N_("skicka sms")),
    ("may_email", N_("skicka e-post")),
    ("may_post", N_("skicka brev")),
)


def section(viewer: Viewer, person: Person) -> Section:
    told = {
        "cards": [_card(one) for one in contacts_of(viewer, person)],
        "representatives": [
            _representative(one, viewer) for one in representatives_of(viewer, person)
        ],
    }
    return Section("contact", _("Kontakt"), "people/sections/contact.html", told)


def _card(one: Any) -> dict[str, Any]:
    may = [_(words) for name, words in WAYS if getattr(one, name)]
    may_not = [_(words) for name, words in WAYS if not getattr(one, name)]
    rows = [(_("Telefon"), one.phone), (_("E-post"), one.email), (_("Adress"), one.address)]
    return {
        "owner": one.owner.name,
        "may": _("Vi får {ways}.").format(ways=", ".join(may)) if may else "",
        "may_not": _("Vi får inte {ways}.").format(ways=", ".join(may_not)) if may_not else "",
        "neutral": one.neutral_sender,
        "rows": [row for row in rows if row[1]],
        "note": one.note,
    }


def _representative(one: Any, viewer: Viewer) -> dict[str, Any]:
    signs = ", ".join(_(PURPOSE_NAMES[Purpose(code)]) for code in one.may_sign)
    until = day(one.ends_on) if one.ends_on else ""
    return {
        "kind": _(REPRESENTATIVE_NAMES[RepresentativeKind(one.kind)]),
        "name": one.name,
        "phone": one.phone,
        "signs": signs or _("ingenting"),
        "since": day(one.starts_on),
        "until": until,
        "is_over": one.ends_on is not None and one.ends_on <= viewer.on,
        "address": reverse("representative", args=[one.person_id, one.pk]),
    }
