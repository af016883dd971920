"""A participant who was two persons here has one page afterwards, and gets to it."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from stegvis.organisations.models import Membership, User
from stegvis.participants.actions.merging import merge_into
from stegvis.participants.actions.own_pages import open_own_page
from stegvis.participants.models import Involvement
from stegvis.participants.queries.own import own_person
from tests.cast import sign_in
from tests.people import agency_of, exception, involve, looking, participant

pytestmark = pytest.mark.django_db


@pytest.fixture
def two(cast):
    Membership.objects.filter(user=cast.alva).update(role="case_worker")
    made = [participant(agency_of(cast.alva)) for _ in range(2)]
    for one in made:
        involve(cast.alva, one)
    return made


def with_page(cast, person, name, days_ago=0):
    with looking(cast.alva) as viewer:
        user = open_own_page(person, email=f"{name}@exempel.se", viewer=viewer)
    browser = sign_in(Client(), user)
    user.last_login = timezone.now() - timedelta(days=days_ago)
    user.save()
    return user, browser


def merged(cast, two):
    with looking(cast.alva):
        merge_into(two[0].pk, two[1].pk)


def page_of(user):
    with looking(user) as viewer:
        return own_person(viewer)


def test_the_account_of_a_double_leads_to_the_one_who_was_kept(cast, two):
    account, browser = with_page(cast, two[1], "asa")

    merged(cast, two)

    assert page_of(account) == two[0]
    assert browser.get("/min-sida/").status_code == 200


@pytest.mark.parametrize(("of_kept", "of_double"), [(1, 9), (9, 1)])
def test_of_two_accounts_the_one_used_last_stays(cast, two, of_kept, of_double):
    first = with_page(cast, two[0], "asa", of_kept)
    second = with_page(cast, two[1], "asa.o", of_double)
    of_both = (first, second) if of_kept < of_double else (second, first)
    (stays, _browser), (goes, browser) = of_both

    merged(cast, two)

    assert page_of(stays) == two[0]
    assert browser.get("/min-sida/").status_code == 302
    assert not User.objects.filter(email=goes.email).exists()
    own = Involvement.objects.unscoped(reason="t").filter(reason="own")
    assert [one.user_id for one in own] == [stays.pk]


def test_without_an_account_there_is_none_afterwards(cast, two):
    merged(cast, two)

    with looking(cast.alva) as viewer:
        assert type(two[0]).objects.visible_to(viewer).get(pk=two[0].pk).account_id is None


def test_what_was_shut_for_the_double_is_shut(cast, two):
    exception(two[1], against_user=cast.bo)
    involve(cast.bo, two[0])

    merged(cast, two)

    with looking(cast.bo) as viewer:
        assert not type(two[0]).objects.visible_to(viewer).exists()
