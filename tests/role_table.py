"""What every role is answered at addresses without a person in them: written by hand.

From what the roles are for, not from the code. Each role stands in three places: `own` is where
the thing asked for belongs, and is assigned to the programme; `partner` is another agency of the
same association, without assignments; `far` is another association. Addresses about a person
stand in tests/people_table.py; those that are the same for whoever is signed in, and the people
of the cast, in tests/access_table.py.
"""

from dataclasses import dataclass

from tests.access_table import ACCOUNT, AROUND, CHANGE, ENTRANCE
from tests.people_table import GONE, LED_ON, OK, REFUSED, SEES_PERSONS, WRONG

LEADS = {"programme_leader", "programme_leader_without_persons", "leading_case_worker"}
WORKS = LEADS | {"case_worker"}
WRITES = WORKS | {"partner_officer"}
OVERSEES = {"association_manager", "treasurer", "approver", "signatory", "board_member"}
FIGURES = WRITES | {"steering_group_member", "unit_head", "evaluator"} | OVERSEES
READS = FIGURES | {"specialist"}
PROGRAMMES = READS | {"group_leader"}
DEFINES = LEADS | {"association_manager"}
REGISTERS = {"case_worker", "leading_case_worker", "partner_officer"}
ADMINISTERS, HEADS = {"administrator"}, {"unit_head"}
DECIDES = ADMINISTERS | {"association_manager"}
PARTICIPANTS = {"participant"}

ANYBODY, ANYWHERE, ASSOCIATION, UNIT, PROGRAMME, BEGUN = (
    *("anybody", "anywhere", "association", "unit", "programme", "begun"),
)
"""Whose it is: of nobody; of everybody's own; of one association, unit or programme; begun."""

HAVE_BEGUN = {"programme_leader.own", "association_manager.own"}
"""They have a new programme that they have not sent in."""


@dataclass(frozen=True)
class Entry:
    """`answers` are the codes to whoever is let in, to a POST with nothing in it too."""

    roles: frozenset
    answers: dict
    of: str

    def is_for(self, role, group):
        if role not in self.roles:
            return False
        if self.of == PROGRAMME:
            return group == "own" or (group == "partner" and role in OVERSEES)
        if self.of == BEGUN:
            return f"{role}.{group}" in HAVE_BEGUN
        return group in {ANYWHERE: {"own", "partner", "far"}, UNIT: {"own"}}.get(
            self.of, {"own", "partner"}
        )


def reading(roles, of, code=OK):
    return Entry(frozenset(roles), {"GET": code}, of)


def sending(roles, of, code):
    return Entry(frozenset(roles), {"POST": code}, of)


def form(roles, of, code=OK):
    return Entry(frozenset(roles), {"GET": OK, "POST": code}, of)


