"""Settings are read with a sentence for everything that cannot be read."""

import pytest

from stegvis.config import environment
from stegvis.core.values.refusals import Refused


def test_a_secret_may_stand_in_a_file(monkeypatch, tmp_path):
    file = tmp_path / "key"
    file.write_text("hemligt\n")
    monkeypatch.setenv("STEGVIS_KEY_FILE", str(file))

    assert environment.text("STEGVIS_KEY") == "hemligt"


def test_a_file_that_cannot_be_read_is_told(monkeypatch, tmp_path):
    monkeypatch.setenv("STEGVIS_KEY_FILE", str(tmp_path / "borta"))

    with pytest.raises(Refused, match=r"pekar på filen .*borta, som inte går att läsa"):
        environment.text("STEGVIS_KEY")


def test_what_is_required_says_why():
    with pytest.raises(Refused, match=r"STEGVIS_NOTHING saknas. Därför"):
        environment.required("STEGVIS_NOTHING", why="Därför.")


@pytest.mark.parametrize(("written", "read"), [("ja", True), ("0", False), ("", True)])
def test_a_flag(monkeypatch, written, read):
    monkeypatch.setenv("STEGVIS_FLAG", written)

    assert environment.flag("STEGVIS_FLAG", default=True) is read


def test_a_flag_that_says_something_else(monkeypatch):
    monkeypatch.setenv("STEGVIS_FLAG", "kanske")

    with pytest.raises(Refused, match=r"STEGVIS_FLAG är ”kanske”.*ja eller nej"):
        environment.flag("STEGVIS_FLAG")


def test_one_of_some_words_guesses(monkeypatch):
    monkeypatch.setenv("STEGVIS_MODE", "produktion")

    with pytest.raises(Refused, match="Menade du production"):
        environment.one_of("STEGVIS_MODE", ("trial", "production"))


@pytest.mark.parametrize("written", ["0", "25", "tio", "1.5"])
def test_a_number_outside_its_limits(monkeypatch, written):
    monkeypatch.setenv("STEGVIS_HOURS", written)

    with pytest.raises(Refused, match="ett heltal från 1 till 24"):
        environment.whole_number("STEGVIS_HOURS", 10, lowest=1, highest=24)


def test_a_list_leaves_out_what_is_empty(monkeypatch):
    monkeypatch.setenv("STEGVIS_HOSTS", "a.se, ,b.se,")

    assert environment.listed("STEGVIS_HOSTS") == ["a.se", "b.se"]
