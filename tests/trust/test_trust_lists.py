"""T1: a list shows what its reader can open; nothing more, nothing less."""

from dataclasses import replace

import pytest

from stegvis.web.people import views as people
from tests.trust.changed import changed
from tests.trust.lists import Lists, not_told_of
from tests.trust.relations import RELATIONS

CHECK = "T1"
SEE = ("case_worker", "leading_case_worker", "partner_officer", "programme_leader", "specialist")
READERS = [f"{role}.{group}" for role in SEE for group in ("own", "partner")]
A_FEW = ("case_worker.own", "partner_officer.partner")
SOME = ("partner, agreed",)
TELLING = (
    ("case_worker.own", "colleague's"),
    ("case_worker.own", "own"),
    ("case_worker.partner", "partner, agreed"),
)


@pytest.fixture(scope="module")
def lists(staged, django_db_blocker):
    with django_db_blocker.unblock():
        return Lists(staged)


def faults_of(lists, readers, persons):
    lists.asked.clear()
    of_persons = [one for who in persons for user in readers for one in lists.wrong(user, who)]
    return of_persons + [one for user in readers for one in lists.wrong_everywhere(user)]


def test_every_address_of_one_thing_has_a_list_or_a_reason():
    assert not_told_of() == []


def test_a_list_of_persons_shows_what_can_be_opened(matrix, lists, size, found):
    readers = size.of(A_FEW[1:], A_FEW, READERS)

    faults = faults_of(lists, readers, size.of(SOME, RELATIONS))

    assert "\n".join(faults) == ""
    found.tell(len(faults), len(lists.asked), "lists and what is on them")


def one_too_many(lists, patch):
    """Somebody whom the reader does not see."""
    right = people.person_rows
    hidden = lists.person_page("colleague's")

    def more(rows):
        told = right(rows)
        return [*told, *(replace(one, address=hidden) for one in told[:1])]

    patch.setattr(people, "person_rows", more)


def one_too_few(lists, patch):
    right, own = people.person_rows, lists.matrix.stage.persons["own"]
    patch.setattr(
        people, "person_rows", lambda rows: right(one for one in rows if one.pk != own.pk)
    )


LEAKS = {
    "told to anybody": (
        "stegvis.participants.queries.disclosures",
        ".filter(recipient__in=viewer.agencies)\n    return",
        "\n    return",
    ),
    "a wish that others answer": (
        "stegvis.participants.queries.own",
        ".filter(owner__in=own)",
        "",
    ),
}


@pytest.mark.parametrize("leak", [one_too_many, one_too_few])
def test_a_list_that_is_not_right_is_seen(matrix, lists, leak, monkeypatch, size, found):
    if size.of(leak is not one_too_many, 0):
        pytest.skip("in trust")

    leak(lists, monkeypatch)

    found.count("planted", seen(lists))


@pytest.mark.parametrize("name", LEAKS)
def test_a_leak_in_a_list_is_seen(matrix, lists, name, size, found):
    if size.of(name != "told to anybody", 0):
        pytest.skip("in trust")

    with changed(*LEAKS[name]):
        found.count("planted", seen(lists))


def seen(lists):
    """By the first of them that sees it."""
    lists.asked.clear()
    return any(lists.wrong(user, person) for user, person in TELLING)
