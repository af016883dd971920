"""Two who save the same text at the same moment, each on a connection of their own."""

from threading import Event, Thread

import pytest
from django.db import connection, transaction

from stegvis.reports.actions.texts import WrittenMeanwhileError
from stegvis.reports.queries.reports import texts_in
from tests.cast import stage
from tests.written_reports import SUMMARY, begun, written

A_WHILE = 0.5  # seconds: the second is waiting by then


def test_the_second_of_two_at_the_same_moment_is_told(transactional_db):
    cast = stage()
    report = begun(cast)
    has_written, may_end = Event(), Event()

    def first_writer():
        with transaction.atomic():
            written(report, cast.bo, "Bos text.")
            has_written.set()
            may_end.wait(A_WHILE)
        connection.close()

    other = Thread(target=first_writer)
    other.start()
    has_written.wait()

    with pytest.raises(WrittenMeanwhileError) as raised:
        written(report, cast.alva, "Alvas text.")

    other.join()
    assert raised.value.theirs.text == "Bos text."
    assert texts_in(report)[SUMMARY].version == 1
