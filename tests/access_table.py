"""What everybody is answered at every address, method by method: written by hand.

From what the roles are for, not from the code; the matrix fails for an address that is not here.
Who sees which person stands in tests/people_table.py: here there is none, for anybody.
"""

from tests.people_table import PEOPLE as OF_A_PERSON

A, B, C, D = "alva", "bo", "cecilia", "disa"
LEFT, MOVED, WORKER, MANAGER, NOBODY = "left", "moved", "worker", "manager", "nobody"
ADMIN, HEAD = "admin", "head"
BOTH = "both"  # on the board here, leads a programme in the other association
SIGNED_IN = frozenset({A, B, C, D, LEFT, MOVED, WORKER, MANAGER, BOTH, ADMIN, HEAD})
EVERYBODY = SIGNED_IN | {NOBODY}

SEES = FIGURES = READS = {A, B, D, WORKER, MANAGER, BOTH}
WRITES = {A, B, WORKER}
DELIVERS = {A, WORKER}
DEFINES = {A, MANAGER}
DESCRIBES_NEW_ONES = {A, C, MOVED, MANAGER, BOTH}
HAS_BEGUN_ONE = {A, C, MANAGER}

EXACT, SAFE = "internal", "report"
OK, LED_ON, WRONG, GONE, REFUSED = 200, 302, 400, 404, 409
HIDDEN = dict.fromkeys(SIGNED_IN, GONE) | {NOBODY: LED_ON}
"""To sign in, for who has not: the same for what is there and what is not."""


def reading(people, code=OK):
    return {"GET": HIDDEN | dict.fromkeys(people, code)}


def sending(people, code):
    return {"POST": HIDDEN | dict.fromkeys(people, code)}


def form(people, code=OK):
    """`code` is the answer to a form with nothing in it."""
    return reading(people) | sending(people, code)


CHANGE = {
    "change": LED_ON,
    "change_part": OK,
    "add_goal_from": OK,
    "change_goal": OK,
    "change_text": OK,
    "change_review": OK,
}
PROGRAMMES = {
    "programmes": reading(SIGNED_IN),
    "programme": reading(SEES),
    "programme_file": reading(SEES),
    "programme_versions": reading(SEES),
    "programme_version": reading(SEES),
    "programme_version_file": reading(SEES),
    "new_programme": form(DESCRIBES_NEW_ONES),
    "change_goals": reading(DEFINES),
    "add_goal": reading(DEFINES),
    "new_change_goals": reading(HAS_BEGUN_ONE),
    "new_add_goal": reading(HAS_BEGUN_ONE),
    **{name: form(DEFINES, code) for name, code in CHANGE.items()},
    **{f"new_{name}": form(HAS_BEGUN_ONE, code) for name, code in CHANGE.items()},
}
STANDING = {name: reading(FIGURES) for name in ("standing", "status", "figure", "figure_json")}
DATA = {
    "data": form(DELIVERS),
    "data_template": reading(DELIVERS),
    "delivery": reading(DELIVERS),
    "delivery_rows": reading(DELIVERS),
    "delivery_mapping": form(DELIVERS),
    "delivery_apply": sending(DELIVERS, LED_ON),
    "delivery_dismiss": sending(DELIVERS, LED_ON),
    "delivery_check": sending(DELIVERS, LED_ON),
    "delivery_undo": sending(DELIVERS, LED_ON),
    "job": reading(DELIVERS),
}
REPORTS = {
    "reports": reading(READS),
    "frozen_report": reading(READS),
    "frozen_file": reading(READS),
    "report_start": form(WRITES),
    "report_note": sending(WRITES, WRONG),
    "report": reading(WRITES),
    "report_text": sending(WRITES, WRONG),
    "report_preview": reading(WRITES),
    "report_file": reading(WRITES),
    "report_freeze": form(WRITES, REFUSED),
}
AROUND = {
    "home": reading(SIGNED_IN),
    "gallery": reading(EVERYBODY),
    "choose_language": sending(EVERYBODY, LED_ON),
    "choose_colours": sending(EVERYBODY, LED_ON),
}
ENTRANCE = {
    "account_login": {
        method: dict.fromkeys(SIGNED_IN, LED_ON) | {NOBODY: OK} for method in ("GET", "POST")
    },
    "mfa_authenticate": reading(SIGNED_IN, LED_ON) | sending(SIGNED_IN, LED_ON),
    "mfa_login_webauthn": reading(SIGNED_IN, LED_ON) | sending(SIGNED_IN, LED_ON),
    "account_logout": sending(EVERYBODY, LED_ON),
    "account_reset_password": form(EVERYBODY),
    "account_reset_password_done": reading(EVERYBODY),
    "account_reset_password_from_key": form(EVERYBODY),
    "account_reset_password_from_key_done": reading(EVERYBODY),
    "socialaccount_login_cancelled": reading(EVERYBODY),
    "openid_connect_login": sending(EVERYBODY, GONE),
    "openid_connect_callback": reading(EVERYBODY, GONE),
}
"""There is no provider outside; whoever is signed in already is led on."""

