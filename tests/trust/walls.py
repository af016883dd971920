"""Both walls around every kind of row about a person, asked apart and compared with the model."""

from django.utils import timezone

from stegvis.core.actions import row_security
from stegvis.core.values.sightings import collecting
from stegvis.organisations.queries.viewers import viewer_for
from stegvis.participants.models import Merge, Person

REASON = "a test"


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
    second = known.intersection(kind.objects.unscoped(reason=REASON).values_list("pk", flat=True))
    return [
        f"{user}: the {which} wall before {kind.__name__}: {len(seen - expected)} too many, "
        f"{len(expected - seen)} too few"
        for which, seen in (("first", first), ("second", second))
        if seen != expected
    ]
