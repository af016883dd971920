"""Both walls around every kind of row about a person, asked apart and compared with the model."""

from django.utils import timezone

from stegvis.core.actions import row_security
from stegvis.core.values.sightings import collecting
from stegvis.organisations.queries.viewers import viewer_for
from stegvis.participants.models import Attachment, Merge, Person

REASON = "a test"
OF_ONE = {Attachment}  # all kinds are asked so in the model of who sees whom (T5)


def wrong_at_walls(matrix, users, kinds=None):
    """What either wall shows and should not, or hides and should show."""
    return [
        fault
        for user in users
        for kind, expected in expectations(matrix, user).items()
        if kinds is None or kind.__name__ in kinds
        for fault in compared(matrix, user, kind, expected)
    ]


def expectations(matrix, user):
    """Of a merge there is none: who sees both persons sees it, and has tests of their own."""
    model, stage = matrix.model, matrix.stage
    persons = {one.pk for name, one in stage.persons.items() if model.why_person(user, name)}
    rows = {
        kind: {key for key, row in held.items() if model.why_row(user, row)}
        for kind, held in matrix.canaries.rows.items()
        if kind is not Merge
    }
    return {Person: persons, **rows}


def compared(matrix, user, kind, expected):
    viewer = viewer_for(matrix.stage.users[user].pk, on=timezone.localdate())
    row_security.look_as(viewer)
    known = set(matrix.canaries.rows.get(kind) or (one.pk for one in matrix.stage.persons.values()))
    of_viewer = kind.objects.visible_to(viewer)
    with collecting(purpose="test"), row_security.unscoped(reason=REASON):
        first = {one.pk for one in of_viewer} & known
        reckoned = one_by_one(matrix, viewer, kind) & known
    second = known.intersection(kind.objects.unscoped(reason=REASON).values_list("pk", flat=True))
    sides = [("first", first), ("second", second)]
    sides += [("first, of one person,", reckoned)] if kind in OF_ONE else []
    return [
        f"{user}: the {which} wall before {kind.__name__}: {len(seen - expected)} too many, "
        f"{len(expected - seen)} too few"
        for which, seen in sides
        if seen != expected
    ]


def one_by_one(matrix, viewer, kind):
    """As a page about one person asks."""
    if kind not in OF_ONE:
        return set()
    persons = Person.objects.unscoped(reason=REASON).in_bulk(
        [one.pk for one in matrix.stage.persons.values()]
    )
    return {row.pk for one in persons.values() for row in kind.objects.of(viewer, one)}
