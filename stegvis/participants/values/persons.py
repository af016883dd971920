"""Codes of what is kept about who a person is."""

from enum import StrEnum

from stegvis.core.values.language import gettext_noop as N_


class Protection(StrEnum):
    """The three forms of protected identity, and none."""

    NONE = "none"
    MARKED = "marked"
    REGISTERED = "registered"
    FICTITIOUS = "fictitious"


PROTECTION_NAMES = {
    Protection.NONE: N_("Ingen"),
    Protection.MARKED: N_("Sekretessmarkering"),
    Protection.REGISTERED: N_("Skyddad folkbokföring"),
    Protection.FICTITIOUS: N_("Fingerade personuppgifter"),
}


class NumberKind(StrEnum):
    NONE = "none"
    PERSONAL = "personal"
    COORDINATION = "coordination"


class Gender(StrEnum):
    """As the facts have it; the register's two, and not known."""

    WOMAN = "woman"
    MAN = "man"
    UNKNOWN = "unknown"


GENDER_NAMES = {
    Gender.WOMAN: N_("Kvinna"),
    Gender.MAN: N_("Man"),
    Gender.UNKNOWN: N_("Okänt"),
}


class RepresentativeKind(StrEnum):
    GUARDIAN = "guardian"
    GOD_MAN = "god_man"
    ADMINISTRATOR = "administrator"


REPRESENTATIVE_NAMES = {
    RepresentativeKind.GUARDIAN: N_("Vårdnadshavare"),
    RepresentativeKind.GOD_MAN: N_("God man"),
    RepresentativeKind.ADMINISTRATOR: N_("Förvaltare"),
}


class Ground(StrEnum):
    """Why somebody may be registered at all: their consent, or the agency's own task."""

    CONSENT = "consent"
    OWN = "own"


GROUND_NAMES = {
    Ground.CONSENT: N_("Personen har samtyckt"),
    Ground.OWN: N_("Vi har själva en grund, till exempel ett ärende hos oss"),
}
