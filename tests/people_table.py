"""Who is answered at addresses about a person: written by hand, as rules for each address.

From the decisions about the boundary, not from the code; the matrix of trust (T1) asks each
address as every role in every relation, and fails for an address that is not here. An address
without a person in it stands in tests/access_table.py.
"""

from dataclasses import dataclass, field

OK, LED_ON, WRONG, GONE, REFUSED = 200, 302, 400, 404, 409

WORKS_WITH_PERSONS = frozenset({"case_worker", "leading_case_worker", "partner_officer"})
RECORDS = frozenset({"case_worker", "leading_case_worker", "specialist"})
SEES_PERSONS = WORKS_WITH_PERSONS | {"specialist", "programme_leader"}


@dataclass(frozen=True)
class Rule:
    """Whom the address answers: a role that may enter, and a relation that lets see.

    `answers` are the codes to a GET, and to a POST with nothing in it. `about` is the class of
    what is asked for, a row of the agency that answers for the person: whoever may read such a
    row is let in; with `owns`, only those who are involved for that agency. With `works`, those
    who are involved for any of theirs, with more than the name.
    """

    roles: frozenset
    answers: dict = field(default_factory=lambda: {"GET": OK})
    owns: bool = False
    works: bool = False
    about: str = "identity"


PEOPLE = {
    "person": Rule(SEES_PERSONS),
    "person_number": Rule(SEES_PERSONS, {"POST": OK}),
    "new_number": Rule(SEES_PERSONS, {"GET": OK, "POST": OK}),
    "change_person": Rule(SEES_PERSONS, {"GET": OK, "POST": OK}),
    "person_contact": Rule(SEES_PERSONS, {"GET": OK, "POST": OK}),
    "new_representative": Rule(SEES_PERSONS, {"GET": OK, "POST": OK}),
    "representative": Rule(SEES_PERSONS, {"GET": OK, "POST": OK}, owns=True),
    "person_protection": Rule(SEES_PERSONS, {"GET": OK, "POST": OK}),
    "protection_list": Rule(SEES_PERSONS, {"POST": REFUSED}),
    "person_doubles": Rule(SEES_PERSONS, {"GET": OK, "POST": OK}),
    "decide_double": Rule(SEES_PERSONS, {"POST": REFUSED}),
    "end_involvement": Rule(SEES_PERSONS, {"GET": GONE, "POST": GONE}),
    "new_enrolment": Rule(RECORDS, {"GET": OK, "POST": OK}),
    **dict.fromkeys(
        (
            *("change_enrolment", "exit_enrolment"),
            *("new_plan", "change_plan", "new_income", "change_income"),
        ),
        Rule(RECORDS, {"GET": OK, "POST": OK}, about="ordinary"),
    ),
    "new_file": Rule(RECORDS, {"GET": OK, "POST": OK}),
    "person_file": Rule(SEES_PERSONS, about="ordinary"),
    "file_removal": Rule(RECORDS, {"GET": OK, "POST": OK}, about="ordinary"),
    **dict.fromkeys(
        (
            "take_consent",
            "withdraw_consents",
            "new_exception",
            "own_page",
            "disclose",
            "masked_copy",
        ),
        Rule(WORKS_WITH_PERSONS, {"GET": OK, "POST": OK}),
    ),
    "own_page_letter": Rule(WORKS_WITH_PERSONS, {"POST": REFUSED}),
    "masked_copy_file": Rule(WORKS_WITH_PERSONS, {"GET": GONE}, owns=True, about="ordinary"),
    "told_file": Rule(WORKS_WITH_PERSONS, {"GET": GONE}, owns=True, about="ordinary"),
    "exception_end": Rule(WORKS_WITH_PERSONS, {"POST": GONE}),
    "answer_wish": Rule(WORKS_WITH_PERSONS, {"GET": OK, "POST": OK}, owns=True, about="ordinary"),
    **dict.fromkeys(
        ("disclosure", "disclosure_receipt", "receipt_file", "copy_file"),
        Rule(WORKS_WITH_PERSONS, owns=True, about="ordinary"),
    ),
    **dict.fromkeys(
        ("log_extract", "log_extract_named", "person_log"), Rule(WORKS_WITH_PERSONS, works=True)
    ),
}
