"""What a stored field may tell, and about whom: said for every field of every model.

A model says it in a class of its own, so that erasure, export, the log and the record of
processing all read the same:

    class Privacy:
        name = STAFF, TEXT
"""

from enum import StrEnum

from stegvis.core.values.language import gettext_noop as N_


class About(StrEnum):
    """The access class: whom the field tells of, from nobody to what is closed."""

    NOBODY = "nobody"
    STAFF = "staff"
    IDENTITY = "identity"
    ORDINARY = "ordinary"
    SENSITIVE = "sensitive"
    CLOSED = "closed"


class Holds(StrEnum):
    """What kind of content it is: what can be counted, and what must be read to be understood."""

    KEY = "key"
    CODE = "code"
    NUMBER = "number"
    DATE = "date"
    TEXT = "text"
    FILE = "file"


NOBODY, STAFF, IDENTITY = About.NOBODY, About.STAFF, About.IDENTITY
ORDINARY, SENSITIVE, CLOSED = About.ORDINARY, About.SENSITIVE, About.CLOSED
KEY, CODE, NUMBER, DATE, TEXT, FILE = Holds

ABOUT_NAMES = {
    NOBODY: N_("ingen person"),
    STAFF: N_("den som arbetar"),
    IDENTITY: N_("vem en deltagare är"),
    ORDINARY: N_("en deltagare"),
    SENSITIVE: N_("en deltagare, känsligt"),
    CLOSED: N_("en deltagare, slutet"),
}
HOLDS_NAMES = {
    KEY: N_("nyckel"),
    CODE: N_("kod"),
    NUMBER: N_("tal"),
    DATE: N_("datum"),
    TEXT: N_("fritext"),
    FILE: N_("fil"),
}
