"""The log says where and of which kind an error is, never what somebody had written."""

import logging
import sys

import pytest
from django.db import OperationalError

from stegvis.config.logs import WithoutContent

WRITTEN = "Anna Andersson 19900101-1239"


def logged(raise_it):
    try:
        raise_it()
    except (ValueError, LookupError, OperationalError):
        told = logging.LogRecord("prov", logging.ERROR, "", 0, "gick inte", (), sys.exc_info())
    return WithoutContent("{message}", style="{").format(told)


def quote():
    raise ValueError(WRITTEN)


def quote_in_a_cause():
    try:
        quote()
    except ValueError as error:
        raise KeyError(WRITTEN) from error


def quote_on_the_way():
    try:
        quote()
    except ValueError:
        raise LookupError(WRITTEN)  # noqa: B904 - as in code that fails while it mends


@pytest.mark.parametrize("raise_it", [quote, quote_in_a_cause, quote_on_the_way])
def test_words_of_an_error_are_not_logged(raise_it):
    told = logged(raise_it)

    assert WRITTEN not in told
    assert "builtins.ValueError" in told
    assert "in quote" in told


def test_latest_error_stands_last():
    assert logged(quote_in_a_cause).splitlines()[-1] == "builtins.KeyError"


def test_words_about_the_machine_are_logged():
    def away():
        raise OperationalError("connection refused")

    assert logged(away).endswith("django.db.utils.OperationalError: connection refused")
