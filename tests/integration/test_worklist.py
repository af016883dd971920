"""Home: what is due or missing over all programmes, the most harmful first."""

from dataclasses import replace
from datetime import date

import pytest

from stegvis.core.models import Job, JobState
from stegvis.organisations.queries.viewers import viewer_for
from stegvis.programmes.models import Assignment
from stegvis.programmes.queries.programmes import programmes_of
from stegvis.results.actions.standing import compute
from stegvis.results.models import Delivery
from stegvis.results.policies.levels import level_of
from stegvis.results.queries.standing import remembered, standings_of
from stegvis.results.queries.waiting import waiting_deliveries
from stegvis.results.values.figures import DisclosureLevel
from stegvis.web.shell.portfolio import Counts, portfolio
from stegvis.web.shell.worklist import Order, worklist
from tests.cast import JOINED, decided_programme, sign_in
from tests.delivered import deliver_demo

LAST = date(2024, 12, 31)
SOON = date(2024, 11, 15)


@pytest.fixture(autouse=True)
def nothing_remembered():
    remembered.forget()


def lines_of(user, *, on=SOON):
    viewer = viewer_for(user.pk, on=on)
    found = standings_of(programmes_of(viewer), lambda one: level_of(viewer, one.association_id))
    return worklist(found, waiting_deliveries(viewer), viewer)


def orders(user, **asked):
    return [Order(line.order) for line in lines_of(user, **asked).lines]


def test_a_programme_without_facts_asks_for_them(cast):
    line = lines_of(cast.alva, on=date(2023, 1, 1)).lines[0]

    told = (line.programme, line.sentence, line.href, line.action)
    data = f"/insatser/{cast.programme.pk}/uppgifter/"
    assert told == ("Ung Framtid", "Inga uppgifter är lämnade än.", data, "Lämna uppgifter")


def test_who_may_not_deliver_is_not_asked_for_facts(cast):
    assert orders(cast.bo, on=date(2023, 1, 1)) == []


def test_facts_that_are_not_counted_yet_are_told_of(cast):
    deliver_demo(cast.programme)

    assert orders(cast.alva, on=date(2023, 1, 1)) == [Order.NOT_COUNTED]


def test_what_is_missing_stands_in_order_of_harm_below_what_is_due(cast):
    deliver_demo(cast.programme)
    compute(cast.programme, as_of=LAST, level=DisclosureLevel.INTERNAL)

    found = lines_of(cast.alva).lines

    assert [line.order for line in found] == [Order.REPORT_DUE] + [Order.MISSING] * 5
    assert [line.harm for line in found] == sorted(line.harm for line in found)
    assert [line.href.rpartition("/laget/")[2] for line in found[1:3]] == [
        "smail-done/",
        "smail-health/?delinsats=halsoverket",
    ]


@pytest.mark.parametrize(
    ("on", "sentence"),
    [
        (date(2024, 10, 31), None),
        (date(2024, 11, 1), "Sista dagen är 2024-12-31. Förbered slutrapporten."),
        (date(2025, 1, 1), "Insatsen slutade 2024-12-31. Skriv slutrapporten."),
        (date(2025, 6, 30), None),
    ],
)
def test_a_report_is_due_around_the_last_day(cast, on, sentence):
    due = [line.sentence for line in lines_of(cast.alva, on=on).lines if line.order == 2]

    assert due == ([sentence] if sentence else [])


def test_a_delivery_that_waits_stands_first(cast):
    waiting = Delivery.objects.create(
        programme=cast.programme, state="CHECKED", named=[{"name": "våren.xlsx"}]
    )

    line = lines_of(cast.alva).lines[0]

    assert (line.order, line.sentence) == (
        Order.WAITING_DELIVERY,
        "Leveransen våren.xlsx är inte inläst.",
    )
    assert line.href == f"/insatser/{cast.programme.pk}/uppgifter/{waiting.pk}/"


def test_disa_has_nothing_to_mend(cast):
    deliver_demo(cast.programme)
    compute(cast.programme, as_of=LAST, level=DisclosureLevel.REPORT)

    assert lines_of(cast.disa).lines == []


def test_more_than_fits_is_counted(cast):
    for number in range(17):
        Delivery.objects.create(
            programme=cast.programme, state="CHECKED", named=[{"name": f"{number}.xlsx"}]
        )

    found = lines_of(cast.alva, on=date(2023, 1, 1))

    assert (len(found.lines), found.more) == (15, "… och 3 saker till.")


def test_portfolio_counts_verdicts_where_they_are_known(cast):
    deliver_demo(cast.programme)
    compute(cast.programme, as_of=LAST, level=DisclosureLevel.REPORT)
    decided_programme(cast.here, "impuls")
    viewer = viewer_for(cast.disa.pk, on=SOON)
    found = standings_of(programmes_of(viewer), lambda one: level_of(viewer, one.association_id))

    told = [(row.name, row.counts, row.said) for row in portfolio(found, viewer)]

    assert told == [
        ("Impuls", None, "inga uppgifter än"),
        ("Ung Framtid", Counts(reached=7, partly=0, missed=2, undecided=2), ""),
    ]


def test_standings_cost_the_same_for_one_and_three(cast, django_assert_num_queries):
    viewer = replace(viewer_for(cast.alva.pk, on=SOON))

    def asked():
        return standings_of(programmes_of(viewer), lambda _one: DisclosureLevel.INTERNAL)

    asked()
    with django_assert_num_queries(5):  # programmes, parts, versions, facts, computed
        assert len(asked()) == 1
    for slug in ("enter", "impuls"):
        new = decided_programme(cast.here, slug)
        Assignment.objects.create(user=cast.alva, programme=new, starts_on=JOINED)
    asked()
    with django_assert_num_queries(5):
        assert len(asked()) == 3


def test_home_tells_of_jobs_that_one_has_asked_for(client, cast):
    Job.objects.create(kind="x", asked_by=cast.alva.pk, state=JobState.RUNNING, step="Läser in")
    Job.objects.create(kind="x", asked_by=cast.bo.pk, state=JobState.RUNNING, step="Någon annans")

    shown = sign_in(client, cast.alva).get("/").content.decode()

    assert "Läser in" in shown
    assert "Någon annans" not in shown
