"""Secrets that are made once and kept from others."""

import stat
from itertools import count

import pytest

from stegvis.config.secrets import kept
from stegvis.core.values.refusals import Refused


def test_a_secret_is_made_once(tmp_path):
    numbers = count()
    file = tmp_path / "hemligt" / "nyckel"

    first = kept(file, lambda: str(next(numbers)))

    assert (first, kept(file, lambda: str(next(numbers)))) == ("0", "0")
    assert [one.name for one in file.parent.iterdir()] == ["nyckel"]


def test_nobody_else_may_read_it(tmp_path):
    kept(tmp_path / "nyckel", lambda: "x")

    assert stat.S_IMODE((tmp_path / "nyckel").stat().st_mode) == 0o600


def test_a_secret_that_others_can_read_is_refused(tmp_path):
    (tmp_path / "nyckel").write_text("x")
    (tmp_path / "nyckel").chmod(0o644)

    with pytest.raises(Refused, match="chmod 600"):
        kept(tmp_path / "nyckel", lambda: "y")