ACCOUNT = {
    **{name: reading(SIGNED_IN) for name in ("account", "mfa_index", "mfa_list_webauthn")},
    "account_end_other_sessions": sending(SIGNED_IN, LED_ON),
    "throw_away_kept": sending(SIGNED_IN, LED_ON),
    "mfa_activate_totp": form(SIGNED_IN),
    "mfa_generate_recovery_codes": form(SIGNED_IN),
    "mfa_add_webauthn": form(SIGNED_IN),
    "mfa_view_recovery_codes": reading(set()),
    "mfa_download_recovery_codes": reading(set()),
    "account_change_password": form(set()),
    "account_reauthenticate": form(set()),
    "mfa_reauthenticate": form(set()),
    "mfa_reauthenticate_webauthn": form(set()),
    "mfa_deactivate_totp": form(set()),
    "mfa_edit_webauthn": form(set()),
    "mfa_remove_webauthn": form(set()),
}
"""Nobody here has a password, an app or codes; the passkey that is asked for is another's."""

MEETS_PERSONS = {A, B, C, MOVED, WORKER, BOTH}
PEOPLE = {
    "people": reading(MEETS_PERSONS),
    "leaving": reading(MEETS_PERSONS),
    "search_people": form(MEETS_PERSONS),
    "register_person": form({B, WORKER}),
    "people_questions": reading({B, WORKER}),
    "answer_question": sending(set(), OK),
    **{name: dict.fromkeys(rule.answers, HIDDEN) for name, rule in OF_A_PERSON.items()},
}
"""Of persons there is nobody here; those who work with them see an empty list."""

ADMINISTERS, DECIDES = {ADMIN}, {ADMIN, MANAGER}
TO_READ = ("administration", "agencies", "colleagues", "colleague", "roles", "risks", "role")
FILLED_IN_BY_ADMIN = ("new_agency", "agency", "new_unit", "unit", "invite", "give_role", "move")
SAVED_BY_ADMIN = ("agreements", "end_role", "leave", "role_level")
SENT_BY_ADMIN = ("start_reset", "end_sessions", "reopen", "unbind")
ADMINISTRATION = {
    **{name: reading(ADMINISTERS) for name in (*TO_READ, "processing", "processing_file")},
    **{name: form(ADMINISTERS) for name in FILLED_IN_BY_ADMIN},
    **{name: form(ADMINISTERS, LED_ON) | reading(ADMINISTERS) for name in SAVED_BY_ADMIN},
    **{name: sending(ADMINISTERS, LED_ON) for name in SENT_BY_ADMIN},
    "preservation": reading(DECIDES),
    "preserve": reading(DECIDES) | sending(set(), GONE),
    "log_state": reading(ADMINISTERS),
    "log_rules": form(ADMINISTERS),
    "retention": reading(DECIDES),
    "retention_rule": form(ADMINISTERS),
    "withdraw_retention": form(ADMINISTERS),
    "prepare_retention": form(ADMINISTERS),
    "erasure_plan": reading(DECIDES) | sending(set(), GONE),
    "consent_texts": reading(ADMINISTERS),
    "consent_text": reading(set()),
    "new_consent_text": form(ADMINISTERS),
    "consent_rules": form(ADMINISTERS),
    "matters": reading(DECIDES),
    "matter": reading(DECIDES) | sending(set(), GONE),
}
"""Nobody else; of a person nothing stands there. A matter is decided by a button."""

LOGS = {
    "log_reviews": reading({HEAD}),
    "new_log_review": form({HEAD}),
    "asked_extract": form({HEAD}),
    "log_review": reading({HEAD}) | sending({HEAD}, LED_ON),
    "sign_log_review": sending({HEAD}, LED_ON),
    "log_protocol_file": reading(set()),
    "log_alarm": form({HEAD}),
}
"""Of the head's own unit. There is nothing to judge, and no protocol before it is signed."""

HANDED_OVER = {
    "handovers": reading({HEAD}),
    "handover": form(set()),
    "handover_names": sending(set(), GONE),
    "give_question": form(set()),
}
"""Nobody leaves here."""

TOLD = {
    "received": reading(MEETS_PERSONS),
    "wishes": reading({B, WORKER}),
    "received_copy": reading(set()),
    "received_file": reading(set()),
    "received_receipt": reading(set()),
    "received_copy_file": reading(set()),
    "mark_received": sending(set(), GONE),
}
"""Nothing has been told to anybody."""

OWN = {
    **{name: reading(set()) for name in ("my_page", "my_log", "my_log_file")},
    **{name: form(set()) for name in ("my_consents", "my_wishes")},
    "leave_page": sending(EVERYBODY, LED_ON),
    "left_page": reading(EVERYBODY),
}
"""Nobody here is a participant; away from there comes whoever asks."""

OF_WORK = OWN | LOGS | HANDED_OVER | TOLD | PEOPLE | PROGRAMMES | STANDING | DATA | REPORTS
EXPECTED = ADMINISTRATION | OF_WORK | AROUND | ENTRANCE | ACCOUNT
