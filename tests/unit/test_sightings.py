"""What is collected of persons while a page is made."""

from uuid import UUID

import pytest

from stegvis.core.values.privacy import CLOSED, IDENTITY, ORDINARY, SENSITIVE
from stegvis.core.values.sightings import (
    ACTION_NAMES,
    Action,
    GroundlessError,
    UncollectedError,
    collecting,
    did,
    refused,
    saw,
)

EVA, IVAR, AGENCY = (UUID(int=number) for number in (1, 2, 3))


def told(rows):
    return [(row.person, row.action, row.classes, row.ground, row.purpose) for row in rows]


@pytest.mark.parametrize(
    "look",
    [
        lambda: saw(EVA, about=IDENTITY, ground="CASE"),
        lambda: did(Action.PRINT, EVA),
        lambda: refused(EVA),
    ],
)
def test_nobody_is_seen_where_nothing_collects(look):
    with pytest.raises(UncollectedError):
        look()


def test_collecting_ends_with_the_page():
    with collecting() as seen:
        refused(EVA)
    with pytest.raises(UncollectedError):
        refused(IVAR)

    assert [one.person for one in seen.rows(Action.READ)] == [EVA]


def test_what_is_seen_within_another_collection_is_its_own():
    with collecting() as outer:
        saw(EVA, about=IDENTITY, ground="CASE")
        with collecting() as inner:
            saw(IVAR, about=IDENTITY, ground="CASE")

    assert [row.person for row in outer.rows(Action.READ)] == [EVA]
    assert [row.person for row in inner.rows(Action.READ)] == [IVAR]


def test_one_row_a_person_with_all_classes_in_their_order():
    with collecting(purpose="Uppföljning") as seen:
        saw(EVA, about=SENSITIVE, ground="CASE")
        saw(IVAR, about=(CLOSED, ORDINARY), ground="TEAM", purpose="Möte")
        saw(EVA, about=IDENTITY, ground="CASE")

    assert told(seen.rows(Action.LIST)) == [
        (EVA, Action.LIST, "identity,sensitive", "CASE", "Uppföljning"),
        (IVAR, Action.LIST, "ordinary,closed", "TEAM", "Möte"),
    ]


def test_grounds_that_differ_stand_in_the_order_they_were_said():
    with collecting() as seen:
        for ground in ("TEAM", "CASE", "TEAM"):
            saw(EVA, about=ORDINARY, ground=ground)

    assert [row.ground for row in seen.rows(Action.READ)] == ["TEAM,CASE"]


def test_to_see_is_part_of_what_was_done():
    with collecting() as seen:
        saw(EVA, about=IDENTITY, ground="CASE", agency=AGENCY)
        did(Action.DISCLOSE, EVA, about=SENSITIVE, ground="CONSENT", purpose="Intyg")
        did(Action.CHANGE, EVA)

    rows = seen.rows(Action.CHANGE)

    assert told(rows) == [
        (EVA, Action.DISCLOSE, "identity,sensitive", "CONSENT,CASE", "Intyg"),
        (EVA, Action.CHANGE, "", "CASE", ""),
    ]
    assert rows[0].agency == AGENCY


def test_the_same_rows_come_however_often_they_are_asked_for():
    with collecting() as seen:
        saw(EVA, about=IDENTITY, ground="CASE")
        did(Action.PRINT, EVA, about=SENSITIVE)

    assert told(seen.rows(Action.READ)) == told(seen.rows(Action.READ))


def test_a_refusal_needs_no_ground_and_stands_beside_what_was_seen():
    with collecting() as seen:
        refused(IVAR)
        saw(EVA, about=IDENTITY, ground="CASE")
        refused(EVA, ground="BLOCK")

    assert told(seen.rows(Action.READ)) == [
        (EVA, Action.REFUSED, "", "BLOCK", ""),
        (EVA, Action.READ, "identity", "CASE", ""),
        (IVAR, Action.REFUSED, "", "", ""),
    ]


def test_a_page_that_is_refused_has_one_row_for_each_person_it_touched():
    with collecting() as seen:
        saw(EVA, about=IDENTITY, ground="CASE")
        refused(EVA)
        did(Action.CREATE, IVAR, about=ORDINARY)

    assert told(seen.refusals()) == [
        (EVA, Action.REFUSED, "identity", "CASE", ""),
        (IVAR, Action.REFUSED, "ordinary", "", ""),
    ]


def test_seen_without_a_ground_is_a_defect():
    with collecting(), pytest.raises(GroundlessError):
        saw(EVA, about=IDENTITY, ground="")


def test_done_without_a_ground_is_a_defect():
    with collecting() as seen:
        did(Action.CREATE, EVA)

    with pytest.raises(GroundlessError):
        seen.rows(Action.CHANGE)


def test_every_action_has_its_word():
    assert list(ACTION_NAMES) == list(Action)
