"""T6: nothing but the fields of a form is stored, whatever is sent with it."""

import pytest

from stegvis.config.permissions import addresses
from stegvis.core.actions import pages, row_security
from stegvis.organisations.models import Unit
from stegvis.participants.models import Person
from tests.people_table import PEOPLE
from tests.trust import waiting
from tests.trust.assigned import (
    AS_OF_ANOTHER,
    BY_NAME,
    FIRST,
    LAST,
    NO_FORM,
    VALUES,
    Assigning,
    staff,
)
from tests.trust.everywhere import Everywhere
from tests.trust.forms import Pages

CHECK = "T6"
WITHOUT = [one for one in addresses() if one.name not in PEOPLE]
SENDING = {one.name for one in addresses() if "POST" in one.declared.methods}
NO_FORM_OF_OURS = {"gallery"}  # it shows what forms look like
SOME = {"change_person", "person_contact", "unit", "new_plan", "my_wishes"}
A_FEW = ("case_worker.own", "administrator.own", "participant.own")


@pytest.fixture(scope="module")
def assigning(staged, django_db_blocker):
    with django_db_blocker.unblock():
        everywhere = Everywhere(staged, WITHOUT)
        return Assigning(Pages(staged, everywhere, waiting.put(staged.stage)))


def test_every_form_stores_its_own_fields(matrix, assigning, size, found):
    """Every form that there is, as each role that has it."""
    users, names = size.of((A_FEW, SOME), (staff(), None))
    every = assigning.pages.forms(users, names)
    forms = [one for one in assigning.posters(every) if one.name not in NO_FORM_OF_OURS]
    how = size.of((BY_NAME, (FIRST,)), ((*BY_NAME, AS_OF_ANOTHER[0]), VALUES), ())

    stored = set().union(*(assigning.faults(one, *how) for one in forms))

    assert stored == set()
    assert assigning.taken >= size.of(4, 100)
    if size:
        assert SENDING - {one.name for one in forms} == NO_FORM.keys()
    found.add("fields", len(stored), assigning.sent)
    found.add("forms", len(stored), len(forms))


PLANTED = [
    ("unit", "administrator.own", Unit, "agency_id"),
    ("unit", "administrator.own", Unit, "ends_on"),
    ("change_person", "case_worker.own", Person, "protection"),
    ("change_person", "case_worker.own", Person, "registered_by"),
    ("person_contact", "case_worker.own", Person, "secret_from_guardians"),
]


@pytest.mark.parametrize("planted", PLANTED)
def test_a_form_that_stores_more_is_seen(assigning, monkeypatch, found, matrix, planted):
    """What is sent by a name that the page does not have is stored with the rest."""
    name, user, model, field = planted
    form = next(one for one in assigning.pages.forms([user], {name}) if one.name == name)
    monkeypatch.setattr(pages, "_made", storing(model, field))

    told = assigning.faults(form, BY_NAME, (FIRST, LAST))

    table = model._meta.db_table
    found.count("planted", (user, name, table, field) in told)


def storing(model, field):
    right = pages._made

    def made(view, request, *args, **kwargs):
        answer = right(view, request, *args, **kwargs)
        if request.method == "POST" and field in request.POST:
            with row_security.unscoped(reason="a leak"):
                value = {"on": True}.get(request.POST[field], request.POST[field])
                rows = model._base_manager.filter(pk__in=kwargs.values())
                rows.update(**{field: value})
        return answer

    return made
