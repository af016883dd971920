"""The record of processing names what is stored so that a reader knows what it is."""

import pytest
from django.utils import timezone

from stegvis.core.queries.stored_fields import stored_fields
from stegvis.core.values.privacy import About
from stegvis.reports.actions.processing import processing_record
from stegvis.reports.values.document import Table
from stegvis.reports.values.record_names import FIELDS, TABLES


def of_persons():
    return [one for one in stored_fields() if one.said and one.said[0] != About.NOBODY]


def test_every_table_and_field_about_somebody_has_a_name_in_words_and_no_other():
    fields = of_persons()

    assert set(TABLES) == {one.model._meta.label for one in fields}
    assert set(FIELDS) == {one.name for one in fields}


@pytest.mark.parametrize("names", [TABLES, FIELDS])
def test_names_are_words_and_not_code(names):
    said = list(names.values())
    assert [one for one in said if "_" in one or "." in one or not one.strip()] == []


def test_no_two_tables_are_called_alike():
    assert len(set(TABLES.values())) == len(TABLES)


def test_the_record_is_written_in_those_words(cast):
    kinds = dict.fromkeys(("MUNICIPALITY", "SOCIAL_INSURANCE", "ASSOCIATION_OFFICE"), "slag")
    records = dict.fromkeys(("full", "follow_up_only"), "allt")

    document = processing_record(cast.here, on=timezone.localdate(), kinds=kinds, records=records)

    tables = [one for one in document.blocks if isinstance(one, Table)]
    rows = {row[0] for one in tables for row in one.rows if one.header[0] == "Register"}
    assert rows == set(TABLES.values())
