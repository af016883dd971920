"""Addresses of databases, as the environment gives them."""

import pytest

from stegvis.config.databases import connection
from stegvis.core.values.refusals import Refused


def test_an_address_on_a_host():
    found = connection("X", "postgresql://webb:l%40s@db.exempel.se:5433/stegvis?sslmode=require")

    assert (found["USER"], found["PASSWORD"], found["HOST"], found["PORT"], found["NAME"]) == (
        "webb",
        "l@s",
        "db.exempel.se",
        "5433",
        "stegvis",
    )
    assert found["OPTIONS"] == {"sslmode": "require"}


def test_an_address_in_a_folder():
    found = connection("X", "postgresql://webb:x@/stegvis?host=%2Frun%2Fs%C3%A5&port=5432")

    assert (found["HOST"], found["PORT"], found["OPTIONS"]) == ("/run/så", "5432", {})


@pytest.mark.parametrize("url", ["mysql://a@b/c", "postgresql://a@b", "stegvis"])
def test_what_is_no_address(url):
    with pytest.raises(Refused, match="DATABASE_URL ska se ut så här: postgresql://"):
        connection("DATABASE_URL", url)
