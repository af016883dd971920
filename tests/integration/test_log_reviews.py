"""Checks of the access log: what is drawn, what is said of it, and what is signed."""

from uuid import uuid4

import pytest
from django.db import IntegrityError, ProgrammingError, transaction

from stegvis.core.models import AccessEntry
from stegvis.core.values.refusals import Refused
from stegvis.participants.actions.log_reviews import (
    decide_log_rules,
    drawn_again,
    is_as_signed,
    judge,
    open_review,
    sign,
)
from stegvis.participants.models import DrawnRow, LogJudgement, LogProtocol, LogReview
from stegvis.participants.queries.log_reviews import drawn_rows, reviews_of, units_to_review
from stegvis.participants.values.log_reviews import Said, Verdict
from stegvis.participants.values.log_risks import Limits
from tests.people import involve, looking, participant, viewer
from tests.reviewed import Reviewed


@pytest.fixture
def stage(cast):
    return Reviewed(cast)


def opened(stage):
    return open_review(stage.month(), viewer=stage.head)


def numbers(rows):
    return [one.pk for one in rows]


def test_twenty_rows_are_drawn_at_random_and_can_be_drawn_again(stage):
    rows = stage.read(*(uuid4() for _ in range(35)))

    review = opened(stage)

    found = dict(review.drawn.values_list("number", "why"))
    assert len(found) == 20
    assert set(found) < set(numbers(rows))
    assert drawn_again(review) == found
    assert review.numbers == {"rows": 35, "own": 0}


def test_the_association_decides_how_many(stage):
    stage.read(*(uuid4() for _ in range(35)))
    decide_log_rules(stage.cast.here.pk, Limits(sample_size=7), viewer=stage.head)

    assert opened(stage).drawn.count() == 7


def test_risks_are_drawn_beside_what_is_drawn_at_random(stage):
    decide_log_rules(stage.cast.here.pk, Limits(sample_size=0), viewer=stage.head)
    person = participant(stage.agency, "Ask", "Alm")
    stage.read(uuid4())
    (row,) = stage.read(person.pk)

    review = opened(stage)

    assert list(review.drawn.values_list("number", "why")) == [(row.pk, ["same_name"])]


def test_rows_of_others_and_of_the_head_are_not_drawn(stage):
    stage.read(uuid4(), unit=uuid4())
    stage.read(uuid4(), by=stage.hedda)
    stage.read(uuid4(), user=None)
    stage.read(uuid4(), role="participant")

    review = opened(stage)

    assert (review.drawn.count(), review.numbers) == (0, {"rows": 1, "own": 1})


def test_what_is_closed_is_in_no_protocol(stage):
    stage.read(uuid4(), about="identity,closed")

    review = opened(stage)

    assert (review.drawn.count(), review.numbers) == (0, {"rows": 0, "own": 0})


@pytest.mark.parametrize("who", ["alva", "bo", "disa"])
def test_only_the_head_of_the_unit_checks_it(stage, who):
    with pytest.raises(Refused, match="din egen enhet"):
        open_review(stage.month(), viewer=viewer(getattr(stage.cast, who)))


def test_a_head_sees_the_reviews_of_their_own_unit_only(stage):
    review = opened(stage)
    other = stage.joined("Hugo Hav", "unit_head", stage.cast.bo.memberships.get().unit)

    assert list(reviews_of(stage.head)) == [review]
    assert list(reviews_of(viewer(other))) == []


def test_a_sample_is_not_drawn_again_until_it_is_signed(stage):
    opened(stage)

    with pytest.raises(Refused, match="redan en loggkontroll"):
        opened(stage)


def test_persons_are_named_only_for_who_is_involved(stage):
    decide_log_rules(stage.cast.here.pk, Limits(sample_size=9), viewer=stage.head)
    known, unknown = participant(stage.agency, "Känd", "Person"), participant(stage.agency)
    involve(stage.hedda, known)
    stage.read(known.pk, unknown.pk)
    review = opened(stage)

    with looking(stage.hedda) as head:
        shown = drawn_rows(head, review)

    assert [one.name for one in shown] == ["Känd Person", ""]
    assert len({one.reference for one in shown} - {""}) == 2


def judged(stage, verdict=Verdict.JUSTIFIED, note=""):
    stage.read(uuid4(), uuid4())
    review = opened(stage)
    said = [Said(one, verdict, note) for one in review.drawn.values_list("number", flat=True)]
    judge(review, said, viewer=stage.head)
    return review


def test_what_is_not_justified_needs_a_note(stage):
    with pytest.raises(Refused, match="anteckning"):
        judged(stage, Verdict.ASK)


def test_what_is_said_again_is_not_written_again(stage):
    review = judged(stage)
    said = [Said(one.number, Verdict.JUSTIFIED) for one in review.drawn.all()]

    assert judge(review, said, viewer=stage.head) == 0
    assert LogJudgement.objects.count() == 2


def test_rows_of_another_review_are_not_judged(stage):
    review = opened(stage)

    with pytest.raises(Refused, match="hör inte till"):
        judge(review, [Said(1, Verdict.JUSTIFIED)], viewer=stage.head)


def test_a_protocol_is_signed_when_every_row_is_judged(stage):
    stage.read(uuid4())
    review = opened(stage)
    with pytest.raises(Refused, match="1 rad är inte bedömd"):
        sign(review, viewer=stage.head)

    judge(
        review, [Said(review.drawn.get().number, Verdict.SUSPECTED, "Frågar.")], viewer=stage.head
    )
    protocol = sign(review, viewer=stage.head)

    assert protocol.outcomes == {"JUSTIFIED": 0, "ASK": 0, "SUSPECTED": 1, "drawn": 1}
    assert (protocol.signed_by_id, is_as_signed(protocol)) == (stage.hedda.pk, True)


def test_a_signed_protocol_is_frozen(stage):
    review = judged(stage)
    protocol = sign(review, viewer=stage.head)

    with pytest.raises(Refused, match="underskrivet"):
        judge(review, [], viewer=stage.head)
    with pytest.raises(Refused, match="underskrivet"):
        sign(review, viewer=stage.head)
    with pytest.raises(IntegrityError), transaction.atomic():
        LogJudgement.objects.create(row=review.drawn.first(), verdict="ASK", by=stage.hedda)
    for model in (LogProtocol, LogReview, DrawnRow, LogJudgement):
        with pytest.raises((ProgrammingError, IntegrityError)), transaction.atomic():
            model.objects.all().delete()
    assert is_as_signed(protocol)


def test_a_changed_review_is_not_as_signed(stage):
    protocol = sign(judged(stage), viewer=stage.head)
    protocol.review.numbers = {"rows": 1}

    assert not is_as_signed(protocol)


def test_a_month_without_a_protocol_is_told_of(stage):
    ((unit, month),) = units_to_review(stage.head)
    assert (unit, month.day) == (stage.unit, 1)

    review = open_review(stage.month(days=70), viewer=stage.head)
    assert len(units_to_review(stage.head)) == 1
    sign(review, viewer=stage.head)

    assert units_to_review(stage.head) == []


def test_rows_that_are_gone_are_shown_as_gone(stage):
    review = opened(stage)
    DrawnRow.objects.create(review=review, number=10**9, why=["random"])

    with looking(stage.hedda) as head:
        (shown,) = drawn_rows(head, review)

    assert (shown.row, shown.why) == (None, ("random",))
    assert AccessEntry.objects.count() == 0
