"""The proof that a fragment is the page, tried on the gallery; and a listing of real rows."""

import pytest
from django.http import HttpResponse
from django.test import RequestFactory

from stegvis.organisations.models import User
from stegvis.web.shell.listing import listing
from tests.cast import sign_in
from tests.fragments import assert_fragment_is_page, assert_fragment_is_reloaded

SORTS = {"name": "name", "email": "email"}


def test_fragment_of_the_gallery_is_the_page(client, cast):
    assert_fragment_is_page(
        sign_in(client, cast.alva), "/galleri/?ordning=-number&sida=2", "numbers"
    )


def test_fragment_with_other_rows_is_found_out(client, db):
    first, second = client.get("/galleri/"), client.get("/galleri/?ordning=-number")

    with pytest.raises(AssertionError):
        assert_fragment_is_reloaded(first, second, "numbers")


def test_keys_that_are_new_each_time_are_no_difference():
    one, other = (
        HttpResponse(f'<p id="a"><input name="form_key" value="{key}"></p>') for key in "xy"
    )

    assert_fragment_is_reloaded(one, other, "a")


@pytest.mark.parametrize(
    ("sort", "names"),
    [("name", ["Alva Alm", "Bo Berg"]), ("-email", ["Disa Dal", "Cecilia Ceder"])],
)
def test_listing_of_a_queryset(cast, django_assert_num_queries, sort, names):
    request = RequestFactory().get(f"/?ordning={sort}")

    with django_assert_num_queries(2):
        found = listing(request, User.objects.all(), sorts=SORTS, default="name")

    assert [user.name for user in found.rows][:2] == names
    assert found.total == 4