OF_PROGRAMMES = {
    **{
        name: reading(PROGRAMMES, PROGRAMME)
        for name in (
            *("programme", "programme_file", "programme_versions"),
            *("programme_version", "programme_version_file"),
        )
    },
    "new_programme": form(DEFINES, ANYWHERE),
    **{name: reading(DEFINES, PROGRAMME) for name in ("change_goals", "add_goal")},
    **{name: reading(DEFINES, BEGUN) for name in ("new_change_goals", "new_add_goal")},
    **{name: form(DEFINES, PROGRAMME, code) for name, code in CHANGE.items()},
    **{f"new_{name}": form(DEFINES, BEGUN, code) for name, code in CHANGE.items()},
    **{
        name: reading(FIGURES, PROGRAMME)
        for name in ("standing", "status", "figure", "figure_json")
    },
    **{
        name: reading(WORKS, PROGRAMME)
        for name in ("data_template", "delivery", "delivery_rows", "job")
    },
    **{name: form(WORKS, PROGRAMME) for name in ("data", "delivery_mapping")},
    **{
        f"delivery_{name}": sending(WORKS, PROGRAMME, LED_ON)
        for name in ("apply", "dismiss", "check", "undo")
    },
    **{name: reading(READS, PROGRAMME) for name in ("reports", "frozen_report", "frozen_file")},
    **{name: reading(WRITES, PROGRAMME) for name in ("report", "report_preview", "report_file")},
    **{name: sending(WRITES, PROGRAMME, WRONG) for name in ("report_note", "report_text")},
    "report_start": form(WRITES, PROGRAMME),
    "report_freeze": form(WRITES, PROGRAMME, REFUSED),
}
OF_PERSONS = {
    **{name: reading(SEES_PERSONS, ANYWHERE) for name in ("people", "leaving", "received")},
    "search_people": form(SEES_PERSONS, ANYWHERE),
    "register_person": form(REGISTERS, ANYWHERE),
    **{name: reading(REGISTERS, ANYWHERE) for name in ("people_questions", "wishes")},
    "answer_question": sending((), ANYWHERE, OK),
    "handovers": reading(HEADS, ANYWHERE),
    **{name: form((), UNIT) for name in ("handover", "give_question")},
    "handover_names": sending((), UNIT, GONE),
    "asked_extract": form(HEADS, ANYWHERE),
    **{
        name: reading((), ANYWHERE)
        for name in ("received_copy", "received_file", "received_receipt", "received_copy_file")
    },
    "mark_received": sending((), ANYWHERE, GONE),
    "log_reviews": reading(HEADS, ANYWHERE),
    "new_log_review": form(HEADS, ANYWHERE),
    "log_review": form(HEADS, UNIT, LED_ON),
    "sign_log_review": sending(HEADS, UNIT, LED_ON),
    "log_protocol_file": reading((), UNIT),
    "log_alarm": form(HEADS, UNIT),
    **{name: reading(PARTICIPANTS, UNIT) for name in ("my_page", "my_log", "my_log_file")},
    **{name: form(PARTICIPANTS, UNIT) for name in ("my_consents", "my_wishes")},
}
"""What has been told or asked is of one person: who opens it is found out list by list.

Nobody leaves here, so that there is nothing to hand over.
"""

TO_READ = ("administration", "agencies", "colleagues", "roles", "risks", "role")
FILLED_IN = ("new_agency", "agency", "new_unit", "unit", "invite", "give_role", "move")
SAVED = ("agreements", "end_role", "leave", "role_level")
BUTTONS = ("start_reset", "end_sessions", "reopen", "unbind")
ADMINISTRATION = {
    **{name: reading(ADMINISTERS, ANYWHERE) for name in (*TO_READ, "consent_texts", "log_state")},
    **{
        name: reading(ADMINISTERS, ASSOCIATION)
        for name in ("colleague", "processing", "processing_file", "consent_text")
    },
    **{name: form(ADMINISTERS, ASSOCIATION) for name in FILLED_IN},
    **{name: form(ADMINISTERS, ASSOCIATION, LED_ON) for name in SAVED},
    **{name: sending(ADMINISTERS, ASSOCIATION, LED_ON) for name in BUTTONS},
    **{
        name: form(ADMINISTERS, ASSOCIATION)
        for name in (
            *("log_rules", "retention_rule", "withdraw_retention", "prepare_retention"),
            *("new_consent_text", "consent_rules"),
        )
    },
    **{name: reading(DECIDES, ANYWHERE) for name in ("preservation", "retention", "matters")},
    **{
        name: Entry(frozenset(DECIDES), {"GET": OK, "POST": GONE}, ASSOCIATION)
        for name in ("preserve", "erasure_plan", "matter")
    },
}
"""A matter is decided by a button: a form with nothing in it asks for nothing that there is."""

BY_ROLE = OF_PROGRAMMES | OF_PERSONS | ADMINISTRATION
ALIKE = {"programmes", *AROUND, *ENTRANCE, *ACCOUNT, "leave_page", "left_page"}
"""The same for everybody who is signed in, whatever their role."""
