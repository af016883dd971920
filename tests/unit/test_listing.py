"""Lists in pages of fifty, as the address asks for them."""

import pytest
from django.test import RequestFactory

from stegvis.web.shell.listing import listing

SORTS = {"number": int, "size": lambda one: one % 7}


def listed(address, rows=range(1, 124)):
    return listing(RequestFactory().get(address), rows, sorts=SORTS, default="number")


def test_listing_without_anything_asked_for():
    found = listed("/tal/")

    assert found.rows == list(range(1, 51))
    assert (found.page, found.pages, found.first, found.last, found.total) == (1, 3, 1, 50, 123)
    assert (found.previous, found.following) == ("", "/tal/?ordning=number&sida=2")


def test_last_page_is_short():
    found = listed("/tal/?sida=3")

    assert found.rows == list(range(101, 124))
    assert (found.first, found.last) == (101, 123)
    assert (found.previous, found.following) == ("/tal/?ordning=number&sida=2", "")


@pytest.mark.parametrize(
    ("asked", "page"), [("99", 3), ("0", 1), ("-1", 1), ("två", 1), ("²", 1), ("9" * 5000, 3)]
)
def test_page_that_does_not_exist_is_the_nearest(asked, page):
    assert listed(f"/tal/?sida={asked}").page == page


def test_listing_sorted_downwards():
    found = listed("/tal/?ordning=-number")

    assert found.rows[:2] == [123, 122]
    assert (found.order_of("number"), found.order_of("size")) == ("descending", "")
    assert found.sorted_by("number") == "/tal/?ordning=number"


def test_rows_that_are_alike_keep_their_order():
    assert listed("/tal/?ordning=size").rows[:3] == [7, 14, 21]
    assert listed("/tal/?ordning=-size").rows[:3] == [6, 13, 20]


def test_sort_that_does_not_exist_is_the_usual():
    assert listed("/tal/?ordning=password").sort == "number"


def test_filters_are_kept_and_empty_ones_dropped():
    found = listed("/tal/?kommun=%C3%84lvn%C3%A4s&ar=&sida=2")

    assert found.is_filtered
    assert found.sorted_by("size") == "/tal/?kommun=%C3%84lvn%C3%A4s&ordning=size"
    assert found.at(3) == "/tal/?kommun=%C3%84lvn%C3%A4s&ordning=number&sida=3"


def test_filter_with_several_values_keeps_each():
    assert listed("/tal/?ar=2025&ar=2026").at(1) == "/tal/?ar=2025&ar=2026&ordning=number"


def test_listing_of_nothing():
    found = listed("/tal/", rows=[])

    assert (found.rows, found.first, found.last, found.pages) == ([], 0, 0, 1)
    assert not found.is_filtered


@pytest.mark.parametrize(
    ("most", "total", "pages", "is_cut"),
    [(None, 123, 3, False), (123, 123, 3, False), (122, 122, 3, True), (100, 100, 2, True)],
)
def test_no_more_are_counted_than_is_said(most, total, pages, is_cut):
    request = RequestFactory().get("/tal/?sida=9")

    found = listing(request, range(1, 124), sorts=SORTS, default="number", most=most)

    assert (found.total, found.pages, found.page, found.is_cut) == (total, pages, pages, is_cut)
    assert found.last == total
