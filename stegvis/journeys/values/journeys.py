"""What is recorded of a journey, and when somebody must decide before it is."""

from enum import StrEnum

from stegvis.core.values.language import gettext_noop as N_

REGISTERED_IN_ERROR = "registered_in_error"
"""The exit reason of an enrolment that never was: it stands in nobody's way."""

LONGEST_WHY = 1000  # characters: a sentence or two, not a record


class Moment(StrEnum):
    """When an income is told of; codes of the shared list `moment`."""

    BEFORE = "before"
    EXIT = "exit"
    MONTHS_6 = "months_6"
    MONTHS_12 = "months_12"


class Doubt(StrEnum):
    """What practice may decide and no rule can: recorded with who decided and why."""

    BEFORE_PERIOD = "before_period"
    AFTER_PERIOD = "after_period"
    AFTER_INTAKE_STOP = "after_intake_stop"
    OUTSIDE_TARGET_GROUP = "outside_target_group"


DOUBTS = {
    Doubt.BEFORE_PERIOD: N_("Dagen ligger före den tid som är beslutad för insatsen."),
    Doubt.AFTER_PERIOD: N_("Dagen ligger efter den tid som är beslutad för insatsen."),
    Doubt.AFTER_INTAKE_STOP: N_("Dagen ligger efter insatsens intagsstopp."),
    Doubt.OUTSIDE_TARGET_GROUP: N_("Personen ser inte ut att höra till målgruppen."),
}


class Kind(StrEnum):
    """The kinds of row that are changed, and kept as they were."""

    ENROLMENT = "enrolment"
    PLAN = "plan"
    INCOME = "income"
