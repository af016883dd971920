"""Addresses of the product, filled in with something that exists."""

import re

FILLED_IN = {
    "person_id": "00000000-0000-4000-8000-00000000000a",
    "question_id": "00000000-0000-4000-8000-00000000000b",
    "representative_id": "00000000-0000-4000-8000-00000000000e",
    "merge_id": "00000000-0000-4000-8000-00000000000c",
    "attachment_id": "00000000-0000-4000-8000-00000000000d",
    "exception_id": "00000000-0000-4000-8000-00000000000e",
    "wish_id": "00000000-0000-4000-8000-00000000000f",
    "disclosure_id": "00000000-0000-4000-8000-000000000010",
    "text_id": "00000000-0000-4000-8000-000000000011",
    "enrolment_id": "00000000-0000-4000-8000-000000000012",
    "plan_id": "00000000-0000-4000-8000-000000000013",
    "income_id": "00000000-0000-4000-8000-000000000014",
    "involvement_id": "00000000-0000-4000-8000-000000000015",
    "number": 1,
    "slug": "grunder",
    "goal_id": "work-or-studies",
    "pattern_id": "destination-later",
    "figure_id": "work-or-studies",
    "kind": "word",
    "heading": "summary",
    "part": "part",
    "uidb36": "1",
    "key": "x",
    "provider_id": "x",
    "code": "case_worker",
    "record": "person",
}
OF_ROUTE = {
    "data_template": {"kind": "blad"},
    "frozen_file": {"name": "report.docx"},
    "report_file": {"name": "figures.xlsx"},
    "new_change_goal": {"goal_id": "shared-view"},
}
ROW_OF = {"change_plan": "plan_id", "change_income": "income_id"}
"""Of which kind the row is that such an address is about."""
PARAMETER = re.compile(r"<(?:\w+:)?(\w+)>|\(\?P<(\w+)>[^)]*\)")


def filled_in(address, ids):
    given = FILLED_IN | OF_ROUTE.get(address.name, {}) | ids
    if address.name in ROW_OF:
        given = {"row_id": given[ROW_OF[address.name]]} | given
    return PARAMETER.sub(lambda found: str(given[found[1] or found[2]]), address.route)
