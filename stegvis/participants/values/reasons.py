"""Why somebody sees a person: the codes of involvements, and the sentence on the page."""

from enum import StrEnum

from stegvis.core.values.language import gettext_noop as N_


class Reason(StrEnum):
    CASE_WORKER = "case_worker"
    LEADER = "leader"
    UNIT = "unit"
    SPECIALIST = "specialist"
    GROUP = "group"
    REFERRED = "referred"
    PARTNER = "partner"
    CASE_LIFTED = "case_lifted"
    REGISTERED = "registered"
    RECEIVED = "received"
    HANDOVER = "handover"
    OWN = "own"


NOT_WORK = (Reason.OWN, Reason.HANDOVER)
"""Whoever is involved so does not work with the person: no case is theirs."""

TEAM_CONSENT = "team_consent"
"""Not an involvement of its own: another agency's rows, opened by a consent."""
FOUND_NOBODY = "found_nobody"
"""Ground in the log of a search that showed nobody."""
ASKED = "asked"
"""Ground in the log of an extract that the participant has asked for."""
DISCLOSED = "disclosed"
"""What another agency has told the viewer's, whatever has been agreed to."""

BECAUSE = {
    Reason.CASE_WORKER: N_("du är handläggare för personen"),
    Reason.LEADER: N_("du leder insatsen som personen är med i"),
    Reason.UNIT: N_("din enhet ansvarar för personen"),
    Reason.SPECIALIST: N_("du har fått ett uppdrag för personen"),
    Reason.GROUP: N_("personen är med i en grupp som du håller i"),
    Reason.REFERRED: N_("du har remitterat personen till insatsen"),
    Reason.PARTNER: N_("du handlägger personens ärende hos din myndighet"),
    Reason.CASE_LIFTED: N_("personens ärende har lyfts i ett möte som du är med i"),
    Reason.REGISTERED: N_("du registrerade personen"),
    Reason.RECEIVED: N_("någon har lämnat ut uppgifter om personen till dig"),
    Reason.HANDOVER: N_("du fördelar personens ärende på din enhet"),
    Reason.OWN: N_("det handlar om dig"),
    DISCLOSED: N_("det har lämnats ut till din myndighet"),
    TEAM_CONSENT: N_("personen har samtyckt till att din myndighet läser det"),
}

REASON_NAMES = {
    Reason.CASE_WORKER: N_("Handläggare"),
    Reason.LEADER: N_("Leder insatsen"),
    Reason.UNIT: N_("Ansvarig enhet"),
    Reason.SPECIALIST: N_("Har ett uppdrag"),
    Reason.GROUP: N_("Håller i en grupp"),
    Reason.REFERRED: N_("Har remitterat"),
    Reason.PARTNER: N_("Handlägger hos sin myndighet"),
    Reason.CASE_LIFTED: N_("Med i ett möte där ärendet lyfts"),
    Reason.REGISTERED: N_("Har registrerat personen"),
    Reason.RECEIVED: N_("Har fått uppgifter utlämnade"),
    Reason.HANDOVER: N_("Fördelar ärendet"),
    Reason.OWN: N_("Personen själv"),
}
