"""Facts in the database give the same figures as the file they came from."""

from dataclasses import replace

import polars as pl
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from demo.build import DATA
from stegvis.core.values.refusals import Refused
from stegvis.programmes.files.definition import load_programme
from stegvis.programmes.files.shipped import shipped
from stegvis.programmes.models import Programme
from stegvis.results.actions.facts import compared, deliver, undo
from stegvis.results.calculations.evaluation import evaluate
from stegvis.results.models import Delivery, Fact
from stegvis.results.queries.facts import data_state, facts_of
from stegvis.results.values.deliveries import Tally
from stegvis.results.values.fact_set import FactSet
from stegvis.results.values.reading import ImportResult
from tests.acceptance import imported
from tests.cast import Association, decided_programme

DEMO = sorted(folder.name for folder in DATA.iterdir() if folder.is_dir())
WHY = "a test"


@pytest.fixture
def programme(db):
    return decided_programme(Association.objects.create(name="Exempelbygden"), "ung-framtid")


def some(programme, **tables):
    """Facts of a few rows: events by evidence, or persons by key and gender."""
    frames = {
        "events": lambda rows: pl.DataFrame(
            {
                "event": ["seminar"] * len(rows),
                "happened_on": [16_000] * len(rows),
                "evidence": rows,
            }
        ),
        "persons": lambda rows: pl.DataFrame(
            {"person": list(rows), "gender": list(rows.values())},
            schema={"person": pl.String, "gender": pl.String},
        ),
    }
    made = {name: frames[name](rows) for name, rows in tables.items()}
    return ImportResult(FactSet(programme.slug, made, source="fil.xlsx", digest="abc"))


def latest():
    return Delivery.objects.unscoped(reason=WHY).order_by("-applied_at").first()


def genders(facts):
    return dict(facts.tables["persons"].select("person", "gender").rows())


@pytest.mark.parametrize("name", DEMO)
def test_facts_kept_give_the_figures_of_the_file(db, name):
    definition, parts = load_programme(shipped(f"{name}.toml"))
    programme = decided_programme(Association.objects.create(name="Exempelbygden"), name)
    read = imported(name)

    deliver(programme, read)
    kept = facts_of(programme)

    assert replace(kept, tables={}) == replace(read.facts, tables={})
    assert list(kept.tables) == list(read.facts.tables)
    for table, frame in read.facts.tables.items():
        assert kept.tables[table].schema == frame.schema
        assert kept.tables[table].equals(frame)
    as_of = definition.last_day
    assert evaluate(definition, parts, kept, as_of=as_of) == evaluate(
        definition, parts, read.facts, as_of=as_of
    )


def test_a_delivery_touches_only_rows_that_differ(programme):
    deliver(programme, some(programme, persons={"1": "woman", "2": "man", "3": "man"}))
    before = dict(Fact.objects.unscoped(reason=WHY).values_list("key", "recorded_at"))

    again = deliver(programme, some(programme, persons={"1": "woman", "2": "woman", "4": "man"}))

    assert again.tables == {"persons": Tally(added=1, changed=1, removed=1, same=1)}
    standing = Fact.objects.unscoped(reason=WHY).standing()
    after = dict(standing.values_list("key", "recorded_at"))
    assert [key for key in sorted(after) if after[key] == before.get(key)] == ["1"]
    assert genders(facts_of(programme)) == {"1": "woman", "2": "woman", "4": "man"}


def test_tables_that_are_not_delivered_stay(programme):
    deliver(programme, some(programme, persons={"1": "woman"}, events=["ett"]))

    deliver(programme, some(programme, events=[]))

    kept = facts_of(programme)
    assert {name: table.height for name, table in kept.tables.items()} == {
        "persons": 1,
        "events": 0,
    }


def test_rows_without_a_key_are_all_kept(programme):
    deliver(programme, some(programme, events=["ett", "ett", "två"]))

    assert facts_of(programme).tables["events"]["evidence"].to_list() == ["ett", "ett", "två"]


def test_a_row_less_of_three_alike_is_one_row_removed(programme):
    deliver(programme, some(programme, events=["ett", "ett", "ett"]))

    seen = compared(programme, some(programme, events=["ett", "ett"]).facts)

    assert seen.tables == {"events": Tally(removed=1, same=2)}


def test_facts_as_they_stood_at_a_moment(programme):
    deliver(programme, some(programme, persons={"1": "woman"}))
    moment = latest().applied_at
    deliver(programme, some(programme, persons={"1": "man"}))

    assert genders(facts_of(programme, recorded_by=moment)) == {"1": "woman"}
    assert genders(facts_of(programme)) == {"1": "man"}


def test_undo_brings_back_what_stood(programme):
    deliver(programme, some(programme, persons={"1": "woman", "2": "man"}))
    first = data_state(programme)
    deliver(programme, some(programme, persons={"1": "man", "3": "man"}, events=["ett"]))
    second = data_state(programme)

    undo(latest(), by=None)

    kept = facts_of(programme)
    assert genders(kept) == {"1": "woman", "2": "man"}
    assert list(kept.tables) == ["persons"]
    assert len({first, second, data_state(programme)}) == 3


def test_everything_can_be_undone_one_delivery_at_a_time(programme):
    for gender in ("woman", "man", "other"):
        deliver(programme, some(programme, persons={"1": gender}))
    seen = []
    for delivery in Delivery.objects.unscoped(reason=WHY).applied():
        undo(delivery, by=None)
        seen.append(facts_of(programme).tables.get("persons"))

    assert [None if one is None else one["gender"].to_list() for one in seen] == [
        ["man"],
        ["woman"],
        None,
    ]


def test_only_the_latest_delivery_is_undone(programme):
    deliver(programme, some(programme, persons={"1": "woman"}))
    first = latest()
    deliver(programme, some(programme, persons={"1": "man"}))

    with pytest.raises(Refused) as refused:
        undo(first, by=None)

    sentence = "Bara den senaste inläsningen går att ångra. Ångra den först, sedan den här."
    assert str(refused.value) == sentence


def test_a_part_has_the_facts_of_its_whole(programme):
    part = decided_programme(programme.association, "halsoverket", whole=programme)
    deliver(programme, some(programme, persons={"1": "woman"}))

    assert genders(facts_of(part)) == {"1": "woman"}
    assert data_state(part) == data_state(programme)
    with pytest.raises(Refused):
        deliver(part, some(part, persons={"2": "man"}))


def test_reading_facts_takes_four_queries_and_then_one(programme):
    deliver(programme, imported("ung-framtid"))
    found = Programme.objects.unscoped(reason=WHY).select_related("whole").get(pk=programme.pk)

    with CaptureQueriesContext(connection) as first:
        facts_of(found)
    with CaptureQueriesContext(connection) as again:
        facts_of(found)

    assert (len(first), len(again)) == (4, 1)


def test_awkward_texts_are_kept_as_they_are(programme):
    texts = ['"citat"', "a,b;c", "rad\nbryt", "\\N", "", "åäö €", "\t", None]

    deliver(programme, some(programme, events=texts))

    assert facts_of(programme).tables["events"]["evidence"].to_list() == texts


def test_a_very_long_key_is_kept(programme):
    deliver(programme, some(programme, persons={"x" * 5_000: "woman", "x" * 5_001: "man"}))

    assert list(genders(facts_of(programme)).values()) == ["woman", "man"]
