"""Thirty leaks and two: each takes one check away, and says where it must be seen.

PAGES are asked as they are; BEHIND with the first wall taken away, so that the second is all that
stands; WALLS are asked themselves, each apart.
"""

from contextlib import ExitStack, contextmanager
from dataclasses import dataclass

import pytest
from django.db.models import Q, Value

from stegvis.participants.models import Person
from stegvis.participants.models.personal import PersonalQuerySet
from tests.trust.changed import changed, changed_in_database

PAGES, BEHIND, WALLS = "pages", "behind", "walls"
PAGE = "stegvis.core.actions.pages"
PERSONS = "stegvis.participants.queries.persons"
FILES = "stegvis.participants.queries.attachments"
SEEING = "stegvis.participants.models.seeing"
PERSONAL = "stegvis.participants.models.personal"
TOLD = "stegvis.participants.models.disclosures"
VIEWERS = "stegvis.organisations.queries.viewers"
GRANTS = "stegvis.participants.calculations.grants"
OWNS, LET_IN, SEES = "stegvis_owns", "stegvis_is_let_in", "stegvis_sees_person"
UNTOLD = '__import__("stegvis.core.actions.row_security", fromlist=["_set"])._set("leak")'
TELLS_APART = """    if found is None:
        with row_security.unscoped(reason="leak"):
            if Person.objects.unscoped(reason="leak").filter(pk=person_id).exists():
                raise PermissionError
"""


@dataclass(frozen=True)
class Leak:
    """`old` stands at the place, a module or a function of the database; `new` does instead."""

    seen_at: str
    place: str
    old: str
    new: str

    def planted(self):
        change = changed_in_database if self.place.startswith("stegvis_") else changed
        return change(self.place, self.old, self.new)


LEAKS = {
    "every role may everything": Leak(
        PAGES,
        VIEWERS,
        "ROLE_OF[membership.role].permissions",
        'ROLE_OF["case_worker"].permissions',
    ),
    "second: everybody is of every unit": Leak(
        WALLS,
        "stegvis_units",
        "coalesce(nullif(current_setting('stegvis.units', true), ''), '{}')::uuid[]",
        "(SELECT array_agg(id) FROM organisations_unit)",
    ),
    "hidden is told apart from missing": Leak(
        PAGES, PERSONS, "    if found is None:\n", TELLS_APART
    ),
    "persons of every association": Leak(
        PAGES, PERSONS, "association__in=opened, merged_into", "merged_into"
    ),
    "a file under another person": Leak(
        PAGES,
        FILES,
        "Attachment.objects.of(viewer, person)",
        "Attachment.objects.visible_to(viewer)",
    ),
    "a page sees as nobody": Leak(
        BEHIND,
        PAGE,
        "look_as(asked.visit.viewer, read_only=read_only)",
        UNTOLD,
    ),
    "a form sees as nobody": Leak(
        BEHIND, PAGE, "        look_as(asked.visit.viewer)\n", f"        {UNTOLD}\n"
    ),
    "the database is told of no viewer": Leak(
        BEHIND,
        "stegvis_is_unscoped",
        "coalesce(current_setting('stegvis.unscoped', true), '') <> ''",
        "true",
    ),
    "a closed account goes on": Leak(WALLS, VIEWERS, "or not user.is_active", ""),
    "what is over goes on": Leak(
        WALLS, SEEING, "return begun & (open_ended | later)", "return begun"
    ),
    "what is coming has begun": Leak(
        WALLS, SEEING, "return begun & (open_ended | later)", "return open_ended | later"
    ),
    "withdrawn goes on": Leak(
        WALLS, SEEING, 'Q(**{f"{prefix}withdrawn_at": None}) & in_force', "in_force"
    ),
    "what rests on a consent rests on nothing": Leak(
        WALLS, SEEING, "in_force(viewer), rests, ~", "in_force(viewer), ~"
    ),
    "nobody is shut out": Leak(WALLS, SEEING, "rests, ~Exists(blocked))", "rests)"),
    "protected as others": Leak(
        WALLS,
        SEEING,
        ".filter(Q(named=True) | is_open)",
        "",
    ),
    "everybody's involvements": Leak(
        WALLS,
        SEEING,
        "Q(user=viewer.user) & holds | Q(unit__in=viewer.units)",
        "Q(person__isnull=False)",
    ),
    "a person shows every row": Leak(
        WALLS, SEEING, "return of_seen & (_is_own(viewer) | opened)", "return of_seen"
    ),
    "rows of whom one does not see": Leak(
        WALLS,
        SEEING,
        "return of_seen & (_is_own(viewer) | opened)",
        "return _is_own(viewer) | opened",
    ),
    "exceptions do not count": Leak(WALLS, SEEING, "        ~Exists(refused),\n", ""),
    "any consent opens": Leak(WALLS, SEEING, "        purpose=Purpose.TEAM,\n", ""),
    "a consent opens every class": Leak(
        WALLS,
        SEEING,
        '        sender=OuterRef("owner"),\n        classes__contains=[OuterRef("about")],\n',
        '        sender=OuterRef("owner"),\n',
    ),
    "every agency's rows are one's own": Leak(
        WALLS, SEEING, '"person").filter(agency=OuterRef("owner"))', '"person")'
    ),
    "every class is one's own": Leak(
        WALLS, SEEING, '.filter(classes__contains=[OuterRef("about")])', ""
    ),
    "what was told to one is told to all": Leak(
        WALLS, TOLD, '.filter(agency=OuterRef("recipient"))', ""
    ),
    "reckoned: a consent opens every class": Leak(
        WALLS, GRANTS, "if about in one.classes", "if True"
    ),
    "reckoned: exceptions do not count": Leak(
        WALLS, GRANTS, "and not any(each.meets(one, about) for each in excepted)", ""
    ),
    "second: every agency's rows": Leak(WALLS, OWNS, "m.agency_id = $2", "true"),
    "second: every class": Leak(WALLS, OWNS, "$3 = ANY (m.classes)", "true"),
    "second: rows of whom one does not see": Leak(
        WALLS, SEES, "EXISTS (SELECT 1 FROM participants_person p WHERE p.id = $1)", "true"
    ),
    "second: withdrawn goes on": Leak(WALLS, LET_IN, "AND c.withdrawn_at IS NULL", ""),
    "second: any consent opens": Leak(WALLS, LET_IN, "AND c.purpose = 'team'", ""),
    "second: exceptions do not count": Leak(WALLS, LET_IN, "x.against_user_id IS NULL", "false"),
}


@contextmanager
def first_wall_away():
    """Every person and row is let through, for a reason that somebody might have."""
    with ExitStack() as stack:
        patch = stack.enter_context(pytest.MonkeyPatch.context())
        for queryset in {type(Person.objects.all()), PersonalQuerySet, *kinds_of(PersonalQuerySet)}:
            patch.setattr(queryset, "narrowed_to", let_through)
            if issubclass(queryset, PersonalQuerySet):  # asked of one person, the same again
                patch.setattr(queryset, "seen_with", lambda _self, _granted: Q())
                patch.setattr(queryset, "because", lambda _self, _granted, _row: "case_worker")
        yield


def kinds_of(queryset):
    return {found for one in queryset.__subclasses__() for found in {one, *kinds_of(one)}}


def let_through(self, _viewer):
    return self.annotate(seen_because=Value("case_worker"))
