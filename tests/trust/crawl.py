"""What an answer told, and what it left in the log: the second and the third look at a cell."""

from stegvis.core.values.sightings import Action
from tests.trust.relations import EVERYBODY, NOBODY, SHUT

GONE, REFUSED = 404, 409
NUMBER, NUMBER_SHOWN = "Person.personal_number", {"person_number"}
ACTIONS = {action.value for action in Action}


def foreign_words(matrix, asked):
    """Words in the answer that this user may not read; in an address nobody may."""
    return asked.led_on + [
        word for word in asked.words if not may_read(matrix, asked, matrix.words[word])
    ]


def may_read(matrix, asked, canary):
    """Only on the page of the person it is about, by a role that the page is for."""
    if asked.code == GONE or asked.cell.user in {NOBODY, SHUT}:
        return False
    if canary.readers is not None:
        return asked.cell.user in canary.readers
    if canary.row.person != asked.cell.person:
        return False
    if canary.field == NUMBER and asked.cell.name not in NUMBER_SHOWN:
        return False
    if canary.field.startswith("Person."):
        return bool(matrix.model.why_person(asked.cell.user, canary.row.person))
    return bool(matrix.model.why_row(asked.cell.user, canary.row))


def may_read_somewhere(matrix, user, canary):
    """On a page that is of nobody: a list, the first page."""
    if user in {NOBODY, SHUT} or canary.field == NUMBER:
        return False
    if canary.readers is not None:
        return user in canary.readers
    if canary.field.startswith("Person."):
        return bool(matrix.model.why_person(user, canary.row.person))
    return bool(matrix.model.why_row(user, canary.row))


def wrong_in_log(matrix, asked):
    """One row for the person and the action, whole and without content; nobody else."""
    if asked.cell.user in {NOBODY, SHUT}:
        return ["somebody unknown is in the log"] if asked.log else []
    person = matrix.stage.persons[asked.cell.person].pk
    of_person = [row for row in asked.log if row.person == person]
    actions = [(row.person, row.action) for row in asked.log]
    faults = [] if of_person else ["no row"]
    faults += ["twice"] if len(set(actions)) < len(actions) else []
    faults += ["somebody else"] if len(of_person) < len(asked.log) else []
    return faults + [fault for row in of_person for fault in wrong_in_row(matrix, asked, row)]


def wrong_in_row(matrix, asked, row):
    cell = asked.cell
    user = EVERYBODY[cell.user]
    standing = matrix.stage.users[cell.user].memberships.get()
    is_refused = row.action == "REFUSED"
    expected = {
        "user": (row.user, standing.user_id),
        "role": (row.role, user.role),
        "unit": (row.unit, standing.unit_id),
        "association": (row.association, standing.association_id),
        "route": (row.route, cell.name),
        "refusal": (is_refused, asked.code in {GONE, REFUSED}),
        "agency": (row.agency is None, False),
        "ground": (bool(row.ground) or is_refused, True),
        "content": (bool(matrix.pattern.search(str(vars(row)).lower())), False),
        "action": (row.action in ACTIONS, True),
        "classes": (classes_told(matrix, asked) <= set(row.about.split(",")), True),
    }
    return [f"{name}: {said}" for name, (said, right) in expected.items() if said != right]


def classes_told(matrix, asked):
    told = [matrix.words[word] for word in asked.words]
    return {one.row.about for one in told if one.row.person == asked.cell.person}
