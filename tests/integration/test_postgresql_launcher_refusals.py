"""Directories that are not ours, or not whole: a sentence each, and nothing is touched."""

import os
import tempfile

import pytest

from stegvis.core.actions.postgresql.accounts import account_for
from stegvis.core.actions.postgresql.places import Place
from stegvis.core.values.refusals import Refused
from tests.postgresql_places import copied_cluster, start, temporary_folder

STRANGER = 54_321  # an account that serves nothing


@pytest.fixture
def place():
    with copied_cluster() as copy:
        yield copy


def refusal(directory):
    before = sorted(directory.parent.rglob("*"))
    with pytest.raises(Refused) as caught:
        start(directory)
    ours = Place(directory).ours
    after = [path for path in directory.parent.rglob("*") if ours not in (path, *path.parents)]
    assert sorted(after) == [path for path in before if ours not in (path, *path.parents)]
    return caught.value.sentence


def test_copied_cluster_is_whole(place):
    assert start(place.directory).directory == place.directory


def test_other_major_version(place):
    (place.directory / "PG_VERSION").write_text("15\n", encoding="utf-8")

    assert refusal(place.directory) == (
        f"Databasen i {place.directory} är gjord med PostgreSQL 15, men här finns PostgreSQL 18. "
        "Läs ut den med den gamla versionens pg_dump och läs in den i en ny mapp."
    )


def test_folder_with_other_things():
    with temporary_folder() as folder:
        directory = folder / "bilder"
        directory.mkdir()
        (directory / "katt.png").touch()

        assert refusal(directory) == (
            f"Mappen {directory} innehåller annat än en databas. Välj en tom mapp, eller en som "
            "inte finns."
        )


def test_file_instead_of_folder():
    with temporary_folder() as folder:
        (folder / "data").write_text("text", encoding="utf-8")

        assert refusal(folder / "data") == (
            f"{folder / 'data'} är ingen mapp. Välj en tom mapp, eller en som inte finns."
        )


def test_half_made_cluster(place):
    (place.directory / "global" / "pg_control").unlink()

    assert refusal(place.directory) == (
        f"Databasen i {place.directory} är halvfärdig: den avbröts medan den skapades eller "
        "kopierades, och filen global/pg_control saknas. Flytta undan mappen och starta igen, "
        "eller återställ den från en säkerhetskopia."
    )


def test_cluster_without_password_file(place):
    place.passwords.unlink()

    assert refusal(place.directory) == (
        f"Databasen i {place.directory} hör inte till Stegvis: dess lösenord saknas i "
        f"{place.passwords}. Återställ lösenordsfilen från säkerhetskopian, eller välj en annan "
        "mapp."
    )


@pytest.mark.parametrize("text", ["{", "[]", '{"postgres": 1}', "null"])
def test_password_file_that_cannot_be_read(place, text):
    place.passwords.write_text(text, encoding="utf-8")

    assert refusal(place.directory) == (
        f"Databasens lösenordsfil {place.passwords} går inte att läsa. Återställ den och "
        "databasen från samma säkerhetskopia."
    )


def test_password_file_that_others_can_read(place):
    place.passwords.chmod(0o644)

    assert refusal(place.directory) == (
        f"Databasens lösenordsfil {place.passwords} kan läsas av andra på datorn. "
        f"Kör: chmod 600 '{place.passwords}', och försök igen."
    )


def test_password_of_another_cluster(place):
    place.passwords.write_text('{"postgres": "annat"}', encoding="utf-8")

    with pytest.raises(Refused) as caught:
        start(place.directory)

    assert caught.value.sentence == (
        f"Databasen i {place.directory} tar inte emot sitt lösenord. Återställ den och mappen "
        f"{place.ours} från samma säkerhetskopia."
    )


def test_settings_that_the_server_refuses(place, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", str(place.directory.parent))
    with (place.directory / "postgresql.conf").open("a", encoding="utf-8") as opened:
        opened.write("\nnonsense = 1\n")

    with pytest.raises(Refused) as caught:
        start(place.directory)

    first, answer = caught.value.sentence.split(" PostgreSQL svarade: ")
    assert first == f"Databasen i {place.directory} startar inte."
    assert 'configuration file "' in answer
    assert answer.endswith(f"Hela svaret står i {place.log}.")
    assert list(place.directory.parent.glob("stegvis-*")) == []


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can give a directory away")
def test_directory_of_somebody_else(place):
    os.chown(place.directory, STRANGER, STRANGER)

    assert refusal(place.directory) == (
        f"Databasens mapp {place.directory} ägs av {STRANGER}, men databasen körs som "
        f"{account_for(place.directory).name}. Starta som {STRANGER}, eller välj en annan mapp."
    )
